"""The page of all keys of pattern files, from the schema, and of what rules of dates and quotes may call."""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_origin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from newsfacts.dates.files import date_rules
from newsfacts.dates.vocabulary import symbols_of
from newsfacts.packs.check import Patterns, check_files
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.editor import FILE_TYPES, description, descriptions, models
from newsfacts.packs.find import read_packs
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.schema import Context, Example, Rules
from newsfacts.packs.types import holds_forms
from newsfacts.quotes.naming_parts import MAKERS
from newsfacts.quotes.naming_parts import PARTS as MENTION_PARTS
from newsfacts.quotes.parts import PARTS, Part
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.told import TELLERS

_SHARED = (Example, Context, Rules)
_PLACES = {
    "quantities": "Files under `quantities/`",
    "numbers": "`numbers.yaml`",
    "dates": "Files under `dates/`",
    "quotes": "Files under `quotes/`",
    "measures": "`measures.yaml`",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated page."""
    files.append(File.generated(config, "pattern-keys.md", content="\n".join(pattern_keys())))
    return files


def pattern_keys() -> Iterator[str]:
    """The page, line by line."""
    yield "# Keys of pattern files\n"
    yield "Every key that may stand in a pattern file, by type of file and by what it stands in. *Words* are"
    yield "words or short-hands, `stem(a|b)`. What is not here is refused with its line. The same for an"
    yield "editor: `newsfacts patterns schema`, see [Pattern files](patterns.md#in-an-editor).\n"
    yield "## In all files\n"
    for model in _SHARED:
        yield from _table(model.__name__, model)
    for name, root in FILE_TYPES.items():
        yield f"## {_PLACES[name]}\n"
        for title, model in models(root):
            if model not in _SHARED:
                yield from _table("The file" if model is root else title, model)
    patterns = check_files(read_packs())
    yield from _symbols(patterns)
    yield from _parts(patterns)


def _table(title: str, model: type[BaseModel]) -> Iterator[str]:
    known = descriptions()
    yield f"### {title} {{ #{model.__name__.lower()} }}\n"
    yield f"{_first_sentence(model.__doc__)}\n"
    yield "| key | holds | for |"
    yield "| --- | --- | --- |"
    for key, field in model.model_fields.items():
        if not field.exclude:
            needed = " (needed)" if field.is_required() else ""
            yield _row(f"`{key}`{needed}", _holds(field), description(model, key, known) or "")
    if model is Example:
        yield _row(
            "any value of the fact", "value", "what must be found: `low`, `unit`, `timex`, `speaker` …"
        )
    yield ""


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _holds(field: FieldInfo) -> str:
    inner = next(_models_in(field.annotation), None)
    listed = get_origin(field.annotation) is list
    if inner is not None:
        what = f"[{inner.__name__}](#{inner.__name__.lower()})"
        if get_origin(field.annotation) is dict:
            return f"{what} by name"
        return f"list of {what}" if listed else what
    if holds_forms(field.annotation, field.metadata):
        return "words by name" if get_origin(field.annotation) is dict else "words"
    return _plain(field.annotation)


def _plain(annotation: Any) -> str:
    names = {bool: "true or false", int: "whole number", str: "text"}
    arguments = [argument for argument in get_args(annotation) if argument is not type(None)]
    if annotation in names:
        return names[annotation]
    if arguments and all(isinstance(argument, str) for argument in arguments):
        return ", ".join(f"`{argument}`" for argument in arguments)
    if get_origin(annotation) is list:
        return f"list of {_plain(arguments[0])}s" if arguments[0] is str else "list of mappings"
    if get_origin(annotation) is dict:
        return "productions by name of the rule"
    return _plain(arguments[0]) if arguments else "number"


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _first_sentence(text: str | None) -> str:
    paragraph = inspect.cleandoc(text or "").split("\n\n")[0]
    return " ".join(paragraph.split())


def _symbols(patterns: Patterns) -> Iterator[str]:
    """What productions of dates may name: rules, word lists, tests of one token, functions."""
    symbols = symbols_of(patterns.merged(DatesFile))
    yield "## What rules of dates may name\n"
    yield "### Rules\n"
    yield "With an example of their first production.\n"
    yield from _two("rule", "reads", _rules(patterns).items())
    yield "### Lists and tests of one token\n"
    names = sorted({*symbols.categories, *symbols.beside, *symbols.lists, *symbols.predicates})
    yield ", ".join(f"`{name.removeprefix(symbols.prefix)}`" for name in names) + "\n"
    yield "### Functions\n"
    yield "What is kept in a production is handed over by these names.\n"
    yield from _two(
        "function", "makes", ((_call(f), _first_sentence(f.__doc__)) for f in _functions(symbols))
    )


def _parts(patterns: Patterns) -> Iterator[str]:
    """What templates of quotes may name: cues, parts, lists of words, functions."""
    yield "## What templates of quotes may name\n"
    yield "### Parts\n"
    yield "Behind `>` and `<`, parts that read nothing are asked for: `>!said_ahead`.\n"
    rows = ((name, read) for name, part in sorted(PARTS.items()) for read in _reads(part))
    yield from _two("part", "reads", rows)
    yield "### Lists\n"
    lists = Words([patterns.merged(QuotesFile)]).lists
    yield ", ".join(f"`{name}`" for name in sorted(lists)) + "\n"
    yield "### What they tell\n"
    yield "What is kept in a template is handed over by these names.\n"
    tellers = sorted(TELLERS.items())
    yield from _two("function", "tells", ((_told(n, f), _first_sentence(f.__doc__)) for n, f in tellers))
    yield "## What mentions may name\n"
    yield "Besides the lists of words above.\n"
    parts = sorted(MENTION_PARTS.items())
    yield from _two("part", "reads", ((n, _first_sentence(part.read.__doc__)) for n, part in parts))
    makers = sorted(MAKERS.items())
    yield from _two("function", "makes", ((_made(n, f), _first_sentence(f.__doc__)) for n, f in makers))


def _reads(part: Part) -> Iterator[str]:
    if part.after:
        side = "behind the cue: " if part.before else ""
        yield side + _first_sentence(part.after.__doc__)
    if part.before:
        side = "before the cue, without a place of its own: " if part.late else "before the cue: "
        yield side + _first_sentence(part.before.__doc__)


def _told(name: str, function: Any) -> str:
    return f"{name}({', '.join([*inspect.signature(function).parameters][1:])})"


def _made(name: str, function: Any) -> str:
    return f"{name}({', '.join([*inspect.signature(function).parameters][2:])})"


def _rules(patterns: Patterns) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for file in date_rules(patterns):
        for rule, productions in file.rules.items():
            found.setdefault(rule, productions[0].partition(" ~ ")[2])
    return found


def _functions(symbols: Any) -> Iterable[Any]:
    return [meaning for _, meaning in sorted(symbols.meanings.items())]


def _call(function: Any) -> str:
    return f"{function.__name__}({', '.join(inspect.signature(function).parameters)})"


def _two(first: str, second: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"| {first} | {second} |"
    yield "| --- | --- |"
    for name, text in rows:
        yield _row(f"`{name}`", text)
    yield ""
