"""The command line of Cooldown. A command imports what it needs when it runs, so that each starts soon."""

import argparse
import asyncio
import getpass
import logging
import os
import sys
import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot.knowledge.entries import Misread
from bot.model import TrainingFailed, train
from bot.settings import Settings, Trouble, read_settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.knowledge import Profile

LOGGED = "%(asctime)s %(levelname)s %(name)s: %(message)s"
PATIENT = 30.0  # seconds for one answer of the model, where nobody waits for it
STARTS, IS_THERE = 20.0, 3.0  # seconds for which a chat waits for our own model, or one elsewhere, before it goes on

Run = Callable[[Settings, argparse.Namespace], object]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command. What the owner must see to is said in a line, with exit code 1."""
    wanted = command_line().parse_args(arguments)
    os.umask(0o077)  # what we write down is about people's health: nobody else on this machine may read it
    try:
        pin_time_zones()
        sys.exit(wanted.run(read_settings(os.environ), wanted))
    except (Trouble, Misread, TrainingFailed) as trouble:
        sys.exit(f"cooldown: {trouble}")
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever read what we wrote has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def pin_time_zones() -> None:
    """Only the time zones we ship count: a machine's own may be years old. Raises Trouble."""
    if not find_spec("tzdata"):
        raise Trouble("The time zone data is missing. Run: make setup")
    zoneinfo.reset_tzpath(to=[])


def command_line() -> argparse.ArgumentParser:
    """Every command, with its help."""
    parser = argparse.ArgumentParser("cooldown", description="The booking assistant for runners' massage clinics.")
    add = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, (run, help_text) in COMMANDS.items():
        command = add.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(run=run)
        if run in (chat, parse, appointments, handoffs):
            command.add_argument("--clinic", metavar="NAME", help="the name of a clinic's file in data/clinics")
        if run in (appointments, handoffs):
            form = command.add_mutually_exclusive_group()
            form.add_argument("--json", action="store_true", help="print one JSON array")
        if run is handoffs:
            form.add_argument("--done", metavar="ID", type=int, nargs="+", help="a person has seen to these")
        if run is back_up:
            command.add_argument("file", metavar="FILE", type=Path, nargs="?", help="a new file, or one in var/backups")
        if run is restore:
            command.add_argument("file", metavar="FILE", type=Path, help="what `cooldown backup` made")
        if run is evaluate:
            command.add_argument("--on", choices=("test", "dev"), default="test", help="the messages to read")
            command.add_argument("--out", metavar="DIR", type=Path, help="where to write evaluation.json and the plots")
            command.add_argument("--accept", action="store_true", help="compare later runs with this one")
    return parser


def serve(chosen: Settings, wanted: argparse.Namespace) -> None:
    """Serve until stopped."""
    from bot.commands.serving import serve

    logs(logging.INFO)
    asyncio.run(serve(chosen))


def chat(chosen: Settings, wanted: argparse.Namespace) -> None:
    """Talk in the terminal."""
    logs(logging.CRITICAL)
    asyncio.run(talk(chosen, wanted.clinic))


async def talk(chosen: Settings, clinic: str | None) -> None:
    """Talk to a clinic, with the model if it is there soon."""
    from bot.channels.terminal import converse
    from bot.commands.lines import lines
    from bot.ear import listening
    from bot.house import furnish, open_record, reception

    house, engine = furnish(chosen), open_record(chosen)
    name, by_hand = house.profile(clinic).id, sys.stdin.isatty()
    async with listening(chosen) as ear, reception(house, engine, ear, {}) as desk:
        if by_hand:
            print(f"{house.profiles[name].name}. Write as you would to the clinic; Ctrl-D leaves. One moment ...\n")
        if not await ear.wait(IS_THERE if chosen.nlu_url else STARTS):
            print("Going on without the language model.", ear.lacks, file=sys.stderr)
        await converse(desk, f"terminal:{name}:{getpass.getuser()}", name, lines(), write, "> " if by_hand else "")
    engine.dispose()


def parse(chosen: Settings, wanted: argparse.Namespace) -> None:
    """Understand lines of JSON."""
    logs(logging.CRITICAL)
    asyncio.run(parse_lines(chosen, wanted.clinic))


async def parse_lines(chosen: Settings, clinic: str | None) -> None:
    """Understand what comes in, surely with the model."""
    from bot.commands.lines import lines
    from bot.commands.parsing import parse
    from bot.ear import listening
    from bot.house import furnish

    house = furnish(chosen)
    async with listening(chosen, deadline=PATIENT) as ear:
        await ear.insist()
        await parse(lines(), house.profile(clinic), house.knowledge, ear.surely, write)


