"""`cooldown parse` goes on and on."""

import os

from tests.many_lines import held

MANY = int(os.environ.get("COOLDOWN_LINES", "1000"))  # `make bench` reads 10,000
WARM = MANY // 5
GROWTH = 25  # megabytes that caches may still take once warm; a leak of 3 kB a line would show


def test_many_mixed_lines_are_answered_in_order_and_memory_stays() -> None:
    warm, end = held(MANY, (WARM, MANY))
    assert end - warm < GROWTH, f"{warm:.0f} MB after {WARM} lines, {end:.0f} MB after {MANY}"
