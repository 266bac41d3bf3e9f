"""Whom a phrase names: `σύμφωνα με τον S`, `σύμφωνα με έκθεση της Χ`, `σύμφωνα με τον ίδιο`."""

from newsfacts.quotes.candidates import between
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.companies import company_at
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.makers import TO_NOUN
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.occasions import names_occasion
from newsfacts.quotes.parts.antecedents import antecedent
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Hit, Named, Scene
from newsfacts.quotes.verb_forms import has_verb, verb_at

_FAR = 5
_LONGEST_CLAUSE = 60


def with_statement(scene: Scene, cue: Cue) -> Cue:
    """A phrase with the statement that it goes on to: `σύμφωνα με δήλωση του Χ`, `σύμφωνα με όσα είπε`."""
    statement = scene.page.form(cue.end, "quote.statement")
    end = statement[0] if statement else _whatever(scene, cue.end)
    return cue._replace(end=end, statement=True) if end else cue


def _whatever(scene: Scene, at: int) -> int:
    """`σύμφωνα με (τα) όσα μετέδωσε`: past the verb; 0 where none stands there."""
    page = scene.page
    at += page.norm(at) in scene.words.articles
    verb = at + 1 + (page.norm(at + 1) in scene.words.clitics)  # `όσα μας είπε`
    said = page.verb(verb) if page.norm(at) in scene.words.whatever else None
    return said[0] if said else 0


def _spoken_of(scene: Scene, at: int) -> Hit:
    """Whoever spoke before, where nobody is named: `σύμφωνα με όσα είπε, C`, `C, σύμφωνα με τη δήλωση.`"""
    norm = scene.page.norm(at)
    closed = at >= scene.end or norm in (",", ".") or norm in scene.words.subject
    before = (scene.spoken_of() or _only_firm(scene)) if closed else None
    return (at, Named(before, at)) if before else None


def _only_firm(scene: Scene) -> Speaker | None:
    """`Οι πωλήσεις του ομίλου Χ αυξήθηκαν, σύμφωνα με την ανακοίνωση`: the one body its sentence names."""
    page, cast, head = scene.page, scene.subjects.cast, scene.cue.start
    near = between(cast, max(scene.first, head - _LONGEST_CLAUSE), head)
    names = {scene.subjects.resolve(mention).name for mention in near if mention.name}
    firm = company_at(page, cast.organizations, head)
    return Speaker(firm, "organization") if firm is not None and names == {firm} else None


def _pronoun(scene: Scene, at: int) -> Hit:
    """A pronoun for whoever spoke before, and a sign behind it: `κατά δήλωσή του, C`; else for nobody."""
    page = scene.page
    if page.norm(at) not in scene.words.clitics or page.norm(at - 1) in scene.words.with_:
        return None
    mention, author = _at(scene, at)
    if author or not (mention is None or mention.kind == "noun"):
        return None
    meant = scene.cue.says == "anybody" and page.norm(at + 1) in STOPS
    return at + 1, Named(_whom_it_means(scene, at) if meant else None, at + 1)


def _own_report(scene: Scene, at: int) -> Hit:
    """`σύμφωνα με (την ετήσια) έκθεσή της, C`: a document of whom a pronoun means, and a comma behind it."""
    page, words = scene.page, scene.words
    if scene.cue.says == "strictly":
        return None
    at += page.norm(at) in words.articles
    nouns = range(at, min(at + _FAR, scene.end - 2))
    noun = next((k for k in nouns if page.norm(k) in words.reports), None)
    if noun is None or not all(page.word(k).islower() for k in range(at, noun)):
        return None
    owned = page.norm(noun + 1) in words.clitics and page.norm(noun + 2) == ","
    return (noun + 2, Named(_whom_it_means(scene, noun + 1), noun + 2)) if owned else None


def _whom_it_means(scene: Scene, pronoun: int) -> Speaker | None:
    """Whom a possessive means: who was spoken of, else who acts behind its comma: `κατά δήλωσή της, η Χ`."""
    before = scene.spoken_of()
    if before is not None and before.type == "organization":
        return before
    mention = scene.subjects.at(pronoun + 2, scene.end)
    if mention is None or not mention.subject or mention.name is None:
        return before
    hers = scene.page.norm(pronoun) in scene.words.feminine
    return scene.subjects.resolve(mention) if hers == (mention.gender == "f") else before


def _source(scene: Scene, at: int) -> Hit:
    """A person, an organisation, or the maker of a document; perhaps several: `δύο πηγές`."""
    page = scene.page
    if page.norm(at) in scene.words.several and page.norm(at + 1) in STOPS:
        role = Speaker(None, None, page.word(at))  # `κατά ορισμένους, C`
        return (at + 1, Named(role, at + 1)) if page.norm(at).endswith(scene.words.many_objects) else None
    at += page.norm(at) in scene.words.several or page.word(at).isdigit()
    first = at
    if page.word(at).islower() and page.role(at + 1) and scene.subjects.at(at, scene.end) is None:
        at += 1  # `σύμφωνα με δημοτικές πηγές`
    if scene.cue.says == "strictly" and names_occasion(scene, scene.cue.start):
        return None  # `κατά την παρουσίαση της Χ`
    mention, author = _at(scene, at)
    page_of = mention is not None and mention.kind == "company" and author is not None
    if mention is None or mention.kind == "noun" or page_of or _is_source(scene, at, mention):
        mention = author  # also `η ιστοσελίδα της Χ`
    noun = at + 1 + (mention is not None and mention.kind == "same")
    if page.norm(noun) in scene.words.results and page.norm(noun + 1) in scene.words.genitive:
        noun += 2  # `σύμφωνα με τα ευρήματα της έρευνας`
    told = scene.cue.says != "documents" or scene.cue.start <= scene.first + 1
    if told and (mention is None or noun > at + 1) and (known := scene.subjects.known_author(noun)):
        return noun + 1, Named(scene.subjects.resolve(known), noun + 1)  # `σύμφωνα με την (ίδια) έκθεση`
    if mention is None:
        return _given(scene, at)
    if mention.kind == "same" and _names_more(scene, mention):
        return None  # `σύμφωνα με το ίδιο δημοσίευμα`
    if not _may_be_meant(scene, mention, mention is author):
        return None
    if mention.role and mention.role[0] == at and page.norm(first).endswith(scene.words.of_sources_endings):
        mention = mention._replace(role=(first, mention.role[1]))
    speaker, end = scene.subjects.joined(mention)
    return end, Named(speaker, end)


