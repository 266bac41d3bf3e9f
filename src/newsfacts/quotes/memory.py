"""What an article has said about people and companies so far, and who is meant when it names them again."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from newsfacts.quotes.page import Page
from newsfacts.quotes.speakers import Mention, Mentions, Tokens
from newsfacts.text.sounds import sound

_PARAGRAPHS_BACK = 4
_PEOPLE = 100
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z\u03ac-\u03ce]")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as a fact shows it; `start` and `end` are the offsets of the mention."""

    name: str | None = None
    type: str | None = None
    role: str | None = None
    organization: str | None = None
    start: int | None = None
    end: int | None = None
    feminine: bool | None = None

    def joined(self, other: "Speaker") -> "Speaker":
        """Both as speakers of one utterance."""
        if other.name is None or other.name == self.name:
            return self
        name = f"{self.name}; {other.name}"
        kind = self.type if self.type == other.type else None
        role = self.role if self.role == other.role else None
        organization = self.organization if self.organization == other.organization else None
        return Speaker(name, kind or self.type, role, organization, self.start, other.end)


NOBODY = Speaker()


@dataclass(slots=True)
class Person:
    """One person of the article."""

    stems: list[str]
    name: Tokens
    subject: bool
    at: int
    role: Tokens | None = None
    role_subject: bool = False
    organization: Tokens | None = None
    of_company: int = 0
    feminine: bool | None = None
    text: str | None = field(default=None)


_Companies = tuple[list[int], list[Tokens], list[Tokens]]


