"""Lines of standard input, read while the event loop goes on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from threading import Semaphore, Thread

AHEAD = 8  # lines read before anybody asks for them


async def lines(source: int = 0) -> AsyncIterator[str]:
    """The lines of a file descriptor, without their ends. What is not UTF-8 is replaced."""
    loop, read, room = asyncio.get_running_loop(), asyncio.Queue[str | None](), Semaphore(AHEAD)

    def put(line: str | None) -> None:
        with suppress(RuntimeError):  # nobody listens any more
            loop.call_soon_threadsafe(read.put_nowait, line)

    def follow() -> None:
        # A file object of the thread's own: at exit Python would wait for the lock of sys.stdin.
        with suppress(OSError), open(source, encoding="utf-8", errors="replace", closefd=False) as file:
            for line in file:
                room.acquire()
                put(line.rstrip("\n"))
        put(None)  # also when the terminal was closed

    Thread(target=follow, daemon=True).start()  # nobody can be made to stop waiting for a keyboard
    while (line := await read.get()) is not None:
        room.release()
        yield line
