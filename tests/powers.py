"""What root may do and others may not: laid down for a while, so that permissions count for root too."""

import contextlib
import ctypes
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

_VERSION = 0x20080522
# CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: root reads and writes whatever the permissions say
_FILES = 1 << 1 | 1 << 2


@contextlib.contextmanager
def no_more_than_others(folder: Path) -> Iterator[None]:
    """Let permissions count, for root as for anybody; the test is skipped where that can't be had.

    It holds for this process alone, not for those that it starts.
    """
    locked = folder / "locked"
    locked.mkdir(mode=0)
    try:
        with contextlib.nullcontext() if not _opens(locked) else _powers_down():
            if _opens(locked):
                pytest.skip("this user may read everything")
            yield
    finally:
        locked.rmdir()


def _opens(folder: Path) -> bool:
    try:
        return os.listdir(folder) == []  # noqa: PTH208 - a list of names, at once
    except PermissionError:
        return False


@contextlib.contextmanager
def _powers_down() -> Iterator[None]:
    """Without the powers over files, which Linux keeps for each thread."""
    try:
        libc = ctypes.CDLL(None)
        get, put = libc.capget, libc.capset
    except (OSError, TypeError, AttributeError):
        yield
        return
    header, data = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    get(header, data)
    effective = data[0]
    data[0] = effective & ~_FILES
    put(header, data)
    try:
        yield
    finally:
        data[0] = effective
        put(header, data)
