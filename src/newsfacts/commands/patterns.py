"""The commands `newsfacts patterns …`: see, test and write pattern files."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsfacts.commands.errors import WRONG_USAGE, plain_errors, say, stop
from newsfacts.commands.options import Format, complete_kind

if TYPE_CHECKING:
    from newsfacts.packs.check import Checked

patterns_app = typer.Typer(rich_markup_mode=None)
ListFormat = Annotated[Format, typer.Option("--format", "-f", help="How to print the list.")]


def _print(text: str) -> None:
    from newsfacts.outputs.files import open_output

    with open_output(None) as stream:
        stream.write(text + "\n")


@patterns_app.callback(no_args_is_help=True)
def _patterns() -> None:
    """See, test and write pattern files.

    \b
    Example:
      newsfacts patterns new bandwidth my-patterns
      newsfacts patterns test my-patterns
      newsfacts extract article.txt --patterns my-patterns
    """


@patterns_app.command("list")
def patterns_list(
    packs: Annotated[list[Path] | None, typer.Argument(metavar="DIR", show_default=False)] = None,
    form: ListFormat = Format.table,
) -> None:
    """Show the pattern files in use: what they hold, where they are, how many forms they know.

    The built-in ones, those of NEWSFACTS_PATTERNS, and those in DIR.

    \b
    Example:
      newsfacts patterns list samples/bandwidth
    """
    with plain_errors():
        from newsfacts.outputs import open_rows
        from newsfacts.outputs.files import open_output
        from newsfacts.packs.listing import LISTING_COLUMNS, listing

        with open_output(None) as stream:
            rows = open_rows(form.value, stream, LISTING_COLUMNS)
            for row in listing(packs or []):
                rows.row(row)
            rows.close()


@patterns_app.command("test")
def patterns_test(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Only the files in DIR.", show_default=False)
    ] = None,
) -> None:
    """Run the examples in pattern files.

    \b
    Example:
      newsfacts patterns test samples/bandwidth
    """
    with plain_errors():
        from newsfacts.packs.check import check_files
        from newsfacts.packs.find import read_pack

        if folder is not None:
            check_files(read_pack(folder))  # what is wrong in it is said before spaCy is loaded
        from newsfacts.commands.examples import load_for_test

        nlp, files = load_for_test(folder)
        _report_examples(files, nlp)


def _report_examples(files: "list[Checked]", nlp: Any) -> None:
    from newsfacts.commands.examples import count_in, failures

    count = sum(map(count_in, files))
    failed = list(failures(files, nlp))
    for failure in failed:
        say(failure)
    total = f"{count} example{'s' * (count != 1)} in {len(files)} file{'s' * (len(files) != 1)}"
    if failed:
        stop(f"{total}: {len(failed)} failed", WRONG_USAGE)
    _print(f"{total}: all as they should be")


@patterns_app.command("new")
def patterns_new(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="The name of a kind of quantity, such as bandwidth.")
    ],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The pack to write into.")] = Path(
        "my-patterns"
    ),
) -> None:
    """Write a commented pattern file to start from.

    \b
    Example:
      newsfacts patterns new bandwidth my-patterns
    """
    reserved = ("date", "duration", "quote")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", kind):
        raise typer.BadParameter(
            f"{kind!r}: small Latin letters, digits and _ only, as in data_rate", param_hint="KIND"
        )
    if kind in reserved:
        raise typer.BadParameter(f"`{kind}` is no quantity: choose another name", param_hint="KIND")
    with plain_errors():
        from newsfacts.outputs.files import open_output
        from newsfacts.packs.template import new_file

        path = folder / "quantities" / f"{kind}.yaml"
        if path.exists():
            stop(f"{path}: stands there already: remove it, or choose another KIND or DIR", WRONG_USAGE)
        path.parent.mkdir(parents=True, exist_ok=True)
        with open_output(path) as stream:
            stream.write(new_file(kind, str(folder), known=kind in complete_kind("")))
        _print(f"wrote {path}; change it, then run: newsfacts patterns test {folder}")
