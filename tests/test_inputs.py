"""Files and streams into documents: kinds, records, pages, long texts."""

import datetime
import gzip
import io
import json
import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from files import PAGE, TEXT, error_of, one, put
from newsfacts.documents.inputs import Document, InputError, ReadOptions, read_documents, read_stdin

# -- texts ------------------------------------------------------------------------------------


def test_text_is_kept_as_given(tmp_path: Path) -> None:
    text = "πρώτη\r\nδεύτερη\rτρίτη\n\n  τέλος "
    assert one(put(tmp_path / "a.txt", b"\xef\xbb\xbf" + text.encode())).text == text
    assert one(put(tmp_path / "b.md", text)).text == text


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    assert one(put(tmp_path / "a.txt", "")).text == ""
    assert one(put(tmp_path / "a.html", "")).text == ""
    assert list(read_documents(put(tmp_path / "a.jsonl", "\n\n"))) == []


def test_one_line_of_ten_megabytes(tmp_path: Path) -> None:
    line = "επένδυση 5 εκατ. ευρώ " * 250_000
    assert one(put(tmp_path / "a.txt", line)).text == line
    assert one(put(tmp_path / "a.jsonl", json.dumps({"text": line}))).text == line


def test_a_document_past_the_limit_is_refused(tmp_path: Path) -> None:
    small = ReadOptions(max_bytes=1 << 20)
    assert "larger than 1 MB" in error_of(put(tmp_path / "a.txt", "α" * (1 << 20)), small)
    records = put(tmp_path / "a.jsonl", '{"text": "' + "a" * (1 << 20) + '"}\n{"text": "μετά"}\n')
    errors: list[InputError] = []
    assert [d.text for d in read_documents(records, small, errors.append)] == ["μετά"]
    assert errors[0].line == 1


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_packed(tmp_path: Path, suffix: str) -> None:
    zst = suffix == "zst"
    pack = pytest.importorskip("zstandard").ZstdCompressor().compress if zst else gzip.compress
    assert one(put(tmp_path / f"a.txt.{suffix}", pack(TEXT.encode()))).text == TEXT
    records = json.dumps({"text": TEXT}).encode() + b"\n"
    assert one(put(tmp_path / f"a.ndjson.{suffix}", pack(records) + pack(records)[:0])).text == TEXT
    damaged = error_of(put(tmp_path / f"b.txt.{suffix}", b"no such packing at all"))
    assert "damaged" in damaged


def test_cut_gzip(tmp_path: Path) -> None:
    assert "cut short" in error_of(put(tmp_path / "a.txt.gz", gzip.compress(os.urandom(3000))[:1500]))


# -- records ------------------------------------------------------------------------------------


