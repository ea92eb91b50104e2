"""Reminders and mails: what an outbox row is about, and until when it is of use; and who said they will come."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward. There is no way back but a backup."""
    op.add_column("appointment", sa.Column("attends", sa.DateTime(timezone=True), nullable=True))
    # SQLite copies the table for a foreign key; that it never gives a number twice has to be said again.
    with op.batch_alter_table("outbox", table_kwargs={"sqlite_autoincrement": True}) as outbox:
        outbox.add_column(sa.Column("kind", sa.Text(), nullable=False, server_default=""))
        outbox.add_column(sa.Column("clinic", sa.Text(), nullable=True))
        outbox.add_column(sa.Column("until", sa.DateTime(timezone=True), nullable=True))
        outbox.add_column(sa.Column("appointment", sa.String(length=6), nullable=True))
        outbox.create_foreign_key(op.f("fk_outbox_appointment"), "appointment", ["appointment"], ["reference"])
        outbox.create_index(op.f("ix_outbox_appointment"), ["appointment"], unique=False)
