"""Everybody who is named in a document, read part by part."""

from collections.abc import Mapping

from newsfacts.lazy import lazy
from newsfacts.quotes.loose_roles import with_loose_roles
from newsfacts.quotes.mentions import Known, Late, Mention, Told, known_of, mentions_of
from newsfacts.quotes.organizations import Organizations, organizations_of
from newsfacts.quotes.page import Page
from newsfacts.quotes.persons import Person, groups_of, person_from
from newsfacts.quotes.shared import offices_of


class Cast:
    """All who are named in a document; each part is read when somebody asks for it."""

    def __init__(self, page: Page) -> None:
        """Nothing is read yet."""
        self.page = page

    @property
    def late(self) -> Known:
        """What is known, where nobody may ask for it; made anew, as a cycle would keep the cast alive."""
        return Known(Late(lambda: self.known.people), Late(lambda: self.known.firms))

    @lazy
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, in order."""
        return mentions_of(self.page)

    @lazy
    def offices(self) -> frozenset[tuple[str, ...]]:
        """The roles of several words that are told."""
        return offices_of(self.page, self.mentions)

    @lazy
    def starts(self) -> tuple[int, ...]:
        """Where the mentions start."""
        return tuple(m.start for m in self.mentions)

    @lazy
    def organizations(self) -> Organizations:
        """All organisations."""
        return organizations_of(self.page, self.mentions)

    @lazy
    def people(self) -> tuple[Person, ...]:
        """All people, in the order in which they are first named."""
        people = tuple(
            person_from(self.page, self.organizations, group) for group in groups_of(self.page, self._names)
        )
        return with_loose_roles(self.page, self.mentions, self.organizations, people)

    @lazy
    def named(self) -> Mapping[int, Person]:
        """Who is named at a token."""
        return {place: person for person in self.people for place in person.places}

    @lazy
    def known(self) -> Told:
        """The last names of people, also of men named as subjects, and the names of organisations."""
        page = self.page
        men = {page.stem(m.name[1] - 1) for m in self._names if m.name and m.subject and m.gender == "m"}
        return self._sure._replace(people=self._sure.people | men)

    @lazy
    def _sure(self) -> Told:
        return known_of(self.page, self.mentions)

    @lazy
    def _names(self) -> list[Mention]:
        named = [m for m in self.mentions if m.kind == "person" and m.name]
        return [m for m in named if not _is_weak(self.page, m, self._sure.people)]


def _is_weak(page: Page, mention: Mention, sure: frozenset[str]) -> bool:
    """`του Κογκρέσου`, `του Εθνικού Στόλου`: a word or two in an oblique case that look like a man's name."""
    assert mention.name is not None
    start, end = mention.name
    if mention.role or mention.titled or mention.case not in ("genitive", "accusative"):
        return False
    adjective = page.norm(start).endswith(page.words.adjective_name_endings)
    adjective = adjective and page.stem(start) not in page.words.given_stems
    return page.stem(end - 1) not in sure if end - start == 1 else end - start == 2 and adjective
