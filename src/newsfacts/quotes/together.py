"""Several who say one thing: `ο Χ και η Ψ δήλωσαν`."""

from itertools import pairwise
from typing import Any

from newsfacts.quotes.candidates import NAMED, between
from newsfacts.quotes.cast import Speaker, jointly
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import name_at
from newsfacts.quotes.remembered import Remembered

_MANY = 6


class Together(Remembered):
    """Joins subjects of a verb in the plural."""

    def _together(self, mention: Mention, cue: Any) -> tuple[Speaker, int]:
        """Who a subject means, with those joined to it where the verb is plural; where the last one ends."""
        alone = self.resolve(mention), mention.end
        several = cue.plural or (cue.what == "verb" and cue.says.form == "gerund")
        if not several or mention.kind not in ("person", "organization", "nameless"):
            return alone
        if mention.plural and mention.kind == "nameless":
            return alone
        joined = [mention]
        while (before := self._joined_before(joined[0])) is not None and len(joined) < _MANY:
            joined.insert(0, before)
        return self._all_of(joined, joined[0].case) or alone

    def joined(self, mention: Mention) -> tuple[Speaker, int]:
        """Who is named, in any case, with those joined to him by `and` behind it; where the last one ends.

        `σύμφωνα με τον Χ και την Ψ`, `με τις Χ και Ψ να δηλώνουν`, `Χ και Ψ: «Q»`.
        """
        alone = self.resolve(mention), mention.end
        if mention.kind not in ("person", "organization"):
            return alone
        # of a neuter article that stands behind a word such as `με` the case is known
        case = "accusative" if mention.gender == "n" and mention.case == "nominative" else mention.case
        return self._all_of([mention], case) or alone

    def _all_of(self, joined: list[Mention], case: str) -> tuple[Speaker, int] | None:
        """Those named side by side, with those behind them; None where no conjunction joins them."""
        while (after := self._joined_after(joined[-1], case)) is not None and len(joined) < _MANY:
            joined = [*joined, after]
            if self._by_and(*joined[-2:]) and self.page.norm(after.end) == ",":
                break  # `όπως λένε ο Χ και η Ψ, ο Ω …`
        if not any(self._by_and(one, other) for one, other in pairwise(joined)):
            return None  # `όπως λένε τα ΜΜΕ, ο Χ …`
        return jointly([self.resolve(m) for m in joined]), joined[-1].end

    def _joined_before(self, mention: Mention) -> Mention | None:
        joint = self._past_joints(mention.start - 1, -1)
        if joint == mention.start - 1:
            return None
        for other in between(self.cast, max(self.first, joint - 30), joint + 1):
            if other.end == joint + 1 and other.kind in NAMED and (other.subject or not other.case):
                return other
        return None

    def _joined_after(self, mention: Mention, case: str) -> Mention | None:
        page, at = self.page, self._past_joints(mention.end)
        if at == mention.end or at >= self.end:
            return None
        other = self.at(at, self.end)
        if other is None and mention.plural and mention.name and page.is_capital(at):
            name = name_at(page, at, self.end)
            other = Mention(at, name[1], mention.kind, name=name) if name else None
        if other is None or other.kind not in NAMED:
            return None
        either = other.gender == "n" and case != "genitive"
        same = other.case in ("", case or "nominative") or either
        return other if same else None
