"""Signs of several currencies: which one is meant."""

from collections.abc import Iterator, Mapping, Sequence

from newsfacts.lexicon.lexicon import Reading
from newsfacts.quantities.vocabulary import UnitForm


def told(
    reading: Reading, named: Sequence[tuple[int, UnitForm]]
) -> Iterator[tuple[tuple[int, int], UnitForm | None]]:
    """Each place of a shared sign with the unit meant, None where the text doesn't tell.

    `named` are the units of the text with the tokens they stand at. What the sentence tells counts before the
    rest of the text; where that tells of two, nobody knows.
    """
    spots = [reading.matches[row] for row in reading.rows.get("shared", ())]
    if not spots:
        return
    signs = {start for start, _, _ in spots}
    evidence = [(start, unit.unit) for start, unit in named if start not in signs]
    for token in range(len(reading)):
        if (hit := reading.starting(token, "told_by")) is not None:
            evidence.append((token, hit[1]))
    for start, end, groups in spots:
        units = {term.payload.unit: term.payload for term in groups["shared"].terms}
        yield (start, end), _meant(reading, start, units, evidence)


def _meant(
    reading: Reading, sign: int, units: Mapping[str, UnitForm], evidence: Sequence[tuple[int, str]]
) -> UnitForm | None:
    place = reading.starts[sign]
    left, right = reading.sentences.bounds(place, place + 1)
    near = {unit for token, unit in evidence if left <= reading.starts[token] < right and unit in units}
    meant = near or {unit for _, unit in evidence if unit in units}
    return units[meant.pop()] if len(meant) == 1 else None
