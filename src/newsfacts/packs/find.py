"""Where pattern files are: the built-in ones, and the packs that a user lays over them."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from newsfacts.folders import is_folder
from newsfacts.packs.read import PatternError

PATTERNS_VARIABLE = "NEWSFACTS_PATTERNS"
_SUFFIXES = {".yaml", ".yml"}
_LARGEST = 1 << 20
_MOST_FILES, _MOST_SEEN = 500, 20_000


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
        if not _is_folder(pack, pack):
            what = f"no such folder: {PATTERNS_VARIABLE} names it; change that, or unset it"
            raise PatternError(str(pack), None, "", what)
    return packs


def read_pack(folder: Path, *, shown_as: Path | None = None) -> list[PatternFile]:
    """All pattern files of a folder, in order of name.

    Raises PatternError where the folder or a file in it can't be read, or it holds no pattern file.
    """
    shown_as = shown_as or folder
    if not _is_folder(folder, shown_as):
        what = "is a file: name the folder that holds it" if folder.exists() else "no such folder"
        raise PatternError(str(shown_as), None, "", what)
    paths = _pattern_files(folder, shown_as)
    if not paths:
        raise PatternError(
            str(shown_as), None, "", "holds no .yaml file: `newsfacts patterns new KIND` writes one"
        )
    return [_read(path, path.relative_to(folder).as_posix(), shown_as) for path in paths]


def _is_folder(path: Path, shown_as: Path) -> bool:
    try:
        return is_folder(path)
    except OSError as error:  # it lies in a folder that may not be looked into
        raise PatternError(str(shown_as), None, "", error.strerror or str(error)) from None


def _pattern_files(folder: Path, shown_as: Path) -> list[Path]:
    """All .yaml files below a folder; one that is no pack, such as a whole disk, is not walked to its end."""

    def unreadable(error: OSError) -> None:
        raise PatternError(str(error.filename), None, "", error.strerror or str(error))

    found: list[Path] = []
    seen = 0
    for above, folders, names in os.walk(folder, onerror=unreadable):
        seen += len(folders) + len(names)
        found += [Path(above, name) for name in names if Path(name).suffix.lower() in _SUFFIXES]
        if len(found) > _MOST_FILES or seen > _MOST_SEEN:
            raise PatternError(
                str(shown_as), None, "", "holds too many files for a pack: name the folder of the patterns"
            )
    return sorted(path for path in found if path.is_file())


def _read(path: Path, name: str, shown_as: Path) -> PatternFile:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise PatternError(
                str(shown_as / name),
                None,
                "",
                f"is larger than {_LARGEST >> 20} MB: a pattern file holds words only",
            )
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PatternError(str(shown_as / name), None, "", "is not UTF-8 text: save it as UTF-8") from None
    except OSError as error:
        raise PatternError(str(shown_as / name), None, "", error.strerror or str(error)) from None
    # line ends as text files have them, whatever system they come from
    return PatternFile(name, str(shown_as / name), text.replace("\r\n", "\n").replace("\r", "\n"))


def read_packs(packs: Iterable[Path] = ()) -> list[PatternFile]:
    """The built-in patterns, then each pack laid over those before it."""
    files = read_pack(built_in_folder(), shown_as=Path("patterns"))
    for pack in packs:
        files += read_pack(pack)
    return files
