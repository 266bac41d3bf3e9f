"""One run at a time in a folder."""

import contextlib
import sys
from collections.abc import Iterator
from typing import IO

from newsfacts.batch.find import META_FOLDER
from newsfacts.batch.options import BatchError
from newsfacts.documents.storage import local_path


@contextlib.contextmanager
def locked(folder: str) -> Iterator[None]:
    """Keep a second run out of the same local folder; the lock dies with its process."""
    path = local_path(folder)
    if path is None:
        yield
        return
    stream: IO[bytes]
    with (path / META_FOLDER / "lock").open("ab") as stream:
        try:
            _hold(stream)
        except OSError:
            raise BatchError(
                f"{folder}: another run is writing here: wait for it, or name another --output"
            ) from None
        yield


def _hold(stream: IO[bytes]) -> None:
    """Lock an open file until it is closed. Raises OSError where another process holds it."""
    if sys.platform == "win32":
        import msvcrt

        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
