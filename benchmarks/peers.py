"""The rows of the peers: another reader of dates, spaCy's own entities, a language model."""

import importlib.util
import os
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import spacy

from benchmarks.row import Row, UnavailableError, counting


def _dateparser(name: str, part: int) -> Row:
    from dateparser.search import search_dates

    def read(text: str) -> list[Any]:
        return search_dates(text, languages=["el"]) or []

    return Row(name, "dateparser.search.search_dates", counting(read), words=part or 2_000)


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


PEERS: Mapping[str, Callable[[str, int], Row]] = {
    "dateparser": _dateparser,
    "spacy-ner": _spacy_ner,
    "bert": _bert,
}
"""What makes each row, from its name and how many words it reads."""
