"""Files by path or by fsspec URL, and writing that leaves a whole file or none."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, cast
from urllib.parse import unquote, urlsplit

from newsfacts.folders import is_folder


class MissingExtraError(Exception):
    """A package that an extra of newsfacts brings is not installed; says how to get it."""

    def __init__(self, what: str, extra: str) -> None:
        """`what` needs `newsfacts[extra]`."""
        super().__init__(f"{what} needs an extra: pip install 'newsfacts[{extra}]'")


def is_url(location: str) -> bool:
    """Whether a location is an fsspec URL.

    >>> is_url("s3://bucket/x"), is_url("/tmp/x"), is_url("c:/x")
    (True, False, False)
    """
    return "://" in location


def local_path(location: str) -> Path | None:
    """The path of a local location, a path or a `file://` URL; None for any other URL."""
    if location.startswith("file://"):
        return Path(unquote(urlsplit(location).path))
    return None if is_url(location) else Path(location)


def mode_of(path: str | Path) -> int:
    """The mode of a file or folder; 0 where there is none.

    Raises OSError where that can't be asked, as in a folder that may not be looked into; of Path's own
    `is_file` and `is_dir` it depends on the version of Python.
    """
    try:
        return os.stat(path).st_mode  # noqa: PTH116 - for a million names
    except (FileNotFoundError, NotADirectoryError):
        return 0


def filesystem(location: str) -> tuple[Any, str]:
    """The fsspec file system of a URL and the path in it. Raises MissingExtraError."""
    try:
        import fsspec
    except ImportError:
        raise MissingExtraError(f"reading or writing {location}", "dask") from None
    try:
        return cast(tuple[Any, str], fsspec.core.url_to_fs(location))
    except ImportError as error:  # a protocol with a package of its own, s3fs say
        raise OSError(f"{error}") from None
    except ValueError as error:
        raise OSError(f"{error}: is the protocol right?") from None


def open_read(location: str) -> BinaryIO:
    """A location opened for reading. Raises OSError, MissingExtraError."""
    path = local_path(location)
    if path is not None:
        return path.open("rb")
    system, name = filesystem(location)
    return cast(BinaryIO, system.open(name, "rb"))


def join(folder: str, name: str) -> str:
    """A name in a folder that may be a URL."""
    return f"{folder.rstrip('/')}/{name}" if is_url(folder) else str(Path(folder) / name)


def names_in(folder: str) -> list[str]:
    """The names in a folder, none where there is no such folder."""
    path = local_path(folder)
    if path is not None:
        return sorted(os.listdir(path)) if is_folder(path) else []  # noqa: PTH208 - names are all it takes
    system, name = filesystem(folder)
    if not system.exists(name):
        return []
    system.invalidate_cache(name)
    return sorted(entry.rstrip("/").rsplit("/", 1)[-1] for entry in system.ls(name, detail=False))


def make_folder(folder: str) -> None:
    """Make a folder and those above it."""
    path = local_path(folder)
    if path is not None:
        path.mkdir(parents=True, exist_ok=True)
    else:
        system, name = filesystem(folder)
        system.makedirs(name, exist_ok=True)


def remove(location: str) -> None:
    """Remove a file; it is no error if it is gone."""
    path = local_path(location)
    if path is not None:
        path.unlink(missing_ok=True)
        return
    system, name = filesystem(location)
    with contextlib.suppress(FileNotFoundError):
        system.rm_file(name)


def read_bytes(location: str) -> bytes:
    """The content of a small file."""
    with open_read(location) as stream:
        return stream.read()


@contextlib.contextmanager
def write_whole(location: str) -> Iterator[IO[bytes]]:
    """A binary stream whose content stands at `location` once the block ends, and never in part.

    Local files are written beside their place, synced and renamed; others go up in one piece.
    """
    path = local_path(location)
    descriptor, name = tempfile.mkstemp(dir=path.parent if path else None, prefix=".tmp-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path is not None:
            _rename(temporary, path)
        else:
            _upload(temporary, location)
    finally:
        temporary.unlink(missing_ok=True)


def _rename(temporary: Path, path: Path) -> None:
    umask = os.umask(0)
    os.umask(umask)
    temporary.chmod(0o666 & ~umask)  # mkstemp made it private
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _upload(temporary: Path, location: str) -> None:
    system, name = filesystem(location)
    aside = f"{name}{temporary.name}"  # a random name, unlike any other machine's
    system.put_file(str(temporary), aside)
    system.mv(aside, name)


def copy_into(location: str, stream: IO[bytes]) -> None:
    """Append the content of a file to a stream."""
    with open_read(location) as source:
        shutil.copyfileobj(source, stream, 1 << 20)
