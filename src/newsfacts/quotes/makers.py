"""Whose document speaks: `έκθεση της Χ`, `μελέτη που εκπόνησε η Χ`, `η έρευνα` that was named before."""

from bisect import bisect_left

from newsfacts.quotes.candidates import NAMED, SPEAK, between, can_speak
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.looks import is_medium
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.together import Together

TO_NOUN = 6
"""So many tokens from an article on stands the noun: `την πιο πρόσφατη, ετήσια έκθεση`."""
_FAR_BACK = 300
_LONGEST_TITLE, _NEAR, _BACK = 10, 12, 30


class Makers(Together):
    """Looks for the makers of documents."""

    def _whose_document(self, token: int) -> Mention | None:
        """`δείχνει (νέα) έρευνα της Χ`: whose document speaks, right behind the verb."""
        page, words = self.page, self.words
        article = page.norm(token) in words.subject
        noun = token + article
        if page.norm(noun) not in words.reports:
            noun += page.word(noun).islower() and page.norm(noun) not in words.prepositions
        return self.author(noun, noun + 6) if page.norm(noun) in words.reports else None

    def author(self, start: int, end: int) -> Mention | None:
        """Whose document a text begins with: `(τη νέα) έκθεση της Χ`; None where it is none, or nobody's."""
        page, words = self.page, self.words
        head = next(
            (k for k in range(start, min(start + TO_NOUN, end)) if page.norm(k) in words.reports), None
        )
        before = page.norm(head - 1) if head is not None else ""
        named = before in words.own_divisions or before in words.companies or before in words.hints
        if head is None or named or self._is_in_role(head):
            return None  # `ο διευθυντής του Τμήματος Έρευνας της Χ`, `η εταιρεία έρευνας Χ`
        if page.norm(head + 1) in words.agent and page.norm(head) not in words.rumours:
            return self._named_at(head + 2, end)  # `έρευνα από τη Χ`
        if counted := self._counted(head + 1, end):
            return counted
        start = self._past_title(head + 1, end)
        for token in range(start, min(start + 9, end)):
            if not page.word(token)[:1].isalpha() or page.norm(token) in words.subject_not_neuter:
                return None  # `σύμφωνα με τα στοιχεία οι πωλήσεις της Χ αυξήθηκαν`
            if page.norm(token) in words.relatives:
                return self._maker(token + 1, end)
            owner = self._named_at(token, end) if page.norm(token) in words.genitive else None
            if owner is not None and token < start + 5:
                # `τα αποτελέσματα του Χ έδειξαν αναιμία`
                told_of = owner.kind == "person" and page.norm(head) in words.outcomes and token == start
                return None if told_of else owner
        return None

    def _counted(self, at: int, end: int) -> Mention | None:
        """`οι προβλέψεις έξι αναλυτών`: people without a name behind how many they are."""
        number = self.page.norm(at) in self.words.several or self.page.word(at).isdigit()
        people = self.at(at + 1, end) if number else None
        known = people is not None and people.kind == "nameless" and people.role is not None
        return people if known and is_genitive(self.page, at + 1) else None

    def _is_in_role(self, noun: int) -> bool:
        """`ο διευθυντής έρευνας και ανάπτυξης της Χ`: a noun that says what somebody's role is of."""
        row = bisect_left(self.cast.starts, noun) - 1
        role = self.cast.mentions[row].role if row >= 0 else None
        return role is not None and role[0] < noun < role[1]

    def _past_title(self, at: int, end: int) -> int:
        """`έκθεση «Τα δίκτυα» της Χ`, `έρευνα State of Chips 2025 της Χ`: past a document's title."""
        page = self.page
        if at in page.opens:
            return page.opens[at].close + 1
        stop = at if page.is_capital(at) else end
        while stop < min(at + _LONGEST_TITLE, end) and (page.word(stop).isascii() or page.is_capital(stop)):
            stop += 1
        return stop if page.norm(stop) in self.words.genitive | self.words.relatives else at

    def known_author(self, at: int) -> Mention | None:
        """`έρευνα της Χ δείχνει … Η έρευνα αναφέρει ότι`: who made the document that is named again.

        A survey may be named by another noun, `η μελέτη`, where the text has one maker of such only.
        """
        page, words = self.page, self.words
        small = page.word(at - 1).islower() and page.norm(at - 2) in words.articles  # `η σχετική έκθεση`
        norm, named = page.norm(at), small or page.norm(at - 1) in words.articles | words.same
        if norm not in words.reports or not named or page.norm(at + 1) in words.genitive:
            return None
        before = range(at - 2, max(-1, at - _FAR_BACK), -1)
        for token in before:
            author = self._author_at(token) if page.stem(token) == page.stem(at) else None
            if author is not None:
                return author
        if norm in words.passes_on:
            return self._medium_before(at)
        if norm not in words.surveys:
            return None
        found = [one for k in before if page.norm(k) in words.surveys and (one := self._author_at(k))]
        names = {self.resolve(author).name for author in found}
        return found[0] if len(names) == 1 else None

    def _medium_before(self, at: int) -> Mention | None:
        """`σύμφωνα με το πρακτορείο Χ … αναφέρει το δημοσίευμα`: the medium that the text named last."""
        found = between(self.cast, max(0, at - _FAR_BACK), at - 1)
        media = [m for m in found if m.kind == "organization" and m.name and is_medium(self.page, m.name[0])]
        return media[-1] if media else None

    def told_in(self, head: int) -> Mention | None:
        """`ανακοίνωση της Χ, στην οποία αναφέρεται ότι C`: whose document a clause tells of."""
        page, words = self.page, self.words
        if page.norm(head - 1) not in words.relatives or page.norm(head - 2) not in words.inside:
            return None
        comma = head - 3
        nouns = range(comma - 1, max(self.first, comma - _NEAR) - 1, -1) if page.norm(comma) == "," else ()
        noun = next((k for k in nouns if page.norm(k) in words.reports), None)
        return self._author_at(noun) if noun is not None else None

    def document_noun(self, at: int) -> int:
        """`η σχετική έκθεση`: the noun of a document behind a word in small letters; else the word itself."""
        page, words = self.page, self.words
        if not self.is_document(at + 1) or page.norm(at) in words.reports or page.norm(at) in words.genitive:
            return at
        return at + 1 if page.word(at).islower() else at

    def is_document(self, at: int) -> bool:
        """Whether a noun of a document stands at a token: `έκθεση`, `ανακοίνωση`."""
        return self.page.norm(at) in self.words.documents or self.page.norm(at) in self.words.reports

    def told_by(self, noun: int) -> Speaker | None:
        """`Η Χ τόνισε ότι … «Q», αναφέρει η ανακοίνωση`: the body that spoke last, whose document it is."""
        return self._body_last() if self.page.norm(noun) in self.words.reports else None

    def _body_last(self) -> Speaker | None:
        """The organisation that spoke last, if no person did."""
        last = self.spoken[-1][1] if self.spoken else None
        return last if last is not None and last.type == "organization" else None

    def told_again(self, opening: int) -> Speaker | None:
        """`Στην ίδια ανακοίνωση αναφέρεται ότι`: the body that spoke last, in a document named again."""
        page, words = self.page, self.words
        noun = opening + 1 + (page.norm(opening + 1) in words.same)
        told = page.norm(noun) in words.reports or page.form(noun, "quote.statement")
        alone = page.norm(opening) in words.inside and page.norm(noun + 1) not in words.genitive
        return self._body_last() if told and alone else None

    def in_document(self, at: int) -> tuple[Speaker, int] | None:
        """`τονίζεται στην ανακοίνωση (της Χ)`, `… ανακοίνωσή της`: who made it, and where that is told."""
        noun = self.document_noun(at + 1)
        if self.page.norm(at) not in self.words.inside or not self.is_document(noun):
            return None
        if author := self.author(noun, self.end):
            return self.resolve(author), author.end
        if self.page.norm(noun + 1) in self.words.clitics:
            whose = self.remembered(noun)
            return (whose, noun + 2) if whose else None
        known = self.known_author(noun)
        whose = self.resolve(known) if known else self.told_again(at)
        return (whose, noun + 1) if whose else None

    def tells_maker(self, at: int) -> bool:
        """Whether what follows a statement that ends at a token says whose it is, and is no clause.

        `σύμφωνα με (την) ανακοίνωση | της Χ (η τιμή πέφτει)`, `… | που εκδόθηκε από τη Χ`.
        """
        page, words = self.page, self.words
        if page.norm(at) in words.relatives:
            return page.norm(at + 1) in words.made
        return page.norm(at) in words.genitive and page.verb(at - 1) is None

    def of_statement(self, at: int) -> Mention | None:
        """Who made a statement that ends at a token, where what follows says it."""
        made = self.page.norm(at) in self.words.relatives
        return self.author(at - 1, self.end) if made else self._named_at(at, self.end)

    def document_in(self, first: int, end: int) -> Mention | None:
        """`Η Χ εξέδωσε ανακοίνωση`: who made the document that a stretch names last."""
        nouns = range(end - 1, max(first, end - _BACK) - 1, -1)
        noun = next((k for k in nouns if self.page.norm(k) in self.words.reports), None)
        return self._author_at(noun) if noun is not None else None

    def _author_at(self, noun: int) -> Mention | None:
        """Who made the document that is named at a token, in its own sentence."""
        return self.author(noun, noun + 12) or self._presented(noun)

    def _presented(self, noun: int) -> Mention | None:
        """`Η Χ δημοσίευσε την έκθεσή της`, `Η έρευνα έγινε από τη Χ`: who made it, told by a verb."""
        page, words = self.page, self.words
        first, end = page.sentence(noun)
        first, end = max(first, noun - _BACK), min(end, noun + _BACK)
        own = page.norm(noun + 1) in words.clitics and not is_genitive(page, noun + 2)
        own = own or (page.norm(noun - 1) in words.clitics and not is_genitive(page, noun))
        start = max((k for k in range(first, noun) if page.norm(k) in words.inner | {","}), default=first)
        if own or any(page.norm(k) in words.makes for k in range(max(start, noun - _NEAR), noun)):
            subjects = [m for m in between(self.cast, first, noun) if m.subject and can_speak(page, m)]
            return next((m for m in reversed(subjects) if m.kind in SPEAK), None)
        made = next((k for k in range(noun + 1, min(noun + _NEAR, end)) if page.norm(k) in words.made), end)
        by = next((k for k in range(made + 1, min(made + _NEAR, end)) if page.norm(k) in words.agent), end)
        return self._named_at(by + 1, end)

    def _maker(self, start: int, end: int) -> Mention | None:
        """`μελέτη που εκπόνησε (πέρσι) η Χ`, `που διεξήχθη από τη Χ`: who made it, in the same clause.

        A neuter name is its subject only behind a verb of making: `στοιχεία που αφορούν το Χ`, and nobody
        is behind a passive one: `στοιχεία που δόθηκαν χθες η Χ έχει κέρδη`.
        """
        page, words = self.page, self.words
        makes, made = page.norm(start) in words.makes, page.norm(start) in words.made
        someone = self.at(start + 1, end) if makes else None
        if someone is not None and someone.kind == "nameless" and not someone.case:
            return someone  # `στοιχεία που έδωσε κυβερνητική πηγή`
        for token in range(start + 1, min(start + 12, end)):
            norm = page.norm(token)
            if norm in (",", ":", '"') or norm in words.inner:
                return None
            if made and norm in words.agent:
                return self._named_at(token + 1, end)
            if norm in words.subject_not_neuter:
                return None if made else self._named_at(token, end)
            if makes and norm in words.subject:
                house = self._named_at(token, end)
                return house if house is not None and can_speak(page, house) else None
        return None

    def _named_at(self, token: int, end: int) -> Mention | None:
        """Somebody named at a token, by whatever he is called."""
        mention = self.at(token, end)
        return mention if mention is not None and mention.kind in NAMED else None
