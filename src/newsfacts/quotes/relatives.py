"""Whom a relative pronoun stands for: who is named right before it, of its gender and number."""

from collections.abc import Iterator

from newsfacts.quotes.candidates import NAMED, between, is_where
from newsfacts.quotes.mentions import Mention, article_at
from newsfacts.quotes.page import Page
from newsfacts.quotes.roster import Cast

_BACK, _CLAUSE = 60, 20
_BRACKET = 10
_PEOPLE = ("person", "nameless", "same")


def relative_before(page: Page, head: int, first: int) -> int | None:
    """Where the relative pronoun right before a verb starts; one for all that was said stands for nobody.

    `«Q», είπε ο Χ, κάτι που χαρακτήρισε «R»`: who said it goes on.
    """
    back = head - 1
    while page.norm(back) in page.words.small and back > first:
        back -= 1
    if page.norm(back) not in page.words.relatives:
        return None
    start = back - 1 if page.norm(back - 1) in page.words.subject else back
    remark = page.norm(start - 1) in page.words.remarks and page.norm(start - 2) == ","
    verb = page.verb(head)
    # but a fact itself shows in `γεγονός που τεκμηριώνει ότι`
    return None if remark and verb and "clause" not in verb[1].frames else start


def relative_joined(page: Page, head: int, first: int) -> int | None:
    """Where the relative pronoun starts whose clause has another verb before: `ο οποίος έφυγε και είπε ότι`.

    No comma, colon or mark stands between, so that both verbs are of one clause, and a comma before it: in
    `μίλησε για τον Χ που έφυγε και είπε ότι` whoever spoke of him says it.
    """
    joint = head - 1
    while page.norm(joint) in page.words.before_verb and page.norm(joint) not in page.words.and_:
        joint -= 1
    if page.norm(joint) not in page.words.and_:
        return None
    for token in range(joint - 1, max(first, joint - _CLAUSE), -1):
        if not page.word(token)[:1].isalnum():
            return None
        if page.norm(token) in page.words.relatives:
            start = token - (page.norm(token - 1) in page.words.subject)
            return start if page.norm(start - 1) == "," else None
    return None


def is_its_subject(page: Page, pronoun: int, subject: int) -> bool:
    """`στην εκδήλωση που οργάνωσε η Χ`: whether a subject is that of the relative clause before it.

    None of a passive verb (`που έγινε στην Αθήνα ο Χ`, `που οργανώθηκε`), nor behind an object
    (`που άνοιξε τις πύλες ο Χ`): there it is the subject of the main verb.
    """
    words, verb = page.words, pronoun + 1
    skipped = words.small | words.auxiliaries | words.negations | words.verbal
    while verb < subject and page.norm(verb) in skipped:
        verb += 1
    if verb >= subject or page.norm(verb).endswith(words.passive_endings):
        return False
    if page.norm(verb) in words.copulas or page.norm(verb - 1) in words.copulas:
        return False
    return not any(page.norm(k) in words.objects for k in range(verb + 1, subject))


def calls_it(page: Page, relative: int, head: int) -> bool:
    """`το αρχείο, το οποίο χαρακτήρισε (ως) «Q»`: whether a pronoun is what a verb calls by words in marks.

    One in the accusative, or neuter: `ο Χ, ο οποίος χαρακτήρισε την απόφαση «Q»` does the calling.
    """
    words, verb = page.words, page.verb(head)
    article = page.norm(relative)
    subject = article in words.subject and article not in words.neuter
    if verb is None or verb[1].frames != {"object"} or verb[1].about or subject:
        return False
    at = verb[0] + (page.norm(verb[0]) in words.rendered)
    return at in page.opens and (article in words.articles)


def relative_of(page: Page, subject: int, first: int) -> bool:
    """`τόνισε για τα μέτρα που πήρε η κυβέρνηση ότι`: whether a relative clause from `first` on has it."""
    pronouns = (k for k in range(subject - 1, first - 1, -1) if page.norm(k) in page.words.relatives)
    pronoun = next(pronouns, None)
    return pronoun is not None and is_its_subject(page, pronoun, subject)


def antecedent_of(cast: Cast, stop: int, pronoun: int, first: int) -> Mention | None:
    """Whom `σύμφωνα με τον οποίο` means, the phrase at `stop`: who ends right there, and no mere part.

    In `η απόφαση της Χ` and `η συμφωνία με τη Χ` the pronoun may mean what is decided or agreed.
    """
    page, owner = cast.page, next(reversed(list(_near(cast, stop, first))), None)
    if owner is None or owner.end < stop - (page.norm(stop - 1) == ","):
        return None
    many = owner.role is not None and page.norm(owner.role[0]).endswith(page.words.many_endings)
    if many and page.norm(pronoun) not in page.words.plural:
        return None  # `έρευνα σε 500 επιχειρήσεις, σύμφωνα με την οποία`
    part = owner.case == "genitive" or page.norm(owner.start) in page.words.locative
    part = part or page.norm(owner.start - 1) in page.words.prepositions
    return None if part or not agrees(page, pronoun, owner) else owner


def owner_of(cast: Cast, relative: int, first: int) -> Mention | None:
    """Whom the relative pronoun at a token stands for; a fact, `γεγονός που`, is nobody."""
    page = cast.page
    before = page.norm(relative - 1)
    if before in page.words.and_ or before in page.words.remarks:
        return None
    near = list(_near(cast, relative, first))
    owner = near[-1] if near else None
    if owner is None or is_where(page, owner) or not agrees(page, relative, owner):
        return None
    return owner


def _near(cast: Cast, relative: int, first: int) -> Iterator[Mention]:
    edge = _before_bracket(cast.page, relative)
    for mention in between(cast, max(first, relative - _BACK), relative):
        if mention.kind in NAMED and edge - 4 < mention.end <= relative:
            yield mention


def _before_bracket(page: Page, relative: int) -> int:
    """Where brackets open right before a relative pronoun: `η μετοχή της Χ (+2,3%), η οποία`; else there."""
    close = next((k for k in range(relative - 1, relative - 4, -1) if page.norm(k) == ")"), None)
    if close is None:
        return relative
    return next((k for k in range(close, close - _BRACKET, -1) if page.norm(k) == "("), relative)


def agrees(page: Page, relative: int, mention: Mention) -> bool:
    """Whether a pronoun with an article (`το οποίο`, `στην οποία`) may stand for somebody.

    `που` tells nothing, nor does an article in the genitive of more than one gender.
    """
    article = article_at(page, relative)
    if article is not None and mention.kind == "person" and article.gender == "n":
        return mention.gender == "n"  # `το μέλος του ΔΣ, Π. Μ., το οποίο`
    if article is None or article.plural:
        return True
    loose = mention.plural or (mention.case == "genitive" and mention.gender == "m")
    if mention.gender == "n" or (loose and article.gender == "n") or mention.plural:
        return mention.kind in _PEOPLE or loose or article.gender != "m"
    # `του ομίλου Χ, η οποία`: a company is feminine whatever it is called
    company = mention.kind not in _PEOPLE and article.gender == "f"
    return company or mention.gender in ("", article.gender)
