"""What `run.json` says of a run: versions, settings, counts, errors."""

import contextlib
import hashlib
import json
import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import newsfacts
from newsfacts.batch.options import Summary
from newsfacts.batch.worker import Settings
from newsfacts.documents.names import shown_name


def digest(value: Any) -> str:
    """A short name of a JSON value."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def shown_settings(settings: Settings) -> dict[str, Any]:
    """What rows depend on besides the input."""
    day = settings.reference_date
    return {
        "newsfacts": newsfacts.__version__,
        "patterns": digest([[file.name, file.text] for file in settings.files]),
        "format": settings.format,
        "bom": settings.bom,
        "kinds": sorted(settings.kinds),
        "measures": sorted(settings.wanted.measures),
        "organizations": sorted(settings.wanted.organizations),
        "date": day.isoformat() if day else None,
        "read": list(settings.options),
    }


def changed(now: dict[str, Any], then: dict[str, Any]) -> str:
    """Why parts of an earlier run no longer hold.

    >>> changed({"kinds": ["money"]}, {"kinds": []}), changed({}, {})
    ('changed since the last run (kinds)', 'the input has changed')
    """
    names = [name for name, value in now.items() if then.get(name) != value]
    return f"changed since the last run ({', '.join(names)})" if names else "the input has changed"


def run_content(state: str, summary: Summary, settings: Settings, inputs: list[str]) -> dict[str, Any]:
    """What `run.json` holds."""
    return {
        "state": state,
        "versions": _versions(),
        "settings": shown_settings(settings),
        "patterns": [shown_name(file.origin) for file in settings.files],
        "inputs": [shown_name(name) for name in inputs],
        "started": summary.started.isoformat(timespec="seconds"),
        "seconds": round(summary.seconds, 3),
        "parts": summary.parts,
        "parts_reused": summary.reused,
        "documents": summary.documents,
        "failed": summary.failed,
        "skipped": {"count": sum(summary.skipped.reasons.values()), "reasons": summary.skipped.reasons}
        | {"names": summary.skipped.names},
        "facts": dict(sorted(summary.facts.items())),
        "errors": summary.failures,
    }


def _versions() -> dict[str, str]:
    found = {}
    for name in ("spacy", "trafilatura", "pyarrow"):
        with contextlib.suppress(PackageNotFoundError):
            found[name] = version(name)
    return {"newsfacts": newsfacts.__version__, **found, "python": platform.python_version()}
