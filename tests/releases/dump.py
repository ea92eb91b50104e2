"""A clinic's record as this release leaves it, with rows of all kinds: what every later release must take over.

At a release: python -m tests.releases.dump > tests/releases/NNNN.json, NNNN being its newest migration.
"""

import json
import sys
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine, select, update

from bot.messages import Inbound, Prove, pressed
from bot.store import inbox, keep_free, migrate, open_store, reading, writing
from bot.store.tables import metadata, outbox
from tests.counter import PROFILE, Counter
from tests.desk import do
from tests.talk import ADULT, CALF, HI, JO, NONE, RUNNING, THURSDAY, YES, at, say

TO_NOON = (HI, ADULT, CALF, NONE, RUNNING, say("noon with ben", day="2026-11-26", time="12:00", therapist="ben"))
EIGHT = say("friday at 8", day="2026-11-27", time="08:00", therapist="anna")
LEE = say("Lee Park, lee@example.org", name="Lee Park", contact="lee@example.org")


def told(engine: Engine) -> None:
    """A day at the desk: kept and moved, held and waited for, cancelled, stopped, half done."""
    counter = Counter(engine)
    counter.says("telegram:4711", HI, ADULT, CALF, NONE, RUNNING, THURSDAY, JO, YES)
    named = counter.sees("telegram:4711").mine[0].reference
    counter.says("web:kim", HI, ADULT, say("my calf is hot and swollen", flag__leg_clot="yes"))
    counter.says("web:lee", HI, ADULT, CALF, NONE, RUNNING, EIGHT, LEE, YES)
    for who in ("web:ann", "web:bob"):
        counter.says(who, HI, ADULT, CALF, NONE, RUNNING, EIGHT).presses(who, "Tell me if one comes free")
    counter.says("web:ann", say("ann@example.org", contact="ann@example.org"))
    counter.says("telegram:4711", replace(EIGHT, intent="reschedule"))
    counter.presses("telegram:4711", "Tell me if one comes free")
    counter.says("web:lee", say("move it to friday at 1", "reschedule", day="2026-11-27", time="13:00"), YES)
    counter.says("web:lee", say("cancel it", "cancel_appointment"), YES)
    counter.says("web:sam", *TO_NOON)
    with writing(engine) as db:
        keep_free(db, PROFILE, "anna", at(30, "07:00"), at(30, "09:00"), counter.now)
        db.execute(
            update(outbox).where(outbox.c.conversation == "web:lee", outbox.c.channel == "mail").values(attempts=2)
        )
        inbox.receive(db, Inbound("web:kim", "not-yet-read", "cardiff", "so what do I do"), counter.now)
    counter.says("telegram:4711", pressed(f"attend which={named}"))
    do(engine, "web:eve", Prove(named, "+447700900999"), now=counter.now)
    do(engine, "web:jos-phone", Prove(named, "+447700900123"), now=counter.now)


def main() -> None:
    """Write the record to standard output."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'cooldown.db'}"
        migrate(url)
        engine = open_store(url)
        told(engine)
        json.dump({table: rows(engine, table) for table in metadata.tables}, sys.stdout, indent=1, default=str)
        engine.dispose()


def rows(engine: Engine, table: str) -> list[dict[str, object]]:
    """A table's rows, with days and instants in ISO's words and masks as the database has them."""
    with reading(engine) as db:
        found = db.execute(select(metadata.tables[table])).mappings().all()
    return [{name: plain(name, cell) for name, cell in row.items()} for row in found]


def plain(name: str, cell: object) -> object:
    """A cell as JSON has it."""
    if isinstance(cell, date | datetime):
        return cell.isoformat()
    return f"{cell:x}" if name == "busy" else cell


if __name__ == "__main__":
    main()
