"""When a client hears of an appointment unasked: not in the night, and never too late to be of use. Pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.knowledge import Policy
from bot.messages import Visit

DAY_BEFORE, SAME_DAY, CHECK_IN = "day_before", "same_day", "check_in"
PATIENCE = timedelta(days=3)  # after so long even a mail that could not leave is of no use any more


@dataclass(frozen=True)
class Planned:
    """One message to come. After `until` it is of no use."""

    kind: str
    due: datetime
    until: datetime


def planned(visit: Visit, zone: ZoneInfo, policy: Policy, now: datetime) -> list[Planned]:
    """The reminders of a visit and the question how it went (P: policy.yml), as far as their moment lies ahead."""
    first, second = timedelta(hours=policy.first_reminder_hours), timedelta(hours=policy.second_reminder_hours)
    after = visit.end + timedelta(days=policy.check_in_days)
    wanted = (
        (first, Planned(DAY_BEFORE, in_the_morning(visit.start - first, zone, policy), visit.start)),
        (second, Planned(SAME_DAY, the_evening_before(visit.start - second, zone, policy), visit.start)),
        (after - visit.end, Planned(CHECK_IN, in_the_morning(after, zone, policy), after + PATIENCE)),
    )
    return [plan for distance, plan in wanted if distance and now < plan.due < plan.until]


def in_the_morning(instant: datetime, zone: ZoneInfo, policy: Policy) -> datetime:
    """An instant, or when the quiet hours end that it falls in."""
    local = instant.astimezone(zone)
    if not is_quiet(local, policy):
        return instant
    return on_the_clock(local.date() + timedelta(days=local.hour >= policy.quiet_until), policy.quiet_until, zone)


def the_evening_before(instant: datetime, zone: ZoneInfo, policy: Policy) -> datetime:
    """An instant, or the evening before the quiet hours that it falls in."""
    local = instant.astimezone(zone)
    if not is_quiet(local, policy):
        return instant
    return on_the_clock(local.date() - timedelta(days=local.hour < policy.evening), policy.evening, zone)


def is_quiet(local: datetime, policy: Policy) -> bool:
    """Whether nobody wants a message at this time of day. Quiet hours may span midnight."""
    return (local.hour - policy.quiet_from) % 24 < (policy.quiet_until - policy.quiet_from) % 24


def on_the_clock(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of a full hour on a local day."""
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def next_days(start: datetime, weeks: int, zone: ZoneInfo) -> str:
    """The days about so many weeks after a visit, as the slot `day` has them: 2026-12-14..2026-12-20."""
    middle = start.astimezone(zone).date() + timedelta(weeks=weeks)
    return f"{middle - timedelta(days=3)}..{middle + timedelta(days=3)}"
