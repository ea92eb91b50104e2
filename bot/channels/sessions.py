"""Who is writing in the widget, by a token nobody else can make; and how fast."""

import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from itsdangerous import BadData, URLSafeTimedSerializer

KEPT_FOR = 400 * 24 * 3600  # seconds; browsers keep nothing longer


@dataclass(frozen=True)
class Visitor:
    """Someone at one clinic's widget. Logs and lists may tell the conversation: what opens it is the signed token."""

    clinic: str
    conversation: str


class Tokens:
    """Session tokens: unguessable, signed, and good for one conversation at one clinic."""

    def __init__(self, secret: str) -> None:
        self._signed = URLSafeTimedSerializer(secret, salt="cooldown.widget")

    def new(self, clinic: str) -> Visitor:
        """A visitor nobody has seen before."""
        return Visitor(clinic, f"web:{secrets.token_urlsafe(16)}")

    def write(self, visitor: Visitor) -> str:
        """The token that proves to be this visitor."""
        return self._signed.dumps([visitor.clinic, visitor.conversation])

    def read(self, token: str) -> Visitor | None:
        """Whose token it is; None if it is not ours, or too old."""
        try:
            return Visitor(*self._signed.loads(token, max_age=KEPT_FOR))
        except BadData:
            return None


class Pace:
    """So many messages in so many seconds, counted for each conversation. Forgets those who fell silent."""

    def __init__(self, messages: int, seconds: float, clock: Callable[[], float]) -> None:
        self._messages, self._seconds, self._clock = messages, seconds, clock
        self._seen: dict[str, deque[float]] = {}

    def allows(self, conversation: str) -> bool:
        """Count one more message, unless it is one too many."""
        now = self._clock()
        if len(self._seen) > 1_000:
            self._seen = {name: times for name, times in self._seen.items() if now - times[-1] < self._seconds}
        times = self._seen.setdefault(conversation, deque(maxlen=self._messages))
        if len(times) == self._messages and now - times[0] < self._seconds:
            return False
        times.append(now)
        return True
