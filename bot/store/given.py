"""What a statement is told when it runs. Statements are built once: to build one costs more than to run it.

The names are none of a column's, which a SET beside them may name.
"""

from datetime import datetime

from sqlalchemy import BindParameter, bindparam

CLINIC: BindParameter[str] = bindparam("of_clinic")
OF: BindParameter[str] = bindparam("of")  # a conversation
NOW: BindParameter[datetime] = bindparam("now")

Told = str | BindParameter[str]  # now, or when the statement runs
