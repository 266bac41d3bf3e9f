"""Where it is worth reading the rules that are wanted."""

from collections.abc import Iterator, Sequence

from newsfacts.grammar.chart import Chart
from newsfacts.lexicon.lexicon import Match


def beginnings(chart: Chart, first: int, after: int) -> Iterator[int]:
    """The tokens from `first` to `after` (exclusive) that one of the rules that are wanted may begin at.

    A cheap look, mostly without the text of the token; digits may always begin something.
    """
    reading, matches = chart.reading, chart.matches
    keys, categories = chart.index.begin_keys, chart.index.begin_categories
    key, text, starts, ends = reading.key, reading.text, reading.starts, reading.ends
    for token in range(first, after):
        if key(token) in keys or (token in matches and _any_of(matches[token], categories)):
            yield token
            continue
        sign = text[starts[token]]
        if sign.isdigit() or (sign.isalpha() and text[ends[token] - 1].isdigit()):
            yield token


def _any_of(matches: Sequence[Match], categories: frozenset[str]) -> bool:
    return any(not categories.isdisjoint(groups) for _, _, groups in matches)
