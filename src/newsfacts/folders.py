"""Whether a folder is there, asked so that every Python answers alike."""

import stat
from pathlib import Path


def is_folder(path: Path) -> bool:
    """Whether a folder, or a link to one, is at `path`.

    Raises PermissionError where it lies in a folder that may not be looked into: `Path.is_dir` says no
    there from Python 3.14 on, and who asks would tell the user that there is no such folder.
    """
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except PermissionError:
        raise
    except (OSError, ValueError):  # nothing of that name, links in a circle, a name with a NUL
        return False
