"""A property that is worked out once for each instance, whoever else works on another one meanwhile."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Found = TypeVar("Found")


class once(Generic[Found]):
    """As functools.cached_property, whose lock all instances share until Python 3.12: ours may wait for a database."""

    def __init__(self, work: Callable[[Any], Found]) -> None:
        self.work = work

    def __get__(self, of: object, kind: type) -> Found:
        found = of.__dict__[self.work.__name__] = self.work(of)
        return found
