"""Latin names without an article of their own: `οι Alba και Betora`, or at the head of a line."""

from collections.abc import Iterator, Sequence, Set

from newsfacts.meaning.mentions import NEAR_WORD, Seen, words_before
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_AROUND, _BEFORE = 60, 30
"""So many letters behind a name its verb lies, so many before it the noun of what it is."""


class SideBySide:
    """What the files say of firms that are named together, or in a headline."""

    def __init__(self, words: OwnerWords) -> None:
        """From the words of the files in use."""
        self._several = folded_forms(words.several) | folded_forms(words.trades)
        self._acts = folded_forms(words.firm_acts) - folded_forms(words.thing_acts)
        self._between = folded_forms(words.between_acts)
        self._many = folded_forms(words.subject)
        self._plans, self._all = folded_forms(words.firm_plans), folded_forms(words.many)
        self._with, self._that = folded_forms(words.with_means), folded_forms(words.subjunctive)

    def told(self, seen: Sequence[Seen], text: str) -> list[Seen]:
        """The names, those raised to companies that are told of as `οι όμιλοι Alba και Betora`, or act so.

        As in `Οι Alba και Betora επένδυσαν` and, in a headline, `Alba επενδύει`.
        """
        raised: set[int] = set()
        acting: set[int] = set()
        people = {one.words[-1] for one in seen if len(one.words) > 1 or one.person}
        for run in self._runs(seen, text, people):
            first, last = seen[run[0]].mention, seen[run[-1]].mention
            before = words_before(text, first.start, _BEFORE)
            led = len(run) > 1 and not self._several.isdisjoint(before[-1:])
            heads = text[: first.start].endswith("\n") or first.start == 0
            begins = heads or (len(run) > 1 and not self._many.isdisjoint(before[-1:]))
            acts = begins and self._act(last.end, text)
            acts = acts or (len(run) > 1 and self._acted(before, text[last.end : last.end + _AROUND]))
            raised |= set(run) if led or acts else set()
            acting |= set(run) if acts or (led and not self._many.isdisjoint(before[-2:-1])) else set()
        return [self._raised(one, k in acting) if k in raised else one for k, one in enumerate(seen)]

    def _acted(self, before: Sequence[str], behind: str) -> bool:
        """`επένδυση σχεδιάζουν οι Alba και Betora`, `με τις Alba και Betora να υποχωρούν`."""
        led, article = (["", *before])[-2:]
        if article not in self._all:
            return False
        acts = article in self._many and led in self._acts | self._plans
        return acts or (led in self._with and fold_once(behind.strip().split(" ")[0]) in self._that)

    def _raised(self, one: Seen, acting: bool) -> Seen:
        mention = one.mention._replace(case="subject", jointly=True) if acting else one.mention
        return one._replace(score=max(one.score, 1), mention=mention)

    def _runs(self, seen: Sequence[Seen], text: str, people: Set[str]) -> Iterator[Sequence[int]]:
        """Names that only commas and conjunctions part, of which nothing tells what they are."""
        run: list[int] = []
        for k, one in enumerate(seen):
            plain = one.score == 0 and one.words[0].isascii() and one.words[-1] not in people
            if not (run and plain and self._follows(seen[k - 1], one, text)):
                if run:
                    yield run
                run = []
            if plain:
                run.append(k)
        if run:
            yield run

    def _follows(self, last: Seen, one: Seen, text: str) -> bool:
        return one.mention.joined or text[last.mention.end : one.mention.start] == ", "

    def _act(self, end: int, text: str) -> bool:
        """Whether what only firms do stands right behind."""
        if text[end : end + 1] != " ":
            return False
        norms = map(fold_once, NEAR_WORD.findall(text, end, end + _AROUND))
        return next((norm for norm in norms if norm not in self._between), "") in self._acts
