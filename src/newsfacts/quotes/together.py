"""Several who say one thing: `ο Χ και η Ψ δήλωσαν`."""

from itertools import pairwise
from typing import Any

from newsfacts.quotes.candidates import NAMED, between
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import name_at
from newsfacts.quotes.remembered import Remembered, jointly


class Together(Remembered):
    """Joins subjects of a verb in the plural."""

    def _together(self, mention: Mention, cue: Any) -> tuple[Speaker, int]:
        """Who a subject means, with those joined to it where the verb is plural; where the last one ends."""
        alone = self.resolve(mention), mention.end
        if not cue.plural or mention.kind not in ("person", "organization", "nameless"):
            return alone
        if mention.plural and mention.kind == "nameless":
            return alone
        joined = [mention]
        while (before := self._joined_before(joined[0])) is not None and len(joined) < 6:
            joined.insert(0, before)
        while (after := self._joined_after(joined[-1])) is not None and len(joined) < 6:
            joined.append(after)
            if self._by_and(*joined[-2:]) and self.page.norm(after.end) == ",":
                break  # `όπως λένε ο Χ και η Ψ, ο Ω …`
        if not any(self._by_and(one, other) for one, other in pairwise(joined)):
            return alone  # `όπως λένε τα ΜΜΕ, ο Χ …`
        return jointly([self.resolve(m) for m in joined]), max(mention.end, joined[-1].end)

    def _joined_before(self, mention: Mention) -> Mention | None:
        joint = self._past_joints(mention.start - 1, -1)
        if joint == mention.start - 1:
            return None
        for other in between(self.cast, max(self.first, joint - 30), joint + 1):
            if other.end == joint + 1 and other.kind in NAMED and (other.subject or not other.case):
                return other
        return None

    def _joined_after(self, mention: Mention) -> Mention | None:
        page, at = self.page, self._past_joints(mention.end)
        if at == mention.end or at >= self.end:
            return None
        other = self.at(at, self.end)
        if other is None and mention.plural and mention.name and page.is_capital(at):
            name = name_at(page, at, self.end)
            other = Mention(at, name[1], mention.kind, name=name) if name else None
        return other if other and other.kind in NAMED and (other.subject or not other.case) else None
