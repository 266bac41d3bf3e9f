"""Who is named at a place of the text: names, roles and organisations, by their outer form."""

from typing import NamedTuple

from newsfacts.quotes.page import Page
from newsfacts.quotes.quote_words import SIGMA

Tokens = tuple[int, int]
_LONGEST_NAME = 6
# Weekdays and months are written as names are.
_DAYS = ("date.weekday", "date.month")
_LONGEST_MENTION = 48


class Mention(NamedTuple):
    """One place where somebody is named; token numbers, ends exclusive.

    `what` is person, organization, role (no name), same (the one spoken of), company (the one spoken
    of) or noun (something that is none of these). `of_company` is 0, or 1 where the organisation is the
    company spoken of, 2 where it is the one named last, or minus the token of a word such as `group`.
    """

    start: int
    end: int
    what: str
    name: Tokens | None = None
    role: Tokens | None = None
    organization: Tokens | None = None
    of_company: int = 0
    subject: bool = False
    feminine: bool | None = None
    plural: bool = False


class Mentions:
    """Reads mentions off a page."""

    def __init__(self, page: Page, people: "set[str]") -> None:
        """`people`: stems of last names known so far; others may add to it."""
        self.page, self.words, self.people = page, page.words, people

    def at(self, start: int, end: int) -> Mention | None:
        """The mention that starts at a token: with its article, title, role, name, and what stands by it."""
        page, words = self.page, self.words
        end = min(end, start + _LONGEST_MENTION)
        at, subject, feminine, plural = start, False, None, False
        norm = page.norm(at)
        if norm in words.articles and not page.is_or(at):
            subject, feminine, plural = norm in words.subject, norm in words.feminine, norm in words.plural
            at += 1
        has_article = at > start
        if not has_article and norm in words.pronouns:
            alone = page.norm(at + 1) not in words.articles and not page.is_capital(at + 1)
            return Mention(at, at + 1, "same", subject=True, feminine=norm in words.she) if alone else None
        before = at
        at, titled = self._after_title(at, end)
        if at > before and not titled and has_article and page.word(at).islower():
            at = self._after_trade(at, end)
        if at >= end:
            return None
        if page.norm(at) in words.same and has_article:
            if page.norm(at + 1) in words.articles and at + 1 < end:
                return self.at(at + 1, end)
            return Mention(start, at + 1, "same", subject=subject, feminine=feminine, plural=plural)
        base = Mention(start, at, "noun", subject=subject, feminine=feminine, plural=plural)
        return self._role_first(base, at, end) or self._name_first(base, at, end, titled, has_article)

    def _after_title(self, at: int, end: int) -> tuple[int, bool]:
        first = at
        while at < end and (self.page.norm(at) in self.words.nationalities or self.is_age(at)):
            at += 1 + (self.page.norm(at + 1) in self.words.age and self.page.reading.glued(at + 1))
        first = at
        while at < end and self._is_title(at):
            at += 1
            if self.page.norm(at) == "." and at < end:
                at += 1
        return at, at > first

    def _is_title(self, at: int) -> bool:
        """`κ.`, `Dr`, and `καθ.` before a name."""
        page, words = self.page, self.words
        if page.norm(at) in words.titles:
            return not self._is_initial(at)
        short = page.norm(at) in words.shortened and page.norm(at + 1) == "." and page.is_capital(at + 2)
        return short and not page.form(at + 2, "quote.role") and not page.form(at, "quote.role")

    def _after_trade(self, at: int, end: int) -> int:
        """`ο Αμερικανός εκατομμυριούχος Χ Ψ`: past the noun before a full name."""
        page = self.page
        if not page.word(at).isalpha() or page.form(at, "quote.role") or page.form(at, "quote.verb"):
            return at
        name = self.name_at(at + 1, end)
        full = name is not None and name[1] - name[0] > 1 and page.norm(at) not in self.words.companies
        return at + 1 if full and name is not None and not self._is_organization(name, None) else at

    def is_age(self, at: int) -> bool:
        """`58χρονη`, the number and the ending perhaps two tokens."""
        page, age = self.page, self.words.age
        return page.word(at)[:1].isdigit() and (page.norm(at + 1) in age or page.norm(at).endswith(age))

    # roles

    def role_at(self, at: int, end: int) -> tuple[Tokens, Tokens | None, int, int] | None:
        """A role that starts near a token: its tokens, the organisation after it, and where it all ends."""
        page = self.page
        if not page.forms("quote.role"):
            return None
        found, first = None, at
        for skip in range(4):
            if at + skip >= end or (skip and not self._in_role(at + skip - 1)):
                return None
            before = page.norm(at + skip - 1)
            if skip and (before in self.words.articles or before in self.words.prepositions):
                return None
            if skip and before.endswith(self.words.gerund_endings):
                return None
            found = page.form(at + skip, "quote.role")
            begins = page.norm(at) in self.words.modifiers or page.norm(at) in self.words.shortened
            if found and skip and page.is_capital(at) and page.is_capital(at + skip) and not begins:
                return None  # `Άγγελος Ψαράς`
            if found and page.norm(found[0]) in self.words.companies:
                return None  # `η εκδότρια εταιρεία`
            if found:
                first = at + skip
                break
        if not found:
            return None
        if first > at and page.norm(at) in self.words.modifiers and self._is_english(at, first):
            first = at  # `Senior Threat Analyst`
        first = self._with_modifiers(first, at)
        if any(page.is_capital(k) for k in range(at + 1, first)):
            return None  # a name stands before it
        stop, kind = found
        stop = self._more_role(stop, kind, end)
        organization, of_company, after = self._affiliation(stop, end)
        if organization is None and not of_company:
            after = self._lower_genitive(stop, end)
            of_company, stop = int(kind == "company" and after == stop), after
        return (first, stop), organization, of_company, after

    def _in_role(self, token: int) -> bool:
        """Whether a token may stand before a role word: a word, or the full stop of a shortened one."""
        page = self.page
        return page.word(token)[0].isalpha() or (
            page.word(token) == "." and page.norm(token - 1) in self.words.shortened
        )

    def _with_modifiers(self, first: int, at: int) -> int:
        """Where a role begins with what modifies it: `γενικός`, `Γεν.`, `πρώην`."""
        page, words = self.page, self.words
        while first > at:
            if page.norm(first - 1) in words.modifiers:
                first -= 1
            elif page.norm(first - 1) == "." and page.norm(first - 2) in words.shortened and first - 2 >= at:
                first -= 2
            else:
                break
        return first

    def _is_english(self, start: int, end: int) -> bool:
        """Whether tokens are capitalised words in Latin letters."""
        page = self.page
        return all(
            page.is_capital(k) and page.word(k).isascii() and page.word(k).isalpha()
            for k in range(start, end)
        )

    def _more_role(self, stop: int, kind: str, end: int) -> int:
        """What belongs to a role: second roles, bare genitives, a minister's portfolio."""
        page, words = self.page, self.words
        while stop < end:
            norm = page.norm(stop)
            second = stop + 1
            if norm in words.and_ or norm == ",":
                for skip in range(3):
                    found = page.form(second + skip, "quote.role")
                    if found or page.norm(second + skip) not in words.modifiers:
                        break
                if found and (norm != "," or self._joined_later(found[0], end)):
                    stop, kind = found
                    continue
                if kind == "portfolio" and norm == "," and self._genitive(second, capital=True):
                    listed = page.norm(second + 1) in words.and_ and self._genitive(second + 2, capital=True)
                    if listed:
                        stop = second + 3
                        continue
                if kind == "portfolio" and norm in words.and_ and self._genitive(second, capital=True):
                    stop = second + 1
                    continue
                break
            if norm == "of" and page.word(second).isascii() and page.word(second).isalpha():
                stop = second + 1
                while stop < end and page.is_capital(stop) and page.word(stop).isascii():
                    stop += 1
            elif kind == "portfolio" and page.word(stop).isupper() and 2 <= len(page.word(stop)) <= 6:
                stop += 1  # `υφυπουργός ΥΠΕΝ`
            elif kind == "portfolio" and self._genitive(stop, capital=True):
                if self._given_follows(stop):
                    break
                stop += 1
            elif (field := self._field(stop, end)) > stop:
                stop = field
            elif found := page.form(stop, "quote.role"):
                stop, kind = found  # `Διαχειριστής Εταίρος`
            elif self._is_english(stop - 1, stop + 1) and page.norm(stop + 1) in words.articles_and_comma:
                stop += 1  # `Marketing Manager Greece της Χ`
            elif norm not in words.articles and self._genitive(stop, capital=False):
                stop += 1
            else:
                break
        return stop

    def _given_follows(self, at: int) -> bool:
        """`υπουργός Μεταφορών Ζήσης Χ`: one capital follows, so this is the first of two names."""
        page, words = self.page, self.words
        before = page.norm(at - 1)
        adjective = before.endswith(words.adjective_endings) and not before.endswith(words.field_endings)
        if not page.is_capital(at - 1) or adjective:
            return False
        last = page.is_capital(at + 1) and not page.is_capital(at + 2)
        return last and not page.norm(at).endswith(words.plural_endings) and page.norm(at + 2) != "-"

    def _field(self, at: int, end: int) -> int:
        """`Διευθυντής Υποδομών της Χ`: capitals in the genitive that an article or a comma closes."""
        page, stop = self.page, at
        while stop < end and (self._genitive(stop, capital=True) or page.norm(stop) in self.words.and_):
            stop += 1
        latin = page.word(at).isascii() and page.word(at).isalpha() and page.norm(at) not in self.words.of
        if latin and page.word(at).islower() and page.norm(at + 1) in self.words.articles_and_comma:
            return at + 1
        if stop == at or page.norm(stop - 1) in self.words.and_:
            return at
        plural = page.norm(stop - 1).endswith(self.words.plural_endings)
        closed = page.norm(stop) in self.words.other or (page.norm(stop) == "," and (plural or stop - at > 1))
        # `δήμαρχος Βόλου Χ Ψ`: the place that somebody holds an office of
        named = page.is_capital(stop) and page.is_capital(stop + 1) and not self._genitive(stop, capital=True)
        closed = closed or (page.norm(stop) == "," and page.norm(stop - 1).endswith(self.words.field_endings))
        office = stop == at + 1 and named and page.norm(at).endswith(self.words.place_endings)
        return stop if closed or office or (plural and page.is_capital(stop)) else at

    def _joined_later(self, at: int, end: int) -> bool:
        """`πρόεδρος, ιδρυτής και CEO`: a comma joins roles only where another follows with `and`."""
        return at < end and self.page.norm(at) in self.words.and_

    def _genitive(self, at: int, *, capital: bool) -> bool:
        page, word = self.page, self.page.word(at)
        norm = page.norm(at)
        if len(norm) < 4 or not word.isalpha() or page.is_capital(at) != capital:
            return False
        if page.form(at, "quote.verb") or norm in self.words.companies or norm in self.words.given:
            return False
        if norm.endswith(self.words.surname_endings) and page.stem(at) in self.words.given_stems:
            return False  # `υπουργού Ανάπτυξης Μάριου Χ`
        return norm.endswith(self.words.genitive_endings) and norm not in self.words.of

    def _lower_genitive(self, stop: int, end: int) -> int:
        """`πρόεδρος της επιτροπής διαγωνισμού`: a genitive in small letters belongs to the role."""
        page, words = self.page, self.words
        if stop + 1 < end and page.norm(stop) in words.other and self._genitive(stop + 1, capital=False):
            stop += 2
            while (
                stop < end and page.norm(stop) not in words.articles and self._genitive(stop, capital=False)
            ):
                stop += 1
        return stop

    def _affiliation(self, at: int, end: int) -> tuple[Tokens | None, int, int]:
        """`της Χ`, `στο Χ`, `της εταιρείας` after a role: the organisation, and where it ends."""
        page, words = self.page, self.words
        if at >= end or page.norm(at) not in words.of:
            found = page.form(at, "quote.organization") if at < end else None
            return ((at, found[0]), 0, found[0]) if found else (None, 0, at)
        company = 0
        for skip in range(1, 5):
            k = at + skip
            if k >= end:
                break
            if k in page.opens:
                close = page.opens[k].close
                return (k + 1, close), 0, close + 1
            name = self.name_at(k, end, organization=True, genitive=True)
            if name and page.norm(k) not in words.given:
                return (self._with_head(name, at + 2), name[1]), 0, name[1]
            if page.norm(k) in words.companies:
                company = company or -k
            if not page.word(k).isalpha() or page.norm(k) in words.articles_and_given:
                break
            if not company and not self._adjective(k):
                break
        if company:
            return None, company, 1 - company
        # a bare possessive: its manager
        if page.norm(at) in words.clitics and not page.word(at + 1)[:1].islower():
            owner = self._owner_follows(at)
            return (None, 0, at) if owner else (None, 2, at + 1)
        return None, 0, at

    def _owner_follows(self, at: int) -> bool:
        """`ο σύμβουλος του Γιάννη Ντόβα`: a name in the genitive; not `ο σύμβουλός του Γιάννης Ντόβας`."""
        page = self.page
        name, feminine = page.norm(at + 1), page.norm(at) in self.words.feminine
        if name.isascii() or not name.isalpha() or page.word(at + 1).isupper():
            return False
        return name.endswith(SIGMA) == feminine

    def _person_after(self, organization: Tokens, end: int) -> int:
        """`του Bruegel Dieter Amberg`: where two names at the end of Latin words start.

        Its end where they are none: an organisation's own, or with a name to come after a comma.
        """
        page, (start, stop) = self.page, organization
        known = page.form(start, "quote.organization")
        to_come = page.norm(stop) == "," and page.is_capital(stop + 1)
        if stop - start < 3 or to_come or (known and known[0] > stop - 2):
            return stop
        names = range(stop - 2, stop)
        if any(page.norm(k) in self.words.hints or page.form(k, "quote.organization") for k in names):
            return stop
        return stop - 2 if all(map(page.is_latin_name, names)) and page.is_latin(stop - 3) else stop

    def _adjective(self, at: int) -> bool:
        norm = self.page.norm(at)
        return norm.endswith(self.words.adjective_endings)

    # names

    def name_at(
        self, at: int, end: int, *, organization: bool = False, genitive: bool = False
    ) -> Tokens | None:
        """A run of capitalised words, with particles, initials and hyphens in it.

        `genitive`: it stands after a role, so a nominative in it starts the name of a person.
        """
        page = self.page
        known = page.form(at, "quote.organization")
        if known:
            return at, known[0]
        if at >= end or not self._starts_name(at):
            return None
        stop = at + 1
        while stop < end and stop - at < _LONGEST_NAME * 2:
            step = self._step(at, stop, end, organization, genitive)
            if not step:
                break
            stop += step
        return at, min(stop, end)

    def _step(self, at: int, stop: int, end: int, organization: bool, genitive: bool) -> int:
        """How many tokens from `stop` on still belong to a name that starts at `at`."""
        page, words = self.page, self.words
        word, norm = page.word(stop), page.norm(stop)
        capital = page.is_capital(stop + 1)
        if page.is_capital(stop):
            surname = stop - at == 1 and norm not in words.articles and page.word(stop).istitle()
            known = page.norm(at) in words.given and surname and not organization  # `Άγγελος Ψαράς`
            return int(known or self._continues(stop, organization, genitive))
        if word == ".":
            legal = "." in page.word(stop - 1) or page.norm(stop - 1) in words.legal
            if (
                legal
                and not page.is_capital(stop + 1)
                and stop + 1 < end
                and not page.word(stop + 1).isspace()
            ):
                return 1  # `Χ Α.Ε. ανακοίνωσε`, `Χ Inc., …`
            return int(self._is_short(page.word(stop - 1)) and capital)
        if word in ("-", "‑", "'", "’"):
            return 2 if page.reading.glued(stop) and page.reading.glued(stop + 1) else 0
        if word == "&":
            return 2 if capital else 0
        if not organization:
            return int(norm in words.particles and self._particle(stop, end))
        if word.isascii() and word.isalnum() and page.word(stop - 1).isascii():
            return 1
        return 2 if norm in words.and_ and capital and self._is_hint(at) else 0

    @staticmethod
    def _is_short(word: str) -> bool:
        """Whether a full stop after a word of a name ends no sentence: `Χρ. Δ.`, `T.J. Brandt`."""
        return len(word) <= 2 or all(len(part) == 1 for part in word.split("."))

    def _is_hint(self, at: int) -> bool:
        return self.page.norm(at) in self.words.hints

    def _starts_name(self, at: int) -> bool:
        page = self.page
        norm = page.norm(at)
        return (
            page.is_capital(at)
            and norm not in self.words.articles
            and (norm not in self.words.not_names or self._is_initial(at))
            and not page.form(at, "quote.verb")
            and (not any(page.form(at, category) for category in _DAYS) or self._is_woman_of_a_day(at))
        )

    def _is_woman_of_a_day(self, at: int) -> bool:
        """`η Κυριακή Βάρδα`: a weekday that is a given name, before a surname."""
        page, words = self.page, self.words
        named = page.norm(at) in words.given and page.is_capital(at + 1) and page.word(at + 1).isalpha()
        before = page.norm(at - 1)
        return named and (before in words.feminine or before in words.titles or before in {",", "."})

    def _is_initial(self, at: int) -> bool:
        page = self.page
        word = page.word(at)
        return len(word) == 1 and word.isupper() and page.norm(at + 1) == "." and page.is_capital(at + 2)

    def _continues(self, at: int, organization: bool, genitive: bool) -> bool:
        page = self.page
        if page.norm(at) in self.words.articles:
            return False
        if not organization:
            # a name in Greek ends where capitals of a role begin
            return not page.form(at, "quote.role")
        # `της Telmar Ρένα Κοντού`: the name of a person begins
        if page.norm(at) in self.words.given:
            return False
        before, word = page.word(at - 1), page.word(at)
        foreign = before.isascii() or (before.isupper() and 1 < len(before) < 7)
        if page.is_latin(at) or word.isupper() or before in "&-" or page.norm(at) in self.words.countries:
            return True
        inflected = self._genitive(at, capital=True)
        if page.norm(at) in self.words.hints and page.norm(at).endswith(self.words.genitive_endings):
            inflected = True
        if genitive and page.is_capital(at + 1) and (foreign or not inflected):
            return False
        return not foreign or inflected

    def _particle(self, at: int, end: int) -> bool:
        page = self.page
        return (
            any(
                page.is_capital(k) and all(page.norm(i) in self.words.particles for i in range(at, k))
                for k in (at + 1, at + 2)
                if k < end
            )
            and page.norm(at) not in self.words.articles
        )

    # the two orders

    def _role_first(self, base: Mention, at: int, end: int) -> Mention | None:
        found = self.role_at(at, end)
        if not found:
            return None
        role, organization, of_company, after = found
        page = self.page
        if organization is not None and after == organization[1] and not base.plural:
            organization = organization[0], self._person_after(organization, end)
            after = organization[1]
        while page.norm(after) in self.words.and_ and (second := self.role_at(after + 1, end)):
            after = second[3]  # `ο καθηγητής του ΕΜΠ και πρόεδρος της Χ, …`
        if organization and self._is_person_of(organization, end):
            noun = 1 - organization[0]  # minus the token of the noun
            return base._replace(
                end=organization[1], what="person", name=organization, role=role, of_company=noun
            )
        mention = base._replace(
            end=after, what="role", role=role, organization=organization, of_company=of_company
        )
        at, comma = self._after_detail(after, end), False
        if at > after and organization is None and not of_company and page.norm(after) != ",":
            role = role[0], at
            mention = mention._replace(role=role, end=at)
        if at > after and page.norm(at) == ",":
            named = self._name_first(base, at + 1, end, False, False)
            if named and named.what == "person" and named.role:
                return named
        if page.norm(at) in (",", "-", "–", "—"):
            at, comma = at + 1, True
        if page.norm(at) in self.words.articles and not page.is_or(at):
            if not comma:
                return mention
            at += 1
        another = page.form(at, "quote.role") if comma else None
        at, titled = self._after_title(another[0] if another else at, end)
        name = self.name_at(at, end)
        if not name or (comma and not titled and not self._could_be_person(name)):
            return mention
        if self._is_organization(name, article=None):
            # `ο διευθύνων σύμβουλος Nordwave`: no person, but whose
            if organization is None and not comma:
                return mention._replace(organization=name, end=name[1])
            return mention
        if organization is None:
            following, _, after = self._affiliation(name[1], end)
            if following and page.norm(name[1]) in self.words.of:
                return mention._replace(what="person", name=name, organization=following, end=after)
        return mention._replace(what="person", name=name, role=role, end=name[1])

    def _after_detail(self, at: int, end: int) -> int:
        """At the comma that a full name follows, else where it was.

        Past what tells more of the role or its organisation: `ο εταίρος της στο εγχείρημα, Χ Ψ`,
        `ο CEO της Α, μητρικής της Β, Χ Ψ`.
        """
        page, words = self.page, self.words
        comma = page.norm(at) == ","
        apposed = comma and page.word(at + 1).islower() and page.norm(at + 1).endswith(words.genitive_endings)
        if not apposed and page.norm(at) not in words.detail_heads:
            return at
        for k in range(at + comma, min(at + 14, end - 1)):
            named = k > at + 1 and page.is_capital(k) and not comma and page.norm(k - 1) not in words.articles
            if page.norm(k) == "," or named:
                name = self.name_at(k + (not named), end)
                full = name is not None and name[1] - name[0] > 1 and not self._is_organization(name, None)
                if full or not named:
                    return k if full else at
            if not page.word(k)[:1].isalpha() or page.norm(k) in words.verbal or page.form(k, "quote.verb"):
                break
        return at

    def _is_person_of(self, organization: Tokens | None, end: int) -> bool:
        """`ο CEO της εταιρείας Tom Ridley δήλωσε`: two names behind a common noun, and nobody after them."""
        page = self.page
        if organization is None or not 2 <= organization[1] - organization[0] <= 3:
            return False
        head = page.norm(organization[0] - 1)
        if (
            head not in self.words.companies
            or head in self.words.bodies
            or not page.word(organization[0] - 1).islower()
        ):
            return False
        if self._is_strongly_organization(organization) or not page.word(organization[1] - 1).istitle():
            return False
        after = organization[1]
        return not (page.norm(after) == "," and page.is_capital(after + 1)) and not page.is_capital(after)

    def _name_first(self, base: Mention, at: int, end: int, titled: bool, article: bool) -> Mention | None:
        page, words = self.page, self.words
        if at in page.opens and article:
            marks = page.opens[at]
            if not page.is_capital(at + 1):
                return None  # `ο «πατέρας» του …`
            name: Tokens | None = (at + 1, marks.close)
            return base._replace(end=marks.close + 1, what="organization", name=name)
        name = self.name_at(at, end)
        skipped = at
        if not name and article:
            name, skipped = self._after_adjectives(at, end)
        if not name:
            return self._common(base, at, end) if article else None
        neuter = article and page.norm(at - 1) in words.neuter and not titled
        after = name[1]
        opened = page.norm(after) in (",", "(", "-", "–", "—") and after + 1 < end
        role = None
        if opened:
            start = after + 1
            if page.norm(start) in words.subject and not page.is_or(start):
                start += 1
            role = self.role_at(start, end)
            other_sex = start > after + 1 and (page.norm(start - 1) in words.feminine) != bool(base.feminine)
            if role and start > after + 1 and article and (neuter or not base.subject or other_sex):
                role = None  # `από τη Χ, ο διευθυντής Ψ`: somebody else
        if role and not self._is_strongly_organization(name):
            tokens, organization, of_company, stop = role
            if page.norm(after) == "(" and page.norm(stop) == ")":
                stop += 1
            elif organization is None and not of_company and page.norm(stop) == ",":
                house = self.name_at(stop + 1, end, organization=True)
                if house and self._is_strongly_organization(house):
                    organization, stop = house, house[1]  # `Χ Ψ, διευθύντρια, Τράπεζα Ω`
            return base._replace(
                end=stop,
                what="person",
                name=name,
                role=tokens,
                organization=organization,
                of_company=of_company,
            )
        several = base.plural and article and name[1] - name[0] == 1  # `οι Βρυξέλλες`
        if opened and page.norm(after) == "," and page.norm(after + 1) in words.genitive and not role:
            house, _, stop = self._affiliation(after + 1, end)
            if house and self._is_strongly_organization(house) and not self._is_strongly_organization(name):
                return base._replace(end=stop, what="person", name=name, organization=house)  # `Χ Ψ, της Ω`
        if titled or not (
            neuter or several or self._is_organization(name, base.feminine if article else None, skipped > at)
        ):
            return self._person(base, name, end)
        name = self.name_at(name[0], end, organization=True) or name
        return base._replace(end=name[1], what="organization", name=name)

    def _person(self, base: Mention, name: Tokens, end: int) -> Mention:
        page = self.page
        organization, after = None, name[1]
        if page.norm(after) == "(":
            house = self.name_at(after + 1, end, organization=True)
            if house and page.norm(house[1]) == ")" and house[1] - house[0] <= 3:
                return base._replace(end=house[1] + 1, what="person", name=name, organization=house)
        start = after + (page.norm(after) in self.words.agent)
        if page.norm(start) in self.words.genitive or (
            start > after and page.norm(start) in self.words.other
        ):
            found, _, stop = self._affiliation(start, end)
            if found is None and start > after:
                found = self.name_at(start + 1, end, organization=True)
                stop = found[1] if found else stop
            if found and self._is_organization(found, article=True):
                organization, after = found, stop
        return base._replace(end=after, what="person", name=name, organization=organization)

    def _after_adjectives(self, at: int, end: int) -> tuple[Tokens | None, int]:
        """`η αμερικανική Halcyon`, `η εταιρεία ερευνών Halcyon`: at most three small words before a name."""
        page, headed = self.page, False
        for k in range(at, min(at + 5, end)):
            if k in page.opens and k > at and page.norm(k - 1) in self.words.heads:
                return (k + 1, page.opens[k].close), k
            name = self.name_at(k, end, organization=True) if k > at else None
            if name:
                return (self._with_head(name, at + 1), name[1]), k
            word = page.word(k)
            if not word.isalpha() or (page.norm(k) in self.words.articles and not headed):
                break
            if page.form(k, "quote.verb"):
                break
            if page.norm(k) in self.words.heads:
                headed = True
            elif headed and page.norm(k) in self.words.other:
                continue  # `ο κολοσσός των τσιπ Χ`
            elif not self._adjective(k) and not (headed and self._genitive(k, capital=False)):
                break
        return None, at

    def _with_head(self, name: Tokens, first: int) -> int:
        """`υπουργείο Υγείας`: the noun before a name in the genitive is part of the name."""
        page, before = self.page, name[0] - 1
        if before + 1 < first or page.norm(before) not in self.words.companies:
            return name[0]
        return before if self._genitive(name[0], capital=True) else name[0]

    def _common(self, base: Mention, at: int, end: int) -> Mention | None:
        """An article with a common noun: the company spoken of, or something that does not speak."""
        page = self.page
        for k in range(at, min(at + 3, end)):
            if page.norm(k) in self.words.companies:
                return base._replace(end=k + 1, what="company")
            if not page.word(k).isalpha():
                break
        return base._replace(end=at + 1) if page.word(at)[:1].isalpha() else None

    # person or organisation

    def stem_of(self, name: Tokens) -> str:
        """The stem of the last word of a name."""
        return self.page.stem(name[1] - 1)

    def _could_be_person(self, name: Tokens) -> bool:
        return name[1] - name[0] >= 2 or self.stem_of(name) in self.people

    def _is_strongly_organization(self, name: Tokens) -> bool:
        page = self.page
        if page.form(name[0], "quote.organization") or name[0] - 1 in page.opens:
            return True
        return name[1] - name[0] > 1 and any(page.norm(k) in self.words.hints for k in range(*name))

    def _is_organization(self, name: Tokens, article: bool | None, company: bool = False) -> bool:
        """`article`: whether a feminine article stands before the name, None where there is none."""
        page = self.page
        norms = [page.norm(k) for k in range(*name)]
        if len(norms) == 1 and self.stem_of(name) in self.people:
            return False
        if self._is_strongly_organization(name) or company or any(n in self.words.hints for n in norms):
            return True
        if norms[0] in self.words.given or (
            len(norms) > 2 and not self.words.particles.isdisjoint(norms[1:-1])
        ):
            return False
        first, final = page.stem(name[0]), self.stem_of(name)
        if final in self.people and (first in self.people or first == final):
            return False
        length = len(norms)
        last = page.word(name[1] - 1)
        if length == 1 and last.isupper() and len(last) > 1:
            return True
        if article is None:
            return length == 1 and last.isascii()
        if not article:
            return length == 1 and last.isascii() and last[1:] != last[1:].lower()
        if length == 1:
            return last.isascii() or not norms[0].endswith(self.words.surname_endings)
        if all(page.word(k).isascii() or not page.word(k).isalpha() for k in range(*name)):
            return True
        if norms[-1].endswith(self.words.foreign_endings) or norms[-1].endswith(self.words.woman_surnames):
            return False
        return not norms[-1].endswith(self.words.woman_endings) or norms[-1].endswith(
            self.words.adjective_endings
        )
