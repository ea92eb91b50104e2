"""Everything that is scored."""

from collections.abc import Sequence

from bot.commands.evaluation.complaints import complaints
from bot.commands.evaluation.entities import entities
from bot.commands.evaluation.intents import intents
from bot.commands.evaluation.reading import Judged
from bot.commands.evaluation.red_flags import red_flags
from bot.commands.evaluation.scoring import Part
from bot.commands.evaluation.times import times


def parts(all_judged: Sequence[Judged]) -> list[Part]:
    """What was understood, part by part."""
    return [part(all_judged) for part in (intents, complaints, red_flags, times, entities)]
