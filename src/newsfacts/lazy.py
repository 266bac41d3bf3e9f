"""Values that are worked out when somebody first asks for them, and kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")


def once(make: Callable[..., _Value]) -> Callable[..., _Value]:
    """As `functools.cache`, for a function that is made for one text: that takes longer to make than this.

    >>> asked = once(print)
    >>> asked("πέντε"), asked("πέντε")
    πέντε
    (None, None)
    """
    known: dict[tuple[Any, ...], _Value] = {}

    def asked(*args: Any) -> _Value:
        if args not in known:
            known[args] = make(*args)
        return known[args]

    return asked


class lazy(Generic[_Value]):  # noqa: N801  read as a word, as `property` is
    """As `functools.cached_property`, which before Python 3.12 takes a lock; what has these is one thread's.

    >>> class Text:
    ...     @lazy
    ...     def words(self):
    ...         return "πέντε λέξεις".split()
    >>> text = Text()
    >>> text.words is text.words
    True
    """

    def __init__(self, make: Callable[[Any], _Value]) -> None:
        """`make` works the value out."""
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, instance: Any, owner: type | None = None) -> _Value:
        """The value, which from now on the object has under this name: it is not asked for again."""
        value = instance.__dict__[self._name] = self._make(instance)
        return value
