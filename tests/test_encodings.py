"""Texts in any encoding, and one clear line for what is no text."""

from pathlib import Path

import pytest

from files import TEXT, error_of, one, put
from newsfacts.documents.encodings import NotTextError, decode

SAMPLES = Path(__file__).parent.parent / "samples"

# -- encodings --------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
@pytest.mark.parametrize("encoding", ["cp1253", "iso8859-7", "utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_samples_in_every_encoding(sample: Path, encoding: str) -> None:
    data = sample.read_text(encoding="utf-8").encode(encoding, "ignore")
    assert decode(data).text == data.decode(encoding)


def test_which_encoding_is_said(tmp_path: Path) -> None:
    document = one(put(tmp_path / "a.txt", TEXT.encode("cp1253")))
    assert (document.text, document.encoding, document.known_by) == (TEXT, "windows-1253", "guessed")
    document = one(put(tmp_path / "b.txt", TEXT.encode("utf-16")))
    assert (document.text, document.encoding, document.known_by) == (TEXT, "UTF-16", "BOM")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент России заявил, что экономика страны будет расти в следующем году.", "cp1251"),
        ("Президент России заявил, что экономика страны будет расти в следующем году.", "koi8-r"),
        ("L'économie française a progressé de 3 % à l'été, d'après l'institut.", "cp1252"),
        ("Die Größe der Übernahme beläuft sich auf fünf Millionen.", "cp1252"),
        ("Türkiye'de ekonomi büyümeye devam ediyor; İstanbul'da açıklama.", "cp1254"),
    ],
)
def test_other_languages_never_become_greek(text: str, encoding: str) -> None:
    with pytest.raises(NotTextError, match="save it as UTF-8"):
        decode(text.encode(encoding))


def test_a_bad_byte_in_utf8_is_named() -> None:
    data = TEXT.encode()
    with pytest.raises(NotTextError, match=r"byte 0xff at offset \d+ \(line 3\)"):
        decode(data + b"\n\n" + data[:40] + b"\xff" + data[40:])


# -- what can't be read ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("nul.txt", b"abc\0def", "NUL byte at offset 3"),
        ("nul16.txt", "α\0β".encode("utf-16"), "NUL character at offset 1"),
        ("half.txt", b"\xff\xfe\x41", "UTF-16"),
        ("paper.txt", b"%PDF-1.7\n\xe2\xe3", "a PDF: turn it into text"),
        ("page.txt", b"PK\x03\x04....", "ZIP archive"),
        ("random.txt", bytes(range(128, 256)) * 20, "save it as UTF-8"),
        ("controls.txt", bytes(range(1, 32)) * 20, "control characters"),
        ("surrogate.txt", b"a \xed\xa0\xbd b", "byte 0xed at offset 2 (line 1)"),
    ],
)
def test_no_text(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in error_of(put(tmp_path / name, data))


def test_missing_folder(tmp_path: Path) -> None:
    assert "no such file" in error_of(tmp_path / "none.txt")
    assert "is a folder" in error_of(tmp_path)
