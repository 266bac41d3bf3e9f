"""The component as spaCy users meet it."""

import pickle
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import newsfacts
from newsfacts import PatternError

pytestmark = pytest.mark.slow

TEXT = "Πάρκο 500ΜW με κόστος έως και €1,2 δισ. από το 2027."
BANDWIDTH = Path(__file__).parent.parent / "samples" / "bandwidth"
LINE = "Γραμμή 100 Gbps με κόστος 5εκ. €."


def rows(doc: Doc) -> list[tuple[str, str]]:
    return [(row["kind"], row["text"]) for row in doc._.newsfacts]


EXPECTED = [("power", "500ΜW"), ("money", "€1,2 δισ."), ("date", "2027")]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return newsfacts.load([BANDWIDTH])


def test_fresh_interpreter_needs_no_import() -> None:
    code = f"import spacy; n = spacy.blank('el'); n.add_pipe('newsfacts'); print(len(n({TEXT!r}).spans))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "3\n"


def test_annotations(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert rows(doc) == EXPECTED
    assert {kind: [s.text for s in group] for kind, group in doc.spans.items()} == {
        kind: [text] for kind, text in EXPECTED
    }
    assert doc.ents == ()
    assert nlp("Καμία είδηση.")._.newsfacts == []


def test_entities_on_request() -> None:
    nlp = spacy.blank("el")
    nlp.add_pipe("newsfacts", config={"set_ents": True, "kinds": ["money"]})
    assert [(e.text, e.label_) for e in nlp(TEXT).ents] == [("€1,2 δισ.", "money")]


def test_reference_date_of_a_doc(nlp: Language) -> None:
    doc = nlp.make_doc("Υπέγραψαν χθες.")
    doc._.reference_date = "2025-09-23"
    [row] = nlp(doc)._.newsfacts
    assert row["start_date"] == "2025-09-22"
    for day in (date(2025, 9, 23), datetime(2025, 9, 23, 10), "2025-09-23T10:00"):
        doc = nlp.make_doc("Υπέγραψαν χθες.")
        doc._.reference_date = day
        assert nlp(doc)._.newsfacts == [row]
    doc = nlp.make_doc("Υπέγραψαν χθες.")
    with pytest.raises(ValueError, match="'soon' is no day: write YYYY-MM-DD"):
        doc._.reference_date = "soon"


def test_a_doc_with_a_day_goes_to_bytes_and_to_other_processes(nlp: Language) -> None:
    doc = nlp.make_doc("Υπέγραψαν χθες για 1000 EFLOPS.")
    doc._.reference_date = date(2025, 9, 23)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.reference_date == "2025-09-23"
    stored = DocBin(store_user_data=True, docs=[nlp(doc)])
    [back] = DocBin(store_user_data=True).from_bytes(stored.to_bytes()).get_docs(nlp.vocab)
    assert list(back._.newsfacts) == doc._.newsfacts
    assert [row["low"] or row["start_date"] for row in doc._.newsfacts] == ["2025-09-22", 1e21]
    docs = [Doc(nlp.vocab).from_bytes(doc.to_bytes()) for _ in range(3)]
    for one in docs:
        one._.reference_date = datetime(2025, 9, 23, 9)
    assert [one._.newsfacts for one in nlp.pipe(docs, n_process=2)] == [doc._.newsfacts] * 3


def test_pipe_and_processes(nlp: Language) -> None:
    texts = [TEXT, "Τίποτα.", LINE] * 5
    alone = [rows(nlp(text)) for text in texts]
    assert [rows(doc) for doc in nlp.pipe(texts, batch_size=4)] == alone
    assert [rows(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=4)] == alone


def test_docs_are_read_in_any_order(nlp: Language) -> None:
    first, second = nlp.make_doc(TEXT), nlp.make_doc(LINE)
    joined = Doc.from_docs([first, second])
    assert rows(nlp(first)) == EXPECTED
    assert rows(nlp(second)) == rows(nlp(LINE))
    assert rows(nlp(second)) == rows(nlp(LINE))
    assert rows(nlp(joined)) == [*EXPECTED, *rows(nlp(LINE))]


def test_docs_of_another_vocab(nlp: Language) -> None:
    text = "Η Ξξψζ Βκλμ, διευθύνουσα σύμβουλος της Ζξβγκ, δήλωσε ότι «θα κτίσουμε 5 πξψζφβ»."
    assert rows(nlp(TEXT)) == EXPECTED  # a Doc of its own first, whose words it remembers
    found = rows(nlp(newsfacts.load().make_doc(text)))
    assert [kind for kind, _ in found] == ["quote"]
    assert rows(nlp(text)) == found


def test_a_second_reading_replaces_the_first(nlp: Language) -> None:
    doc = newsfacts.load(kinds=["date"])(nlp(TEXT))
    assert set(doc.spans) == {"date"}


def test_kinds_are_a_filter() -> None:
    text = "Ο επεξεργαστής 2025X κοστίζει 300 ευρώ από το 2026."
    everything = [row for row in rows(newsfacts.load()(text)) if row[0] == "date"]
    assert rows(newsfacts.load(kinds=["date"])(text)) == everything == [("date", "2026")]


def test_docs_travel(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert rows(again) == EXPECTED
    [binned] = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert rows(binned) == EXPECTED


def test_round_trips_carry_the_patterns(nlp: Language, tmp_path: Path) -> None:
    expected = rows(nlp(LINE))
    assert ("bandwidth", "100 Gbps") in expected
    nlp.to_disk(tmp_path / "model")
    assert rows(spacy.load(tmp_path / "model")(LINE)) == expected
    from_bytes = spacy.blank("el")
    from_bytes.add_pipe("newsfacts")
    assert rows(from_bytes.from_bytes(nlp.to_bytes())(LINE)) == expected
    again = pickle.loads(pickle.dumps(nlp))
    assert rows(again(LINE)) == expected
    assert again.tokenizer is again.get_pipe("newsfacts").tokenizer


def test_a_loaded_pipeline_keeps_its_kinds_and_any_length(tmp_path: Path) -> None:
    newsfacts.load(kinds=["money"]).to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    assert rows(nlp(TEXT)) == [("money", "€1,2 δισ.")]
    assert rows(nlp("ναι " * 300_000 + TEXT)) == [("money", "€1,2 δισ.")]
    nlp = spacy.load(tmp_path, config={"components": {"newsfacts": {"kinds": ["date"]}}})
    assert rows(nlp(TEXT)) == [("date", "2027")]
    nlp.from_bytes(newsfacts.load().to_bytes())
    assert rows(nlp(TEXT)) == [("date", "2027")]


def test_saved_pipeline_outlives_its_pack(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "weight.yaml").write_text("kind: weight\nunit: kg\nunits: [{words: [κιλά]}]\n", encoding="utf-8")
    nlp = spacy.blank("el")
    nlp.add_pipe("newsfacts", config={"patterns": [str(pack)]})
    assert rows(nlp("Ζυγίζει 22 κιλά.")) == [("weight", "22 κιλά")]
    nlp.to_disk(tmp_path / "model")
    (pack / "weight.yaml").unlink()
    assert rows(spacy.load(tmp_path / "model")("Ζυγίζει 22 κιλά.")) == [("weight", "22 κιλά")]


def test_missing_pack_is_an_error() -> None:
    nlp = spacy.blank("el")
    nlp.add_pipe("newsfacts", config={"patterns": ["no-such-folder"]})
    with pytest.raises(PatternError, match="no such folder"):
        nlp("Ζυγίζει 22 κιλά.")
    with pytest.raises(PatternError, match="no such folder"):
        pickle.loads(pickle.dumps(nlp))("Ζυγίζει 22 κιλά.")
    with pytest.raises(PatternError, match="no such folder"):
        nlp.to_bytes()


def test_unknown_kind_is_an_error() -> None:
    with pytest.raises(PatternError, match=r"unknown kind `mony`: choose from .*money"):
        newsfacts.load(kinds=["mony"])


def pack_of(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def found(pack: Path, text: str) -> list[tuple[str, str, str | None]]:
    facts = [f.to_dict() for f in newsfacts.extract(text, nlp=newsfacts.load([pack]))]
    return [(f["kind"], f["text"], f.get("unit")) for f in facts]


def test_pack_adds_a_currency(tmp_path: Path) -> None:
    pack = pack_of(
        tmp_path, coins="kind: money\nunits:\n  - {unit: XBT, symbols: [BTC], words: [μπιτκόιν]}\n"
    )
    assert found(pack, "Πλήρωσε 5 μπιτκόιν ή 3 δολάρια.") == [
        ("money", "5 μπιτκόιν", "XBT"),
        ("money", "3 δολάρια", "USD"),
    ]


def test_pack_switches_entries_off(tmp_path: Path) -> None:
    pack = pack_of(
        tmp_path, money="kind: money\noff: [δολάρι(ο|α|ου|ων)]\n", power="kind: power\nenabled: false\n"
    )
    assert found(pack, "Με 3 δολάρια ή 5 ευρώ ή 5 MW.") == [("money", "5 ευρώ", "EUR")]


def test_pack_adds_a_magnitude(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, numbers="magnitudes:\n  - {value: 100000, words: [λακ]}\n")
    assert found(pack, "Κόστισε 5 λακ ρουπίες.") == [("money", "5 λακ ρουπίες", "INR")]


def test_pack_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack_of(tmp_path, weight="kind: weight\nunit: kg\nunits: [{words: [κιλά]}]\n")
    monkeypatch.setenv("NEWSFACTS_PATTERNS", str(tmp_path))
    facts = newsfacts.extract("Ζυγίζει 22 κιλά.", nlp=newsfacts.load())
    assert [f.kind for f in facts] == ["weight"]


def test_last_named_currency_wins() -> None:
    text = "Έδωσε 5 σουηδικές κορώνες, ύστερα 6 κορώνες, 7 κορώνες Δανίας και 8 κορώνες."
    units = [f.to_dict()["unit"] for f in newsfacts.extract(text)]
    assert units == ["SEK", "SEK", "DKK", "DKK"]
    assert newsfacts.extract("Πλήρωσε 6 κορώνες.") == []
