"""Whether a folder is there, asked so that every Python answers alike."""

import stat
from errno import EBADF, EINVAL, ELOOP, ENOENT, ENOTDIR
from pathlib import Path

# nothing of that name, links in a circle, a name that no file may have
_NOT_THERE = (ENOENT, ENOTDIR, EBADF, ELOOP, EINVAL)


def is_folder(path: Path) -> bool:
    """Whether a folder, or a link to one, is at `path`.

    Raises OSError where that can't be told, as in a folder that may not be looked into: `Path.is_dir`
    says no there from Python 3.14 on, and who asks would tell the user that there is no such folder.
    """
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except ValueError:  # a name with a NUL
        return False
    except OSError as error:
        if error.errno in _NOT_THERE:
            return False
        raise
