"""The page of the command line, from the app, when the site is built."""

from collections.abc import Iterator
from typing import Any

import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from newsfacts.commands.app import app


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated page."""
    files.append(File.generated(config, "cli.md", content="\n".join(command_line())))
    return files


def command_line() -> Iterator[str]:
    """The help of every command, as Markdown."""
    yield "# Command line\n"
    yield "What `newsfacts COMMAND --help` prints. The exit code is 0 when all went well, 1 when an"
    yield "input failed, 2 for wrong usage or a bad pattern file, 130 when stopped by the keyboard.\n"
    for name, command in _commands(typer.main.get_command(app), "newsfacts"):
        context = command.context_class(command, info_name=name, terminal_width=100, max_content_width=100)
        yield f"## {name}\n"
        yield f"```text\n{command.get_help(context)}\n```\n"


def _commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """A command and all below it; of groups only what is in them."""
    parts = getattr(command, "commands", None)
    if parts is None:
        yield name, command
        return
    for part, inner in parts.items():
        yield from _commands(inner, f"{name} {part}")
