"""Roles without an article behind a verb, and whether they are its subject: `δήλωσε στέλεχος της Χ`."""

from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.page import Page
from newsfacts.quotes.possessives import leans

_LONGEST = 12


def is_somebody(page: Page, token: int) -> bool:
    """Whether a role without an article is surely a subject: a man's, or that of people without names."""
    words, norm = page.words, page.norm(token)
    if norm.endswith(words.masculine_endings):
        return True
    while norm in words.modifiers:  # `ανώτερη κυβερνητική πηγή`
        token += 1
        norm = page.norm(token)
    return norm in words.unnamed


def is_bare_subject(page: Page, mention: Mention, *, plural: bool) -> bool:
    """Whether a mention right behind a verb, without an article, is its subject; `plural`: the verb is."""
    words = page.words
    told = mention.role is not None and mention.role[0] == mention.start  # `δήλωσε στέλεχος της Χ, Π. Μ.`
    if mention.role and (mention.kind == "nameless" or (mention.kind == "person" and told)):
        # `πρόσθεσε πελάτες`: an object of a verb of one
        many = words.many_objects if plural else words.many_endings
        return not page.norm(mention.role[0]).endswith(many)
    if mention.kind in ("person", "organization"):
        indefinite = page.norm(mention.start) in words.indefinite
        return page.is_capital(mention.start) or mention.titled or indefinite
    return mention.kind in ("nameless", "same")


def begins_subject(page: Page, token: int, *, several: bool) -> bool:
    """Whether a role that stands further behind its verb begins the subject of it.

    `several`: the verb or a word before the role says that they are more, or some one. A word that the role
    belongs to must not stand before it: `σε ανακοίνωσή του αναλυτές`, but not `των αναλυτών`, `ως πρόεδρος`.
    """
    words, norm, before = page.words, page.norm(token), page.norm(token - 1)
    many = norm.endswith(words.many_endings)
    new = before not in words.articles or (before in words.genitive and many) or leans(page, token - 1)
    if several:
        return new and not norm.endswith(words.many_objects)
    apart = words.rendered | words.and_ | words.modifiers | words.nationalities | words.indefinite
    if before in apart or page.is_capital(token - 1) or not page.word(token - 1).isalpha():
        return False
    one = norm.endswith(words.masculine_endings) and not norm.endswith(words.many_objects) and not many
    return one and (new or before in words.genitive)


def is_second_role(page: Page, joint: int) -> bool:
    """`ο Π. Μ., σύμβουλος στην Αθήνα και μέλος της Χ δηλώνει`: what a name is told to be besides."""
    near = range(joint - 1, joint - _LONGEST, -1)
    comma = next((k for k in near if not page.word(k).isalpha()), joint)
    role = comma + 1
    while page.norm(role) in page.words.modifiers:
        role += 1
    told = page.norm(comma) == "," and page.is_capital(comma - 1) and page.role(role) is not None
    return told and not any(page.verb(k) for k in range(role, joint))
