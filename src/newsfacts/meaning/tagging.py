"""What the words around a word make of its tag: phrases, names of measures and bodies, false capitals."""

from collections.abc import Sequence

from newsfacts.meaning.words import ADVERB, NAME, VERB, WORD, Noun, Tag, Words

_HEADS = frozenset({"end", "colon", "dash", "quote", "open"})
_NAMED = 8
"""So many words has the name of a measure at most."""
_OWNER = 5
"""So many words of an owner stand in it at most."""
_JOINT = "&"
_NOMINAL = frozenset({"word", "rate", "company", "name"})


def overlaid(norms: list[str], tags: list[Tag], words: Words) -> dict[int, tuple[int, Noun]]:
    """Tag phrases of several words, and find the nouns of measures."""
    nouns: dict[int, tuple[int, Noun]] = {}
    phrases, known = words.phrases.known, words.nouns.known
    size, told = len(norms), 0
    for at, norm in enumerate(norms):
        if norm in phrases and (phrase := words.phrases.starting(norms, at, size)) is not None:
            end, tag = phrase
            if tag.role != "per" or end > told:  # `κέρδη ανά μετοχή 1,15 δολάρια`
                tags[at:end] = [tag] * (end - at)
        inside = tags[at].role == tags[at - 1].role == "glue"  # `κέρδη της Alpha προ φόρων` are no taxes
        if norm in known and not inside and (hit := _named(norms, at, size, words)) is not None:
            nouns[at] = hit
            told = max(told, hit[0])
            _as_words(tags, at, hit[0])
    return nouns


def _named(norms: list[str], at: int, size: int, words: Words) -> tuple[int, Noun] | None:
    """The measure that starts at a place; a possessive may stand in it: `κεφαλαιουχικές της δαπάνες`.

    So may an owner before what belongs to it: `κέρδη της Alpha προ τόκων, φόρων και αποσβέσεων`.
    """
    hit = words.nouns.starting(norms, at, size)
    if at + 2 >= size or norms[at + 1] not in words.possessives:
        return hit
    for behind in range(at + 2, min(size, at + 2 + _OWNER)):
        if behind > at + 2 and norms[behind] not in words.glued:
            continue
        near = [norms[at], *norms[behind : behind + _NAMED]]
        longer = words.nouns.starting(near, 0, len(near))
        if longer is None or (hit is not None and longer[0] <= hit[0] - at):
            continue
        if behind == at + 2:
            return behind - 1 + longer[0], longer[1]
        return None if hit is None else (hit[0], longer[1])
    return hit


def _as_words(tags: list[Tag], start: int, end: int) -> None:
    """The words of a measure are nouns, whatever they look like."""
    several = end - start > 1
    plain = (
        ("name", "verb", "rate", "size", "rise", "dash", "dimension", "each", "number")
        if several
        else ("name",)
    )
    for at in range(start, end):
        if tags[at].role in plain:
            tags[at] = WORD


def magnitudes(norms: list[str], tags: list[Tag], words: Words) -> None:
    """`18,6 εκατ.` counts: the magnitude belongs to the number, and `μη` to `δείκτης μη εξυπηρετούμενων`.

    In `η ζημιά ωστόσο έφτασε τα 5 εκατ. ευρώ` no clause begins.
    """
    for at in range(1, len(norms)):
        if norms[at] in words.negated and tags[at - 1 : at] == tags[at + 1 : at + 2] == [WORD]:
            tags[at] = WORD
        if tags[at - 1].role == "number" and norms[at] in words.magnitudes:
            tags[at] = tags[at - 1]
        if norms[at] in words.inserted and tags[at - 1].role in _NOMINAL:
            tags[at] = ADVERB


def named_bodies(
    raw: Sequence[str], norms: list[str], tags: list[Tag], nouns: dict[int, tuple[int, Noun]], words: Words
) -> None:
    """`η Ευρωπαϊκή Τράπεζα Επενδύσεων`, `το Ταμείο Ανάκαμψης` are names, whatever their words measure."""
    for at, norm in enumerate(norms):
        if norm not in words.bodies or not raw[at].istitle():
            continue
        start, end = at, at + 1
        while start > 1 and raw[start - 1].istitle():
            start -= 1
        while end < len(raw) and raw[end].istitle():
            end += 1
        if end - start > 1:
            tags[start:end] = [NAME] * (end - start)
            for place in range(start, end):
                nouns.pop(place, None)


def lower(raw: Sequence[str], norms: Sequence[str], tags: list[Tag], words: Words) -> None:
    """Greek words that are capitals only where they stand are no names."""
    greek = [word for word in raw if word[:1].isalpha()]
    shouted = sum(word.isupper() for word in greek) * 2 > len(greek) > 2
    for at, tag in enumerate(tags):
        if tag.role == "name" and not raw[at].isascii():
            head = at == 0 or tags[at - 1].role in _HEADS
            if (head and not raw[at].isupper()) or (shouted and len(raw[at]) > 3):
                tags[at] = VERB if head and words.is_verb(norms[at]) else WORD
        elif (
            raw[at] == _JOINT and 0 < at < len(tags) - 1 and tags[at - 1].role == tags[at + 1].role == "name"
        ):
            tags[at] = NAME  # `Alpha & Beta`
