"""`newsfacts patterns schema`: the schema of pattern files, for editors."""

import json
from typing import Annotated

import typer


def patterns_schema(
    file_type: Annotated[
        str | None,
        typer.Argument(
            metavar="[quantities|numbers|dates|quotes|measures]",
            help="One type of file only.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema (2020-12) of pattern files, by which an editor completes and checks them.

    \b
    Example:
      newsfacts patterns schema quantities > quantities.schema.json
    """
    from newsfacts.outputs.files import open_output
    from newsfacts.packs.editor import FILE_TYPES, editor_schema

    if file_type is not None and file_type not in FILE_TYPES:
        raise typer.BadParameter(
            f"{file_type!r} is no type of pattern file: choose one of {', '.join(FILE_TYPES)}",
            param_hint="TYPE",
        )
    with open_output(None) as stream:
        stream.write(json.dumps(editor_schema(file_type), ensure_ascii=False, indent=2) + "\n")
