"""What went wrong, as `run.json` and the terminal name it."""

from newsfacts.batch.parts import Part
from newsfacts.batch.worker import Failure
from newsfacts.documents.names import shown_name


def failure_of(source: str, reason: str) -> Failure:
    """A failure of a whole file, or of several."""
    return {"source": shown_name(source), "line": None, "id": None, "reason": reason}


def files_of(part: Part) -> str:
    """The files of a part, as many as a person reads."""
    return part.shown or ", ".join(part.files[:3]) + (" …" if len(part.files) > 3 else "")


def moved(failure: Failure, lines: int | None) -> Failure:
    """A failure with its line counted from the start of the file, or none if that is not known."""
    line = failure["line"]
    return {**failure, "line": line + lines if line is not None and lines is not None else None}
