"""The file that `newsfacts patterns new KIND` writes: it works as it is, and says what to change."""

import re

_TEMPLATE = """\
# What newsfacts finds as `{kind}`. Change the units and the examples, then run
#     newsfacts patterns test {folder}
#     newsfacts extract --patterns {folder} FILE
kind: {kind}
{unit_line}description: One line about what counts as {kind}, and what does not.
# signed: true       # a minus sign before a number belongs to it
# enabled: false     # switches the whole kind off

units:
  # scale    how many of the base unit one of these is
  # symbols  keep their case: mW is not MW. Greek letters that look Latin are read as Latin.
  # words    are compared without case and accents. stem(a|b) lists endings, word(|s) an optional one.
  # prefix   true: the symbol may stand before the number, as a currency sign does
  - {{{entry}scale: 1, symbols: [{symbol}], words: [{word}(|s)]}}
  - {{{entry}scale: 1e3, symbols: [k{symbol}], words: [kilo{word}(|s)]}}
  - {{{entry}scale: 1e6, symbols: [M{symbol}], words: [mega{word}(|s)]}}

# values:            # words that hold number and unit in one
#   - {{value: 12, words: [dozen{word}]}}

# off: [kilo{word}]   # forms to leave out, of the files of this kind that lie below this one

# never_if:          # tokens right before or after, in the syntax of spaCy's Matcher
#   - before: [{{NORM: {{IN: [model, type]}}}}]

# [Brackets] mark the facts; a value that is named must be the one found. No brackets: no fact.
examples:
  - text: about [2,5 k{symbol}] a day
    low: 2500
    unit: {symbol}
  - text: "[3 mega{word}s]"
    low: 3e6
  - text: no number before {symbol}
"""


def new_file(kind: str, folder: str, *, known: bool = False) -> str:
    """The text of a pattern file for `kind` in the pack `folder`.

    A `known` kind has its base unit already, so the units name their own.
    """
    # no unit is called that, and each file has its own
    word = "x" + re.sub(r"[^a-z]", "", kind)
    symbol = word.upper()
    return _TEMPLATE.format(
        kind=kind,
        word=word,
        symbol=symbol,
        folder=folder,
        unit_line="" if known else f"unit: {symbol}   # the base unit: `low` and `high` count it\n",
        entry=f"unit: {symbol}, " if known else "",
    )
