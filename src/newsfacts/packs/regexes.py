"""Regular expressions in pattern files: those that can't be read, or that may take for ever, are refused."""

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

_PARSER = "re._parser" if sys.version_info >= (3, 11) else "sre_parse"

LONGEST = 2_000
_MOST_OPEN = 3
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_SUBTREES = ("SUBPATTERN", "ASSERT", "ASSERT_NOT", "ATOMIC_GROUP")
_MANY = 1_000


def checked_regex(text: str) -> str:
    """The text, if it is a regular expression that is safe to run. Raises ValueError.

    A repeat inside a repeat, or alternatives inside one, can take time that doubles with every letter of
    a text; several open repeats multiply it by the text's length each.

    >>> checked_regex("^(αυξ|μει)[^ ]+$")
    '^(αυξ|μει)[^ ]+$'
    >>> checked_regex("(α+)+")
    Traceback (most recent call last):
    ValueError: holds a repeat inside a repeat, which may take for ever: write it without the outer one
    """
    if len(text) > LONGEST:
        raise ValueError(f"has {len(text):,} characters, more than {LONGEST:,}: cut it into several")
    try:
        re.compile(text)
        tree = import_module(_PARSER).parse(text)
    except (re.error, OverflowError, RecursionError, MemoryError) as error:
        raise ValueError(f"is no regular expression ({error}): mend it") from None
    _refuse_slow(tree)
    return text


def _refuse_slow(tree: Any) -> None:
    nodes = list(_nodes(tree))
    if any(name.startswith("GROUPREF") for name, _ in nodes):
        raise ValueError("refers back to a group, which may take for ever: write the words out")
    repeats = [value for name, value in nodes if name in _REPEATS]
    if sum(_open(most) for _, most, _ in repeats) > _MOST_OPEN:
        raise ValueError(f"holds more than {_MOST_OPEN} open repeats (* or +), which may take for ever")
    for _, most, body in repeats:
        if most == 1:
            continue
        within = list(_nodes(body))
        if any(name in _REPEATS and value[0] != value[1] for name, value in within):
            raise ValueError(
                "holds a repeat inside a repeat, which may take for ever: write it without the outer one"
            )
        if any(name == "BRANCH" for name, _ in within):
            raise ValueError("repeats alternatives, which may take for ever: list the words without a repeat")


def _open(most: Any) -> bool:
    return int(most) > _MANY


def _nodes(tree: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for operator, value in tree:
        name = str(operator)
        yield name, value
        if name in _REPEATS:
            yield from _nodes(value[2])
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _nodes(branch)
        elif name in _SUBTREES:
            yield from _nodes(value if name == "ATOMIC_GROUP" else value[-1])
