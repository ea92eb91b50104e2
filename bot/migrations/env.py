"""Alembic's way in: on the connection it is handed, or, for who writes a migration, on DATABASE_URL's."""

import os
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, TypeDecorator

from bot.store.engine import open_store, writing
from bot.store.tables import metadata


def plainly(kind: str, item: Any, autogen: object) -> str | Literal[False]:
    """A migration names plain types, so that it stays what it was when ours change."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


def run(db: Connection) -> None:
    """Run what is asked for in the transaction we are given."""
    context.configure(
        connection=db, target_metadata=metadata, render_as_batch=True, compare_type=True, render_item=plainly
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with writing(open_store(os.environ["DATABASE_URL"], foreign_keys=False)) as connection:
        run(connection)
