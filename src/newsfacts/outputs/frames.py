"""Facts as a data frame of pandas or polars."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

from newsfacts.facts import Fact
from newsfacts.outputs import arrow

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from newsfacts.facts import AnyFact

Rows = Iterable["AnyFact | Mapping[str, Any]"]


@overload
def to_frame(facts: Rows, library: Literal["pandas"] = "pandas") -> "pd.DataFrame": ...


@overload
def to_frame(facts: Rows, library: Literal["polars"]) -> "pl.DataFrame": ...


def to_frame(facts: Rows, library: str = "pandas") -> Any:
    """Facts, or rows that `Fact.to_dict` gave, as a data frame with a typed column for each key of a row.

    `low` and `high` are doubles, offsets integers, `start_date` and `end_date` days; what is missing is
    null, and the columns are there without facts too. `library` is `pandas` or `polars`; both come with
    `pip install newsfacts[frame]`. Raises ImportError where they are missing, ValueError for another name.

    >>> import newsfacts
    >>> frame = to_frame(newsfacts.extract("Πάρκο 500 MW με κόστος 1,2 δισ. ευρώ"))
    >>> frame[["kind", "low", "unit"]].values.tolist()
    [['power', 500000000.0, 'W'], ['money', 1200000000.0, 'EUR']]
    """
    if library not in ("pandas", "polars"):
        raise ValueError(f"library {library!r}: choose pandas or polars")
    try:
        table = arrow.table(fact.to_dict() if isinstance(fact, Fact) else fact for fact in facts)
        return _pandas(table) if library == "pandas" else _polars(table)
    except ImportError as error:
        raise ImportError(f"{error}: pip install newsfacts[frame]", name=error.name) from None


def _pandas(table: Any) -> Any:
    import pandas as pd
    import pyarrow

    kinds: dict[Any, Any] = {pyarrow.string(): pd.StringDtype(), pyarrow.int64(): pd.Int64Dtype()}
    return table.to_pandas(types_mapper=kinds.get, date_as_object=False)


def _polars(table: Any) -> Any:
    import polars as pl

    return pl.from_arrow(table)
