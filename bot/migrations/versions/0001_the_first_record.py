"""The first record."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward. There is no way back but a backup."""
    op.create_table(
        "block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("therapist", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
    )
    op.create_table(
        "conversation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erased", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
    )
    op.create_index(op.f("ix_conversation_consent_updated"), "conversation", ["consent", "updated"], unique=False)
    op.create_table(
        "diary",
        sa.Column("therapist", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("busy", sa.String(length=25), nullable=False),
        sa.PrimaryKeyConstraint("therapist", "day", name=op.f("pk_diary")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "appointment",
        sa.Column("reference", sa.String(length=6), nullable=False),
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("therapist", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("client_name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("guardian", sa.Boolean(), nullable=False),
        sa.Column("session_type", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("intake", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("suggestion", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('booked', 'cancelled', 'completed', 'no_show')", name=op.f("ck_appointment_status")
        ),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=op.f("fk_appointment_conversation")),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_appointment")),
    )
    op.create_index(op.f("ix_appointment_clinic_starts_at"), "appointment", ["clinic", "starts_at"], unique=False)
    op.create_index(op.f("ix_appointment_conversation"), "appointment", ["conversation"], unique=False)
    op.create_table(
        "client",
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=op.f("fk_client_conversation")),
        sa.PrimaryKeyConstraint("clinic", "conversation", name=op.f("pk_client")),
    )
    op.create_table(
        "handoff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("client_name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=op.f("fk_handoff_conversation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff")),
    )
    op.create_index(op.f("ix_handoff_clinic_created"), "handoff", ["clinic", "created"], unique=False)
    op.create_index(op.f("ix_handoff_conversation"), "handoff", ["conversation"], unique=False)
    op.create_table(
        "hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("therapist", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=op.f("fk_hold_conversation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_index(op.f("ix_hold_clinic_expires"), "hold", ["clinic", "expires"], unique=False)
    op.create_index(op.f("ix_hold_conversation"), "hold", ["conversation"], unique=False)
    op.create_table(
        "inbound",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("clinic", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("pressed", sa.Text(), nullable=False),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done", sa.DateTime(timezone=True), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=op.f("fk_inbound_conversation")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_inbound")),
        sa.UniqueConstraint("conversation", "id", name=op.f("uq_inbound_conversation_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_inbound_pending",
        "inbound",
        ["conversation", "seq"],
        unique=False,
        sqlite_where=sa.text("done IS NULL"),
        postgresql_where=sa.text("done IS NULL"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("reply", sa.JSON(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("settled", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=op.f("fk_outbox_conversation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_outbox_conversation_line"), "outbox", ["conversation", "line"], unique=False)
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["channel", "due"],
        unique=False,
        sqlite_where=sa.text("settled IS NULL"),
        postgresql_where=sa.text("settled IS NULL"),
    )
    op.create_table(
        "claim",
        sa.Column("therapist", sa.Text(), nullable=False),
        sa.Column("quarter", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("appointment", sa.String(), nullable=True),
        sa.Column("hold", sa.Integer(), nullable=True),
        sa.Column("block", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(appointment IS NOT NULL AND hold IS NULL AND block IS NULL)"
            " OR (appointment IS NULL AND hold IS NOT NULL AND block IS NULL)"
            " OR (appointment IS NULL AND hold IS NULL AND block IS NOT NULL)",
            name=op.f("ck_claim_one_owner"),
        ),
        sa.ForeignKeyConstraint(
            ["appointment"], ["appointment.reference"], name=op.f("fk_claim_appointment"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["block"], ["block.id"], name=op.f("fk_claim_block"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["hold"], ["hold.id"], name=op.f("fk_claim_hold"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("therapist", "quarter", name=op.f("pk_claim")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_appointment"), "claim", ["appointment"], unique=False)
    op.create_index(op.f("ix_claim_block"), "claim", ["block"], unique=False)
    op.create_index(op.f("ix_claim_hold"), "claim", ["hold"], unique=False)
