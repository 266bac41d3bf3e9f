"""The rows of the table: newsfacts in its forms, and the peers."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import spacy

import newsfacts
from benchmarks.peers import PEERS
from benchmarks.row import Row, counting

TOKENIZER = "tokenizer"
ALL_KINDS = "newsfacts"


def names() -> list[str]:
    """All rows, in the order of the table."""
    kinds = [f"kind:{kind}" for kind in newsfacts.load().get_pipe("newsfacts").known_kinds]  # type: ignore[attr-defined]
    return [
        TOKENIZER,
        ALL_KINDS,
        *kinds,
        "organizations",
        "pipe:1",
        "pipe:2",
        "workers:2",
        "dateparser",
        "spacy-ner",
        "bert",
    ]


@contextmanager
def make(name: str, *, part: int = 0) -> Iterator[Row]:
    """The row of that name, ready to run. `part` sets how many words the slow ones read.

    Raises UnavailableError where a library is not installed, KeyError for a name that is not a row.
    """
    if name == TOKENIZER:
        yield Row(name, 'spacy.blank("el"), tokenizer alone', counting(spacy.blank("el").make_doc))
    elif name == ALL_KINDS:
        yield _extracting(name, "newsfacts, all kinds", newsfacts.load)
    elif name.startswith("kind:"):
        kind = name.removeprefix("kind:")
        yield _extracting(name, f"newsfacts, {kind} alone", lambda: newsfacts.load(kinds=[kind]))
    elif name == "organizations":
        with tempfile.TemporaryDirectory() as folder:
            count = write_organizations(Path(folder))
            yield _extracting(
                name, f"newsfacts, a pack of {count:,} organisations", lambda: newsfacts.load([folder])
            )
    elif name.startswith("pipe:"):
        yield _pipe(name, int(name.removeprefix("pipe:")))
    elif name.startswith("workers:"):
        with _workers(name, int(name.removeprefix("workers:"))) as row:
            yield row
    else:
        yield PEERS[name](name, part)


def _extracting(name: str, label: str, load: Callable[[], Any]) -> Row:
    start = time.perf_counter()
    nlp = load()
    took = time.perf_counter() - start
    return Row(name, label, counting(lambda text: newsfacts.extract(text, nlp=nlp)), load_seconds=took)


# -- a large pack -------------------------------------------------------------------------------

ORGANIZATIONS = 100_000


def write_organizations(folder: Path, count: int = ORGANIZATIONS) -> int:
    """A pattern pack with invented organisations of one to three words; gives how many."""
    rng = random.Random(100)
    syllables = (
        "βα",
        "γε",
        "δι",
        "ζο",
        "θα",
        "κλι",
        "λου",
        "μα",
        "νε",
        "πρα",
        "ρο",
        "σι",
        "τα",
        "φε",
        "ντι",
        "μπο",
    )
    endings = ("tek", "ική", "ων", "ις", "lab", "α")
    kinds = ("", "", " Ενεργειακή", " Τεχνολογίες", " Ναυτιλιακή", " Labs", " Δίκτυα Ελλάδος")
    seen: set[str] = set()
    while len(seen) < count:
        stem = "".join(rng.choices(syllables, k=rng.randint(2, 4))).capitalize()
        seen.add(stem + rng.choice(endings) + rng.choice(kinds))
    quotes = folder / "quotes"
    quotes.mkdir(parents=True, exist_ok=True)
    lines = ["kind: quote", "organizations:", *(f"  - {name}" for name in sorted(seen))]
    (quotes / "organizations.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(seen)


# -- processes ----------------------------------------------------------------------------------


def _pipe(name: str, processes: int) -> Row:
    nlp = newsfacts.load()

    def run(texts: Sequence[str]) -> int:
        docs = nlp.pipe(texts, n_process=processes, batch_size=500)
        return sum(len(doc._.newsfacts) for doc in docs)

    label = f"newsfacts, nlp.pipe in {_processes(processes)}"
    return Row(name, label, run, whole=True)


def _processes(count: int) -> str:
    return "one process" if count == 1 else f"{count} processes"


_worker_nlp: Any = None


def _start_worker() -> None:
    global _worker_nlp
    _worker_nlp = newsfacts.load()


def _work(texts: Sequence[str]) -> list[list[dict[str, Any]]]:
    return [[fact.to_dict() for fact in newsfacts.extract(text, nlp=_worker_nlp)] for text in texts]


@contextmanager
def _workers(name: str, count: int) -> Iterator[Row]:
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_start_worker) as pool:

        def run(texts: Sequence[str]) -> int:
            size = max(1, min(500, -(-len(texts) // (4 * count))))
            batches = [texts[i : i + size] for i in range(0, len(texts), size)]
            return sum(len(facts) for batch in pool.map(_work, batches) for facts in batch)

        yield Row(name, f"newsfacts, {_processes(count)} kept running", run, whole=True)
