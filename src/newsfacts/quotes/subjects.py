"""Whose verb it is: the subject in its sentence, else the one the sentences before are about."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from newsfacts.quotes.cast import Cast, Speaker, as_speaker, last_person, resolve
from newsfacts.quotes.mentions import Mention, article_at, mention_at
from newsfacts.quotes.names import name_at
from newsfacts.quotes.page import Page
from newsfacts.quotes.quote_words import STOPS

NAMED = ("person", "organization", "nameless", "same", "company")
_BACK = 60
_NEAR = 8
_SENTENCES_BACK = 4


def between(cast: Cast, start: int, limit: int) -> list[Mention]:
    """The mentions in a stretch outside of marks, in order, with the other nouns that are subjects."""
    page = cast.page
    row = bisect_left(cast.starts, start)
    if row and cast.mentions[row - 1].end > start:
        row -= 1
    found: list[Mention] = []
    for mention in cast.mentions[row : bisect_left(cast.starts, limit)]:
        if mention.start >= limit:
            break
        around = page.marks_around(mention.start)
        if around and not (mention.name and around.open == mention.name[0] - 1):
            continue
        if mention.start < start or mention.end > limit:
            cut = mention_at(page, max(start, mention.start), limit, cast.known)
            if cut and cut.kind != "noun":
                found.append(cut)
            continue
        found.append(mention)
    return sorted([*found, *_nouns(cast, found, start, limit)], key=lambda m: m.start)


def _nouns(cast: Cast, found: Sequence[Mention], start: int, limit: int) -> Iterator[Mention]:
    """Things that are subjects: `η τιμή`."""
    page = cast.page
    taken = {k for m in found for k in range(m.start, m.end)}
    for token in range(start, limit):
        if page.norm(token) not in page.words.subject or token in taken or page.marks_around(token):
            continue
        article = article_at(page, token)
        if (
            article
            and page.word(token + 1)[:1].isalpha()
            and page.norm(token + 1) not in page.words.relatives
        ):
            yield Mention(
                token, token + 2, "noun", case=article.case, gender=article.gender, plural=article.plural
            )


def _apposition(page: Page, mention: Mention, found: Sequence[Mention]) -> bool:
    """`ο ΟΔΑΝ, ο διαχειριστής του δικτύου, …`: a role that tells what an organisation is."""
    if mention.kind not in ("nameless", "company") or page.norm(mention.start - 1) != ",":
        return False
    return any(m.end == mention.start - 1 and m.kind == "organization" for m in found)


def after_preposition(page: Page, token: int) -> bool:
    """Whether a neuter article is an object's: `για το Χ`."""
    words, before = page.words, page.norm(token - 1)
    return (
        before in words.prepositions
        or before in words.topics
        or before in words.with_
        or before in words.agent
    )


def can_speak(page: Page, mention: Mention) -> bool:
    """Whether a subject by its article may say something: a neuter one may be an object."""
    if mention.kind not in NAMED:
        return False
    if mention.gender != "n":
        return True
    if page.norm(mention.start - 1) in page.words.seats or after_preposition(page, mention.start):
        return False
    if mention.kind == "organization" and mention.name and page.norm(mention.name[0]) in page.words.places:
        return False
    return mention.kind in ("organization", "company", "nameless")


def in_subordinate(page: Page, token: int, first: int, head: int) -> bool:
    """Whether a subject belongs to a clause that ends before the verb at `head`: `που ανέλαβε η Χ, …`."""
    words, verb = page.words, False
    for k in range(token - 1, max(first, token - 14) - 1, -1):
        norm = page.norm(k)
        if norm in (".", ";", ":") or k in page.closes:
            return False
        if norm == ",":
            return False
        if norm in words.relatives or norm in words.subordinators or (norm in words.that and k < token):
            after = any(page.norm(i) == "," for i in range(token, head))
            near = norm in words.relatives and token - k > 1
            return near or (after and norm not in words.relatives)
        verb = verb or page.form(k, "quote.verb") is not None
    return False


