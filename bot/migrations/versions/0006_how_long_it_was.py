"""What an appointment was before its latest change includes how long: undoing a change of length has it back."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward. There is no way back but a backup."""
    op.add_column("appointment", sa.Column("was_minutes", sa.Integer(), nullable=True))
