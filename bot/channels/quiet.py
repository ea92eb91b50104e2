"""Libraries that would log a token or a client's words are only heard as a place and a kind of error."""

import logging

TALKERS = ("telegram", "httpx", "httpcore")  # the first two write whole messages, and addresses with the token in them

log = logging.getLogger(__name__)


class Outline(logging.Handler):
    """Passes on where something went wrong and of what kind it was; never the message, its arguments or a traceback."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log the outline of a record."""
        kind = record.exc_info[0] if record.exc_info else None
        log.log(record.levelno, "%s.%s: %s", record.name, record.funcName, kind.__name__ if kind else "a warning")


def keep_quiet() -> None:
    """From now on these libraries reach nobody's log by themselves, whatever its level."""
    for name in TALKERS:
        talker = logging.getLogger(name)
        talker.handlers, talker.propagate = [Outline(logging.WARNING)], False
