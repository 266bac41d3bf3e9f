"""Whose verb it is: the subject before or after a cue, or the one spoken of just before."""

from functools import cached_property
from typing import Any

from newsfacts.quotes.memory import Memory, Speaker
from newsfacts.quotes.page import Page
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.speakers import Mention, Mentions

_NAMED = ("person", "organization", "role", "same", "company")
_NEAR = 6
_BACK = 150


class Subjects:
    """Finds the speakers of one sentence after the other; `stop` is where the last mention found ends."""

    def __init__(self, page: Page) -> None:
        """A sentence has yet to come."""
        self.page, self.words = page, page.words
        self.first = self.end = self.stop = 0
        self.named = True

    def enter(self, first: int, end: int) -> None:
        """Turn to the sentence from token `first` up to `end`."""
        self.first = self.stop = first
        self.end = end
        self.named = True

    @cached_property
    def memory(self) -> Memory:
        """What the page says of people, read when somebody may have spoken."""
        return Memory(self.page)

    @cached_property
    def mentions(self) -> Mentions:
        """Who is named, with the people of the page known."""
        return self.memory.mentions

    def resolve(self, mention: Mention) -> Speaker:
        """Who a mention stands for."""
        if mention.what == "same":
            spoken = self.memory.spoken
            before = None if spoken and spoken[-1][0] >= self.first else self.remembered(mention.start)
            if before and before.type == "person" and before.feminine in (None, mention.feminine):
                return before
        found = self.memory.resolve(mention, mention.start)
        if mention.what == "same" and not found.name:
            # nobody of that sex has spoken: who was named last
            named = self._scan(max(0, self.first - _BACK), self.first)
            fits = [m for m in named if m.what == "person" and m.subject and m.feminine == mention.feminine]
            return self.memory.resolve(fits[-1], fits[-1].start) if fits else found
        return found

    def of_verb(self, cue: Any, limit: int, speaker: Speaker | None, done: int) -> Speaker | None:
        """The subject of a verb with a clause; None where what speaks is a thing, so nothing is said."""
        said = cue.says
        self.named = True
        if self._nobodys(cue.start):
            return None
        gap = self._in_gap(cue.end, limit)
        if gap is not None:
            return self.resolve(gap)
        head = cue.start
        bare_role = self._role_before(head) or (self._bare_people(head, said.form == "plural"))
        if bare_role is not None:
            return self.resolve(bare_role)
        opening = self._opening()
        author = None if self.page.form(opening, "quote.phrase") else self.author(opening, head)
        if author is not None:
            return self.resolve(author)
        if said.reported:
            return None
        if somebody := self._somebody(head, done):
            return self.memory.nameless(somebody)
        relative = self._relative(head)
        mention = self._before(head, done, relative)
        if relative is not None and mention is None:
            return None  # a thing that says something: `πίνακας που γράφει`
        if mention is not None and mention.what != "noun":
            return self._with_others(cue, mention, done)
        if mention is not None:
            if author := self.author(mention.start, head):
                return self.resolve(author)
            return None if said.named or self._is_document(mention) else Speaker()
        if speaker is not None:
            return speaker
        self.named = False
        if said.form == "plural":
            if among := self._among(head, done):
                self.named = True
                return among
            last = self.remembered(head) if limit == cue.end else None
            if last and last.type == "organization":
                return last  # `«A», λένε από τη Χ. «B», προσθέτουν.`
            return self._bare(head, done, said.named)
        found = self._bare(head, done, said.named)
        if found is not None and found.role:
            return found
        return self.remembered(head) or (None if said.named else Speaker())

    def _with_others(self, cue: Any, mention: Mention, done: int) -> Speaker:
        """`Η Χ και ο Ψ δήλωσαν ότι`: all who are joined before a verb in the plural."""
        if not cue.plural:
            return self.resolve(mention)
        page, words = self.page, self.words
        found = [
            m for m in self._scan(max(self.first, done), cue.start) if m.what in ("person", "organization")
        ]
        bare = self._bare_name(max(self.first, done), cue.start)
        row = [m for m in ([bare] if bare else []) + found if m.subject or m is bare]
        row = [m for i, m in enumerate(row) if i == 0 or page.norm(m.start - 1) in words.and_ | {","}]
        if len(row) == 1 and page.norm(row[0].end) in words.and_:
            further = self.mentions.at(row[0].end + 1, cue.start)
            row += [further] if further and further.what in ("person", "organization") else []
        if len(row) < 2 or row[-1].end < mention.end:
            return self.resolve(mention)
        speaker = self.resolve(row[0])
        for further in row[1:]:
            speaker = speaker.joined(self.resolve(further))
        return speaker

    def _role_before(self, head: int) -> Mention | None:
        """`…: εκπρόσωπός της διευκρίνισε`: a role with no article that ends at the verb."""
        for start in range(head - 1, max(self.first - 1, head - 4), -1):
            before = self.page.norm(start - 1)
            if self.page.form(start, "quote.role") and before in STOPS and start > self.first:
                mention = self.mentions.at(start, head)
                if mention and mention.end == head - 1 and self.page.norm(head - 1) in self.words.clitics:
                    return mention._replace(end=head, of_company=2)
                after_comma = before == "," and mention is not None and not mention.of_company
                return mention if mention and mention.end >= head and not after_comma else None
        return None

    def _bare_people(self, head: int, several: bool) -> Mention | None:
        """`νομικοί που ξέρουν την υπόθεση εκτιμούν`: people without article, perhaps a relative clause."""
        page, words = self.page, self.words
        for start in range(head - 1, max(self.first - 1, head - 14), -1):
            before = page.norm(start - 1)
            if not page.form(start, "quote.role") or not (several or start == self._opening()):
                continue
            if (
                start > self.first
                and before not in STOPS
                and before not in words.linking
                and before not in words.adverbs
            ):
                continue
            mention = self.mentions.at(start, head)
            if mention and mention.what == "role" and self._goes_to(mention.end, head):
                return mention
        return None

    def _goes_to(self, start: int, head: int) -> bool:
        """Whether only a relative clause or a prepositional phrase stands between a subject and its verb."""
        page, words = self.page, self.words
        if start >= head - 1:
            return True
        if page.norm(start) in words.relatives:
            return True
        return page.norm(start) in words.prepositions and all(page.norm(k) != "," for k in range(start, head))

    def _bare(self, head: int, done: int, named: bool) -> Speaker | None:
        """`Αναλυτές της Χ εκτιμούν`: a role with no article right before the verb."""
        start = max(self.first, done, head - _BACK)
        mention = self.mentions.at(start, head) if head > start else None
        if mention and mention.what == "role" and head - mention.end <= 2:
            return self.resolve(mention)
        return None if named else Speaker()

    def _among(self, head: int, done: int) -> Speaker | None:
        """`Στη Χ εκτιμούν ότι`: the organisation whose people say it."""
        page, start = self.page, max(self.first, done)
        while page.norm(start) in self.words.opening and start < head:
            start += 1
        if page.norm(start) not in self.words.locative:
            return None
        mention = self.mentions.at(start, head)
        near = mention is not None and mention.what in ("organization", "company") and head - mention.end <= 2
        return self.resolve(mention) if mention and near else None

    def _is_document(self, mention: Mention) -> bool:
        return any(self.page.norm(k) in self.words.documents for k in range(mention.start, mention.end + 3))

    def _opening(self) -> int:
        """The first token of the sentence that is no word to open with."""
        token = self.first
        while self.page.norm(token) in self.words.opening:
            token += 1
        return token

    def _nobodys(self, head: int) -> bool:
        """`Φήμες λένε ότι`, `Ούτε ο Χ ούτε ο Ψ είπαν ότι`: what nobody stands for, or what is denied."""
        page, words = self.page, self.words
        if page.norm(self._opening()) in words.neither:
            return True
        before = head - 1
        while page.norm(before) in words.before_verb:
            before -= 1
        rumour = page.norm(before) in words.rumours
        return rumour and (before <= self._opening() or not page.norm(before - 1).isalpha())

    def _somebody(self, head: int, done: int) -> Mention | None:
        """`Ένας πρώην συνεργάτης της λέει`: a role behind an indefinite article, up to the verb."""
        page = self.page
        for start in range(head - 2, max(self.first, done, head - 8) - 1, -1):
            if page.norm(start) in self.words.indefinite:
                mention = self.mentions.at(start + 1, head)
                near = mention is not None and mention.what == "role" and head - mention.end <= 2
                return mention if near else None
        return None

    def author(self, start: int, end: int) -> Mention | None:
        """Whose document a text begins with: `(τη νέα) έκθεση της Χ`; None where it is none, or nobody's."""
        page, words = self.page, self.words
        head = next((k for k in range(start, min(start + 5, end)) if page.norm(k) in words.reports), None)
        if head is None:
            return None
        for token in range(head + 1, min(head + 5, end)):
            if not page.word(token)[:1].isalpha():
                return None
            if page.norm(token) in words.relatives:
                return self._maker(token + 1, end)
            if page.norm(token) in words.genitive:
                mention = self.mentions.at(token, end)
                named = mention is not None and mention.what in ("person", "organization", "company", "role")
                return mention if named else None
        return None

    def _maker(self, start: int, end: int) -> Mention | None:
        """`μελέτη που εκπόνησε η Χ`: who made it."""
        for token in range(start + 1, min(start + 4, end)):
            if self.page.norm(token) in self.words.subject_not_neuter:
                mention = self.mentions.at(token, end)
                named = mention is not None and mention.what in ("person", "organization", "company", "role")
                return mention if named else None
        return None

    def _relative(self, head: int) -> int | None:
        """Where the relative pronoun before a verb starts."""
        page, back = self.page, head - 1
        while page.norm(back) in self.words.small and back > self.first:
            back -= 1
        if page.norm(back) not in self.words.relatives:
            return None
        return back - 1 if page.norm(back - 1) in self.words.subject else back

    def _in_gap(self, start: int, limit: int) -> Mention | None:
        """A subject that stands between the verb and what it says."""
        for mention in self._scan(start, limit):
            if mention.subject and mention.what in _NAMED and self._can_speak(mention):
                return mention
            if mention.subject and mention.what == "noun" and mention.start == start:
                break
        bare = self.mentions.at(start, limit) if start < limit else None
        if bare and bare.what in ("role", "person"):
            return bare if self.page.norm(start) not in self.words.articles else None
        return None

    def _can_speak(self, mention: Mention) -> bool:
        """A neuter article may be an object's: only an organisation speaks with it."""
        page = self.page
        if page.norm(mention.start) not in self.words.neuter_subject:
            return True
        if page.norm(mention.start - 1) in self.words.seats:
            return False  # `με έδρα το Χ`
        return mention.what in ("organization", "company", "role")

    def _scan(self, start: int, limit: int) -> list[Mention]:
        """The mentions with an article in a stretch, outside of marks, from left to right."""
        page = self.page
        found: list[Mention] = []
        token = start
        while token < limit:
            if token in page.opens:
                token = page.opens[token].close + 1
                continue
            if page.norm(token) in self.words.articles and not page.is_or(token):
                mention = self.mentions.at(token, limit)
                if mention:
                    found.append(mention)
                    token = max(token + 1, mention.end if mention.what != "noun" else token + 1)
                    continue
            token += 1
        return found

    def _before(
        self, head: int, done: int, relative: int | None = None, *, things: bool = True
    ) -> Mention | None:
        # who a relative pronoun stands for may be the speaker of the quote before
        start = max(self.first, done if relative is None else 0, head - _BACK)
        found = self._scan(start, head)
        bare = self._bare_name(start, head)
        if bare:
            found.insert(0, bare)
        if relative is not None:
            if self.page.norm(relative - 1) in self.words.and_:
                return None  # `ο άνθρωπος που ζει στη Χ και ο οποίος …`
            named = [m for m in found if m.what in _NAMED and relative - 3 < m.end <= relative]
            return named[-1] if named else None
        subjects = [
            m for m in found if m.subject and self._can_speak(m) and not self._subordinate(m, start, head)
        ]
        nouns = [m for m in found if m.subject and m.what == "noun"]
        named = [m for m in subjects if m.what in _NAMED]
        people = [m for m in named if self.page.norm(m.start) not in self.words.neuter]
        last = (people or named)[-1] if named else None  # `Η Χ έδειξε το Ψ και είπε`
        noun = nouns[-1] if nouns else None
        joined = last is not None and self.page.norm(head - 1) in self.words.and_  # `Ο Χ είδε το Ψ και είπε`
        inanimate = (
            noun is not None and (joined or not things) and self.page.norm(noun.start) in self.words.neuter
        )
        if noun and not inanimate and (last is None or noun.start > last.end) and self._adjacent(noun, head):
            return noun
        return last

    def _subordinate(self, mention: Mention, first: int, head: int) -> bool:
        """Whether a subject belongs to a relative clause: `η δέσμευση που ανέλαβε η Χ`.

        It does where a verb stands between the pronoun and it, and no comma.
        """
        page, words = self.page, self.words
        if head - mention.end <= 1:
            return False  # its verb follows at once
        for token in range(mention.start - 1, max(first, mention.start - 8) - 1, -1):
            if page.norm(token) in (",", ".", ";", ":") or token in page.closes:
                return False
            if page.norm(token) in words.relatives:
                return mention.start - token > 1
        return False

    def _adjacent(self, noun: Mention, head: int) -> bool:
        page = self.page
        return head - noun.start <= _NEAR and all(page.norm(k) != "," for k in range(noun.start, head))

    def _bare_name(self, start: int, head: int) -> Mention | None:
        """A name with no article at the start of a sentence."""
        page = self.page
        while start < head and page.norm(start) in self.words.leading:
            start += 1
        if start >= head or not page.is_capital(start) or page.norm(start) in self.words.articles:
            return None
        mention = self.mentions.at(start, head)
        if mention is None or mention.name is None:
            return None
        length = mention.name[1] - mention.name[0]
        word = page.word(start)
        known = self.mentions.stem_of(mention.name) in self.mentions.people
        if mention.role or known or length >= 2 or word.isascii() or (word.isupper() and len(word) > 1):
            return mention if mention.end <= head else None
        return None

    def before(self, head: int, done: int, *, objects: bool = False) -> Speaker | None:
        """The last one named as a subject before a token; `objects`: things in between do not matter."""
        mention = self._before(head, done, things=not objects)
        return self.resolve(mention) if mention and mention.what != "noun" else None

    def after(self, cue: Any, *, near: bool = False) -> Speaker | None:
        """The subject that follows a verb: `δήλωσε (στο Χ) ο S`."""
        page, words = self.page, self.words
        self.stop = cue.end
        token, inner = cue.end, False
        limit = min(self.end, cue.end + (8 if near else 20))
        bare = self.mentions.at(token, self.end) if token < self.end else None
        if bare and page.norm(token) not in words.articles and self._bare_subject(bare):
            self.stop = bare.end
            return self.resolve(bare)
        while token < limit:
            norm = page.norm(token)
            around = page.opens.get(token)
            if around and around.close - token < 7 and page.norm(token - 1) in words.locative:
                token, limit = around.close + 1, min(self.end, limit + around.close - token)
                continue  # `λέει στο «Βήμα» η Χ`
            if around or norm in {".", ":", ";"} or page.word(token).isspace():
                break
            if norm in words.agent and token == cue.end and cue.plural:
                mention = self.mentions.at(token + 1, self.end)
                if mention and mention.what in ("organization", "company"):
                    self.stop = mention.end
                    return self.resolve(mention)
            if norm == "," and (near or not self._names_next(token + 1)):
                break
            if norm in words.relatives:
                inner = True  # whose subject is not the verb's: `στο βήμα που έστησε η Χ ο Ψ`
            people = page.form(token, "quote.role") if cue.plural else None
            plain = (
                page.norm(token - 1) not in words.articles and page.norm(token - 1) not in words.prepositions
            )
            if people and page.word(token).islower() and plain:
                mention = self.mentions.at(token, self.end)
                if mention and mention.what == "role":
                    self.stop = mention.end
                    return self.memory.nameless(mention)
            if norm in words.indefinite and page.form(token + 1, "quote.role"):
                mention = self.mentions.at(token + 1, self.end)
                if mention and mention.what == "role":
                    self.stop = mention.end
                    return self.memory.nameless(mention)
            if norm in words.subject and not page.is_or(token):
                mention = self.mentions.at(token, self.end)
                if inner and mention and self._another_follows(mention.end, limit):
                    token, inner = mention.end, False
                    continue
                if mention and mention.what in _NAMED and self._can_speak(mention):
                    return self._all(cue, mention)
                if mention and mention.what == "noun" and norm not in words.neuter:
                    self.stop = mention.end
                    return Speaker()
            token += 1
        return None

    def _another_follows(self, start: int, limit: int) -> bool:
        """Whether a further subject stands between a token and a limit, before any comma."""
        page = self.page
        for token in range(start, limit):
            if page.norm(token) == ",":
                return False
            if page.norm(token) in self.words.subject_not_neuter and not page.is_or(token):
                return True
        return False

    def _all(self, cue: Any, mention: Mention) -> Speaker:
        """The speaker named here and, after a verb in the plural, those joined to him."""
        self.stop = mention.end
        speaker = self.resolve(mention)
        page = self.page
        while cue.plural and page.norm(self.stop) in self.words.and_:
            further = self.mentions.at(self.stop + 1, self.end)
            if further is None or further.what not in ("person", "organization") or speaker.name is None:
                break
            self.stop = further.end
            speaker = speaker.joined(self.resolve(further))
        return speaker

    def _names_next(self, token: int) -> bool:
        """Whether what follows a comma may go on to the subject: no clause, and no gerund."""
        page, words = self.page, self.words
        if page.norm(token) in words.after_comma:
            return False
        return not page.norm(token).endswith(words.gerund_endings)

    def _bare_subject(self, mention: Mention) -> bool:
        named = mention.what in ("person", "organization") and self.page.is_capital(mention.start)
        return named or mention.what in ("role", "same")

    def skip(self, start: int, limit: int) -> int:
        """Past the subject and adverbs right after a verb."""
        page = self.page
        while start < limit and page.norm(start) in self.words.adverbs:
            start += 1
        if page.norm(start) in self.words.subject_not_neuter:
            mention = self.mentions.at(start, limit)
            if mention and mention.what in _NAMED and mention.end <= limit:
                start = mention.end
        while start < limit and page.norm(start) in self.words.adverbs_and_comma:
            start += 1
        return start

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch is nothing but the naming of somebody."""
        mention = self.mentions.at(start, end)
        if mention is None or mention.end < end - 1 or mention.what == "noun":
            return False
        # a capital alone opens a sentence: `Αυτό, είπε, …`
        with_article = self.page.norm(start) in self.words.articles
        return with_article or mention.name is None or self._bare_name(start, end) is not None

    def remembered(self, at: int) -> Speaker | None:
        """The one spoken of just before: the last speaker, or who the sentence before is about."""
        page, memory = self.page, self.memory
        last = memory.last(at)
        start = page.reading.starts[self.first]
        if start == 0:
            return last
        token = self.first - 1
        while token > 0 and page.word(token).isspace():
            token -= 1
        first, end = page.sentence(token)
        if memory.spoken and memory.spoken[-1][0] >= first:
            return last
        named = [
            m
            for m in self._scan(max(first, end - _BACK), end)
            if m.subject and m.what in ("person", "organization", "role")
        ]
        named = [m for m in named if self._can_speak(m) and not self._subordinate(m, first, end + 2)]
        if named:
            thing = named[-1].what == "organization" and page.norm(named[-1].start) in self.words.neuter
            if thing and last and last.type == "person":
                return last  # `Τη ρωτάμε αν το Χ απέτυχε. «Q», απαντά.`
            return memory.resolve(named[-1], named[-1].start)
        return self._asked(max(first, end - _BACK), end) or last

    def _asked(self, first: int, end: int) -> Speaker | None:
        """`Ρώτησα την Χ, υπεύθυνη της Ψ, …`: the person that the sentence before brings in as its object."""
        page = self.page
        brought = [
            m
            for m in self._scan(first, end)
            if m.what == "person" and m.role and page.norm(m.start) in self.words.other - self.words.genitive
        ]
        return self.memory.resolve(brought[-1], brought[-1].start) if brought else None
