"""A mapping whose values are made when they are first asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")


class Lazily(Mapping[str, Value]):
    """A mapping that makes each value once, when it is first asked for.

    Parameters
    ----------
    names : collection of str
        The keys, in order.
    make : callable
        Takes a key and returns its value.

    Examples
    --------
    >>> sizes = Lazily(["one", "three"], len)
    >>> sizes["three"], list(sizes)
    (5, ['one', 'three'])
    """

    def __init__(self, names: Collection[str], make: Callable[[str], Value]) -> None:
        self._names, self._make = dict.fromkeys(names), make
        self._made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        """Return the value of a key, made now if it is not there yet."""
        if name not in self._names:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in their order."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self._names)
