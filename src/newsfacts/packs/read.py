"""YAML as pattern files need it: exact numbers, no surprises, and a line for every value."""

import re
from decimal import Decimal
from typing import Any, NamedTuple

import yaml

_TRUE_FALSE = {"true": True, "false": False}
_NULL = {"", "null", "~"}
_INTEGER = re.compile(r"[-+]?\d+")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CORE_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "seq", "map", "int", "float", "bool", "null", "timestamp", "value", "merge")
}

# libyaml reads the same language ten times as fast; wheels of PyYAML carry it
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


class PatternError(Exception):
    """A pattern file that can't be used; the text is `FILE:LINE: KEY: what is wrong`."""

    def __init__(self, origin: str, line: int | None, key: str, message: str) -> None:
        """`line` counts from 1; `key` is the path of the value in its file, empty where there is none."""
        self.origin, self.line, self.key, self.message = origin, line, key, message
        super().__init__(
            ": ".join(part for part in (f"{origin}:{line}" if line else origin, key, message) if part)
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickles of a pipeline may hold one."""
        return PatternError, (self.origin, self.line, self.key, self.message)


class Parsed(NamedTuple):
    """The content of a file, and for each path in it the line (from 1) where it stands."""

    data: Any
    lines: dict[Path, int]


def parse(text: str, origin: str) -> Parsed:
    """Read one YAML document.

    Numbers come as int or Decimal (`1e9` too), `no` and dates as text; tags, anchors to merge and
    two equal keys are refused. Raises PatternError.

    >>> parse("scale: 1e9\\nwords: [no, GW]", "x.yaml").data
    {'scale': Decimal('1E+9'), 'words': ['no', 'GW']}
    """
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise _syntax_error(error, text, origin) from None
    except ValueError as error:  # a character that YAML does not allow
        raise PatternError(origin, None, "", str(error)) from None
    lines: dict[Path, int] = {}
    return Parsed(None if root is None else _build(root, (), lines, origin), lines)


def _syntax_error(error: yaml.YAMLError, text: str, origin: str) -> PatternError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else None
    if line and line <= text.count("\n") + 1 and "\t" in text.split("\n")[line - 1]:
        return PatternError(origin, line, "", "a tab: YAML indents by spaces only")
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    hint = " (quote a text that holds : # [ ] { } or starts with % @ `)" if mark else ""
    return PatternError(origin, line, "", f"not valid YAML: {problem}{hint}")


def _build(node: yaml.Node, path: Path, lines: dict[Path, int], origin: str) -> Any:
    line = node.start_mark.line + 1
    lines[path] = line
    if node.tag not in _CORE_TAGS:
        raise PatternError(origin, line, dotted(path), f"the tag {node.tag} is not allowed: remove it")
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise PatternError(origin, key_line, dotted(path), "a key must be a plain word")
            key = key_node.value
            if key in mapping:
                first = lines[(*path, key)]
                raise PatternError(
                    origin, key_line, dotted((*path, key)), f"stands twice, first in line {first}: keep one"
                )
            mapping[key] = _build(value_node, (*path, key), lines, origin)
            lines[(*path, key)] = key_line
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*path, i), lines, origin) for i, child in enumerate(node.value)]
    return _scalar(node)


def _scalar(node: yaml.Node) -> Any:
    value = node.value
    if getattr(node, "style", None):  # quoted
        return value
    if value in _NULL:
        return None
    if value in _TRUE_FALSE:
        return _TRUE_FALSE[value]
    if _INTEGER.fullmatch(value):
        return int(value)
    return Decimal(value) if _NUMBER.fullmatch(value) else value


def dotted(path: Path) -> str:
    """A path as people write it.

    >>> dotted(("units", 0, "words"))
    'units[0].words'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