class Memory:
    """People by last name, organisations by stem, and who spoke last."""

    def __init__(self, page: Page) -> None:
        """Reads all introductions (`η Χ, CEO της Ψ`) of the page once."""
        self.page = page
        self.known: set[str] = set()
        self.mentions = Mentions(page, self.known)
        self.people: dict[str, list[Person]] = {}
        self.order: list[Person] = []
        self.spoken: list[tuple[int, Speaker]] = []
        self._index: dict[str, list[int]] | None = None
        self._best: _Companies | None = None
        self._firms: _Companies | None = None
        self._nominatives: dict[tuple[str, ...], str] = {}
        roles: list[Mention] = []
        for start in sorted(page.forms("quote.role")):
            for mention in self._around_role(start):
                if mention.what == "person":
                    self.remember(mention)
                elif mention.what == "role" and mention.subject:
                    roles.append(mention)
        self._headline(roles)

    def _headline(self, roles: list[Mention]) -> None:
        """`Χ: «…»` as the first line: the first of the roles that no name stands by may be Χ's."""
        page = self.page
        _, last = page.sentences.paragraph(0)
        if ":" not in page.text[:last]:
            return
        stop = page.token(last)
        named = self.mentions.at(0, stop) if stop else None
        if named is None or named.what != "person" or named.role or page.norm(named.end) != ":":
            return
        while stop < len(page.reading) and page.word(stop).isspace():
            stop += 1
        known = self._find(self._stems(named.name)) if named.name else None
        if stop >= len(page.reading) or (known and known.role):
            return
        mention = next((role for role in roles if role.start >= stop), None)
        if mention and (mention.start == stop or self._goes_back(mention, named, stop)):
            told = named._replace(role=mention.role, organization=mention.organization, subject=True)
            self.remember(told._replace(of_company=mention.of_company, feminine=mention.feminine))

    def _goes_back(self, role: Mention, named: Mention, start: int) -> bool:
        """`Η Χ έφυγε. Η 58χρονη καθηγήτρια …`: named after token `start`, and nobody else before the role."""
        assert named.name is not None
        last = self._stems(named.name)[-1:]
        again = any(start <= token < role.start for stem in last for token in self._positions().get(stem, []))
        others = any(person.stems[-1:] != last and person.at < role.start for person in self.order)
        return again and not others

    def interviewee(self, at: int) -> Speaker | None:
        """Who answers in an interview: the one quoted in its headline, else the first one introduced."""
        for _, speaker in self.spoken[:1]:
            if speaker.type == "person":
                return speaker
        return self._of_person(self.order[0], at, {}) if self.order and self.order[0].at < at else None

    def _around_role(self, role: int) -> list[Mention]:
        """The mentions that a role word may be part of: `ο ρόλος Χ` and `ο Χ, ρόλος`."""
        page, words = self.page, self.page.words
        first = role
        while (
            role - first < 3
            and first > 0
            and (page.word(first - 1).isalpha() or self.mentions.is_age(first - 1))
        ):
            if page.norm(first - 1) in words.articles:
                break
            if page.norm(first - 1) not in words.modifiers and page.is_capital(first - 1):
                break
            first -= 1
        start = first - 1 if first and page.norm(first - 1) in words.articles else first
        end = min(len(page.reading), role + 40)
        end = min(end, self._paragraph_end(role))
        found = [m for m in (self.mentions.at(start, end),) if m]
        before = start - 1
        if page.norm(before) in (",", "(", "-", "–", "—") or page.norm(start - 1) in words.subject:
            before = before if page.word(before) in (",", "(", "-", "–", "—") else before - 1
            name = self._name_before(before)
            if name is not None:
                mention = self.mentions.at(name, end)
                if mention:
                    found.append(mention)
        return found

    def _paragraph_end(self, token: int) -> int:
        _, end = self.page.sentences.paragraph(self.page.reading.starts[token])
        return self.page.token(end)

    def _name_before(self, at: int) -> int | None:
        """Where a name that ends before token `at` starts, with its title and article."""
        page, words = self.page, self.page.words
        start = at
        while start > 0 and at - start < 8:
            named = page.is_capital(start - 1) and page.norm(start - 1) not in words.articles
            joint = page.word(start - 1) in ("-", "‑", ".")
            if named or joint or page.norm(start - 1) in words.particles_alone:
                start -= 1
            else:
                break
        while start < at and not page.is_capital(start):
            start += 1
        if start >= at or page.norm(start) in words.opening or page.norm(start) in words.adverbs:
            return None
        while start > 0 and (page.norm(start - 1) in words.titles or page.norm(start - 1) == "."):
            if page.norm(start - 1) == "." and page.norm(start - 2) not in words.titles:
                break
            start -= 1
        if start > 0 and page.norm(start - 1) in words.articles:
            start -= 1
        return start

    # people

    def _stems(self, name: Tokens) -> list[str]:
        return [self.page.stem(k) for k in range(*name) if self.page.word(k)[:1].isalpha()]

    def remember(self, mention: Mention) -> Person:
        """Add what a mention tells of a person to what is known."""
        assert mention.name is not None
        stems = self._stems(mention.name)
        person = self._find(stems, mention.feminine) or self._heard(mention)
        if person is None:
            person = Person(stems, mention.name, mention.subject, mention.start)
            for part in {stems[-1]} if stems else set():
                self.people.setdefault(part, []).append(person)
            self.order.append(person)
            self.known.add(stems[-1] if stems else "")
        elif (len(stems), mention.subject) > (len(person.stems), person.subject):
            person.stems, person.name, person.subject, person.text = (
                stems,
                mention.name,
                mention.subject,
                None,
            )
        if mention.role and (person.role is None or (mention.subject and not person.role_subject)):
            person.role, person.role_subject = mention.role, mention.subject
        if mention.organization and person.organization is None:
            person.organization = mention.organization
        person.of_company = person.of_company or mention.of_company
        if mention.feminine is not None and person.feminine is None:
            person.feminine = mention.feminine
        return person

    def _find(self, stems: list[str], feminine: bool | None = None) -> Person | None:
        if not stems:
            return None
        for person in reversed(self.people.get(stems[-1], [])[-8:]):
            if None not in (feminine, person.feminine) and feminine != person.feminine:
                continue  # `ο Πέτρος Ζάννος`, `η Μαρία Ζάννου`
            given, known = set(stems[:-1]), set(person.stems[:-1])
            if not given or not known or given & known or self._initials(given, known):
                return person
        return None

    def _heard(self, mention: Mention) -> Person | None:
        """A person whose name is written in the other alphabet: `Ντάλτον` for Adam Dalton."""
        assert mention.name is not None
        page = self.page
        words = [page.norm(k) for k in range(*mention.name) if page.word(k)[:1].isalpha()]
        if not words:
            return None
        latin, last = words[-1].isascii(), sound(words[-1])
        for person in reversed(self.order[-_PEOPLE:]):
            known = [page.norm(k) for k in range(*person.name) if page.word(k)[:1].isalpha()]
            if not known or known[-1].isascii() == latin or not last or sound(known[-1]) != last:
                continue
            if None not in (mention.feminine, person.feminine) and mention.feminine != person.feminine:
                continue
            both = len(words) > 1 and len(known) > 1
            if (
                (both and sound(words[0]) == sound(known[0]))
                or (not both and len(last) > 1)
                or len(self.order) == 1
            ):
                return person
        return None

    def _initials(self, given: set[str], known: set[str]) -> bool:
        return any(a[:1] == b[:1] for a in given for b in known if len(a) == 1 or len(b) == 1)

    # who is meant

    def resolve(self, mention: Mention, at: int) -> Speaker:
        """Who a mention at token `at` stands for."""
        starts, ends = self.page.reading.starts, self.page.reading.ends
        first = mention.start
        if mention.end - first > 1 and self.page.norm(first) in self.page.words.articles:
            first += 1
        place: dict[str, Any] = {"start": starts[first], "end": ends[mention.end - 1]}
        mention = self.fuller(mention)
        if mention.what == "person":
            return self._of_person(self.remember(mention), at, place)
        if mention.what == "organization":
            assert mention.name is not None
            return Speaker(self._called(mention.name, mention.subject), "organization", **place)
        if mention.what == "company":
            name = self.company(at, -(mention.end - 1))
            return Speaker(name, "organization" if name else None, **place)
        if mention.what == "same":
            return self._same(mention, at, place)
        if mention.what == "role":
            return self._of_role(mention, at, place)
        return Speaker(**place)

    def fuller(self, mention: Mention) -> Mention:
        """A last name alone, whose full name stands elsewhere without a role: that full name."""
        page, name = self.page, mention.name
        if name is None or name[1] - name[0] != 1 or mention.what not in ("person", "organization"):
            return mention
        last = page.stem(name[0])
        if last in self.known or (page.word(name[0]).isascii() and mention.what == "organization"):
            return mention
        acronym = page.word(name[0]).isupper() or page.norm(name[0]) in page.words.hints
        for token in self._positions().get(last, [])[:50]:
            given = token - 1
            fits = mention.what == "person" or (not acronym and self._stands_alone(given))
            if page.norm(given) in page.words.given or (fits and self._is_given(given)):
                self.remember(self._introduced(given, token, mention))
                return mention._replace(what="person")
        return mention

    def _introduced(self, given: int, last: int, mention: Mention) -> Mention:
        """The mention of a person whose full name starts at `given`, with what stands by it."""
        page = self.page
        start = given - 1 if page.norm(given - 1) in page.words.articles else given
        found = self.mentions.at(start, min(len(page.reading), start + 24))
        if (
            found
            and found.what == "person"
            and found.name
            and found.name[0] == given
            and found.name[1] > last
        ):
            return found
        return mention._replace(what="person", name=(given, last + 1), subject=self._case(given) == 3)

    def _called(self, name: Tokens, subject: bool) -> str:
        longer = self._longer(name) or self._spelt_out(name) or self._fullest(name)
        return self.nominative(longer or name, subject if longer is None else self._case(longer[0]) == 3)

    def _longer(self, name: Tokens) -> Tokens | None:
        """`η Αρχή`, whose whole name (`Ρυθμιστική Αρχή Επικοινωνιών`) stands elsewhere: that name."""
        page, words = self.page, self.page.words
        if name[1] - name[0] != 1 or page.norm(name[0]) not in words.hints or page.word(name[0]).isupper():
            return None
        for token in self._positions().get(page.stem(name[0]), [])[:50]:
            start = token
            while start and page.is_capital(start - 1) and page.norm(start - 1) not in words.articles:
                start -= 1
            found = self.mentions.name_at(start, min(len(page.reading), start + 12), organization=True)
            if found and found[0] <= token < found[1] and found[1] - found[0] > 1 and self._is_whole(found):
                return found
        return None

    def _fullest(self, name: Tokens) -> Tokens | None:
        """`η Tammeri`, called `Tammeri Oyj` elsewhere: the longest name that begins so and is a company's.

        What is added must be a word that companies are made of: `Meta Quest` is no fuller form of `Meta`.
        """
        page, words = self.page, self.page.words
        length, best = name[1] - name[0], None
        for token in self._positions().get(page.stem(name[0]), [])[:50]:
            if any(page.stem(token + k) != page.stem(name[0] + k) for k in range(1, length)):
                continue
            stop = token + length
            while page.is_capital(stop) and page.norm(stop) in words.hints:
                stop += 1
            if page.word(stop) == "&" and page.is_capital(stop + 1):
                stop += 2
            if stop - token > (best[1] - best[0] if best else length):
                best = token, stop
        return best

    def _spelt_out(self, name: Tokens) -> Tokens | None:
        """`η ΝΕΚ`, introduced as `Ναυτιλιακή Ένωση Κυκλάδων (ΝΕΚ)`: the name before the bracket."""
        page, word = self.page, self.page.word(name[0])
        if name[1] - name[0] != 1 or not word.isupper() or not 2 <= len(word) <= 6:
            return None
        for token in self._positions().get(page.stem(name[0]), [])[:50]:
            if page.norm(token - 1) != "(" or page.norm(token + 1) != ")" or page.word(token) != word:
                continue
            start, initials = token - 2, ""
            while start >= 0 and page.word(start).isalpha() and token - start < 10:
                if page.is_capital(start):
                    initials = page.norm(start)[:1] + initials
                    if initials == page.norm(token):
                        return start, token - 1
                start -= 1
        return None

    def _is_whole(self, name: Tokens) -> bool:
        """Whether the words after the first look like a name's genitives and hold no person."""
        page, words = self.page, self.page.words
        rest = range(name[0] + 1, name[1])
        fits = all(
            page.norm(k).endswith(words.genitive_endings) or page.norm(k) in words.hints_joined for k in rest
        )
        known = (page.stem(k) in self.known or page.norm(k) in words.given for k in range(*name))
        return fits and not any(known)

    def _stands_alone(self, token: int) -> bool:
        """No capital before what may be a given name, and no word that organisations are made of."""
        page, words = self.page, self.page.words
        if token < 1 or page.norm(token) in words.hints or len(page.word(token)) < 3:
            return False
        known = page.norm(token - 1) in words.articles or page.word(token - 1).islower()
        return known and page.norm(token) not in words.not_names and not page.form(token, "quote.verb")

    def _is_given(self, token: int) -> bool:
        page = self.page
        norm = page.norm(token)
        fits = page.is_capital(token) and page.word(token).isalpha() and norm not in page.words.articles
        return fits and norm not in page.words.openers and not page.form(token, "quote.role")

    def _of_person(self, person: Person, at: int, place: dict[str, Any]) -> Speaker:
        if person.text is None:
            person.text = self.nominative(person.name, person.subject)
        reading = self.page.reading
        role = reading.span(*person.role) if person.role else None
        organization = None
        if person.organization:
            organization = self._called(person.organization, False)
        elif person.of_company:
            organization = self.company(person.at, person.of_company)
        return Speaker(person.text, "person", role, organization, **place, feminine=person.feminine)

    def _of_role(self, mention: Mention, at: int, place: dict[str, Any]) -> Speaker:
        """A role alone is the person who has that role in the article, if there is one."""
        assert mention.role is not None
        wanted = set(self._stems(mention.role))
        if mention.organization:
            organization: str | None = self._called(mention.organization, False)
        else:
            organization = self.company(at, mention.of_company) if mention.of_company else None
        fitting = [
            person
            for person in self.order[-_PEOPLE:]
            if person.role and wanted & set(self._stems(person.role)) and not self._clash(mention, person)
        ]
        fitting = fitting or self._leaders(mention, wanted, organization) or self._without_role(mention, at)
        before = [person for person in fitting if person.at < at]
        chosen = max(before, key=lambda p: p.at) if before else (fitting[0] if len(fitting) == 1 else None)
        if chosen is not None:
            found = self._of_person(chosen, at, place)
            if not organization or not found.organization or self._alike(organization, found.organization):
                return found
        role = self.page.reading.span(*mention.role)
        return Speaker(None, None, role, organization, **place, feminine=mention.feminine)

    def nameless(self, mention: Mention) -> Speaker:
        """Somebody of whom only a role is told: `μια πηγή της Χ`."""
        assert mention.role is not None
        starts, ends = self.page.reading.starts, self.page.reading.ends
        organization = self._called(mention.organization, False) if mention.organization else None
        role = self.page.reading.span(*mention.role)
        place = starts[mention.start], ends[mention.end - 1]
        return Speaker(None, None, role, organization, *place, feminine=mention.feminine)

    def _leaders(self, mention: Mention, wanted: set[str], organization: str | None) -> list[Person]:
        """`ο επικεφαλής της Χ` for its chairman: whoever leads it, by whatever word."""
        leads = self.page.words.leader_stems
        if wanted.isdisjoint(leads):
            return []
        return [
            person
            for person in self.order[-_PEOPLE:]
            if person.role
            and not leads.isdisjoint(self._stems(person.role))
            and not self._clash(mention, person)
            and (organization is None or self._works_for(person, organization))
        ]

    def _without_role(self, mention: Mention, at: int) -> list[Person]:
        """`…, γράφει η Χ Ψ. Η πρόεδρος του ομίλου …`: the only person so far, whose role is not known."""
        before = [person for person in self.order[-_PEOPLE:] if person.at < at]
        if len(before) != 1 or before[0].role or not mention.subject or mention.plural:
            return []
        last = self.last(at)
        if last is None or last.type != "person" or self._clash(mention, before[0]):
            return []
        before[0].role, before[0].role_subject = mention.role, True
        before[0].organization = before[0].organization or mention.organization
        before[0].of_company = before[0].of_company or mention.of_company
        return before

    def _works_for(self, person: Person, organization: str) -> bool:
        if person.organization:
            return self._alike(organization, self._called(person.organization, False))
        own = self.company(person.at, person.of_company) if person.of_company else None
        return own is not None and self._alike(organization, own)

    def _clash(self, mention: Mention, person: Person) -> bool:
        return None not in (mention.feminine, person.feminine) and mention.feminine != person.feminine

    def _same(self, mention: Mention, at: int, place: dict[str, Any]) -> Speaker:
        for _, speaker in reversed(self.spoken[-6:]):
            if speaker.type == "person" and speaker.feminine in (None, mention.feminine):
                return Speaker(
                    speaker.name,
                    speaker.type,
                    speaker.role,
                    speaker.organization,
                    **place,
                    feminine=speaker.feminine,
                )
        person = self._last_person(at, mention.feminine)
        return self._of_person(person, at, place) if person else Speaker(**place)

    def _last_person(self, at: int, feminine: bool | None) -> Person | None:
        best: Person | None = None
        for person in self.order[-_PEOPLE:]:
            fits = person.feminine is None or feminine is None or person.feminine == feminine
            if person.at < at and fits and (best is None or person.at > best.at):
                best = person
        return best

    def last(self, at: int) -> Speaker | None:
        """The one who spoke last before token `at`, within this and the paragraph before."""
        if not self.spoken:
            return None
        token, speaker = self.spoken[-1]
        return speaker if self._near(token, at) else None

    def _near(self, token: int, at: int) -> bool:
        if len(self.spoken) < 50 and len({speaker.name for _, speaker in self.spoken}) == 1:
            return True
        first, _ = self.page.sentences.paragraph(self.page.reading.starts[at])
        for _ in range(_PARAGRAPHS_BACK):
            if first:
                first, _ = self.page.sentences.paragraph(first - 1)
        return self.page.reading.starts[token] >= first

    # names in the nominative

    def _positions(self) -> dict[str, list[int]]:
        """Where each capitalised word stands, by stem."""
        if self._index is None:
            self._index = {}
            # letters that start a word and are no small Latin or Greek ones: few, and found at C speed
            starts, last = self.page.reading.starts, -1
            for match in _CAPITAL.finditer(self.page.text):
                token = bisect_left(starts, match.start())
                if token < len(starts) and starts[token] == match.start() and token != last:
                    last = token
                    self._index.setdefault(self.page.stem(token), []).append(token)
        return self._index

    def nominative(self, name: Tokens, subject: bool) -> str:
        """The name in the nominative where the document has it, else as it stands."""
        own = self.page.reading.span(*name)
        if subject or own.isascii():
            return own
        key = tuple(self.page.stem(k) for k in range(*name))
        if key not in self._nominatives:
            self._nominatives[key] = self._search(name, key, own)
        return self._nominatives[key]

    def _search(self, name: Tokens, key: tuple[str, ...], own: str) -> str:
        page, words = self.page, self.page.words
        best, best_score = own, self._case(name[0])
        for token in self._positions().get(key[0], [])[:200]:
            stop = token + len(key)
            if any(page.stem(token + k) != part for k, part in enumerate(key[1:], 1)):
                continue
            written = page.reading.span(token, stop)
            score = self._case(token)
            if written.isupper() and not own.isupper():
                score = 0
            if score > best_score and page.norm(token - 1) not in words.other:
                best, best_score = written, score
        return best

    def _case(self, token: int) -> int:
        """How surely a name that starts at a token is in the nominative."""
        page, words = self.page, self.page.words
        before = token - 1
        if before in page.opens:
            before -= 1
            if page.norm(before) not in words.articles:
                return 2  # a name in marks after its noun stands in the nominative
        while page.norm(before) in words.titles or (
            page.norm(before) == "." and page.norm(before - 1) in words.titles
        ):
            before -= 1
        for k in range(before, before - 4, -1):
            norm = page.norm(k)
            if norm in words.subject and not page.is_or(k):
                return 3
            if norm in words.other:
                return 0
            if not page.word(k).isalpha():
                break
        return 1

    # companies

    def company(self, at: int, how: int = 1) -> str | None:
        """The company spoken of at a token: of those named before it the most frequent, then the first.

        `how` as `Mention.of_company`: a possessive means the one named last, `the group` one so named.
        """
        if self._best is None or self._firms is None:
            self._best, self._firms = self._companies()
        body = how < 0 and self.page.norm(-how) in self.page.words.bodies
        places, names, own = self._firms if self._firms[0] and not body else self._best
        row = bisect_left(places, at) - 1
        if row < 0 and names:
            row = 0
        if how == 2 and row >= 0:
            return self._called(own[row], False)
        if how < 0:
            kind = self.page.stem(-how)
            for name in reversed(own[max(0, row - 50) : row + 1]):
                if self.page.stem(name[0]) == kind:
                    return self._called(name, False)
        if row >= 0 and (only := self._only_one(places, own, row, at)):
            return self._called(only, False)
        return self._called(names[row], False) if row >= 0 else None

    def _only_one(self, places: list[int], own: list[Tokens], row: int, at: int) -> Tokens | None:
        """The company of this paragraph so far, where it names one only."""
        first, _ = self.page.sentences.paragraph(self.page.reading.starts[at])
        start = self.page.token(first)
        rows = range(max(bisect_left(places, start), row - 8), row + 1) if places[row] >= start else ()
        here = [own[k] for k in rows]
        return here[0] if len(set(here)) == 1 and any(self._is_topic(places[k]) for k in rows) else None

    def _is_topic(self, article: int) -> bool:
        """Whether a company is the subject of a main clause: `αναλυτές που ρώτησε η Χ` are not about it."""
        page, words = self.page, self.page.words
        if page.norm(article) not in words.subject:
            return False
        return all(page.norm(k) not in words.relatives for k in range(max(0, article - 3), article))

    def _companies(self) -> tuple[_Companies, _Companies]:
        """Where organisations are named, with the one that leads; and the same of those that are firms."""
        named = [(token, name) for token in self._articles() if (name := self._company_at(token))]
        bodies = {tuple(self._stems(name)[:1]) for _, name in named if self._is_body(name)}
        firms = [(token, name) for token, name in named if tuple(self._stems(name)[:1]) not in bodies]
        return self._leading(named), self._leading(firms)

    def _is_body(self, name: Tokens) -> bool:
        """An authority or a society, by its first words or the noun before it."""
        page, bodies = self.page, self.page.words.bodies
        return any(page.norm(k) in bodies for k in range(max(0, name[0] - 1), name[1]))

    def _leading(self, named: list[tuple[int, Tokens]]) -> _Companies:
        """For each place where a company is named, the one that leads from there on, and itself."""
        counts: dict[tuple[str, ...], int] = {}
        firsts: dict[tuple[str, ...], Tokens] = {}
        leader: tuple[str, ...] | None = None
        places: list[int] = []
        names: list[Tokens] = []
        own: list[Tokens] = []
        for token, name in named:
            key = tuple(self._stems(name))
            # `Aegis` is short for `Aegis Semiconductor`
            key = next((k for k in firsts if self._is_short_for(key, k)), key) if len(firsts) < 50 else key
            counts[key] = counts.get(key, 0) + 1
            firsts.setdefault(key, name)
            if leader is None or counts[key] > counts[leader]:
                leader = key
            places.append(token)
            names.append(firsts[leader])
            own.append(firsts[key])
        return places, names, own

    def _is_short_for(self, key: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """`Aegis` for `Aegis Semiconductor`, but not for its product `Aegis One`."""
        rest = full[len(key) :]
        return full[: len(key)] == key and all(stem in self.page.words.hint_stems for stem in rest)

    def _articles(self) -> list[int]:
        """The articles that stand at most three tokens before a capital."""
        page, articles = self.page, self.page.words.articles
        capitals = sorted(token for tokens in self._positions().values() for token in tokens)
        near = {
            k for token in capitals for k in (token - 1, token - 2, token - 3) if page.norm(k) in articles
        }
        near |= {token for token in capitals if page.norm(token) in articles}
        return sorted(near)

    def _company_at(self, token: int) -> Tokens | None:
        page = self.page
        if page.norm(token) not in page.words.articles or page.is_or(token):
            return None
        if page.reading.ending(token, "quote.role"):
            return None  # read with its role
        if page.word(token).isupper():
            first, last = page.sentences.paragraph(page.reading.starts[token])
            if page.text[first : min(last, first + 200)].isupper():
                return None
        mention = self.mentions.at(token, min(len(page.reading), token + 20))
        if mention is None or mention.what not in ("organization", "role", "person"):
            return None
        if mention.what != "organization":
            return mention.organization
        if mention.name and (self._is_place(token, mention.name) or self._is_product(mention.name)):
            return None
        return mention.name

    def _is_product(self, name: Tokens) -> bool:
        """`Orvane X9`, `Shield 4`: a name that a number ends."""
        page = self.page
        return (name[1] - name[0] > 1 and page.word(name[1] - 1)[-1:].isdigit()) or page.word(name[1])[
            :1
        ].isdigit()

    def _is_place(self, token: int, name: Tokens) -> bool:
        """`στη Νίκαια`: one Greek word after a preposition."""
        page, words = self.page, self.page.words
        word = page.word(name[0])
        if page.norm(token) not in words.locative or name != (token + 1, token + 2):
            return False
        return not word.isascii() and not word.isupper() and page.norm(name[0]) not in words.hints

    def _alike(self, one: str, other: str) -> bool:
        """Whether two names share a word, in whatever case."""
        stem = self.page.words.stem
        return not {stem(word) for word in one.split()}.isdisjoint(stem(word) for word in other.split())
