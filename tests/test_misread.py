"""UTF-8 that was read as another encoding and saved again is refused or mended."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from files import TEXT, error_of, one, put, texts
from newsfacts.documents.inputs import Document, InputError, read_documents


def _misread(text: str, encoding: str) -> str:
    """What an editor shows of UTF-8 in another encoding."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1253"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html"])
def test_misread_text_is_refused_or_mended(
    tmp_path: Path, encoding: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    misread = _misread(TEXT, encoding)
    content = json.dumps({"text": misread}) if name.endswith("l") and "json" in name else misread
    if name.endswith(".html"):
        content = f"<html><body><article><p>{misread}</p></article></body></html>"
    path = put(tmp_path / name, content)
    monkeypatch.setitem(sys.modules, "ftfy", None)
    said = error_of(path)
    assert "is UTF-8 that was read as" in said
    assert "pip install 'newsfacts[mojibake]'" in said
    mend = ModuleType("ftfy")
    mend.fix_encoding = lambda text: text.replace(misread, TEXT)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ftfy", mend)
    if name.endswith(".html"):
        return
    document = one(path)
    assert (document.text, document.known_by) == (TEXT, "mended")
    assert document.encoding.startswith("UTF-8 read as")
    mend.fix_encoding = lambda text: text  # type: ignore[attr-defined]
    assert "with letters lost: save it anew" in error_of(path)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (json.dumps({"text": _misread(TEXT, "latin-1")}).encode(), "is UTF-8 that was read as"),
        (b'{"text": "\x00\x01\x02\xff\xfe\x9d\x81"}', "holds a NUL byte at offset 10"),
    ],
)
def test_a_misread_record_costs_itself_only(
    tmp_path: Path, bad: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)
    good = json.dumps({"text": TEXT}).encode()
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join((good, bad, good)))
    errors: list[InputError] = []
    assert [d.text for d in read_documents(path, on_error=errors.append)] == [TEXT, TEXT]
    [error] = errors
    assert str(error).startswith(f"{path}:2: ")
    assert said in str(error)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_ftfy_mends(tmp_path: Path, encoding: str) -> None:
    pytest.importorskip("ftfy")
    document = one(put(tmp_path / "a.txt", _misread(TEXT, encoding)))
    assert (document.text, document.known_by) == (TEXT, "mended")


@pytest.mark.parametrize("text", [TEXT, "", "5", "Άλφα Ξένος Ξάνθη Ξένια Ξέρξης", "Î Ï", "Île: Îlot"])
def test_a_right_text_is_not_mended(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)
    assert texts(put(tmp_path / "a.txt", text)) == [text]


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    import os

    path = os.fsencode(tmp_path) + b"/a\xe1\n.txt"
    try:
        with open(path, "wb") as stream:  # noqa: PTH123
            stream.write(TEXT.encode())
    except OSError:
        pytest.skip("names are Unicode here")
    [document] = read_documents(os.fsdecode(path))
    assert isinstance(document, Document)
    assert document.source.encode().endswith(b"/a\\xe1\n.txt")
