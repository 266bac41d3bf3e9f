"""Whose a verb is that stands in a relative clause: `ο Χ, ο οποίος δήλωσε ότι`."""

from newsfacts.quotes.candidates import SPEAK, between, can_speak
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.relatives import calls_it, owner_of, relative_before, relative_joined
from newsfacts.quotes.subject_after import SubjectAfter

_BACK, _NEAR = 30, 6


class RelativeClauses(SubjectAfter):
    """Looks for whom a relative pronoun stands for."""

    def in_relative(self, head: int, done: int) -> tuple[Speaker | None, bool] | None:
        """Whom the pronoun of the verb's relative clause stands for; None where it is in none."""
        joined = relative_joined(self.page, head, self.first)
        if joined is not None and (doer := owner_of(self.cast, joined, self.first)) is not None:
            return self.resolve(doer), True
        relative = relative_before(self.page, head, self.first)
        if relative is None or calls_it(self.page, relative, head):
            return None
        owner = owner_of(self.cast, relative, self.first) or self._document(relative, done)
        return (self.resolve(owner) if owner is not None and owner.kind != "noun" else None), True

    def _document(self, relative: int, done: int) -> Mention | None:
        """`έρευνα της Χ, σε συνεργασία με το Ψ, η οποία`: whose document a relative clause tells of."""
        page, start = self.page, max(self.first, done, relative - _BACK)
        if page.norm(relative) in self.words.articles - self.words.subject:
            return None
        reports = [k for k in range(start, relative) if page.norm(k) in self.words.reports]
        if not reports:
            return None
        return self.author(reports[-1], relative) or self._maker_of(reports[-1], start)

    def _maker_of(self, report: int, start: int) -> Mention | None:
        """`Η Χ παρουσίασε (χθες) έρευνα που δείχνει ότι`: whose act it is to make or give a document."""
        page, words = self.page, self.words
        near = range(report - 1, max(start, report - _NEAR), -1)
        verb = next((k for k in near if page.norm(k) in words.makes | words.sent), None)
        if verb is None:
            return None
        able = (m for m in reversed(between(self.cast, start, verb)) if m.subject and can_speak(page, m))
        return next((m for m in able if m.kind in SPEAK), None)
