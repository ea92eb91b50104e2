"""`cooldown evaluate`: how well messages are understood that nobody trained on. data/nlu/README.md has the rules."""

from bot.commands.evaluation.parts import parts
from bot.commands.evaluation.reading import Case, Judged, cases, judged
from bot.commands.evaluation.tables import tables

__all__ = ("Case", "Judged", "cases", "judged", "parts", "tables")