def bare_subject(page: Page, mention: Mention, first: int) -> bool:
    """Whether a mention without an article may be a subject: where a clause begins, or with a title."""
    if mention.case:
        return False
    words, before = page.words, page.norm(mention.start - 1)
    opens = mention.start <= first or before in STOPS or before in words.linking or before in words.adverbs
    opens = (
        opens
        or before in words.indefinite
        or "\n" in page.word(mention.start - 1)
        or mention.start - 1 in page.closes
    )
    if not opens and not mention.titled:
        return False
    if mention.kind == "nameless":
        return True
    if mention.kind == "organization":
        return before in words.indefinite or mention.start <= first or "\n" in page.word(mention.start - 1)
    single = mention.name is not None and mention.name[1] - mention.name[0] == 1
    if single and not mention.titled and not mention.role and before in STOPS and mention.start > first:
        return False
    return mention.kind == "person"


def page_phrase(page: Page, token: int) -> bool:
    """Whether an attribution starts at a token: `Σύμφωνα με`."""
    return page.form(token, "quote.phrase") is not None


class Subjects:
    """Reads subjects, one sentence after the other; `stop` is where the last mention found ends."""

    def __init__(self, page: Page, cast: Cast) -> None:
        """A sentence has yet to come."""
        self.page, self.words, self.cast = page, page.words, cast
        self.spoken: list[tuple[int, Speaker]] = []
        self.first = self.end = self.stop = 0
        self.named = True

    def enter(self, first: int, end: int) -> None:
        """Turn to the sentence from token `first` up to `end`."""
        self.first = self.stop = first
        self.end = end
        self.named = True

    def at(self, start: int, end: int) -> Mention | None:
        """The mention that starts at a token."""
        return mention_at(self.page, start, end, self.cast.known) if start < end else None

    def resolve(self, mention: Mention) -> Speaker:
        """Who a mention stands for."""
        if mention.kind == "same":
            here = bool(self.spoken) and self.spoken[-1][0] >= self.first
            before = None if here else self.remembered(mention.start)
            feminine = mention.gender == "f"
            if before and before.type == "person" and before.feminine in (None, feminine):
                return before
        return resolve(self.cast, mention, self.spoken)

    # -- the subject of a verb with words after it ---------------------------------------------

    def of_verb(self, cue: Any, limit: int, speaker: Speaker | None, done: int) -> Speaker | None:
        """The subject of a verb with a clause; None where what speaks is a thing, so nothing is said."""
        self.named = True
        if self._nobodys(cue.start):
            return None
        gap = self._in_gap(cue, limit)
        if gap is not None:
            return self._together(gap, cue)
        head = cue.start
        opening = self._opening()
        author = None if page_phrase(self.page, opening) else self.author(opening, head)
        if author is not None:
            return self.resolve(author)
        if cue.says.reported:
            return None
        clitic = self._possessed(head)
        if clitic is not None:
            return self.resolve(clitic)
        relative = self._relative(head)
        if relative is not None:
            owner = self._owner(relative, done)
            return self.resolve(owner) if owner is not None and owner.kind != "noun" else None
        mention = self._before(head, done)
        if mention is not None and mention.kind != "noun":
            return self._together(mention, cue)
        if mention is not None:
            return self._of_thing(mention, head, cue.says.named)
        if speaker is not None:
            return speaker
        self.named = False
        return self._dropped(cue, head, done, limit)

    def _dropped(self, cue: Any, head: int, done: int, limit: int) -> Speaker | None:
        said = cue.says
        if cue.plural:
            if among := self._among(head, done):
                self.named = True
                return among
            last = self.remembered(head)
            fits = last is not None and (last.type == "organization" or "; " in (last.name or ""))
            return last if fits else (None if said.named else Speaker())
        found = self.remembered(head)
        if found is None and not self.spoken:
            found = self._own_clause(limit)
        return found or (None if said.named else Speaker())

    def _own_clause(self, limit: int) -> Speaker | None:
        """`Σε επαναγορά ανέφερε πως θα προχωρήσει η Χ`, where nobody is named before: the clause's own subject."""
        for mention in between(self.cast, limit, self.end):
            if mention.subject and can_speak(self.page, mention):
                return self.resolve(mention)
        return None

    def _of_thing(self, noun: Mention, head: int, named: bool) -> Speaker | None:
        """`η έκθεση της Χ αναφέρει ότι`: whose document it is; None where a thing speaks."""
        page = self.page
        if author := self.author(noun.start, head):
            return self.resolve(author)
        documents = any(page.norm(k) in self.words.documents for k in range(noun.start, noun.start + 4))
        return None if named or documents or noun.gender == "n" else Speaker()

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

    def author(self, start: int, end: int) -> Mention | None:
        """Whose document a text begins with: `(τη νέα) έκθεση της Χ`; None where it is none, or nobody's."""
        page, words = self.page, self.words
        head = next((k for k in range(start, min(start + 5, end)) if page.norm(k) in words.reports), None)
        if head is None:
            return None
        for token in range(head + 1, min(head + 6, end)):
            if not page.word(token)[:1].isalpha():
                return None
            if page.norm(token) in words.relatives:
                return self._maker(token + 1, end)
            if page.norm(token) in words.genitive:
                mention = self.at(token, end)
                if mention is not None and mention.kind in NAMED:
                    return mention
        return None

    def _maker(self, start: int, end: int) -> Mention | None:
        """`μελέτη που εκπόνησε η Χ`: who made it."""
        for token in range(start + 1, min(start + 4, end)):
            if self.page.norm(token) in self.words.subject_not_neuter:
                mention = self.at(token, end)
                return mention if mention is not None and mention.kind in NAMED else None
        return None

    def _possessed(self, head: int) -> Mention | None:
        """`εκπρόσωπός της διευκρίνισε`: a role without an article before a possessive and the verb."""
        page = self.page
        if page.norm(head - 1) not in self.words.clitics:
            return None
        for start in range(head - 2, max(self.first - 1, head - 5), -1):
            if page.form(start, "quote.role"):
                mention = self.at(start, head)
                if mention and mention.kind == "nameless" and page.norm(start - 1) not in self.words.articles:
                    return mention._replace(end=head, whose=mention.whose or -2)
        return None

    def _relative(self, head: int) -> int | None:
        """Where the relative pronoun before a verb starts."""
        page, back = self.page, head - 1
        while page.norm(back) in self.words.small and back > self.first:
            back -= 1
        if page.norm(back) not in self.words.relatives:
            return None
        return back - 1 if page.norm(back - 1) in self.words.subject else back

    def _owner(self, relative: int, done: int) -> Mention | None:
        """Whom a relative pronoun stands for: who is named right before it."""
        if self.page.norm(relative - 1) in self.words.and_:
            return None
        start = max(self.first, relative - _BACK)
        found = [m for m in between(self.cast, start, relative) if m.kind in NAMED]
        near = [m for m in found if relative - 4 < m.end <= relative]
        return near[-1] if near else None

    def _in_gap(self, cue: Any, limit: int) -> Mention | None:
        """A subject that stands between the verb and what it says."""
        for mention in between(self.cast, cue.end, limit):
            if mention.subject and can_speak(self.page, mention):
                return mention
            if (
                mention.subject
                and mention.kind == "noun"
                and mention.start == cue.end
                and mention.gender != "n"
            ):
                break
        bare = self.at(cue.end, limit)
        fits = bare is not None and not bare.case and bare.kind in ("nameless", "person")
        return bare if fits else None

    def _before(self, head: int, done: int) -> Mention | None:
        """The last subject before a verb in its own clause; a thing right before it takes its place."""
        page = self.page
        start = max(self.first, done, head - _BACK)
        found = between(self.cast, start, head)
        able = [m for m in found if (m.subject or bare_subject(page, m, self.first)) and can_speak(page, m)]
        subjects = [m for m in able if not in_subordinate(page, m.start, start, head)]
        if not subjects and able and head - able[-1].end <= 2 and able[-1].kind == "person":
            subjects = able[-1:]  # `που έγινε την Τρίτη ο Χ τόνισε`
        subjects = [m for m in subjects if not _apposition(page, m, found)] or subjects
        able_ones = [m for m in subjects if m.gender != "n"]
        last = subjects[-1] if subjects else None
        if last is not None and last.gender == "n" and able_ones and head - last.end > 1:
            last = able_ones[-1]  # `Η Χ έδειξε το Ψ και είπε`
        nouns = [m for m in found if m.subject and m.kind == "noun" and not self._is_time(m.start + 1)]
        noun = nouns[-1] if nouns else None
        if last is None and nouns and page.norm(nouns[0].start + 1) in self.words.reports:
            return nouns[0]
        if noun and last is not None and noun.gender == "n" and noun.start > last.end:
            return last  # an object: `ανακάλυψε το κενό και έγραψε`
        if noun and (last is None or noun.start > last.end) and self._adjacent(noun, head):
            return noun
        return last

    def _is_time(self, token: int) -> bool:
        timed = ("date.weekday", "date.month", "date.unit", "date.shift", "date.adjective")
        return any(self.page.form(token, name) for name in timed) or self.page.norm(token) in self.words.times

    def _adjacent(self, noun: Mention, head: int) -> bool:
        page = self.page
        return head - noun.start <= _NEAR and all(page.norm(k) != "," for k in range(noun.start, head))

    def _among(self, head: int, done: int) -> Speaker | None:
        """`Στη Χ εκτιμούν ότι`: the organisation whose people say it."""
        page, start = self.page, max(self.first, done)
        while page.norm(start) in self.words.opening and start < head:
            start += 1
        if page.norm(start) not in self.words.locative:
            return None
        mention = self.at(start, head)
        near = mention is not None and mention.kind in ("organization", "company") and head - mention.end <= 2
        return self.resolve(mention) if mention and near else None

    # -- several at once -----------------------------------------------------------------------

    def _together(self, mention: Mention, cue: Any) -> Speaker:
        """Who a subject means, with those joined to it where the verb is plural."""
        speaker = self.resolve(mention)
        if not cue.plural or mention.kind not in ("person", "organization", "nameless"):
            return speaker
        if mention.plural and mention.kind == "nameless":
            return speaker
        joined = [mention]
        while (before := self._joined_before(joined[0])) is not None and len(joined) < 6:
            joined.insert(0, before)
        while (after := self._joined_after(joined[-1])) is not None and len(joined) < 6:
            joined.append(after)
            self.stop = max(self.stop, after.end)
        return _jointly([self.resolve(m) for m in joined]) if len(joined) > 1 else speaker

    def _joined_before(self, mention: Mention) -> Mention | None:
        page = self.page
        joint = mention.start - 1
        while page.norm(joint) == "," or page.norm(joint) in self.words.and_:
            joint -= 1
        if joint == mention.start - 1:
            return None
        for other in between(self.cast, max(self.first, joint - 30), joint + 1):
            if other.end == joint + 1 and other.kind in NAMED and (other.subject or not other.case):
                return other
        return None

    def _joined_after(self, mention: Mention) -> Mention | None:
        page, at = self.page, mention.end
        while page.norm(at) == "," or page.norm(at) in self.words.and_:
            at += 1
        if at == mention.end or at >= self.end:
            return None
        other = self.at(at, self.end)
        if other is None and mention.plural and mention.name and page.is_capital(at):
            name = name_at(page, at, self.end)
            other = Mention(at, name[1], mention.kind, name=name) if name else None
        return other if other and other.kind in NAMED and (other.subject or not other.case) else None

    # -- the subject after a verb --------------------------------------------------------------

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

    # -- for the templates ---------------------------------------------------------------------

    def before(self, head: int, done: int, *, objects: bool = False) -> Speaker | None:
        """The last one named as a subject before a token; `objects`: things in between do not matter."""
        mention = self._before(head, done)
        if mention is not None and mention.kind == "noun" and objects:
            named = [
                m
                for m in between(self.cast, max(self.first, done), head)
                if m.subject and can_speak(self.page, m)
            ]
            mention = named[-1] if named else None
        return self.resolve(mention) if mention and mention.kind != "noun" else None

    def skip(self, start: int, limit: int) -> int:
        """Past the subject and adverbs right after a verb."""
        page = self.page
        while start < limit and page.norm(start) in self.words.adverbs:
            start += 1
        if page.norm(start) in self.words.subject_not_neuter:
            mention = self.at(start, limit)
            if mention and mention.kind in NAMED and mention.end <= limit:
                start = mention.end
        while start < limit and page.norm(start) in self.words.adverbs_and_comma:
            start += 1
        return start

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch is nothing but the naming of somebody."""
        mention = self.at(start, end)
        if mention is None or mention.end < end - 1 or mention.kind == "noun":
            return False
        return bool(mention.case) or mention.kind == "person" or mention.role is not None

    # -- the sentences before ------------------------------------------------------------------

    def remembered(self, at: int) -> Speaker | None:
        """The one spoken of just before: the last speaker, or who the sentence before is about."""
        page = self.page
        last = self.spoken[-1][1] if self.spoken else None
        token = self.first - 1
        for _ in range(_SENTENCES_BACK):
            while token > 0 and page.word(token).isspace():
                token -= 1
            if token <= 0:
                break
            first, end = page.sentence(token)
            if self.spoken and self.spoken[-1][0] >= first:
                return last
            about = self._about(first, end)
            if about is not None:
                speaker = resolve(self.cast, about, self.spoken)
                if last and last.type == "person" and speaker.type == "organization":
                    own = last.organization == speaker.name or about.gender == "n" or about.kind == "company"
                    return last if own else speaker
                return speaker if speaker.name or speaker.role else last
            asked = self._asked(first, end)
            if asked is not None:
                return asked
            token = first - 1
        if last is not None:
            return last
        person = last_person(self.cast, at)
        return as_speaker(self.cast, person, {}) if person and len(self.cast.people) == 1 else None

    def _about(self, first: int, end: int) -> Mention | None:
        """Who a sentence is about: a person who is its subject, else whoever else is."""
        page = self.page
        found = [
            m
            for m in between(self.cast, max(first, end - 2 * _BACK), end)
            if (m.subject or bare_subject(page, m, first))
            and m.kind in ("person", "organization", "nameless")
            and can_speak(page, m)
            and not in_subordinate(page, m.start, first, end)
        ]
        people = [m for m in found if m.kind == "person"]
        return next(iter(people or found), None)

    def _asked(self, first: int, end: int) -> Speaker | None:
        """`Ρώτησα την Χ, υπεύθυνη της Ψ, …`: the person that the sentence before brings in as its object."""
        brought = [
            m
            for m in between(self.cast, first, end)
            if m.kind == "person" and m.role and m.case == "accusative"
        ]
        return resolve(self.cast, brought[-1], self.spoken) if brought else None


def _jointly(speakers: Sequence[Speaker]) -> Speaker:
    """Several who say one thing: names joined by a semicolon."""
    names = list(dict.fromkeys(s.name for s in speakers if s.name))
    if len(names) < 2:
        return speakers[0]
    types = {s.type for s in speakers}

    def joined(values: list[str | None]) -> str | None:
        return "; ".join(dict.fromkeys(v for v in values if v)) or None

    return Speaker(
        "; ".join(names),
        "person" if "person" in types else "organization",
        joined([s.role for s in speakers]),
        joined([s.organization for s in speakers]),
        speakers[0].start,
        speakers[-1].end,
    )