def _given(scene: Scene, at: int) -> Hit:
    """`σύμφωνα με τα στοιχεία που παρέθεσε, C`: whoever spoke before made them, where nobody is named."""
    page, words = scene.page, scene.words
    told = words.reports | words.results | words.papers
    noun = next((k for k in range(at, min(at + _FAR, scene.end)) if page.norm(k) in told), None)
    if noun is None or page.norm(noun + 1) not in words.relatives or page.norm(noun + 2) not in words.makes:
        return None
    comma = next((k for k in range(noun + 3, min(noun + 3 + _FAR, scene.end)) if page.norm(k) == ","), None)
    before = scene.spoken_of()
    if comma is None or before is None or any(page.norm(k) in words.subject for k in range(noun + 3, comma)):
        return None
    return comma, Named(before, comma)


def _may_be_meant(scene: Scene, mention: Mention, author: bool) -> bool:
    """Whether a phrase with other meanings may attribute words to a mention, the author of a document.

    None of `με βάση την Αθήνα` and `υπολογίζεται με βάση στοιχεία της Χ` does.
    """
    if scene.cue.says == "strictly":
        return _certain(scene, mention)
    if scene.cue.says != "documents":
        return True
    return _opens(scene) and (_names_survey(scene) if author else mention.role is not None)


def _opens(scene: Scene) -> bool:
    """Whether a phrase opens its sentence, perhaps behind an adverb: `Επίσης, με βάση τα στοιχεία της Χ`."""
    first, head = scene.first, scene.cue.start
    led = head - first <= _FAR and scene.page.norm(head - 1) == "," and not has_verb(scene, first, head)
    return head <= first + 1 or led


def _names_survey(scene: Scene) -> bool:
    """Whether a document is named right behind a phrase, and no article of a law."""
    page, words, end = scene.page, scene.words, scene.cue.end
    told = words.surveys | words.results
    return any(page.norm(k) in told or page.form(k, "quote.noun") for k in range(end, end + TO_NOUN))


def _names_more(scene: Scene, same: Mention) -> bool:
    """Whether a noun follows `the same`; a clause does not make it one: `σύμφωνα με τον ίδιο η τιμή …`."""
    page, words, end = scene.page, scene.words, same.end
    opens = page.norm(end) in words.subject | words.function | words.several | words.locative
    verb = page.norm(end) in words.verbal or verb_at(scene, end)
    return page.word(end)[:1].isalpha() and not opens and (same.gender == "n" or not verb)


def _at(scene: Scene, at: int) -> tuple[Mention | None, Mention | None]:
    return scene.subjects.at(at, scene.end), scene.subjects.author(at, scene.end)


def _is_source(scene: Scene, start: int, mention: Mention) -> bool:
    """Whether what is named is nobody who speaks; not `την εταιρεία έρευνας Χ`, `τον υπουργό Έρευνας Χ`."""
    norm, words = scene.page.norm, scene.words
    first, stop = mention.role or (start, start)
    near = (k for k in range(start, min(mention.end, start + 4)) if not first < k < stop)
    return any(norm(k) in words.sources and norm(k - 1) not in words.companies for k in near)


def _certain(scene: Scene, mention: Mention) -> bool:
    """A phrase with other meanings attributes only between commas, of somebody before a subject too."""
    page, cue, end = scene.page, scene.cue, scene.subjects.joined(mention)[1]
    before = page.norm(cue.start - 1)
    bounded = cue.start == scene.first or before in (",", "-") or before in scene.words.while_
    closed = page.norm(end) in (",", ".") or end >= scene.end
    closed = closed or (mention.kind in ("person", "same") and page.norm(end) in scene.words.subject)
    named = page.norm(cue.end) in scene.words.articles or _are_some(scene, mention)
    return named and mention.kind != "company" and bounded and closed


def _are_some(scene: Scene, mention: Mention) -> bool:
    """`κατά αναλυτές της αγοράς`: several unnamed, or one of a house; `κατά επενδυτή` is each of them."""
    page, words, role = scene.page, scene.words, mention.role
    number = page.norm(scene.cue.end)
    first = scene.cue.end + (number in words.several and number.endswith(words.many_objects))
    if mention.kind != "nameless" or role is None or mention.start != first:
        return False
    if mention.organization or page.norm(mention.start) in words.indefinite:
        return True  # `κατά (έναν) εκπρόσωπο της Χ`
    return page.norm(role[0]).endswith(words.many_endings + words.many_objects)


PARTS = {
    "spoken_of": Part(_spoken_of, gives=Named),
    "pronoun": Part(_pronoun, gives=Named),
    "own_report": Part(_own_report, gives=Named),
    "source": Part(_source, gives=Named),
    "antecedent": Part(before=antecedent, late=True, gives=Named),
}
