"""Words to days and times: "thurs arvo", "not before 3", "the day before my race". Pure, and linear in the words.

A message is cut into terms (`words`); tables of phrases turn terms into clock times, dates and days (`noise`, `points`,
`grammar`, in the phrase language of `phrases`); `roles` tells wishes from the past, `reading` brings days and hours
together, `answering` says what a conversation stores.
"""

from bot.when.answering import answers, mentions, race_day, since, times
from bot.when.values import Frame, Mention

__all__ = ["Frame", "Mention", "answers", "mentions", "race_day", "since", "times"]
