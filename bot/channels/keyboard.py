"""A reply as Telegram shows it: messages that fit, buttons in rows, and a month to leaf through. Pure."""

import re
from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.messages import Choice, Reply, pressed
from bot.wording import MONTHS

LONGEST_TEXT = 4096  # characters of one message, Telegram's limit
LONGEST_SAYING = 64  # bytes a button may carry, Telegram's limit
LONGEST_LABEL = 30  # characters that a phone shows on one button
IDLE = "~"  # a button that says nothing: a month's name, a day that is not offered

Row = list[InlineKeyboardButton]
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None

SHARE = ReplyKeyboardMarkup(
    [[KeyboardButton("Share my phone number", request_contact=True)]], resize_keyboard=True, one_time_keyboard=True
)
SHARE_TOO = "Or share your number with the button below."


def screen(reply: Reply, number: int, locale: str) -> list[tuple[str, Markup]]:
    """The messages that show a reply, each with its keyboard. `number` is the reply's in the outbox."""
    *first, last = parts("\n\n".join(filter(None, [reply.text, numbered(reply)])))
    buttons = keyboard(reply, number, locale)
    shown: list[tuple[str, Markup]] = [(part, None) for part in first]
    if reply.kind != "phone":
        return [*shown, (last, buttons)]
    return [*shown, (last, buttons), (SHARE_TOO, SHARE)] if buttons else [*shown, (last, SHARE)]


def parts(text: str) -> list[str]:
    """The text in pieces that Telegram takes, cut at the end of a line or a word where there is one."""
    text = text.strip()
    if len(text) <= LONGEST_TEXT:
        return [text]
    ends = (text.rfind(end, 1, LONGEST_TEXT) for end in ("\n", " "))
    cut = next((end for end in ends if end > 0), LONGEST_TEXT)
    return [text[:cut], *parts(text[cut:])]


def numbered(reply: Reply) -> str:
    """Choices too long for buttons, as a list; their buttons bear the numbers. "" if all are short."""
    return "\n".join(f"{name}. {choice.label}" for name, _, choice in named(reply) if name != choice.label)


def named(reply: Reply) -> list[tuple[str, int, Choice]]:
    """The plain choices with their place among all, by label; from the first too long to the last, by a number."""
    chosen = plain(reply)
    long = [place for place, (_, choice) in enumerate(chosen) if len(choice.label) > LONGEST_LABEL]
    listed = range(long[0], long[-1] + 1) if long else range(0)
    return [
        (str(listed.index(place) + 1) if place in listed else choice.label, n, choice)
        for place, (n, choice) in enumerate(chosen)
    ]


def keyboard(reply: Reply, number: int, locale: str, month: str = "") -> InlineKeyboardMarkup | None:
    """The buttons of a reply, with a calendar for days opened at `month` ("2026-12"), else where the days begin."""
    first = rows([button(name, number, n, choice) for name, n, choice in named(reply)])
    days = [(day, n, choice) for n, choice in enumerate(reply.choices) if (day := day_of(reply, choice))]
    keys = {day: button(str(day.day), number, n, choice) for day, n, choice in days}
    grid = calendar(keys, number, month, 6 if locale == "en_US" else 0) if keys else []
    return InlineKeyboardMarkup(first + grid) if first or grid else None


def plain(reply: Reply) -> list[tuple[int, Choice]]:
    """The choices that are no days of a calendar, with their places among all."""
    return [(n, choice) for n, choice in enumerate(reply.choices) if not day_of(reply, choice)]


def day_of(reply: Reply, choice: Choice) -> date | None:
    """The day that a choice picks in a calendar."""
    answers = pressed(choice.says).answers if reply.kind == "day" else {}
    if "time" in answers or not re.fullmatch(r"\d{4}-\d\d-\d\d", answers.get("day", "")):
        return None
    return date.fromisoformat(answers["day"])


def button(label: str, number: int, n: int, choice: Choice) -> InlineKeyboardButton:
    """A button that carries what it says, or, if that is too long, where to look it up: `#12.3`."""
    fits = len(choice.says.encode()) <= LONGEST_SAYING
    return InlineKeyboardButton(label, callback_data=choice.says if fits else f"#{number}.{n}")


def looked_up(says: str) -> tuple[int, int] | None:
    """The reply and the place among its choices that a button refers to."""
    found = re.fullmatch(r"#(\d{1,18})\.(\d{1,3})", says)
    return (int(found[1]), int(found[2])) if found else None


def rows(buttons: Sequence[InlineKeyboardButton]) -> list[Row]:
    """Buttons side by side, in a row as many as its longest label leaves room for."""
    shown: list[Row] = []
    for one in buttons:
        if shown and len(shown[-1]) < min(abreast(key.text) for key in [*shown[-1], one]):
            shown[-1].append(one)
        else:
            shown.append([one])
    return shown


def abreast(label: str) -> int:
    """How many buttons with such a label fit in a row on a phone."""
    return next((n for n, room in ((4, 6), (3, 9), (2, 15)) if len(label) <= room), 1)


def calendar(days: Mapping[date, InlineKeyboardButton], number: int, month: str, first_weekday: int) -> list[Row]:
    """The weeks of a month in which days are offered, under its name and arrows to its neighbours."""
    months = sorted({f"{day:%Y-%m}" for day in days})
    at = months.index(month) if month in months else 0
    year, of_year = map(int, months[at].split("-"))
    back = leaf("‹", number, months[at - 1]) if at else idle()
    forth = leaf("›", number, months[at + 1]) if at + 1 < len(months) else idle()
    weeks = Calendar(first_weekday).monthdatescalendar(year, of_year)
    shown = [[days.get(day) if day.month == of_year else None for day in week] for week in weeks]
    weekdays = [idle(f"{day:%a}"[:2]) for day in weeks[0]]
    title = [back, idle(f"{MONTHS[of_year - 1]} {year}"), forth]
    return [title, weekdays, *([key or idle() for key in week] for week in shown if any(week))]


def leaf(label: str, number: int, month: str) -> InlineKeyboardButton:
    """An arrow to another month of a calendar: `~12.2026-12`."""
    return InlineKeyboardButton(label, callback_data=f"{IDLE}{number}.{month}")


def leafed(says: str) -> tuple[int, str] | None:
    """The reply whose calendar an arrow turns, and to which month."""
    found = re.fullmatch(r"~(\d{1,18})\.(\d{4}-\d\d)", says)
    return (int(found[1]), found[2]) if found else None


def idle(label: str = "·") -> InlineKeyboardButton:
    """A button that is only looked at."""
    return InlineKeyboardButton(label, callback_data=IDLE)
