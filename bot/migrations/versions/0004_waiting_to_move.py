"""A place on the waiting list may be for an appointment that there is: it moves to the time that comes free."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward. There is no way back but a backup."""
    op.add_column("wait", sa.Column("instead", sa.String(length=6), nullable=False, server_default=""))
