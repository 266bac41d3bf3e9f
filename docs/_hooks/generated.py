"""Pages that are made when the site is built: the command line from the app, pattern keys from the schema."""

from collections.abc import Iterator

import click
import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from newsfacts.commands.app import app


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    files.append(File.generated(config, "cli.md", content="\n".join(command_line())))
    return files


def command_line() -> Iterator[str]:
    """The help of every command, as Markdown."""
    yield "# Command line\n"
    yield "What `newsfacts COMMAND --help` prints. The exit code is 0 when all went well, 1 when an"
    yield "input failed, 2 for wrong usage or a bad pattern file, 130 when stopped by the keyboard.\n"
    root = typer.main.get_command(app)
    for name, command in _commands(root, "newsfacts"):
        context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100)
        yield f"## {name}\n"
        yield f"```text\n{command.get_help(context)}\n```\n"


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """A command and all below it; of groups only what is in them."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    for part in command.list_commands(click.Context(command)):
        inner = command.get_command(click.Context(command), part)
        if inner is not None:
            yield from _commands(inner, f"{name} {part}")
