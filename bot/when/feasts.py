"""Days that have names: "St David's Day", "MLK day", "the ides of March", "the bank holiday", "hump day"."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.when.days import Days, lately, month_start, stretch
from bot.when.phrases import Rules, Term, rules
from bot.when.values import Frame

Feast = Callable[[int], date]  # by the year
WEDNESDAY = 2
IDES = {3: 15, 5: 15, 7: 15, 10: 15}  # of every other month the 13th


def _on(day: int, month: int) -> Feast:
    return lambda year: date(year, month, day)


def _nth(nth: int, weekday: int, month: int, later: int = 0) -> Feast:
    """The nth weekday of a month, or so many days later."""

    def meaning(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1) + later)

    return meaning


def _last(weekday: int, month: int) -> Feast:
    def meaning(year: int) -> date:
        end = month_start(date(year, month, 1), 1) - timedelta(1)
        return end - timedelta((end.weekday() - weekday) % 7)

    return meaning


def _easter(later: int = 0) -> Feast:
    """Easter Sunday of the Gregorian calendar by Butcher's rule, or so many days later."""

    def meaning(year: int) -> date:
        century, rest = divmod(year, 100)
        moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
        sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
        shift = (year % 19 + 11 * moon + 22 * sunday) // 451
        month, day = divmod(moon + sunday - 7 * shift + 114, 31)
        return date(year, month, day + 1) + timedelta(later)

    return meaning


BANK_HOLIDAYS = (
    _on(1, 1), _easter(-2), _easter(1), _nth(1, 0, 5), _last(0, 5), _last(0, 8), _on(25, 12), _on(26, 12),
)  # fmt: skip


def _bank_holiday(frame: Frame) -> Feast:
    years = (frame.today.year, frame.today.year + 1)
    coming = min(day for year in years for each in BANK_HOLIDAYS if (day := each(year)) >= frame.today)
    return lambda year: coming


def _ides(frame: Frame, name: Term) -> Feast:
    return _on(IDES.get(name.value, 13), name.value)


def _mothers_day(frame: Frame) -> Feast:
    return _nth(2, 6, 5) if frame.locale == "en_US" else _easter(-21)


def feast_day(frame: Frame, name: Term, later: int = 0) -> Days:
    """The coming day of that name, unless it has only just gone, or so many days later."""
    return lately(frame, [name.value(frame.today.year + near) + timedelta(later) for near in (-1, 0, 1)])


def weekend_of(day: date) -> Days:
    """The weekend that a day is part of or leads to; a Monday ends it."""
    return stretch(day + timedelta(-2 if day.weekday() == 0 else 5 - day.weekday()), 2, "weekend")


def week_of(day: date) -> Days:
    """The week that a day is in."""
    return stretch(day - timedelta(day.weekday()), 7, "week")


_FIXED: dict[str, Feast] = {
    "christmas|xmas day?": _on(25, 12),
    "christmas|xmas eve": _on(24, 12),
    "boxing day": _on(26, 12),
    "new year|years eve; nye; hogmanay": _on(31, 12),
    "new year|years day?; nyd": _on(1, 1),
    "ST david|davids day": _on(1, 3),
    "ST patrick|patricks|paddy|paddys|patty|pattys day": _on(17, 3),
    "paddy|paddys|patty|pattys day": _on(17, 3),
    "ST george|georges day": _on(23, 4),
    "ST andrew|andrews day": _on(30, 11),
    "ST dwynwen|dwynwens day": _on(25, 1),
    "ST valentine|valentines day?; valentine|valentines '? day?": _on(14, 2),
    "burns night": _on(25, 1),
    "halloween": _on(31, 10),
    "pearl harbor|harbour day": _on(7, 12),
    "ST nicholas|nicks day": _on(6, 12),
    "ST stephen|stephens day": _on(26, 12),
    "the? winter solstice; the? shortest day": _on(21, 12),
    "lincoln|lincolns birthday": _on(12, 2),
    "washington|washingtons actual|real? birthday": _on(22, 2),
    "april fool|fools day?": _on(1, 4),
    "may day": _on(1, 5),
    "flag day": _on(14, 6),
    "bonfire|fireworks night; guy fawkes night?": _on(5, 11),
    "independence day": _on(4, 7),
    "juneteenth": _on(19, 6),
    "veterans|veteran '? day; armistice day": _on(11, 11),
    "groundhog day": _on(2, 2),
    "mlk day?; martin luther king jr? .? day": _nth(3, 0, 1),
    "presidents|president '? day": _nth(3, 0, 2),
    "memorial day": _last(0, 5),
    "labor|labour day": _nth(1, 0, 9),
    "columbus day; indigenous peoples|people '? day": _nth(2, 0, 10),
    "thanksgiving day?; turkey day": _nth(4, 3, 11),
    "black friday": _nth(4, 3, 11, 1),
    "small business saturday": _nth(4, 3, 11, 2),
    "super -? bowl sunday": _nth(2, 6, 2),
    "cyber monday": _nth(4, 3, 11, 4),
    "giving tuesday": _nth(4, 3, 11, 5),
    "pancake|shrove tuesday; pancake day; mardi gras": _easter(-47),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "good friday": _easter(-2),
    "easter sunday|day?": _easter(),
    "easter monday": _easter(1),
    "mothering sunday": _easter(-21),
    "father|fathers|dads '? day": _nth(3, 6, 6),
    "remembrance sunday|day": _nth(2, 6, 11),
}
NAMES: Rules = rules(
    ("MONTH", {"in the new year": lambda frame: 1}),
    ("WEEKDAY", {"hump -? day; humpday": lambda frame: WEDNESDAY}),
    ("FEAST", {
        **{names.replace("ST", "st|saint .?"): lambda frame, feast=feast: feast for names, feast in _FIXED.items()},
        "mother|mothers|mum|mums|mom|moms '? day": _mothers_day,
        "bank holiday monday?": _bank_holiday,
        "the? ides of MONTH": _ides,
    }),
)  # fmt: skip
