"""The rows of the table: newsfacts in its forms, and the peers."""

import importlib.util
import os
import random
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import spacy

import newsfacts
from benchmarks.texts import Text

TOKENIZER = "tokenizer"
ALL_KINDS = "newsfacts"

Run = Callable[[Sequence[str]], int]
"""Reads texts and says how much was found, so that nobody can skip the work."""


@dataclass
class Row:
    """One line of the table. `words`: only that many are read (0: all) and the time is scaled."""

    name: str
    label: str
    run: Run
    words: int = 0
    load_seconds: float | None = None
    whole: bool = False
    """Whether it gets the text in one go: worker processes would start again for each slice."""


class UnavailableError(Exception):
    """A row that cannot be measured here, and why."""


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
        yield Row(name, 'spacy.blank("el"), tokenizer alone', _counting(spacy.blank("el").make_doc))
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
        peers = {"dateparser": _dateparser, "spacy-ner": _spacy_ner, "bert": _bert}
        yield peers[name](name, part)


def _counting(read: Callable[[str], Any]) -> Run:
    return lambda texts: sum(len(read(text)) for text in texts)


def _extracting(name: str, label: str, load: Callable[[], Any]) -> Row:
    start = time.perf_counter()
    nlp = load()
    took = time.perf_counter() - start
    return Row(name, label, _counting(lambda text: newsfacts.extract(text, nlp=nlp)), load_seconds=took)


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


# -- peers --------------------------------------------------------------------------------------


def _dateparser(name: str, part: int) -> Row:
    from dateparser.search import search_dates

    def read(text: str) -> list[Any]:
        return search_dates(text, languages=["el"]) or []

    return Row(name, "dateparser.search.search_dates", _counting(read), words=part or 2_000)


# The architecture of el_core_news_sm: its tok2vec and ner, as in its config.cfg.
_TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
_NER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"},
}
_TOY = (
    ("Η Lithos έχει έδρα το Τορόντο .", ((2, 8, "ORG"), (22, 29, "GPE"))),
    ("Ο Νίκος Κάλλης μίλησε χθες .", ((2, 14, "PERSON"), (22, 26, "DATE"))),
    ("Κοστίζει 5 εκατ. ευρώ και 10% .", ((9, 21, "MONEY"), (26, 29, "PERCENT"))),
)


def _spacy_ner(name: str, part: int) -> Row:
    from spacy.training import Example

    nlp = spacy.blank("el")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    nlp.add_pipe("ner", config={"model": _NER})
    examples = [
        Example.from_dict(nlp.make_doc(text), {"entities": [list(entity) for entity in entities]})
        for text, entities in _TOY
    ]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(20):
        nlp.update(examples, sgd=optimizer)

    def run(texts: Sequence[str]) -> int:
        return sum(len(doc) for doc in nlp.pipe(texts, batch_size=256))

    return Row(name, "spaCy NER (tok2vec + ner, as the small models)", run, words=part or 20_000)


def _bert(name: str, part: int) -> Row:
    if not all(importlib.util.find_spec(module) for module in ("torch", "transformers")):
        raise UnavailableError("torch or transformers is not installed: pip install -e '.[bench]'")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch  # type: ignore[import-not-found, unused-ignore]
    from transformers import (  # type: ignore[import-not-found, unused-ignore]
        BertConfig,
        BertForTokenClassification,
    )

    config = BertConfig(num_labels=37)  # the sizes of BERT-base are its defaults
    model = BertForTokenClassification(config).eval()

    def ids(text: str) -> list[int]:
        # what pieces a word has does not matter to speed, how many does: about one for 4 letters
        pieces = [word[i : i + 4] for word in text.split() for i in range(0, len(word), 4)][:510]
        return [101, *(1000 + zlib.crc32(piece.encode()) % 29_000 for piece in pieces), 102]

    def run(texts: Sequence[str]) -> int:
        found = 0
        with torch.inference_mode():
            for rows in _batches(sorted((ids(text) for text in texts), key=len), 16):
                width = max(map(len, rows))
                padded = torch.tensor([row + [0] * (width - len(row)) for row in rows])
                mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
                found += int(model(input_ids=padded, attention_mask=mask).logits.argmax(-1).numel())
        return found

    return Row(name, "BERT-base token classifier, random weights", run, words=part or 500, whole=True)


def _batches(rows: list[list[int]], size: int) -> Iterator[list[list[int]]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


# -- measuring ----------------------------------------------------------------------------------


@dataclass
class Measured:
    """A row's times over the rounds, each scaled to the whole text."""

    row: Row
    words: int
    seconds: list[float]
    found: int


def measure(rows: Sequence[Row], text: Text, *, rounds: int, slices: int = 10) -> list[Measured]:
    """Run all rows in turn over one slice of the text after another, `rounds` times.

    In turn, so that a machine that slows down slows all rows down. One round before those that
    count warms up vocabularies, caches and worker processes.
    """
    total = text.words
    texts = {row.name: text.head(row.words) if 0 < row.words < total else text for row in rows}
    measured = {row.name: Measured(row, texts[row.name].words, [], 0) for row in rows}
    parts = {row.name: [texts[row.name]] if row.whole else texts[row.name].slices(slices) for row in rows}
    order = list(rows)
    for turn in range(rounds + 1):
        spent = dict.fromkeys(measured, 0.0)
        found = dict.fromkeys(measured, 0)
        for number in range(slices):
            for row in order:
                if number < len(parts[row.name]):
                    pieces = parts[row.name][number].pieces
                    start = time.perf_counter()
                    found[row.name] += row.run(pieces)
                    spent[row.name] += time.perf_counter() - start
        order.append(order.pop(0))  # nobody always comes after the same one
        if turn == 0:
            continue
        for name, result in measured.items():
            result.seconds.append(spent[name] * total / max(1, result.words))
            result.found = found[name]
    return [measured[row.name] for row in rows]