def appointments(chosen: Settings, wanted: argparse.Namespace) -> None:
    """Print the appointments."""
    from bot.commands.records import booked

    write(booked(*on_record(chosen, wanted), as_json=wanted.json))


def handoffs(chosen: Settings, wanted: argparse.Namespace) -> None:
    """Print who waits for a person; or note that a person has seen to them."""
    from bot.commands.records import seen_to, waiting

    engine, clinic, profiles = on_record(chosen, wanted)
    if wanted.done:
        write(seen_to(engine, clinic, wanted.done, datetime.now(UTC)))
    else:
        write(waiting(engine, clinic, profiles, as_json=wanted.json))


def on_record(chosen: Settings, wanted: argparse.Namespace) -> "tuple[Engine, str | None, Mapping[str, Profile]]":
    """The record, which clinic's part of it is wanted (None: every one's), and the clinics."""
    from bot.house import furnish, open_record

    house = furnish(chosen)
    clinic = wanted.clinic and house.profile(wanted.clinic).id
    return open_record(chosen), clinic, house.profiles


def back_up(chosen: Settings, wanted: argparse.Namespace) -> None:
    """Copy the record."""
    from bot.commands.backup import backup

    write(backup(chosen, wanted.file, datetime.now().astimezone()))


def restore(chosen: Settings, wanted: argparse.Namespace) -> None:
    """Put a copy of the record in its place."""
    from bot.commands.backup import restore

    write(restore(chosen, wanted.file, datetime.now().astimezone()))


def train_model(chosen: Settings, wanted: argparse.Namespace) -> None:
    """Train the model."""
    train(chosen.root)


def evaluate(chosen: Settings, wanted: argparse.Namespace) -> int:
    """Score the understanding; 1 if a headline figure fell by more than its noise."""
    logs(logging.CRITICAL)
    return asyncio.run(score(chosen, wanted))


async def score(chosen: Settings, wanted: argparse.Namespace) -> int:
    """Print the tables, write them down and plot them, and compare them with the last accepted run."""
    from bot.commands.evaluation.run import evaluated, reported, settled
    from bot.ear import listening
    from bot.house import furnish

    house, out = furnish(chosen), wanted.out or chosen.var / "evaluation"
    async with listening(chosen, deadline=PATIENT) as ear:
        run = await evaluated(
            chosen.root / "data/nlu" / wanted.on, house.profiles, house.knowledge, ear.surely, progress
        )
    write(reported(run, out))
    print(f"All figures, misses and plots: {out}", file=sys.stderr)
    said, code = settled(run, accepting=wanted.accept)
    write(f"\n{said}")
    return code


def progress(read: int, of: int) -> None:
    """How far the messages are read: one line that changes in a terminal, else a line now and then."""
    live = sys.stderr.isatty()
    if live or read == of or read % 500 == 0:
        end = "\r" if live and read < of else "\n"
        print(f"Reading messages: {read} of {of}", end=end, file=sys.stderr, flush=True)


def doctor(chosen: Settings, wanted: argparse.Namespace) -> int:
    """Say what is well and what is not; 1 if something must be done."""
    from bot.commands.doctor import examined, report

    logs(logging.CRITICAL)
    findings = asyncio.run(examined(chosen))
    write(report(findings))
    return int(any(one.state == "wrong" for one in findings))


def write(text: str) -> None:
    """To standard output, at once. Half a character, which UTF-8 does not know, is written as JSON writes it."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def logs(level: int) -> None:
    """Log from this level on, to standard error."""
    logging.basicConfig(level=level, format=LOGGED)
    logging.getLogger("alembic").setLevel(logging.WARNING)


COMMANDS: dict[str, tuple[Run, str]] = {
    "serve": (serve, "serve the website, Telegram and the REST channel until stopped by Ctrl-C"),
    "chat": (chat, "the same conversation in this terminal; it is kept, and goes on where it was left"),
    "train": (train_model, "train the language model from config.yml and data/nlu"),
    "parse": (parse, "read messages as lines of JSON, and print what is understood, a line for each"),
    "appointments": (appointments, "the appointments on record"),
    "handoffs": (handoffs, "who waits for a person, why, and how urgently; --done when one has seen to them"),
    "backup": (back_up, "copy the record, while the clinic is open, to a file only you may read"),
    "restore": (restore, "put such a copy in the record's place; what was there is kept beside it"),
    "evaluate": (evaluate, "score the understanding, and compare it with the last accepted run"),
    "doctor": (doctor, "check settings, database, language model and clinics, and say what to do"),
}

if __name__ == "__main__":
    main()
