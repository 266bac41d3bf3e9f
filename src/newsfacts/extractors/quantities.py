"""Quantities: `[hedge] number [magnitude] unit`, and `unit number` for currencies.

The unit is the anchor: it is met in the one pass of the lexicon, and only then is its number read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from spacy.matcher import Matcher
from spacy.vocab import Vocab

from newsfacts.facts import AnyFact, QuantityFact
from newsfacts.patterns.forms import expand
from newsfacts.patterns.lexicon import Lexicon, Reading
from newsfacts.patterns.schema import Context, Hedge, NumbersFile, QuantityFile, Rules
from newsfacts.text.fold import fold
from newsfacts.text.numbers import Part, combine, read_digits

_DIGITS = re.compile(r"\d[\d.,]*")
_FIRST_GROUP, _GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
_MOST_GROUPS = 6
# No number of a newspaper takes more tokens than this; it bounds the work on worst cases.
_MOST_TOKENS = 24
_MOST_CONTEXT = 4
_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH_SIGNS = {"USD", "GBP", "JPY", "CAD", "AUD", "HKD", "SGD", "NZD"}


@dataclass(frozen=True)
class UnitForm:
    """What a unit's word or symbol stands for."""

    kind: str
    unit: str
    factor: Decimal
    per: Decimal
    signed: bool
    rules: tuple[int, ...]
    integer_rules: tuple[int, ...]
    prefix: bool = False


@dataclass(frozen=True)
class ValueForm:
    """A word that holds number and unit, such as the Greek for `twofold`."""

    kind: str
    unit: str
    value: Decimal
    qualifier: str
    rules: tuple[int, ...]


