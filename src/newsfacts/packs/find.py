"""Where pattern files are: the built-in ones, and the packs that a user lays over them."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from newsfacts.packs.read import PatternError

PATTERNS_VARIABLE = "NEWSFACTS_PATTERNS"
_SUFFIXES = {".yaml", ".yml"}


class PatternFile(NamedTuple):
    """One pattern file: `name` inside its pack (`quantities/money.yaml`), `origin` as shown, and its text."""

    name: str
    origin: str
    text: str


def built_in_folder() -> Path:
    """The folder of the built-in patterns: inside the wheel, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_patterns", package.parent.parent / "patterns"):
        if folder.is_dir():
            return folder
    raise PatternError(
        str(package / "_patterns"), None, "", "the built-in patterns are missing: install newsfacts again"
    )


def packs_from_environment() -> list[Path]:
    """The packs named in NEWSFACTS_PATTERNS, separated as in PATH.

    Raises PatternError for one that is no folder.
    """
    packs = [Path(part) for part in os.environ.get(PATTERNS_VARIABLE, "").split(os.pathsep) if part]
    for pack in packs:
        if not pack.is_dir():
            what = f"no such folder: {PATTERNS_VARIABLE} names it; change that, or unset it"
            raise PatternError(str(pack), None, "", what)
    return packs


def read_pack(folder: Path, *, shown_as: Path | None = None) -> list[PatternFile]:
    """All pattern files of a folder, in order of name.

    Raises PatternError where the folder or a file in it can't be read, or it holds no pattern file.
    """
    shown_as = shown_as or folder
    if not folder.is_dir():
        what = "is a file: name the folder that holds it" if folder.exists() else "no such folder"
        raise PatternError(str(shown_as), None, "", what)
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
    if not paths:
        raise PatternError(
            str(shown_as), None, "", "holds no .yaml file: `newsfacts patterns new KIND` writes one"
        )
    files = []
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = (
                "is not UTF-8 text: save it as UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            )
            raise PatternError(str(shown_as / name), None, "", reason) from None
        files.append(PatternFile(name, str(shown_as / name), text))
    return files


def read_packs(packs: Iterable[Path] = ()) -> list[PatternFile]:
    """The built-in patterns, then each pack laid over those before it."""
    files = read_pack(built_in_folder(), shown_as=Path("patterns"))
    for pack in packs:
        files += read_pack(pack)
    return files
