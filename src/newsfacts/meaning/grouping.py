"""The mentions of one company together, and the company that a document is about."""

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from newsfacts.meaning.mentions import Companies, Mention, Seen

_HEAD = 60
"""So many letters before it has a name in a headline at most."""
_LOUD = 5
_ROWS = 3
"""So many companies at heads of lines are the rows of a list, which is about none of them."""


def grouped(seen: Sequence[Seen], first: tuple[int, int]) -> Companies:
    """The mentions of those that are companies, in all, with their fullest names.

    `first` is where the first quantity begins, and where its sentence ends.
    """
    seen = _only_own(_apart(seen))
    scores = _scores(seen)
    mentions: list[Mention] = []
    counts: dict[str, int] = {}
    acting: dict[str, int] = {}
    rows = len({one.mention.key for one in seen if one.titles}) >= _ROWS
    leading: set[str] = set()
    early: set[str] = set()
    for one in seen:
        mention, key = one.mention, one.mention.key
        if scores.get(key, 0) <= 0:
            continue
        backs = mention.backs and bool(counts) and key != next(iter(counts))
        counts[key] = counts.get(key, 0) + (not backs and not one.below)
        acts = one.score >= 0 and not (mention.of_name or mention.of_role or backs or one.below)
        acting[key] = acting.get(key, 0) + acts + (acts and one.titles and not rows)
        if acts and (mention.start < first[0] or mention.case in ("subject", "bare") or mention.has):
            leading.add(key)
            subject = (mention.case == "subject" and not mention.backs) or mention.has
            early |= {key} if mention.start < first[subject] else set()  # `44 MW αγοράζει η Alpha`
        mentions.append(mention)
    tellers = set(counts) - {m.key for m in mentions if not m.reports}
    leading = {key for key in leading - tellers if counts[key] > 1 or key in early}
    acted = [key for key, count in acting.items() if count]
    dominant = _dominant(counts, acting, leading) or _titled(seen, counts)
    return Companies(
        mentions,
        _fullest(seen, counts),
        only=acted[0] if len(acted) == 1 else None,
        of_role=None if acted else _of_role(mentions),
        dominant=dominant,
        since=next((m.start for m in mentions if m.key == dominant), None),
        pair=() if dominant else _pair(mentions, acting),
    )


def _of_role(mentions: Sequence[Mention]) -> Mention | None:
    """The one company that is named, where somebody has a part in it: `ο πρόεδρος της Alpha`."""
    keys = {mention.key for mention in mentions}
    return next((m for m in mentions if m.of_role and not m.reports), None) if len(keys) == 1 else None


def _pair(mentions: Sequence[Mention], acting: Mapping[str, int]) -> Sequence[Mention]:
    """The first companies that act, where they act together and none is named to act as often.

    So also those whose venture it is: `η σύμπραξη της Alpha και της Beta`.
    """
    first = next((k for k, m in enumerate(mentions) if acting[m.key] and _begins(mentions, k)), len(mentions))
    pair = list(mentions[first : first + 1])
    for mention in mentions[first + 1 :]:
        if not mention.jointly or mention.case != pair[0].case or mention.reports:
            break
        pair.append(mention)
    keys = {mention.key for mention in pair}
    least = min((acting[key] for key in keys), default=0)
    others = max((count for key, count in acting.items() if key not in keys), default=0)
    return pair if len(keys) > 1 and least >= others else ()


def _begins(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a company acts, or owns together with the next one what is no measure."""
    one, after = mentions[at], mentions[at + 1 : at + 2]
    owns = one.case == "owner" and any(m.jointly and (m.joined or not one.has) for m in after)
    return one.case == "subject" or owns


def _fullest(seen: Sequence[Seen], known: Mapping[str, int]) -> Mapping[str, str]:
    """The fullest form of the name of each company."""
    best: dict[str, tuple[tuple[bool, bool, bool, int, bool], str]] = {}
    for one in seen:
        key, case = one.mention.key, one.mention.case
        # `SOLVARIS`, but not `SOLVARIS Energy & Minerals`
        shouted = (" ".join(one.words).isupper() and len(one.words[0]) > _LOUD) or one.score < 0
        named = case != "at" or (one.words[0].isascii() and one.score > 0)  # foreign names have no cases
        rank = (one.full, not shouted, named, len(one.words) + bool(one.lead), case == "subject")
        if key in known and (key not in best or rank > best[key][0]):
            best[key] = rank, " ".join((*filter(None, [one.lead]), *one.words))
    return {key: name for key, (_, name) in best.items()}


def _scores(seen: Sequence[Seen]) -> Mapping[str, int]:
    """How much speaks for each name; one joined with a company is one too (`σε Alpha και Beta`).

    Nothing speaks for a person, nor for the last word of his name. Whose report is told of is a company
    where it has something: `τα κέρδη της Alpha`.
    """
    people = {word for one in seen if one.person for word in (one.words, one.words[-1:])}
    having = {one.mention.key for one in seen if one.mention.has and one.score > 0}
    scores: dict[str, int] = {}
    for one in seen:
        if one.words in people or (one.told and one.mention.key in having):
            continue
        scores[one.mention.key] = scores.get(one.mention.key, 0) + one.score
    for last, one in pairwise(seen):
        if one.mention.joined and one.score == 0 and one.words[0].isascii() and scores[last.mention.key] > 0:
            scores[one.mention.key] += 1
    return scores


def _apart(seen: Sequence[Seen]) -> Sequence[Seen]:
    """`η θυγατρική Alpha Fiber` is another than `η Alpha` or `η Alpha Systems`, where both are named."""
    below = {one.words for one in seen if one.below and len(one.words) > 1}
    others = {one.mention.key for one in seen if not one.below and one.words not in below}
    full = {one.words for one in seen if one.words in below and one.mention.key in others}
    return [
        one._replace(mention=one.mention._replace(key=" ".join(one.words)), below=True)
        if one.words in full
        else one._replace(below=False)
        for one in seen
    ]


def _only_own(seen: Sequence[Seen]) -> Sequence[Seen]:
    """Of those who speak for a trade only what is said to be theirs: `ο προϋπολογισμός της ΕΝΚΠ`."""
    bodies = {one.mention.key for one in seen if one.body}
    own = (one for one in seen if one.mention.has or one.mention.key not in bodies)
    return [one._replace(below=True) if one.mention.key in bodies else one for one in own]


def _titled(seen: Sequence[Seen], counts: Mapping[str, int]) -> str | None:
    """The company that heads the text, if it is named once more."""
    keys = (one.mention.key for one in seen if one.titles and one.mention.start <= _HEAD)
    return next((key for key in keys if counts.get(key, 0) > 1), None)


def _dominant(counts: Mapping[str, int], acting: Mapping[str, int], leading: Set[str]) -> str | None:
    """The company that acts most: the only one, or twice as often as any other is named."""
    ranked = sorted(acting, key=lambda key: (-acting[key], -counts[key]))
    if not ranked or ranked[0] not in leading:
        return None
    others = max((counts[key] for key in ranked[1:]), default=0)
    most = ranked[0]
    return most if acting[most] >= 2 * others or counts[most] >= 3 * others else None
