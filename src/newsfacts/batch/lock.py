"""One run at a time in a folder."""

import contextlib
from collections.abc import Iterator
from typing import IO

from newsfacts.batch.find import META_FOLDER
from newsfacts.batch.options import BatchError
from newsfacts.documents.storage import local_path


@contextlib.contextmanager
def locked(folder: str) -> Iterator[None]:
    """Keep a second run out of the same local folder; the lock dies with its process."""
    path = local_path(folder)
    try:
        import fcntl
    except ImportError:  # Windows
        path = None
    if path is None:
        yield
        return
    stream: IO[bytes]
    with (path / META_FOLDER / "lock").open("wb") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BatchError(
                f"{folder}: another run is writing here: wait for it, or name another --output"
            ) from None
        yield
