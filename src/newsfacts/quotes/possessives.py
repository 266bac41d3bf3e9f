"""Pronouns of possession behind a role: `ο πρόεδρός της`, where they look like articles."""

import unicodedata

from newsfacts.quotes.page import Page


def is_possessive(page: Page, at: int) -> bool:
    """Whether `του` or `της` after a role is a pronoun: `ο γιατρός του Γιάννης Ρ.`, not `… του Γιάννη Ρ.`"""
    words, following = page.words, page.norm(at + 1)
    if page.norm(at) in words.clitics and following in words.titles:
        return _is_addressed(page, at)
    ends = not page.word(at + 1)[:1].islower() or following in words.function or following in words.locative
    ends = ends or following.endswith(words.passive_endings)  # `ο γιατρός του εξετάζεται`
    if page.is_capital(at + 1) and not page.is_latin(at + 1) and page.norm(at) in words.genitive:
        masculine = following.endswith(words.masculine_endings)
        man = masculine and page.norm(at + 2).endswith(words.masculine_endings)
        ends = man or masculine is (page.norm(at) not in words.feminine)
    return page.norm(at) in words.clitics and (ends or page.verb(at + 1) is not None)


def _is_addressed(page: Page, at: int) -> bool:
    """`ο πρόεδρός της κ. Νίκος Ρήγας`: whether the name behind a form of address is the holder's."""
    words, name = page.words, at + 2 + (page.norm(at + 2) == ".")
    norm = page.norm(name)
    if leans(page, at):
        return page.is_capital(name)
    feminine = page.norm(at) in words.feminine and not norm.endswith(words.masculine_endings)
    return page.is_capital(name) and (feminine or norm.endswith(words.man_endings + words.nominative_endings))


def leans(page: Page, at: int) -> bool:
    """Whether a pronoun leans on the word before it, which has an accent more: `σε ανακοίνωσή τους`."""
    if page.norm(at) not in page.words.clitics:
        return False
    return unicodedata.normalize("NFD", page.word(at - 1)).count("\u0301") > 1


def is_enclitic(page: Page, at: int) -> bool:
    """`ο πρόεδρός της Γ. Στάσσης`: a second accent on the role says that the pronoun is no article."""
    if not page.is_capital(at + 1) or not leans(page, at):
        return False
    person = page.norm(at + 2) == "." or (page.is_capital(at + 2) and not page.is_latin(at + 1))
    body = page.norm(at + 1) in page.words.hints or page.norm(at + 1) in page.words.houses
    return person and not body  # none in `ο πρόεδρός του Συνδικάτου Οδηγών`
