"""`newsfacts explain`: the words and rules of each fact with file and line."""

import json
import re
from pathlib import Path

import pytest

from commands import newsfacts_command as run
from files import put
from newsfacts.explaining import explain
from newsfacts.facts import QuantityFact

pytestmark = pytest.mark.slow


def test_every_fact_has_the_words_that_made_it() -> None:
    explained = [one for one in explain("Επένδυση έως και 100 δισ. δολάρια, +3% και 10 GW.") if one.fact]
    assert [one.text for one in explained] == ["100 δισ. δολάρια", "+3%", "10 GW"]
    for one in explained:
        assert isinstance(one.fact, QuantityFact)
        for reason in one.words:
            file, _, line = reason.origin.partition(":")
            written = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert reason.what.split(" · ")[0][:3].casefold() in written.casefold()


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "Η επένδυση των 100\u200b δισ. δο\u00adλαρίων"
    (one,) = [one for one in explain(text) if one.kind == "money"]
    assert text[one.start_char : one.end_char] == one.text


@pytest.mark.parametrize("arguments", [["samples/chips.txt"], ["10 GW και 5 εκατ. ευρώ"], ["-"]])
def test_prints_facts_and_where_they_come_from(arguments: list[str]) -> None:
    done = run("explain", *arguments, stdin="10 GW και 5 εκατ. ευρώ".encode())
    assert done.returncode == 0
    assert re.search(
        r"GW · units\[\d+\]\.symbols\[0\]  \S*power\.yaml:\d+$", done.stdout.decode(), re.MULTILINE
    )


def test_json_holds_whole_facts() -> None:
    done = run("explain", "10 GW", "--json")
    (row,) = json.loads(done.stdout)
    assert row["fact"]["low"] == 10_000_000_000
    assert row["words"][0]["origin"].partition(":")[0].endswith("power.yaml")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["missing.txt"], 1, "missing.txt"),
        (["10 GW", "--date", "soon"], 2, "soon"),
        (["10 GW", "--kind", "speed"], 2, "unknown kind `speed`"),
        (["10 GW", "--patterns", "nowhere"], 2, "nowhere"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(arguments: list[str], code: int, message: str) -> None:
    done = run("explain", *arguments)
    assert (done.returncode, done.stdout) == (code, b"")
    said = done.stderr.decode().splitlines()
    assert len(said) == 1
    assert message in said[0]


def test_texts_of_a_pack_need_not_be_words(tmp_path: Path) -> None:
    """Sources are looked for among all texts of a file, such as a description with half a bracket."""
    (tmp_path / "quantities").mkdir()
    put(
        tmp_path / "quantities" / "a.yaml",
        "kind: speed\nunit: mps\ndescription: a (b\nunits: [{words: [mps]}]\n",
    )
    done = run("explain", "Έφτασε τα 5 mps.", "--patterns", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "a.yaml:4" in done.stdout.decode()


def test_a_quote_tells_its_template_and_who_is_named() -> None:
    (quote,) = (one for one in explain("Η Εύα Κόρδα είπε ότι το δίκτυο αντέχει.") if one.kind == "quote")
    template, speaker, mention = quote.rules
    assert template.what.startswith("subject_verb_that_clause: s=subject verb.clause >!retold gap that ")
    file, _, line = template.origin.partition(":")
    written = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert template.what.partition(": ")[2] in written
    assert speaker.what == "speaker: named by `Εύα Κόρδα`"
    assert mention.what == "mention: n=name -> named"


def test_a_quantity_tells_what_says_what_it_is_about() -> None:
    (one,) = explain("Τα έσοδα της Nordis Labs αυξήθηκαν κατά 12%.")
    assert [reason.what for reason in one.rules] == [
        "moved: v=mover complement* by q=quantity -> moved",
        "organization: `Nordis Labs`, named in the sentence",
    ]
    told = [reason for reason in one.words if "measures.yaml" in reason.origin]
    assert [reason.what.split("[")[0] for reason in told] == ["έσοδα · measures", "αυξήθηκαν · up.verbs"]
    for reason in [one.rules[0], *told]:
        file, _, line = reason.origin.rpartition(":")
        written = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert reason.what.partition(": ")[2][:20] in written or reason.what[:4] in written


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Η Επιτροπή επέβαλε πρόστιμο 3 εκατ. ευρώ στην Orvelia.", "`Orvelia`, who is fined"),
        ("Η Orvelia μεγαλώνει. Τα έσοδα ήταν 3 εκατ. ευρώ.", "`Orvelia`, the text is about it"),
        ("Τα έσοδα ήταν 3 εκατ. ευρώ.", "no company is named"),
        ("Σύμφωνα με την Orvelia, οι τιμές αυξήθηκαν 3%.", "only told by a company"),
        ("Σύμφωνα με την Orvelia, η ζήτηση αυξήθηκε 3%.", "no company's: a market, an index"),
        ("Η Orvelia μιλά. Ο πληθωρισμός έφτασε το 3%.", "no company's: a market, an index"),
    ],
)
def test_a_quantity_tells_how_its_organization_was_found(text: str, how: str) -> None:
    one = next(one for one in explain(text) if one.kind in ("money", "percent"))
    assert one.rules[-1].what == f"organization: {how}"
