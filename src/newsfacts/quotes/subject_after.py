"""The subject that follows its verb: `δήλωσε (στο Χ) ο S`."""

from typing import Any

from newsfacts.quotes.candidates import (
    between,
    can_speak,
)
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.together import Together


class SubjectAfter(Together):
    """Looks for a subject behind a verb."""

    def after(self, cue: Any, *, near: bool = False) -> Speaker | None:
        """The subject that follows a verb: `δήλωσε (στο Χ) ο S`."""
        page, words = self.page, self.words
        self.stop = token = cue.end
        limit = min(self.end, cue.end + (12 if near else 24))
        while page.norm(token) in words.adverbs and page.norm(token) not in words.articles and token < limit:
            token += 1
        bare = self.at(token, self.end)
        if bare and (not bare.case or bare.kind == "same") and self._bare_after(bare):
            self.stop = bare.end
            return self._together(bare, cue)
        while token < limit:
            norm = page.norm(token)
            around = page.opens.get(token)
            if around and around.close - token < 7 and page.norm(token - 1) in words.articles:
                token, limit = around.close + 1, min(self.end, limit + around.close - token)
                continue  # `λέει στο «Βήμα» η Χ`
            if around or norm in (".", ":", ";") or "\n" in page.word(token) or norm in words.that:
                break
            if norm in words.agent and token == cue.end and cue.plural:
                mention = self.at(token + 1, self.end)
                if mention and mention.kind in ("organization", "company"):
                    self.stop = mention.end
                    return self.resolve(mention)
            if norm in words.relatives and (past := self._past_relative(token)) is not None:
                self.stop = past.end
                return self._together(past, cue)
            if page.form(token, "quote.role") and page.word(token).islower():
                if cue.plural or page.norm(token - 1) in words.indefinite:
                    mention = self.at(token, self.end)
                    if mention and mention.kind == "nameless" and page.norm(token - 1) not in words.articles:
                        self.stop = mention.end
                        return self.resolve(mention)
            if norm == "," and page.norm(token + 1) in words.adverbs and page.norm(token + 2) == ",":
                token += 3
                continue
            if norm == "," and not self._names_next(token + 1, near=near):
                break
            if page.form(token, "quote.verb") and token > cue.end and not page.is_capital(token):
                break
            if norm in words.subject and not page.is_or(token):
                mention = self.at(token, self.end)
                if mention and can_speak(page, mention):
                    self.stop = mention.end
                    return self._together(mention, cue)
                if mention and norm not in words.neuter:
                    self.stop = mention.end
                    return self._by_noun(mention)
            token += 1
        return None

    def _past_relative(self, token: int) -> Mention | None:
        """`στο βήμα που έστησε η Χ ο Ψ`: of the subjects that follow a relative pronoun the last one."""
        page, words = self.page, self.words
        limit = min(self.end, token + 30)
        found = [
            m
            for m in between(self.cast, token, limit)
            if m.subject and can_speak(page, m) and m.kind != "company" and m.gender != "n"
        ]
        if len(found) > 1 and page.norm(found[-1].start - 1) not in words.and_:
            return found[-1]
        behind = found and page.norm(found[-1].start - 1) == ","
        return found[-1] if behind else None

    def _by_noun(self, noun: Mention) -> Speaker:
        """`απάντησε ο πωλητής`: somebody told by a noun that no list has."""
        page, at = self.page, noun.start + 1
        thing = page.norm(at) in self.words.documents or page.norm(at) in self.words.reports
        many = page.norm(at) in self.words.indefinite or not page.word(at).islower()
        if thing or many or noun.gender == "n":
            return Speaker()
        starts, ends = page.reading.starts, page.reading.ends
        return Speaker(role=page.word(at), start=starts[at], end=ends[at])

    def _names_next(self, token: int, *, near: bool) -> bool:
        """Whether what follows a comma may go on to the subject: no clause, and no gerund."""
        page, words = self.page, self.words
        if page.norm(token) in words.after_comma or page.norm(token).endswith(words.gerund_endings):
            return not near and page.norm(token) in words.speaking
        return not near

    def _bare_after(self, mention: Mention) -> bool:
        if mention.kind in ("person", "organization"):
            return (
                self.page.is_capital(mention.start)
                or mention.titled
                or self.page.norm(mention.start) in self.words.indefinite
            )
        return mention.kind in ("nameless", "same")