class Amount(NamedTuple):
    """A number or range read: tokens `start` to `end` (exclusive), with both ends of its value."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    indefinite: bool = False
    plus: bool = False
    hedge: str | None = None


class Found(NamedTuple):
    """A quantity before its qualifier is known: tokens, value and unit."""

    start: int
    end: int
    amount: Amount
    unit: UnitForm


class QuantityExtractor:
    """Finds facts of all kinds that the files under `quantities/` define."""

    def __init__(self, numbers: Sequence[NumbersFile], files: Sequence[QuantityFile], vocab: Vocab) -> None:
        """Later files lie over earlier ones."""
        self._numbers = numbers
        self._files = files
        self._contexts = ContextRules(vocab)
        self._currency_of_bare: dict[str, str] = {}
        self.kinds = tuple(dict.fromkeys(f.kind for f in files if self._enabled(f.kind)))

    def _enabled(self, kind: str) -> bool:
        return [f.enabled for f in self._files if f.kind == kind][-1]

    # -- vocabulary ---------------------------------------------------------------------------

    def register(self, lexicon: Lexicon) -> None:
        """Add number words, hedges and all units."""
        off = {form for file in self._numbers for short in file.off for form in expand(short)}
        for file in self._numbers:
            self._register_numbers(file, lexicon, off)
        for kind in self.kinds:
            self._register_kind([f for f in self._files if f.kind == kind], lexicon)

    @staticmethod
    def _register_numbers(file: NumbersFile, lexicon: Lexicon, off: set[str]) -> None:
        def add(category: str, payload: Any, shorts: Iterable[str], glued: bool = False) -> None:
            lexicon.add(category, payload, _without(shorts, off), glued=glued)

        for number in file.numbers:
            add("number", number.value, number.words)
        for magnitude in file.magnitudes:
            add("magnitude", magnitude.value, magnitude.words, glued=True)
            lexicon.add_symbols("magnitude", magnitude.value, _without(magnitude.symbols, off))
        for order in file.indefinite:
            add("indefinite", order.value, order.words)
        add("and_half", Decimal("0.5"), file.and_half)
        add("decimal_comma", True, file.decimal_comma)
        add("singular", True, file.singular)
        add("caption", True, file.captions)
        add("article", True, file.articles)
        add("object", True, file.objects)
        add("filler", True, file.fillers)
        for hedge in file.hedges:
            add("hedge_before" if not hedge.gap else "hedge_gap", hedge, hedge.before)
            add("hedge_inside", hedge.qualifier, hedge.inside)
            add("hedge_after", hedge.qualifier, hedge.after)
        add("range_to", True, file.ranges.to)
        add("range_between", True, file.ranges.between)
        add("range_and", True, file.ranges.between_and)

    def _register_kind(self, files: Sequence[QuantityFile], lexicon: Lexicon) -> None:
        off = {form for file in files for short in file.off for form in expand(short)}
        base_unit = next((f.unit for f in files if f.unit), None)
        signed = any(f.signed for f in files)
        common = [self._contexts.add(file) for file in files if file.only_if or file.never_if]
        for file in files:
            for unit in file.units:
                form = UnitForm(
                    kind=file.kind,
                    unit=unit.unit or base_unit or file.kind,
                    factor=unit.scale,
                    per=unit.per,
                    signed=signed,
                    rules=(*common, *self._contexts.add_any(unit)),
                    integer_rules=tuple(self._contexts.add_any(unit.integer)),
                )
                lexicon.add("unit", form, _without(unit.words, off), glued=True)
                # `Euro 2024` and `Euro 7` are no money: only signs and codes stand before their number
                sign = replace(form, prefix=unit.prefix)
                lexicon.add_symbols("unit", sign, _without(unit.symbols, off), any_case=not unit.prefix)
                lexicon.add("bare", form, _without(unit.bare, off), glued=True)
            for word in file.values:
                value = ValueForm(
                    file.kind, base_unit or file.kind, word.value, word.qualifier, tuple(common)
                )
                lexicon.add("value", value, _without(word.words, off))

    # -- finding ------------------------------------------------------------------------------

    def find(
        self, reading: Reading, reference_date: date | None = None, known: Sequence[AnyFact] = ()
    ) -> list[AnyFact]:
        """All quantities of a text, in order."""
        found = _joined(reading, self._amounts(reading))
        facts = [fact for f in found if (fact := self._fact(reading, f)) is not None]
        facts += [
            self._value_fact(reading, start, end, value)
            for start, end, value in reading.found("value")
            if self._contexts.allow(reading, start, end, value.rules)
        ]
        return _without_overlap(facts)

    def _amounts(self, reading: Reading) -> list[Found]:
        found: list[Found] = []
        numbers = NumberReader(reading)
        used = 0  # tokens before this one belong to a quantity already
        for start, end, unit in _units(reading):
            if start < used:
                continue
            amount = _beside(numbers, start, end, unit, used)
            if amount is None:
                continue
            first, last = min(start, amount.start), max(end, amount.end)
            found.append(Found(first, last, amount, unit))
            used = last
        return found

    def _fact(self, reading: Reading, found: Found) -> QuantityFact | None:
        start, end, amount, unit = found
        if not self._contexts.allow(reading, start, end, unit.rules):
            return None
        if amount.low == int(amount.low) and not self._contexts.allow(
            reading, start, end, unit.integer_rules
        ):
            return None
        low, high = (value * unit.factor / unit.per for value in (amount.low, amount.high))
        qualifier = _qualifier(reading, found)
        return _quantity(reading, start, end, unit.kind, unit.unit, low, high, qualifier)

    @staticmethod
    def _value_fact(reading: Reading, start: int, end: int, value: ValueForm) -> QuantityFact:
        qualifier = value.qualifier
        if qualifier == "exact":
            qualifier = _hedge_before(reading, start) or _hedge_after(reading, end) or qualifier
        return _quantity(reading, start, end, value.kind, value.unit, value.value, value.value, qualifier)


def _without(shorts: Iterable[str], off: set[str]) -> list[str]:
    if not off:
        return list(shorts)
    folded_off = {fold(form) for form in off}
    return [
        form for short in shorts for form in expand(short) if form not in off and fold(form) not in folded_off
    ]


def _units(reading: Reading) -> list[tuple[int, int, UnitForm]]:
    """All units of a text; a bare currency word is the currency of that word named in full before it."""
    named = list(reading.found("unit"))
    bare = {
        (start, end): [term.payload for term in groups["bare"]]
        for start, end, groups in reading.matches
        if "bare" in groups
    }
    if not bare:
        return named
    full = {token for start, end, _ in named if (start, end) not in bare for token in range(start, end)}
    spots = {(start, end): unit for start, end, unit in named}
    for spot, candidates in bare.items():
        if spot[0] not in full:
            meant = _last_named(spot, candidates, [hit for hit in named if hit[:2] not in bare])
            if meant is not None:
                spots[spot] = meant
    return sorted(((start, end, unit) for (start, end), unit in spots.items()), key=lambda hit: hit[0])


def _last_named(
    spot: tuple[int, int], candidates: list[UnitForm], named: list[tuple[int, int, UnitForm]]
) -> UnitForm | None:
    """The candidate whose currency was named last before a place, or else first after it."""
    by_code = {candidate.unit: candidate for candidate in candidates}
    hits = [(start, by_code[unit.unit]) for start, _, unit in named if unit.unit in by_code]
    before = [unit for start, unit in hits if start < spot[0]]
    after = [unit for start, unit in hits if start >= spot[0]]
    return before[-1] if before else after[0] if after else None


def _quantity(
    reading: Reading, start: int, end: int, kind: str, unit: str, low: Decimal, high: Decimal, qualifier: str
) -> QuantityFact:
    first, last = reading.starts[start], reading.ends[end - 1]
    return QuantityFact(
        kind=kind,
        text=reading.text[first:last],
        start_char=first,
        end_char=last,
        low=None if qualifier in ("at_most", "less_than") else low,
        high=None if qualifier in ("at_least", "more_than", "indefinite") else high,
        unit=unit,
        qualifier=qualifier,  # type: ignore[arg-type]
    )


# -- numbers beside a unit --------------------------------------------------------------------


def _beside(numbers: "NumberReader", start: int, end: int, unit: UnitForm, used: int) -> Amount | None:
    """The number of a unit at tokens `start` to `end`: before it, or after a currency's sign."""
    reading = numbers.reading
    after = numbers.starting(end, english=unit.unit in _ENGLISH_SIGNS) if unit.prefix else None
    after = None if after is not None and after.indefinite else after
    glued_after = after is not None and reading.glued(end)
    glued_before = reading.glued(start)
    if after is not None and glued_after and not glued_before:
        return numbers.prefixed_range(after, unit)
    before = numbers.ending(start, used, signed=unit.signed)
    if before is not None and after is not None and not glued_before and _is_year(reading, before):
        before = None
    if before is not None:
        return before
    return numbers.prefixed_range(after, unit) if after is not None else None


