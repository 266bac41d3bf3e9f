"""What a run's folder holds: parts that are done, what they came to, and what the last run was."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from newsfacts.batch.find import META_FOLDER
from newsfacts.batch.parts import Part
from newsfacts.batch.rows import FORMATS
from newsfacts.batch.worker import Meta, Settings, meta_location
from newsfacts.documents.storage import (
    join,
    make_folder,
    names_in,
    open_read,
    read_bytes,
    remove,
    write_whole,
)

RUN_FILE = "run.json"
_PLAN = "plan.jsonl"
_META_KEYS = Meta.__required_keys__


class Ledger:
    """The parts in a folder. A part is done where its rows stand and its counts can be read."""

    def __init__(self, settings: Settings, folder: str) -> None:
        """Make the folder where it is not there. Raises OSError."""
        self._settings, self.folder = settings, folder
        self._sound: set[str] = set()
        make_folder(folder)
        make_folder(self.inside(""))

    def inside(self, name: str) -> str:
        """A place for what is no row."""
        return join(join(self.folder, META_FOLDER), name)

    def done(self) -> set[str]:
        """The parts whose rows stand, and their counts beside them."""
        counted = set(names_in(self.inside("")))
        there = (
            name for name, _ in self._part_files(self._settings.format) if f"part-{name}.json" in counted
        )
        return {name for name in there if self._is_sound(name)}

    def _is_sound(self, name: str) -> bool:
        if name not in self._sound and self.meta(name) is not None:
            self._sound.add(name)
        return name in self._sound

    def meta(self, name: str) -> Meta | None:
        """What a part came to; None where nobody can tell."""
        try:
            meta = json.loads(read_bytes(meta_location(self._settings, name)))
        except (OSError, ValueError, RecursionError):
            return None
        return meta if isinstance(meta, dict) and meta.keys() >= _META_KEYS else None  # type: ignore[return-value]

    def has_failures(self, name: str) -> bool:
        """Whether a document of a part failed."""
        meta = self.meta(name)
        return meta is None or bool(meta["failures"])

    def discard(self, unwanted: Callable[[str], bool]) -> int:
        """Remove parts, rows before counts; how many."""
        count = 0
        for stem, name in list(self._part_files(*FORMATS)):
            if unwanted(stem) or not name.endswith(self._settings.format):
                remove(join(self.folder, name))
                remove(self.inside(f"part-{stem}.json"))
                self._sound.discard(stem)
                count += 1
        return count

    def _part_files(self, *formats: str) -> Iterator[tuple[str, str]]:
        for name in names_in(self.folder):
            stem, _, suffix = name.removeprefix("part-").partition(".")
            if name.startswith("part-") and suffix in formats and len(stem) == 20:
                yield stem, name
            elif name.startswith(".tmp-") or ".tmp-" in name:  # a killed run was writing it
                remove(join(self.folder, name))

    # -- the plan -------------------------------------------------------------------------------

    def write_plan(self, parts: Iterable[Part]) -> list[str]:
        """Keep the parts in a file: they are too many to hold, and folders change. Their names."""
        names = []
        with write_whole(self.inside(_PLAN)) as stream:
            for part in parts:
                names.append(part.name)
                stream.write(json.dumps(part).encode() + b"\n")
        return names

    def plan(self) -> Iterator[Part]:
        """The parts, in order."""
        with open_read(self.inside(_PLAN)) as stream:
            for line in stream:
                part = Part(*json.loads(line))
                yield part._replace(files=tuple(part.files))

    def pending(self) -> Iterator[Part]:
        """The parts that are not done when this is asked."""
        done = self.done()
        return (part for part in self.plan() if part.name not in done)

    # -- the run --------------------------------------------------------------------------------

    def last_settings(self) -> dict[str, Any]:
        """The settings of the last run, none where they can't be read."""
        try:
            last = json.loads(read_bytes(join(self.folder, RUN_FILE)))
            settings = last.get("settings") if isinstance(last, dict) else None
        except (OSError, ValueError, RecursionError):
            settings = None
        return settings if isinstance(settings, dict) else {}

    def write_run(self, content: dict[str, Any]) -> None:
        """Say what the run is."""
        with write_whole(join(self.folder, RUN_FILE)) as stream:
            stream.write(json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")
