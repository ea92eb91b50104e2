"""Which red flags were told, and which of them no doctor has cleared. Pure."""

from collections.abc import Mapping, Sequence

from bot.clinic import Clinic
from bot.knowledge import URGENCIES
from bot.talk.session import about


def urgency(flag: str, clinic: Clinic) -> str:
    """How urgent a red flag is; one we no longer know, such as an earlier stop, is looked at by a doctor first."""
    known = clinic.knowledge.flags.get(flag)
    return known.urgency if known else "refer"


def flagged(news: Mapping[str, str]) -> list[str]:
    """The red flags in some answers, in the order they were told."""
    return about("flag", news, "yes")


def alarms(news: Mapping[str, str], clinic: Clinic) -> list[str]:
    """The red flags over which nothing is booked, most urgent first."""
    urgent = [flag for flag in flagged(news) if urgency(flag, clinic) != "review"]
    return sorted(urgent, key=lambda flag: URGENCIES.index(urgency(flag, clinic)))


def standing(answers: Mapping[str, str], clinic: Clinic) -> list[str]:
    """The alarms that no doctor has cleared since."""
    return uncleared(alarms(answers, clinic), answers.get("cleared", ""), clinic)


def uncleared(flags: Sequence[str], cleared: str, clinic: Clinic) -> list[str]:
    """Of some flags the alarms, less those that were cleared, named as `a+b`."""
    return [flag for flag in flags if urgency(flag, clinic) != "review" and flag not in cleared.split("+")]
