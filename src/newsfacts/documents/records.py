"""Records out of JSON Lines, or out of one JSON document: each a text with its id, date and title."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from newsfacts.documents.model import DEFAULTS, Document, OnError, ReadOptions
from newsfacts.documents.streams import lines, plain_utf8

_SURROGATE = re.compile("[\ud800-\udfff]")
_FACT_KEYS = {"kind", "text", "start_char", "end_char", "sentence"}
_ONE_LINE_EACH = "write one record a line: jq -c '.[]' FILE for a list, jq -c . FILE for records"


def read_records(
    stream: BinaryIO, source: str, options: ReadOptions = DEFAULTS, on_error: OnError | None = None
) -> Iterator[Document]:
    """The documents of a stream of JSON Lines, or of one JSON list or object.

    Lines count from 1; empty ones are passed over. Records of a list have no line.
    """
    stream = plain_utf8(stream)
    numbered = enumerate(lines(stream, options.max_bytes), 1)
    for number, line in numbered:
        if line is None or line.strip():
            break
    else:
        return
    if line is not None and _goes_on(line):
        yield from _from_list(
            _whole(line, (rest for _, rest in numbered), source, options), source, options, on_error
        )
        return
    for number, line in chain([(number, line)], numbered):
        with_error = _Guard(on_error)
        document = with_error.run(lambda line=line, number=number: _from_line(line, source, number, options))
        if document is not None:
            yield document
