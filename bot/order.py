"""One thing at a time in each conversation, many conversations at a time."""

from asyncio import Lock
from weakref import WeakValueDictionary


class InOrder:
    """`async with in_order(conversation):` lets its turns through one by one, first come, first served."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, Lock] = WeakValueDictionary()  # gone with the last who waits

    def __call__(self, conversation: str) -> Lock:
        """The conversation's lock, made when first asked for."""
        return self._locks.setdefault(conversation, Lock())
