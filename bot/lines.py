"""Lines of standard input, read while the event loop goes on."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import CancelledError
from contextlib import suppress
from threading import Thread

AHEAD = 8  # lines read before anybody asks for them


async def lines(source: int = 0) -> AsyncIterator[str]:
    """The lines of a file descriptor, without their ends. What is not UTF-8 is replaced."""
    loop, read = asyncio.get_running_loop(), asyncio.Queue[str | None](AHEAD)

    def put(line: str | None) -> None:
        asyncio.run_coroutine_threadsafe(read.put(line), loop).result()

    def follow() -> None:
        # A file object of the thread's own: at exit Python would wait for the lock of sys.stdin.
        with (
            suppress(RuntimeError, CancelledError),
            open(source, encoding="utf-8", errors="replace", closefd=False) as f,
        ):
            for line in f:
                put(line.rstrip("\n"))
            put(None)

    Thread(target=follow, daemon=True).start()  # nobody can be made to stop waiting for a keyboard
    while (line := await read.get()) is not None:
        yield line
