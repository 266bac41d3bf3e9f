"""Texts that no newspaper prints: never an exception, no value that is not what the text says."""

import datetime
import json

import pytest
from spacy.language import Language

import newsfacts
from newsfacts.facts import AnyFact
from newsfacts.text.digits import LONGEST

D = datetime.date
FIRST, LAST = D(1, 1, 1), D(9999, 12, 31)
DAYS = (None, FIRST, D(1, 1, 7), D(1, 12, 31), D(2025, 9, 23), D(9999, 1, 1), D(9999, 12, 25), LAST)
LONG = "9" * 40
RELATIVE = [
    "πριν από 9999 χρόνια",
    "πριν από 700000 ημέρες",
    "σε 8000 χρόνια",
    "σε 99999999 ημέρες",
    "τους επόμενους 120000 μήνες",
    "χθες",
    "προχθές",
    "αύριο",
    "μεθαύριο",
    "πέρυσι",
    "του χρόνου",
    "την επόμενη εβδομάδα",
    "την προηγούμενη εβδομάδα",
    "την επόμενη Κυριακή",
    "την περασμένη Δευτέρα",
    "το σαββατοκύριακο",
    "το επόμενο τρίμηνο",
    "το περασμένο εξάμηνο",
    "την επόμενη δεκαετία",
    "τον προηγούμενο αιώνα",
    "στις 5 Ιανουαρίου",
    "τα τελευταία 10 χρόνια",
    "τις επόμενες 20 ημέρες",
    "εντός 40 εβδομάδων",
    "το φετινό Πάσχα",
    "το Πάσχα του 9999",
    "τον χειμώνα του 9999",
    "τη νύχτα",
    "τον χειμώνα",
    "3 χρόνια αργότερα",
    "δύο μέρες νωρίτερα",
    "31 Δεκεμβρίου 9999",
    "το τρίτο τρίμηνο έπεσε από το προηγούμενο τρίμηνο",
    "τον Ιανουάριο έπεσε από τον προηγούμενο μήνα",
    "τα έσοδα του 9998 από του προηγούμενου έτους",
    "του πρώτου εξαμήνου από του προηγούμενου εξαμήνου",
    "1 Ιανουαρίου 0001",
    "έως το τέλος του 9999",
    "το οικονομικό έτος 9999",
    "τη δεκαετία του 9990",
    "τον 100ό αιώνα",
    "1/1/1",
    "31/12/9999",
    "από χθες έως αύριο",
    "μέχρι την Παρασκευή",
    "το πρώτο τρίμηνο",
    "φέτος",
    "τους επόμενους μήνες",
    "το τρίτο τρίμηνο, από το προηγούμενο τρίμηνο",
    "το πρώτο εξάμηνο του 0001, από το προηγούμενο εξάμηνο",
    "το τρίτο τρίμηνο του 9999, από το προηγούμενο τρίμηνο",
    "από 1 Δεκεμβρίου στις 3 Ιανουαρίου 0001",
    "από την 1η του νέου έτους",
]
LENGTHS = (
    f"διάρκειας {LONG} δευτερολέπτων|πριν από 1{'0' * 30} μήνες|σε {'1' * 400} χρόνια|{'9' * 5000} έτη|"
    f"{LONG},5 χρόνια|1,{LONG} χρόνια|κατά {LONG} ώρες"
).split("|")
AMOUNTS = (
    f"{LONG} ευρώ|{'9' * 5000} ευρώ|1,{'3' * 60} ευρώ|€{LONG}|{LONG}%|{LONG} MW|από {LONG} έως {LONG}9 ευρώ|"
).split("|")
BROKEN_OFF = [
    "€180 τα 400 ΕΚ.ΉΣ ΠΕριόδου.",
    "«Η αγορά θα κινηθεί ανοδικά», αντέτεινε η Ευανθία Τ-",
    "«Θα επενδύσουμε», δήλωσε ο Πέτρος Β-",
    "«Θα επενδύσουμε», δήλωσε ο",
    "«Θα επενδύσουμε», δήλωσε ο Πέτρος Β.",
    "«Θα επενδύσουμε», -",
    "«», δήλωσε ο Πέτρος Βέργος",
    "« », είπε ο Πέτρος Βέργος.",
    "Ο Πέτρος Βέργος δήλωσε: «",
    "Ο Πέτρος Βέργος δήλωσε ότι",
    "Ο Πέτρος Βέργος δήλωσε ότι «",
    "Σύμφωνα με τον",
    "Σύμφωνα με τον Π-",
    "€",
    "από 5 έως",
    "έως και",
    "10^",
    "σε 3",
    "στις 5-",
    "το '",
    "υπερδιπλάσιο κορώνες. εκατ. χρηματοδότησης ύψο11κατ. Σύμφωνα ήταν τετραπλάσιες",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return newsfacts.load()


def checked(text: str, day: datetime.date | None, nlp: Language) -> list[AnyFact]:
    facts = newsfacts.extract(text, reference_date=day, nlp=nlp)
    for fact in facts:
        assert fact.text
        assert text[fact.start_char : fact.end_char] == fact.text
        assert json.loads(json.dumps(fact.to_dict(), allow_nan=False)) == fact.to_dict()
    return facts


@pytest.mark.parametrize("text", RELATIVE)
def test_days_past_the_calendar_are_no_days(text: str, nlp: Language) -> None:
    for day in DAYS:
        checked(text, day, nlp)


@pytest.mark.parametrize("text", LENGTHS, ids=lambda text: text[:30])
def test_no_length_of_a_number_that_is_none(text: str, nlp: Language) -> None:
    for day in DAYS:
        found = checked(text, day, nlp)
        assert [fact for fact in found if fact.kind == "duration"] == []


@pytest.mark.parametrize("text", AMOUNTS, ids=lambda text: text[:30])
def test_an_amount_is_exact_or_none(text: str, nlp: Language) -> None:
    assert checked(text, None, nlp) == []


@pytest.mark.parametrize("blank", [" ", "\xa0", "\u202f"], ids=ascii)
@pytest.mark.parametrize("unit", ["ευρώ", "MW"])
@pytest.mark.parametrize("groups", range(2, 14))
def test_groups_of_thousands_are_one_number_or_none(
    groups: int, unit: str, blank: str, nlp: Language
) -> None:
    written = blank.join(["1", "500", *["000"] * (groups - 1)])
    found = checked(f"Αφορά {written} {unit} συνολικά.", None, nlp)
    size = 1 if unit == "ευρώ" else 10**6
    whole = len(written) <= LONGEST
    assert [fact.to_dict()["low"] for fact in found] == [15 * 10 ** (3 * groups - 1) * size] * whole


def test_large_amounts_are_exact(nlp: Language) -> None:
    [fact] = checked("Κόστος 123456789012345678 ευρώ", None, nlp)
    assert fact.to_dict()["low"] == 123456789012345678


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_texts_that_break_off(text: str, nlp: Language) -> None:
    for end in range(len(text) + 1):
        checked(text[:end], None, nlp)


@pytest.mark.parametrize("text", [*RELATIVE, *LENGTHS, *AMOUNTS, *BROKEN_OFF], ids=lambda text: text[:30])
def test_every_doc_goes_to_bytes(text: str, nlp: Language) -> None:
    assert nlp(text).to_bytes()


YEARS = "το 2014 στη Θεσσαλία "


@pytest.mark.parametrize("times", [90, 100, 110, 150, 400])
@pytest.mark.parametrize(
    "text",
    ["Ιδρύθηκε {}πέτυχε πωλήσεις 41,7 εκατ. ευρώ.", "Πωλήσεις 41,7 εκατ. ευρώ {}.", "{}κόστος 3 ευρώ {}."],
)
def test_a_sentence_longer_than_what_is_read_of_it(text: str, times: int, nlp: Language) -> None:
    short, long = (checked(text.replace("{}", YEARS * n), None, nlp) for n in (2, times))
    assert len(long) == 1 + times * text.count("{}")
    said = [
        [(f.text, getattr(f, "measure", "")) for f in facts if f.kind == "money"] for facts in (short, long)
    ]
    assert said[0] == said[1] != []


HALVES = ["\ud83d", "\ude00", "\ud83d\ude00", "\ude00\ud83d", "\ud800\ud800\udfff"]


@pytest.mark.parametrize("half", HALVES, ids=ascii)
@pytest.mark.parametrize(
    "text", ["{} Κόστισε 5 ευρώ χθες.", "{}Κόστισε 5{} ευρώ χθες.", "«Ήρθε {}», είπε ο Βέργος{}."]
)
def test_half_characters_are_read_one_by_one(text: str, half: str, nlp: Language) -> None:
    given, stored = text.replace("{}", half), text.replace("{}", "\ufffd" * len(half))
    facts = newsfacts.extract(given, nlp=nlp)  # not `checked`: JSON makes one character of two halves
    assert [fact.text for fact in facts] == [given[fact.start_char : fact.end_char] for fact in facts]
    places = [(f.kind, f.start_char, f.end_char) for f in facts]
    assert places == [(f.kind, f.start_char, f.end_char) for f in checked(stored, None, nlp)] != []
    doc = nlp(given)
    assert doc.text == stored
    assert [row["text"] for row in doc._.newsfacts] == [stored[start:end] for _, start, end in places]
    assert doc.to_bytes()


@pytest.mark.parametrize(
    "value", ["2025-09-23", "23 Σεπτεμβρίου 2025", "2025-09-23T10:00:00Z", datetime.datetime(2025, 9, 23)]
)
def test_a_day_may_be_a_text(value: str, nlp: Language) -> None:
    [fact] = newsfacts.extract("Υπέγραψαν χθες.", reference_date=value, nlp=nlp)
    assert fact.to_dict()["start_date"] == "2025-09-22"
    with pytest.raises(ValueError, match="'soon' is no day: write YYYY-MM-DD"):
        newsfacts.extract("Υπέγραψαν χθες.", reference_date="soon", nlp=nlp)
