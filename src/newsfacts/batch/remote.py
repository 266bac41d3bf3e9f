"""Files elsewhere, behind a URL."""

import glob as globbing
from collections.abc import Iterator
from typing import Any

from newsfacts.documents.model import InputError
from newsfacts.documents.names import is_known
from newsfacts.documents.storage import filesystem


def remote_files(given: str, glob: str | None, avoid: str) -> Iterator[tuple[str, int, str]]:
    """The files that a URL names: each with its size and a stamp that changes with its content.

    In folders, files of the known kinds, or those that the glob fits; none in a folder called `avoid`.
    Raises InputError where there is nothing, OSError, MissingExtraError.
    """
    system, root = filesystem(given)
    system.invalidate_cache()
    if globbing.has_magic(given):
        names = system.glob(root)
    elif system.isdir(root):
        names = system.find(root) if glob is None else system.glob(f"{root.rstrip('/')}/{glob}")
        names = [name for name in names if glob is not None or is_known(name)]
        names = [name for name in names if f"/{avoid}/" not in name]
    elif system.exists(root):
        names = [root]
    else:
        raise InputError("no such file or folder", given)
    for name in sorted(names):
        info = system.info(name)
        if info.get("type") != "directory":
            yield system.unstrip_protocol(name), int(info.get("size") or 0), _stamp(info, system, name)


def _stamp(info: dict[str, Any], system: Any, name: str) -> str:
    for key in ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "created"):
        if info.get(key):
            return str(info[key])
    return str(system.ukey(name))