def _is_year(reading: Reading, amount: Amount) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", reading.span(amount.start, amount.end)) is not None


class NumberReader:
    """Reads the numbers of a Reading, at or before a token."""

    def __init__(self, reading: Reading) -> None:
        """One reader for one reading."""
        self.reading = reading

    def part(self, token: int) -> tuple[int, Part] | None:
        """The piece of a number that starts at a token, and the token after it."""
        reading = self.reading
        for category, role in _ROLES:
            if (hit := reading.starting(token, category)) is not None:
                return hit[0], Part(role, hit[1])
        if token < len(reading):
            word = reading.word(token)
            if word[0].isdigit() and _DIGITS.fullmatch(word) and (value := read_digits(word)) is not None:
                end = self._spaced_groups(token)
                return (
                    end,
                    Part(
                        "digits",
                        Decimal("".join(map(reading.word, range(token, end)))) if end > token + 1 else value,
                    ),
                )
            if reading.starting(token, "decimal_comma") is not None:
                return token + 1, Part("comma", Decimal(0))
        return None

    def _spaced_groups(self, token: int) -> int:
        """The end of thousands set apart by blanks, as in `1 000 000`; a plain blank needs `000` at the end."""
        reading, end = self.reading, token + 1
        if not _FIRST_GROUP.fullmatch(reading.word(token)):
            return end
        while end < len(reading) and end - token < _MOST_GROUPS and _GROUP.fullmatch(reading.word(end)):
            if reading.glued(end):
                break
            end += 1
        plain = any(reading.text[reading.ends[t]] == " " for t in range(token, end - 1))
        return end if not plain or reading.word(end - 1) == "000" else token + 1

    def starting(self, token: int, *, english: bool = False) -> Amount | None:
        """The number that starts at a token, as long as it can be."""
        parts: list[Part] = []
        ends: list[int] = []
        hedge = None
        plus = False
        at = token
        while at < len(self.reading) and len(parts) < _MOST_TOKENS:
            step = self.part(at)
            if step is None:
                inside = self._inside(at, parts)
                if inside is None or (self.part(inside[0]) is None and not inside[2]):
                    break
                at, hedge, plus = inside
                if plus:
                    ends[-1] = at
                continue
            if english and not parts and step[1].role == "digits":
                step = step[0], self._english(at, step)
            at, part = step
            parts.append(part)
            ends.append(at)
        number = combine(parts)
        if number is None:
            return None
        if number.indefinite and self._counts_one(token, ends[number.used - 1]):
            number = number._replace(indefinite=False)
        return Amount(
            token,
            ends[number.used - 1],
            number.value,
            number.value,
            number.indefinite,
            plus,
            hedge,
        )

    def _english(self, at: int, step: tuple[int, Part]) -> Part:
        """A digit group after `$`: `$1,299` is thousands, but not `$1,299 δισ.`."""
        if self.reading.starting(step[0], "magnitude") is not None:
            return step[1]
        value = read_digits(self.reading.word(at), english=True)
        return Part("digits", value) if value is not None else step[1]

    def _inside(self, at: int, parts: list[Part]) -> tuple[int, str, bool] | None:
        """A hedge between a number and its magnitude or unit: the token after it, qualifier, whether `+`."""
        if not parts:
            return None
        hit = self.reading.starting(at, "hedge_inside")
        if hit is None:
            return None
        is_plus = self.reading.word(at) == "+"
        if is_plus and not self.reading.glued(at):
            return None
        return hit[0], hit[1], is_plus

    def _counts_one(self, start: int, end: int) -> bool:
        """Whether a lone magnitude is one of it: singular in form, or after a singular article."""
        return end - start <= 2 and self.reading.starting(start, "singular") is not None

    def ending(self, token: int, floor: int, *, signed: bool) -> Amount | None:
        """The number or range that ends right before `token`, not reaching before token `floor`."""
        first = self._leftmost(token, floor)
        for start in range(first, token):
            amount = self._range_from(start, token)
            if amount is not None:
                return self._signed(amount, floor, bullets=not signed)
        return None

    def _leftmost(self, token: int, floor: int) -> int:
        """How far left the tokens before `token` could be part of its number."""
        reading = self.reading
        at = token
        floor = max(floor, token - _MOST_TOKENS)
        while at > floor:
            step = self._before(at)
            if step is None or step < floor:
                break
            at = step
        while at < token and self.part(at) is None:
            at += 1
        return at if at < token or reading is None else token

    def _before(self, at: int) -> int | None:
        """Where the piece of a number that ends before token `at` starts."""
        reading = self.reading
        if _DIGITS.fullmatch(reading.word(at - 1)):
            return at - 1
        for category in _PIECES:
            if (hit := reading.ending(at, category)) is not None:
                return hit[0]
        return None

    def _range_from(self, start: int, end: int) -> Amount | None:
        """The number or range from `start` that ends exactly at `end`."""
        first = self.starting(start)
        if first is None:
            return None
        if first.end == end or self._hedged_to(first.end, end):
            return self._closed(first, end)
        joint = _joint(self.reading, first.end, start)
        if joint is None:
            return None
        second = self._range_from(joint, end)
        if second is None:
            return None
        low, high = _shared(self.reading, first, second)
        if low is None or high is None or low > high:
            return None
        return second._replace(start=start, low=low, high=high)

    def _hedged_to(self, at: int, end: int) -> bool:
        hit = self.reading.starting(at, "hedge_inside")
        return hit is not None and hit[0] == end and self.reading.word(at) != "+"

    def _closed(self, amount: Amount, end: int) -> Amount | None:
        if amount.indefinite and self._is_caption(amount):
            return None
        if amount.end == end:
            return amount
        hit = self.reading.starting(amount.end, "hedge_inside")
        return amount._replace(end=end, hedge=hit[1] if hit else amount.hedge)

    def _is_caption(self, amount: Amount) -> bool:
        """`(σε εκατ. ευρώ)` heads a table: an abbreviated magnitude alone after a preposition."""
        if self.reading.starting(amount.start, "indefinite") is not None:
            return False
        text = self.reading.span(amount.start, amount.end)
        abbreviated = text.endswith(".") or len(text) <= 5
        return abbreviated and self.reading.ending(amount.start, "caption") is not None

    def _signed(self, amount: Amount, floor: int, *, bullets: bool) -> Amount:
        """With the sign glued to its front, as in `-1,29%`; `bullets`: at the start of a line it is none."""
        sign = amount.start - 1
        if bullets and (sign <= 0 or "\n" in self.reading.word(sign - 1) or self.reading.norm(sign) == "+"):
            return amount
        if sign < floor or not self.reading.glued(amount.start):
            return amount
        word = self.reading.norm(sign)
        if word not in ("-", "+") or (
            self.reading.glued(sign) and _LETTER.match(self.reading.word(sign - 1)[-1:])
        ):
            return amount
        if word == "+":
            return amount._replace(start=sign)
        if amount.low != amount.high:
            return amount._replace(start=sign, low=-amount.low)
        return amount._replace(start=sign, low=-amount.low, high=-amount.high)

    def prefixed_range(self, first: Amount, unit: UnitForm) -> Amount:
        """`$2-3 δισ.`, `€1 δισ. έως €2 δισ.`: the range that a prefixed number opens, or the number."""
        reading = self.reading
        joint = _joint(reading, first.end, first.start)
        if joint is None:
            return first
        hit = reading.starting(joint, "unit")
        if hit is not None and hit[1].unit == unit.unit:
            joint = hit[0]
        second = self.starting(joint)
        if second is None or reading.starting(second.end, "unit") is not None:
            return first
        low, high = _shared(reading, first, second)
        if low is None or high is None or low >= high:
            return first
        return second._replace(start=first.start, low=low, high=high)


