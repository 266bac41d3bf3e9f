"""The parts that templates of quotes are made of; each reads one thing in one place of a sentence."""

from collections.abc import Mapping

from newsfacts.quotes.parts import (
    around,
    clauses,
    headlines,
    inside,
    lines,
    lists,
    marks,
    needs,
    nouns,
    pointing,
    signatures,
    sources,
    speakers,
    verbs,
)
from newsfacts.quotes.parts.part import Part

PARTS: Mapping[str, Part] = {
    **verbs.PARTS,
    **marks.PARTS,
    **pointing.PARTS,
    **clauses.PARTS,
    **needs.PARTS,
    **around.PARTS,
    **speakers.PARTS,
    **sources.PARTS,
    **nouns.PARTS,
    **lines.PARTS,
    **signatures.PARTS,
    **lists.PARTS,
    **headlines.PARTS,
    **inside.PARTS,
}

__all__ = ["PARTS", "Part"]
