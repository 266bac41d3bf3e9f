"""Days, months and years in digits with signs between them: `23/9/2025`, `9/2025`, `2025/26`."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Any

from newsfacts.dates.digits import full_year
from newsfacts.dates.latent import AbsoluteDate, Period, Span, Year
from newsfacts.dates.shapes import Hit, Test
from newsfacts.lexicon.lexicon import Reading

# A date in digits may be the end of a range, so a dash may stand before a whole one.
_NUMERIC = re.compile(
    # `έργου.23/9/2025`, but not `άρθρ.5/2024`
    r"(?:(?<![\w.,/:])|(?<=[^\W\d_]{4}\.)(?=\d{1,4}[/.-]\d{1,2}[/.-]\d))(?:"
    r"(?P<y>\d{4})(?P<ysep>[/.-])(?P<m>\d{1,2})(?P=ysep)(?P<d>\d{1,2})(?!\d|-\d)"
    r"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|(?P<D>\d{1,2})(?P<sep>[/.-])(?P<M>\d{1,2})(?P=sep)(?P<Y>\d{4}|\d{2})"
    r"|(?P<my>(?:(?<!-)|(?<=\d{4}-))\d{1,2})[/-](?P<yy>(?:19|20|21)\d\d)"
    r"|(?P<y1>(?<!-)(?:19|20|21)\d\d)/(?P<y2>\d{4}|\d{2})"
    r"|(?P<ds>\d{1,2})/(?P<ms>\d{1,2})"
    r"|(?P<dp>\d{1,2})\.(?P<mp>\d{1,2})"
    r")(?![\w/%]|[.,:]\d|-\d(?!\d?[/.]\d|\d{0,3}[/.]\d{1,2}[/.]\d))"
)


def numeric_tests() -> Mapping[str, Test]:
    """The tests of digits with `/`, `.` or `-` between them, by name."""
    return {
        "full_numeric": _numeric(_full),
        "pointed_numeric": _numeric(_pointed),
        "short_numeric": _numeric(_short),
        "short_pointed": _numeric(_pointed_short),
        "sure_numeric": _numeric(_sure),
        "numeric_month": _numeric(_month_of_year),
        "numeric_years": _numeric(_two_years),
    }


def _numeric(read: Callable[[re.Match[str]], Any]) -> Test:
    def test(reading: Reading, token: int) -> Hit:
        if not reading.norm(token)[:1].isdigit():
            return None
        match = _NUMERIC.match(reading.text, reading.starts[token])
        if match is None:
            return None
        end = bisect_left(reading.ends, match.end()) + 1
        if end > len(reading) or reading.ends[end - 1] != match.end():
            return None
        value = read(match)
        return None if value is None else (end, value)

    return test


def _full(match: re.Match[str]) -> AbsoluteDate | None:
    """`23/9/2025`, `2025-09-23`, `2025-09-23T10:30`, `23.09.25`; not `1.2.10`, which is a version."""
    if match["y"]:
        return AbsoluteDate(int(match["m"]), int(match["d"]), Year(int(match["y"])))
    if not match["D"]:
        return None
    unsure = match["sep"] == "-" or (match["sep"] == "." and len(match["D"] + match["M"]) < 4)
    if unsure and len(match["Y"]) == 2:
        return None
    return _day_first(match)


def _pointed(match: re.Match[str]) -> AbsoluteDate | None:
    """`23.9.25`, where the words around say that it is a day."""
    return _day_first(match) if match["D"] and match["sep"] == "." else None


def _day_first(match: re.Match[str]) -> AbsoluteDate:
    year = int(match["Y"]) if len(match["Y"]) == 4 else full_year(int(match["Y"]), pivot=69)
    return AbsoluteDate(int(match["M"]), int(match["D"]), Year(year))


def _short(match: re.Match[str]) -> AbsoluteDate | None:
    """`23/9`."""
    return AbsoluteDate(int(match["ms"]), int(match["ds"])) if match["ds"] else None


def _pointed_short(match: re.Match[str]) -> AbsoluteDate | None:
    """`11.5`, where a range says that it is a day."""
    return AbsoluteDate(int(match["mp"]), int(match["dp"])) if match["dp"] else None


def _sure(match: re.Match[str]) -> AbsoluteDate | None:
    """`23/9`, `04/11`, which can be no other thing than a day."""
    if not match["ds"] or int(match["ms"]) > 12:
        return None
    return _short(match) if int(match["ds"]) > 12 or "0" in match["ds"][0] + match["ms"][0] else None


def _month_of_year(match: re.Match[str]) -> Period | None:
    """`9/2025`."""
    month = int(match["my"] or 0)
    return Period(month, 1, Year(int(match["yy"]))) if 1 <= month <= 12 else None


def _two_years(match: re.Match[str]) -> Span | None:
    """`2025/26`."""
    if not match["y1"]:
        return None
    first, second = int(match["y1"]), int(match["y1"][: 4 - len(match["y2"])] + match["y2"])
    return Span(Period(1, 12, Year(first)), Period(1, 12, Year(second))) if second == first + 1 else None