def test_records(tmp_path: Path) -> None:
    lines = [
        {"text": "α", "id": 7, "date": "2025-09-23T10:00:00Z", "title": "τ", "more": [1]},
        {"text": "β", "id": "x", "date": None},
        {"text": "γ", "date": "23 Σεπτεμβρίου 2025"},
    ]
    path = put(tmp_path / "a.jsonl", "\r\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
    day = datetime.date(2025, 9, 23)
    found = list(read_documents(path))
    assert [(d.text, d.id, d.date, d.title, d.line) for d in found] == [
        ("α", "7", day, "τ", 1),
        ("β", "x", None, None, 3),
        ("γ", None, day, None, 5),
    ]


def test_field_names(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", '{"body": "α", "url": "u", "day": "2025-01-02", "head": "h"}')
    document = one(path, ReadOptions("body", "url", "day", "head"))
    assert (document.text, document.id, document.date, document.title) == (
        "α",
        "u",
        datetime.date(2025, 1, 2),
        "h",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "α"', "not valid JSON at column"),
        ('"α"', "not a record"),
        ('{"body": "α"}', "no field `text` (there is `body`): name it with --text-field"),
        ('{"text": 5}', "`text` is no text but a number"),
        ('{"text": null}', "`text` is no text but null"),
        ('{"bo\u2028dy\\n": "α"}', "(there is `bo dy `): name it"),
        ('{"text": "a\\u0000b"}', "NUL character at offset 1"),
        ('{"text": "a\\ud83d"}', "half a character (\\ud83d) at offset 1"),
        ('{"text": "a", "id": []}', "`id` is a list"),
        ('{"text": "a", "id": "\\ud800"}', "`id` holds half a character"),
        ('{"text": "a", "date": "soon"}', '`date` is "soon", no date: write YYYY-MM-DD'),
        ('{"text": "a", "date": "2025-02-31"}', "no date"),
        ('{"text": "a", "date": 5}', "`date` is 5, no date"),
        ("[" * 100_000, "not valid JSON"),
        ("%PDF", "a PDF"),
    ],
)
def test_a_bad_record_costs_itself_only(tmp_path: Path, line: str, said: str) -> None:
    path = put(tmp_path / "a.jsonl", f'{{"text": "πριν"}}\n{line}\n{{"text": "μετά"}}\n')
    errors: list[InputError] = []
    assert [d.text for d in read_documents(path, on_error=errors.append)] == ["πριν", "μετά"]
    assert said in str(errors[0])
    assert str(errors[0]).startswith(f"{path}:2: ")
    assert said in error_of(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1253"])
def test_records_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    line = json.dumps({"text": TEXT}, ensure_ascii=False) + "\n"
    path = put(tmp_path / "a.jsonl", (line * 3).encode(encoding))
    assert [d.text for d in read_documents(path)] == [TEXT] * 3


# -- standard input -------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True])
def test_stdin_by_its_first_bytes(packed: bool) -> None:
    def read(data: bytes) -> list[Document]:
        return list(read_stdin(io.BytesIO(gzip.compress(data) if packed else data)))

    assert [d.text for d in read(TEXT.encode())] == [TEXT]
    assert [d.text for d in read(b"")] == [""]
    assert [d.text for d in read(b"{not a record} but text")] == ["{not a record} but text"]
    records = b"".join(json.dumps({"text": f"{n}"}).encode() + b"\n" for n in range(3000))
    assert [d.text for d in read(records)] == [str(n) for n in range(3000)]


def test_stdin_gives_a_record_as_soon_as_it_is_there() -> None:
    receiver, sender = os.pipe()
    with os.fdopen(sender, "wb", 0) as out, os.fdopen(receiver, "rb") as stream:
        out.write(json.dumps({"text": "α" * 50}).encode() + b"\n")
        assert next(read_stdin(stream)).text == "α" * 50


# -- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("charset", ["utf-8", "windows-1253", "iso-8859-7"])
def test_page(tmp_path: Path, charset: str) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.format(charset=charset).replace("©", "").encode(charset)
    document = one(put(tmp_path / "a.html", page))
    assert "επένδυση 120 εκατ. ευρώ για ένα νέο πάρκο ισχύος 50 MW" in document.text
    assert not any(part in document.text for part in ("999", "5 δισ.", "777"))
    assert (document.title, document.date) == ("Νέο πάρκο στη Θεσσαλία", datetime.date(2025, 9, 23))
    assert document.known_by == ("valid" if charset == "utf-8" else "declared")


def test_facts_of_a_page_are_the_article_s(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    import newsfacts
    from newsfacts.reader import Reader

    document = one(
        put(tmp_path / "a.html", PAGE.format(charset="windows-1253").replace("©", "").encode("cp1253"))
    )
    rows = list(Reader(newsfacts.load()).rows(document))
    assert [row["low"] for row in rows if row["kind"] == "money"] == [120_000_000]
    assert [row["start_date"] for row in rows if row["text"] == "χθες"] == ["2025-09-22"]
    assert all(document.text[row["start_char"] : row["end_char"]] == row["text"] for row in rows)


def test_page_without_an_article_or_trafilatura(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    path = put(tmp_path / "a.html", "<html><body><script>x()</script></body></html>")
    assert "no article was found" in error_of(path)
    with monkeypatch.context() as broken:
        broken.setattr("trafilatura.bare_extraction", lambda *_, **__: 1 / 0)  # as on pages nested too deep
        assert "no article was found" in error_of(path)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "pip install 'newsfacts[html]'" in error_of(path)


# -- long texts -------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_long_text_is_read_in_pieces_at_the_right_offsets() -> None:
    import newsfacts
    from newsfacts.reader import Reader
    from newsfacts.text.windows import windows

    line = "«Το 2031 επενδύουμε {} εκατ. ευρώ», δήλωσε ο Πέτρος Βέργος.\n\n"
    text = "".join(line.format(n) for n in range(1, 7_000))
    pieces = list(windows(text))
    assert len(pieces) > 1
    assert [a for a, _ in pieces[1:]] == [b for _, b in pieces[:-1]]
    nlp = newsfacts.load()
    facts = newsfacts.extract(text, nlp=nlp)
    assert list(Reader(nlp).facts(Document("x", text), None)) == facts
    assert [fact.low for fact in facts if isinstance(fact, newsfacts.QuantityFact)] == [
        n * 1_000_000 for n in range(1, 7_000)
    ]
    assert Counter(fact.kind for fact in facts) == dict.fromkeys(("money", "date", "quote"), 6_999)
    assert all(text[fact.start_char : fact.end_char] == fact.text for fact in facts)
    quotes = [fact for fact in facts if isinstance(fact, newsfacts.QuoteFact)]
    assert {text[fact.mention_start : fact.mention_end] for fact in quotes} == {"Πέτρος Βέργος"}
