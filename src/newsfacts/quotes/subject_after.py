"""The subject that follows its verb: `δήλωσε (στο Χ) ο S`."""

from typing import Any

from newsfacts.quotes.bare_roles import begins_subject, is_bare_subject, is_somebody
from newsfacts.quotes.candidates import NAMED, between, can_speak, is_object
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.looks import comma_before_verb
from newsfacts.quotes.makers import Makers
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.page import Marks
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.relatives import is_its_subject

_LONGEST = 7


class SubjectAfter(Makers):
    """Looks for a subject behind a verb."""

    def after(self, cue: Any, *, near: bool = False) -> tuple[Speaker, int] | None:
        """The subject that follows a verb, and where it ends: `δήλωσε (στο Χ) ο S`."""
        page, words = self.page, self.words
        token = cue.end
        limit = min(self.end, cue.end + (12 if near else 24))
        while page.norm(token) in words.adverbs and page.norm(token) not in words.articles and token < limit:
            token += 1
        token = self._passed(token)
        if author := self._whose_document(token):
            return self.resolve(author), author.end
        if cue.what == "verb" and cue.says.reported:
            who = token + 1 if page.norm(token) in words.agent else self.end
            by = self._named_at(who, self.end) or self._described(who, aside=True)
            return self._found(by, cue) if by else self.in_document(token)  # `«Q», επισημάνθηκε από τον Χ`
        start, bare = token, self.at(token, self.end) or self._described(token, aside=cue.aside)
        may = bare is not None and (not bare.case or (bare.kind == "same" and bare.subject))
        if bare and may and is_bare_subject(page, bare, plural=cue.plural):
            return self._found(bare, cue)
        relative = 0
        while token < limit:
            relative = relative or token * (page.norm(token) in words.relatives)
            passed = self._passed(token)
            if passed > token:
                token, limit = passed, min(self.end, limit + passed - token)
                continue
            if self._closes(cue, token, near=near):
                break
            mention = (special := self._special(cue, token)) or self._subject_at(token)
            if mention is not None and self._is_others(mention, cue, 0 if special else relative):
                relative, token = 0, mention.end
                continue
            if mention is not None and mention.kind == "noun":
                known = self.is_document(self.document_noun(mention.start + 1))
                if relative or (cue.aside and not known and not comma_before_verb(page, mention.end)):
                    break  # `τονίζει την ανάγκη που φέρνει η τεχνολογία`, `όπως είπε η κρίση θα περάσει`
            if mention is not None:
                return self._found(mention, cue)
            token += 1
        return self._indefinite(start, token) if cue.aside and page.norm(token) == "," else None

    def _is_others(self, mention: Mention, cue: Any, relative: int) -> bool:
        """Whether it is the verb's object, or the subject of the relative clause whose pronoun is given.

        `χαρακτήρισε το δίκτυο «Χ»`, `προειδοποίησε το Χ ο Ψ`, `δήλωσε σε εκδήλωση που οργάνωσε η Ψ (ο Χ)`.
        """
        if mention.gender == "n" and is_object(self.page, cue, mention):
            return True
        own = relative > 0 and mention.kind != "noun" and cue.what == "verb"  # `ανακοίνωση που εξέδωσε η Χ`
        return own and is_its_subject(self.page, relative, mention.start)

    def skip(self, start: int, limit: int) -> int:
        """Past the subject and adverbs right after a verb."""
        page, words = self.page, self.words
        while start < limit and page.norm(start) in words.adverbs:
            start += 1
        mention = self.at(start, limit) if page.norm(start) in words.subject_not_neuter else None
        if mention and mention.kind in NAMED and mention.end <= limit:
            start = mention.end
        while start < limit and page.norm(start) in words.adverbs_and_comma:
            start += 1
        return start

    def _found(self, mention: Mention, cue: Any) -> tuple[Speaker, int]:
        """Who a subject means, and where it ends."""
        at = self.document_noun(mention.start + 1)
        if mention.kind != "noun" and not (mention.kind == "same" and at > mention.start + 1):
            return self._together(mention, cue)
        end = max(mention.end, at + 1)
        author = self.author(at, self.end) or self.known_author(at)  # `συνεχίζει η δήλωση του Χ`
        if author and author.end <= at:
            return self.resolve(author), end
        return (self.resolve(author), author.end) if author else (self._by_noun(mention, at), end)

    def _passed(self, token: int) -> int:
        """Past a name in marks (`λέει στο «Βήμα» η Χ`) or an adverb between commas; else the token itself."""
        page = self.page
        around = page.opens.get(token)
        titled = around and (page.norm(token - 1) in self.words.articles or page.word(token - 1).islower())
        if around and titled and around.close - token < 7 and self._names_title(around):
            return around.close + 1
        adverb = page.norm(token + 1) in self.words.adverbs and page.norm(token + 2) == ","
        return token + 3 if page.norm(token) == "," and adverb else token

    def _names_title(self, marks: Marks) -> bool:
        """`λέει στην εφημερίδα «Βήμα» η Χ`: whether words in marks are written as a title is."""
        page = self.page
        long = [k for k in range(marks.open + 1, marks.close) if len(page.word(k)) > 3]
        return all(page.is_capital(k) for k in long) or page.norm(marks.open - 1) in self.words.articles

    def _closes(self, cue: Any, token: int, *, near: bool) -> bool:
        """Whether no subject of the verb can follow a token."""
        page, norm = self.page, self.page.norm(token)
        if (
            (norm == '"' and token not in page.closes)
            or norm in (".", ":", ";")
            or "\n" in page.word(token)
            or norm in self.words.that
        ):
            return True
        if norm == "," and not self._names_next(token + 1, near=near):
            return True
        if cue.what == "verb" and cue.aside and norm in self.words.verbal:
            return True  # `όπως είπε θα μειωθούν οι τιμές`
        return page.verb(token) is not None and token > cue.end and not page.is_capital(token)

    def _special(self, cue: Any, token: int) -> Mention | None:
        """A subject without an article: `λένε από τη Χ`, `που έστησε η Χ ο Ψ`, `ανέφεραν πηγές`."""
        page, words, norm = self.page, self.words, self.page.norm(token)
        if norm in words.agent and token == cue.end and cue.plural:
            mention = self.at(token + 1, self.end)
            if mention and mention.kind in ("organization", "company"):
                return mention._replace(plural=True)
        if norm in words.relatives:
            return self._past_relative(token)
        several = cue.plural or page.norm(token - 1) in words.indefinite
        if not several and (page.is_capital(token - 1) or token - 1 in page.closes):
            # `είπε στο Χ (ανώτερο) στέλεχος της αγοράς`
            known = page.role(token) or norm in words.modifiers
            bare = (
                self.at(token, self.end)
                if known and is_somebody(page, token)
                else self._described(token, aside=False)
            )
            return bare if bare and bare.kind == "nameless" else None
        if page.word(token).islower() and page.role(token) and begins_subject(page, token, several=several):
            mention = self.at(token, self.end)
            return mention if mention and mention.kind == "nameless" else None
        return None

    def _described(self, token: int, *, aside: bool) -> Mention | None:
        """`όπως λέει κορυφαίος αναλυτής της Χ`: somebody unnamed behind a word that tells what he is like."""
        page, words, norm = self.page, self.words, self.page.norm(token)
        small = page.word(token).islower() and norm not in words.function and norm not in words.articles
        if not small or not page.role(token + 1) or page.verb(token) or not is_somebody(page, token + 1):
            return None
        mention = self.at(token + 1, self.end)
        if mention is None or mention.kind != "nameless" or mention.role is None:
            return None
        if norm.endswith(words.of_sources_endings):  # `αστυνομικές πηγές`
            mention = mention._replace(role=(token, mention.role[1]))
        return mention if not aside or page.norm(mention.end) in STOPS else None

    def _indefinite(self, start: int, comma: int) -> tuple[Speaker, int] | None:
        """`όπως μεταδίδει τοπικό κανάλι, C`: small words without an article up to a comma."""
        page, words, inside = self.page, self.words, range(start, comma)
        small = all(
            page.word(k).islower()
            and (page.norm(k) in words.genitive or page.norm(k) not in words.function | words.articles)
            for k in inside
        )
        noun = any(not page.norm(k).endswith(words.adverb_endings) for k in inside)
        if not 1 < len(inside) < _LONGEST or not small or not noun or any(page.verb(k) for k in inside):
            return None
        norms = {page.norm(k) for k in inside}
        if not words.reports.isdisjoint(norms):
            return Speaker(), comma
        if not words.documents.isdisjoint(norms):
            return None
        starts, ends = page.reading.starts, page.reading.ends
        role = page.reading.span(start, comma)
        return Speaker(role=role, start=starts[start], end=ends[comma - 1]), comma

    def _subject_at(self, token: int) -> Mention | None:
        """The subject whose article stands at a token; of neuter ones that can't speak only a document."""
        page, words = self.page, self.words
        if page.norm(token) not in words.subject or page.is_or(token):
            return None
        mention = self.at(token, self.end)
        if mention is None or can_speak(page, mention):
            return mention
        thing = page.norm(token) not in words.neuter or self.known_author(token + 1) is not None
        return mention._replace(kind="noun") if thing else None

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

    def _by_noun(self, noun: Mention, at: int) -> Speaker:
        """`απάντησε ο πωλητής`: somebody told by a noun that no list has."""
        page = self.page
        thing = self.is_document(at)
        many = page.norm(at) in self.words.indefinite or not page.word(at).islower()
        if thing or many or noun.gender == "n":
            return (self.told_by(at) if not noun.plural else None) or Speaker()
        starts, ends = page.reading.starts, page.reading.ends
        return Speaker(role=page.word(at), start=starts[at], end=ends[at])

    def _names_next(self, token: int, *, near: bool) -> bool:
        """Whether what follows a comma may go on to the subject: no clause, and no gerund."""
        page, words = self.page, self.words
        if page.norm(token) in words.after_comma or page.norm(token).endswith(words.gerund_endings):
            return not near and page.norm(token) in words.speaking
        return not near