_ROLES = (
    ("number", "word"),
    ("indefinite", "indefinite"),
    ("magnitude", "magnitude"),
    ("and_half", "half"),
)
_PIECES = (
    "and_half",
    "number",
    "magnitude",
    "indefinite",
    "hedge_inside",
    "range_to",
    "range_and",
    "decimal_comma",
)


def _joint(reading: Reading, at: int, start: int) -> int | None:
    """The token after the words at `at` that join two ends of a range; None where nothing does."""
    if (hit := reading.starting(at, "range_to")) is not None:
        return int(hit[0])
    if (hit := reading.starting(at, "range_and")) is not None and _after_between(reading, start):
        return int(hit[0])
    return None


def _after_between(reading: Reading, start: int) -> bool:
    if reading.ending(start, "range_between") is not None:
        return True
    article = reading.ending(start, "article")
    return article is not None and reading.ending(article[0], "range_between") is not None


def _shared(reading: Reading, first: Amount, second: Amount) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a range, where the first end takes the magnitude that only the second says."""
    low, high = first.low, second.high
    if first.indefinite or second.indefinite:
        return None, None
    own = any(
        reading.starting(t, "magnitude") is not None or reading.starting(t, "indefinite") is not None
        for t in range(first.start, first.end)
    )
    if not own:
        low *= _magnitude_of(reading, second)
        if low == first.low and _grouped_thousands(reading, second) and low < 1000 and second.low > low * 10:
            low *= 1000  # `20-30.000`
    return low, high


def _magnitude_of(reading: Reading, amount: Amount) -> Decimal:
    factor = Decimal(1)
    for token in range(amount.start, amount.end):
        hit = reading.starting(token, "magnitude")
        if hit is not None and hit[0] <= amount.end:
            factor *= hit[1]
    # two-part amounts and words such as `δύο χιλιάδες πεντακόσια` share no magnitude
    return factor if reading.ending(amount.end, "magnitude") is not None else Decimal(1)


def _grouped_thousands(reading: Reading, amount: Amount) -> bool:
    return re.fullmatch(r"\d{1,3}\.000", reading.span(amount.start, amount.start + 1)) is not None


def _joined(reading: Reading, found: list[Found]) -> list[Found]:
    """`7% έως 8%`: two quantities of one unit with a range word between them are one range."""
    result: list[Found] = []
    for item in found:
        if result:
            last = result[-1]
            # a dash right before a number of its own is the joint of a range, not a sign
            start = item.start + 1 if item.amount.low < 0 and _is_dash(reading, item) else item.start
            low, high = last.amount.low, item.amount.high
            if start != item.start:
                high = -high
            same = last.unit.kind == item.unit.kind and last.unit.unit == item.unit.unit
            if same and _joint_tokens(reading, last, start) and last.amount.low == last.amount.high:
                low, high = low * last.unit.factor / last.unit.per, high * item.unit.factor / item.unit.per
                low, high = min(low, high), max(low, high)
                if low < high and not last.amount.indefinite and not item.amount.indefinite:
                    one = UnitForm(
                        **{**item.unit.__dict__, "factor": Decimal(1), "per": Decimal(1)},
                    )
                    amount = item.amount._replace(start=last.start, low=low, high=high)
                    result[-1] = Found(last.start, item.end, amount, one)
                    continue
        result.append(item)
    return result


def _is_dash(reading: Reading, item: Found) -> bool:
    return item.start > 0 and reading.glued(item.start) and reading.norm(item.start) == "-"


def _joint_tokens(reading: Reading, last: Found, start: int) -> bool:
    joint = _joint(reading, last.end, last.start)
    return joint is not None and joint == start


# -- qualifiers -------------------------------------------------------------------------------


def _qualifier(reading: Reading, found: Found) -> str:
    amount = found.amount
    if amount.low != amount.high:
        return "range"
    if amount.indefinite:
        return "indefinite"
    return amount.hedge or _hedge_before(reading, found.start) or _hedge_after(reading, found.end) or "exact"


def _hedge_before(reading: Reading, start: int) -> str | None:
    """The qualifier of the hedge that leads up to a number."""
    at = start
    only_articles = True
    for _ in range(_MOST_CONTEXT):
        hit = reading.ending(at, "hedge_before")
        # `ξεπέρασε κατά 15%` says by how much: no filler may stand between a verb and its object
        gap = reading.ending(at, "hedge_gap") if only_articles else None
        if hit is not None and (gap is None or hit[0] <= gap[0]):
            hedge: Hedge = hit[1]
            return None if hedge.comparative and _compares(reading, hit[0]) else hedge.qualifier
        if gap is not None:
            return str(gap[1].qualifier)
        step = reading.ending(at, "article")
        if step is None:
            step, only_articles = reading.ending(at, "filler"), False
        if step is None:
            break
        at = step[0]
    return _hedge_over_gap(reading, start)


def _compares(reading: Reading, at: int) -> bool:
    """`20% περισσότερα από τα 40 TOPS` compares with 40 TOPS and does not qualify it."""
    return at > 0 and reading.ending(at, "unit") is not None


def _hedge_over_gap(reading: Reading, start: int) -> str | None:
    """A verb such as `ξεπερνά` a few words before the article of its object."""
    article = reading.ending(start, "object")
    if article is None:
        return None
    at = article[0]
    for _ in range(_MOST_CONTEXT):
        hit = reading.ending(at, "hedge_gap")
        if hit is not None and hit[1].gap >= article[0] - at:
            return str(hit[1].qualifier)
        at -= 1
        if at <= 0 or not reading.word(at)[0].isalnum():
            break
    return None


def _hedge_after(reading: Reading, end: int) -> str | None:
    """The qualifier of a hedge right after the unit: `και άνω`, or a plus sign glued to it."""
    hit = reading.starting(end, "hedge_after")
    if hit is not None:
        # `… 5% τουλάχιστον 6%`: a hedge with a number of its own behind it belongs to that number
        return str(hit[1])
    glued_plus = end < len(reading) and reading.word(end) == "+" and reading.glued(end)
    return "at_least" if glued_plus else None


def _without_overlap(facts: list[QuantityFact]) -> list[AnyFact]:
    """In order of place; of facts of one kind that overlap the longest stays."""
    facts.sort(key=lambda f: (f.start_char, -f.end_char))
    kept: list[AnyFact] = []
    last: dict[str, int] = {}
    for fact in facts:
        if fact.start_char >= last.get(fact.kind, 0):
            kept.append(fact)
            last[fact.kind] = fact.end_char
    return kept


# -- contexts ---------------------------------------------------------------------------------


class ContextRules:
    """Runs the `only_if` and `never_if` patterns of the files with spaCy's Matcher."""

    def __init__(self, vocab: Vocab) -> None:
        """No rules yet."""
        self._vocab = vocab
        self._rules: list[tuple[list[tuple[str, Matcher]], list[tuple[str, Matcher]]]] = []

    def add(self, rules: Rules) -> int:
        """Compile rules; returns their number for `allow`."""
        self._rules.append((self._compiled(rules.only_if), self._compiled(rules.never_if)))
        return len(self._rules) - 1

    def add_any(self, rules: Rules | None) -> list[int]:
        """As `add`, for rules that may be missing or empty."""
        return [self.add(rules)] if rules is not None and (rules.only_if or rules.never_if) else []

    def _compiled(self, contexts: Iterable[Context]) -> list[tuple[str, Matcher]]:
        sides: list[tuple[str, Matcher]] = []
        for side in ("before", "after"):
            patterns = [getattr(c, side) for c in contexts if getattr(c, side)]
            if patterns:
                matcher = Matcher(self._vocab)
                matcher.add(side, patterns)
                sides.append((side, matcher))
        return sides

    def allow(self, reading: Reading, start: int, end: int, numbers: Sequence[int]) -> bool:
        """Whether the tokens around `start` to `end` let a fact stand there."""
        for number in numbers:
            only_if, never_if = self._rules[number]
            if only_if and not any(_fits(reading, start, end, *rule) for rule in only_if):
                return False
            if any(_fits(reading, start, end, *rule) for rule in never_if):
                return False
        return True


def _fits(reading: Reading, start: int, end: int, side: str, matcher: Matcher) -> bool:
    doc = reading.doc
    if side == "before":
        window = doc[max(0, start - _MOST_CONTEXT) : start]
        return any(stop == len(window) for _, _, stop in matcher(window)) if len(window) else False
    window = doc[end : end + _MOST_CONTEXT]
    return any(first == 0 for _, first, _ in matcher(window)) if len(window) else False
