"""What `newsfacts evaluate` says of annotated texts, put into a page when the site is built."""

import re
import subprocess
import sys
from typing import Any

_PLACE = re.compile(r"^<!-- evaluated: (\S+) -->$", re.MULTILINE)
_ALL = "1000"


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the result in the place of each `<!-- evaluated: FILE -->`."""
    return _PLACE.sub(lambda place: f"```text\n{evaluated(place[1])}```", markdown)


def evaluated(path: str) -> str:
    """The scores and all mistakes."""
    command = [sys.executable, "-m", "newsfacts", "evaluate", path, "--mistakes", _ALL]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
