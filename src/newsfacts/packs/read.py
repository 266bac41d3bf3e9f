"""YAML as pattern files need it: exact numbers, no surprises, and a line for every value.

The file is read event by event, so that what would grow without bound (nesting, aliases, values) is
refused where it begins.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

import yaml

from newsfacts.text.harmless import one_line

MOST_VALUES = 60_000
_DEEPEST = 20
_MOST_DIGITS = 40
_LONGEST_MESSAGE = 400
_TRUE_FALSE = {"true": True, "false": False}
_NULL = {"", "null", "~"}
_INTEGER = re.compile(r"[-+]?\d+", re.ASCII)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_CORE_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "seq", "map", "int", "float", "bool", "null", "timestamp", "value")
}
_TEXT_TAGS = ("!", "tag:yaml.org,2002:str")

# libyaml reads the same language ten times as fast; wheels of PyYAML carry it
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


class PatternError(Exception):
    """A pattern file that can't be used; the text is `FILE:LINE: KEY: what is wrong`, one line."""

    def __init__(self, origin: str, line: int | None, key: str, message: str) -> None:
        """`line` counts from 1; `key` is the path of the value in its file, empty where there is none."""
        self.origin, self.line, self.key, self.message = origin, line, key, _short(message)
        place = f"{origin}:{line}" if line else origin
        super().__init__(": ".join(filter(None, (one_line(place), _short(key), self.message))))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickles of a pipeline may hold one."""
        return PatternError, (self.origin, self.line, self.key, self.message)


def _short(text: str) -> str:
    """What files say of themselves may be long, and may hold what moves a terminal's cursor."""
    if len(text) > _LONGEST_MESSAGE:
        half = _LONGEST_MESSAGE // 2
        text = f"{text[:half]} … {text[-half:]}"
    return one_line(text)


class Parsed(NamedTuple):
    """The content of a file, and for each path in it the line (from 1) where it stands."""

    data: Any
    lines: dict[Path, int]


def parse(text: str, origin: str) -> Parsed:
    """Read one YAML document.

    Numbers come as int or Decimal (`1e9` too), `no` and dates as text; tags, anchors, two equal keys and
    what is too deep, too long or too large are refused. Raises PatternError.

    >>> parse("scale: 1e9\\nwords: [no, GW]", "x.yaml").data
    {'scale': Decimal('1000000000'), 'words': ['no', 'GW']}
    """
    try:
        loader = _LOADER(text)
        try:
            return _Builder(loader, origin).document()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise _syntax_error(error, text, origin) from None
    except ValueError as error:  # a character that YAML does not allow
        raise PatternError(origin, None, "", str(error)) from None


def _syntax_error(error: yaml.YAMLError, text: str, origin: str) -> PatternError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark is not None else None
    if line and line <= text.count("\n") + 1 and "\t" in text.split("\n")[line - 1]:
        return PatternError(origin, line, "", "a tab: YAML indents by spaces only")
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    hint = " (quote a text that holds : # [ ] { } or starts with % @ `)" if mark else ""
    return PatternError(origin, line, "", f"not valid YAML: {problem}{hint}")


class _Builder:
    """Builds the value of a document from its events, and notes the line of each part of it."""

    def __init__(self, loader: Any, origin: str) -> None:
        self._loader, self._origin, self._count = loader, origin, 0
        self.lines: dict[Path, int] = {}

    def document(self) -> Parsed:
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Parsed(None, self.lines)
        data = self._value(self._next(), ())
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._wrong(after, (), "a second document begins here: put it into a file of its own")
        return Parsed(data, self.lines)

    def _next(self) -> Any:
        """The next event; PyYAML's types say that it may have no place in the file, which it has."""
        return self._loader.get_event()

    def _wrong(self, event: Any, path: Path, what: str) -> PatternError:
        return PatternError(self._origin, event.start_mark.line + 1, dotted(path), what)

    def _value(self, event: Any, path: Path) -> Any:
        if isinstance(event, yaml.AliasEvent):
            raise self._wrong(event, path, f"*{event.anchor} is an alias: write out what it stands for")
        self._check(event, path)
        self.lines[path] = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return [
                self._value(item, (*path, i)) for i, item in enumerate(self._until(yaml.SequenceEndEvent))
            ]
        return self._mapping(path)

    def _check(self, event: Any, path: Path) -> None:
        self._count += 1
        if self._count > MOST_VALUES:
            raise self._wrong(event, path, f"the file holds more than {MOST_VALUES:,} values: split it")
        if len(path) > _DEEPEST:
            raise self._wrong(event, path[:3], f"nested more than {_DEEPEST} deep: no pattern is so deep")
        if event.tag not in (None, "!") and event.tag not in _CORE_TAGS:
            raise self._wrong(event, path, f"the tag {event.tag} is not allowed: remove it")

    def _until(self, end: type) -> Iterator[Any]:
        while not isinstance(event := self._next(), end):
            yield event

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in self._until(yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise self._wrong(event, path, "a key must be a plain word")
            key, inner = event.value, (*path, event.value)
            if key in mapping:
                first = self.lines[inner]
                raise self._wrong(event, inner, f"stands twice, first in line {first}: keep one")
            mapping[key] = self._value(self._next(), inner)
            self.lines[inner] = line
        return mapping

    def _scalar(self, event: Any, path: Path) -> Any:
        value = event.value
        if event.style or event.tag in _TEXT_TAGS:  # quoted
            return value
        if value in _NULL:
            return None
        if value in _TRUE_FALSE:
            return _TRUE_FALSE[value]
        if not _NUMBER.fullmatch(value):
            return value
        if len(value) <= _MOST_DIGITS * 2:
            number = _decimal(value)
            if (
                number is not None
                and len(number.as_tuple().digits) <= _MOST_DIGITS
                and abs(number.adjusted()) <= _MOST_DIGITS
            ):
                return int(value) if _INTEGER.fullmatch(value) else Decimal(f"{number:f}")
        what = (
            f"a number of more than {_MOST_DIGITS} digits: write one that texts can hold, or quote the word"
        )
        raise self._wrong(event, path, what)


def _decimal(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:  # of an exponent that no Decimal holds
        return None


def dotted(path: Path) -> str:
    """A path as people write it.

    >>> dotted(("units", 0, "words"))
    'units[0].words'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
