"""What is said of the waiting list names the place that it is about, so that it can be taken back by itself."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Of what is still unsaid: an offer and the hold behind it end at the same instant.
ABOUT = """
UPDATE outbox SET place = (
    SELECT max(wait.id) FROM wait JOIN hold ON hold.id = wait.hold
    WHERE wait.conversation = outbox.conversation AND hold.expires = outbox.until
) WHERE kind = 'waiting_list' AND settled IS NULL
"""


def upgrade() -> None:
    """One step forward. There is no way back but a backup."""
    op.add_column("outbox", sa.Column("place", sa.Integer(), nullable=True))
    op.execute(ABOUT)
