"""Words to days and times: "thurs arvo", "not before 3", "the day before my race". Pure, and linear in the words.

A message is cut into terms (`words`). Tables of phrases, in the small language of `phrases`, turn terms into what they
mean (`rewriting`): `feasts`, `noise`, `points` (clock times), `dates`, `spans`, `dayphrases`, `weeks`, `months`,
`races`, `fromdates`, `hourphrases`, `barehours`, `joins`.
`roles` tells wishes from the past by `cues`, `moods`, `predicates` and the `clauses` around them; `reckoned` finds what
leans on other times, `amended` what later words make of earlier ones. `chances` weighs that against what a judge of the
whole message thinks, `wishes` and `refined` bring days and hours together, `reading` spells them out, and `answering`
and `hours` say what a conversation stores.
"""

from bot.when.answering import Span, answers, mentions, phrases, race_day, since, times
from bot.when.chances import ROLES, Judgement
from bot.when.values import Frame, Mention

__all__ = [
    "ROLES",
    "Frame",
    "Judgement",
    "Mention",
    "Span",
    "answers",
    "mentions",
    "phrases",
    "race_day",
    "since",
    "times",
]
