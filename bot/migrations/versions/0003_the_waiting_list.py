"""The waiting list; what an appointment was before its latest change; and who has named one made elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward. There is no way back but a backup."""
    op.add_column("appointment", sa.Column("changed", sa.DateTime(timezone=True), nullable=True))
    op.add_column("appointment", sa.Column("was_therapist", sa.Text(), nullable=True))
    op.add_column("appointment", sa.Column("was_starts_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "wait",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("therapist", sa.Text(), nullable=False),
        sa.Column("session_type", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("time", sa.Text(), nullable=False),
        sa.Column("earliest", sa.Text(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hold", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=op.f("fk_wait_conversation")),
        sa.ForeignKeyConstraint(["hold"], ["hold.id"], name=op.f("fk_wait_hold"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wait")),
    )
    op.create_index(op.f("ix_wait_clinic_last"), "wait", ["clinic", "last"], unique=False)
    op.create_index(op.f("ix_wait_conversation"), "wait", ["conversation"], unique=False)
    op.create_index(op.f("ix_wait_hold"), "wait", ["hold"], unique=False)
    op.create_table(
        "offer",
        sa.Column("wait", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["wait"], ["wait.id"], name=op.f("fk_offer_wait"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("wait", "starts_at", name=op.f("pk_offer")),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=op.f("fk_attempt_conversation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    op.create_index(op.f("ix_attempt_at"), "attempt", ["at"], unique=False)
    op.create_index(op.f("ix_attempt_conversation"), "attempt", ["conversation"], unique=False)
    op.create_index(op.f("ix_attempt_reference"), "attempt", ["reference"], unique=False)
