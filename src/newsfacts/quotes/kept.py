"""What templates and rules of mentions may keep."""

from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from newsfacts.grammar.order import error
from newsfacts.grammar.types import Production


def check_kept(
    production: Production, row: int, given: Any, takers: Mapping[str, Callable[..., Any]]
) -> None:
    """Refuse to keep under a name what its function does not take so; `given` is what the symbol gives.

    Raises PatternError.
    """
    source, written, taker = production.source, production.written.steps[row], production.written.meaning
    if given is None:
        raise error(source, f"`{written}` keeps nothing: drop `{written.keep}=`")
    if not taker:
        return
    wanted = get_type_hints(takers[taker])[written.keep]
    takes = get_args(wanted) if get_origin(wanted) in (Union, UnionType) else (wanted,)
    if given not in takes:
        raise error(source, f"`{written}` is not what `{taker}` takes as `{written.keep}=`")
    if written.many in ("?", "*") and NoneType not in takes:
        raise error(source, f"`{written}` may be missing, but `{taker}` needs it: drop the `{written.many}`")
