"""Thousands of lines of every kind through the real `cooldown parse` and its own model: answered each, in order."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, cycle, islice
from pathlib import Path
from threading import Thread
from typing import IO, Any

from bot.commands.evaluation.reading import cases
from bot.settings import ROOT

KB_IN_MB = 1024
LONG = 10_000  # characters
BROKEN = ("", "plantar is back", '{"text": "hi"', "[1, 2]", '{"text": 7}', '{"text": "hi", "now": "soon"}', "[" * LONG)
STRANGE = (
    "half \ud83d a smile",
    "nothing \0 between",
    "🏃‍♀️💨🦵🔥",
    "mam ból łydki po maratonie",
    "me duele la rodilla desde el martes",
    "mae fy nghoes yn brifo",
    "小腿很紧, 星期四下午",
    "ساقي تؤلمني",
    "thursday at 5 " * (LONG // 14),
    "7" * LONG,
    "ow " * (LONG // 3),
    "(" * LONG,
)


def lines() -> Iterator[str]:
    """Lines without end: messages of dev, each fourth broken, and each eighth strange."""
    broken, strange = cycle(BROKEN), cycle(STRANGE)
    for number, case in zip(count(), cycle(cases(ROOT / "data/nlu/dev"))):
        match number % 8:
            case 3 | 7:
                yield next(broken)
            case 5:
                yield json.dumps({"text": next(strange)})
            case _:
                yield json.dumps(case.row)


@contextmanager
def parse(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """`cooldown parse` with a model of its own."""
    command = (sys.executable, "-m", "bot", "parse")
    told = {name: value for name, value in environment.items() if name != "COOLDOWN_NLU_URL"}
    with subprocess.Popen(
        command, cwd=ROOT, env=told, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        yield running


def megabytes(pid: int) -> float:
    """What a command and those it started hold in memory."""
    started = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return resident(pid) + sum(megabytes(int(child)) for child in started)


def resident(pid: int) -> float:
    """What one of them holds."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / KB_IN_MB


def held(many: int, looks: tuple[int, ...]) -> list[float]:
    """Read so many lines; megabytes held after each of these. Raises AssertionError for a wrong or missing answer."""
    sent, held_then = list(islice(lines(), many)), list[float]()
    with parse(dict(os.environ)) as running:
        assert running.stdin and running.stdout
        said = Thread(target=say, args=(running.stdin, sent), daemon=True)
        said.start()
        for number, line in enumerate(sent, 1):
            answers(line, json.loads(running.stdout.readline()), number)
            if number in looks:
                held_then.append(megabytes(running.pid))
        said.join()
        running.stdin.close()
        assert running.stdout.read() == "", "one answer for each line"
    assert running.returncode == 0
    return held_then


def say(to: IO[str], sent: list[str]) -> None:
    """Write all lines, while somebody else reads the answers; a pipe does not hold so many."""
    to.writelines(f"{line}\n" for line in sent)
    to.flush()


def answers(line: str, answer: dict[str, Any], number: int) -> None:
    """This is the answer to this line."""
    try:
        text = json.loads(line)["text"]
    except (ValueError, TypeError, RecursionError):
        text = None
    if isinstance(text, str) and '"soon"' not in line:
        assert answer.get("text") == text, f"line {number} is not answered"
    else:
        assert list(answer) == ["error"], f"line {number} is no message"
