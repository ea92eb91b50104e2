"""Intake -> session type, length, days, techniques, rhythm, and why. Pure.

The first rule that fits decides: just before a race, just after one, an ache that asks for rehab, all else. Thresholds
live in `data/knowledge/policy.yml`, so that a clinic can change them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.clinic import ANYONE, Clinic
from bot.knowledge import Policy
from bot.messages import Complaint, Intake, Race, Suggestion
from bot.wording import day as spoken_day
from bot.wording import listing

Window = tuple[date, date]  # first and last day, both included


def suggest(intake: Intake, clinic: Clinic, wanted: Window | None = None) -> Suggestion:
    """What we would advise this client for a start within `wanted` (None: the policy's next days).

    Sources: S1 for the session types and their windows, P for thresholds; see policy.yml.
    """
    case = Case(intake, clinic, wanted or soon(clinic))
    return next(found for rule in (before_race, after_race, rehab, maintenance) if (found := rule(case)))


def around_race(intake: Intake, clinic: Clinic) -> tuple[Suggestion, Suggestion] | None:
    """A light session before the next race and one after it (S1); None where no race lies ahead."""
    case = Case(intake, clinic, soon(clinic))
    if not case.ahead:
        return None
    on = case.ahead[1]
    first, last = case.window_before(on)
    why = f"They are for your race on {case.spoken(on)}: one loosens tight areas, one helps your legs recover."
    before = case.said("pre_event", 60, [why, case.rehab_later], (max(first, clinic.today), last))
    return before, case.said("post_event", 60, [why, case.rehab_later], case.window_after(on))


def soon(clinic: Clinic) -> Window:
    """The days meant when none is said."""
    return clinic.today, clinic.today + timedelta(days=clinic.knowledge.policy.soon_days)


@dataclass(frozen=True)
class Case:
    """One client, one clinic, one wish."""

    intake: Intake
    clinic: Clinic
    wanted: Window

    @property
    def policy(self) -> Policy:
        """The clinic's thresholds."""
        return self.clinic.knowledge.policy

    @property
    def hurting(self) -> list[Complaint]:
        """Complaints that ask for rehab: painful (or not said how much), lasting, or already treated by others.

        Source: P. General soreness and tiredness is no injury, however strong.
        """
        return [c for c in self.intake.complaints if c.label != "soreness_fatigue" and self.asks_for_rehab(c)]

    def asks_for_rehab(self, complaint: Complaint) -> bool:
        """Painful, lasting or limiting (P)."""
        painful = complaint.severity is None or complaint.severity >= self.policy.rehab_severity
        return painful or self.weeks(complaint) >= self.policy.rehab_weeks or self.intake.care == "yes"

    def weeks(self, complaint: Complaint) -> int:
        """Whole weeks since it began; 0 where that was not said."""
        return (self.clinic.today - date.fromisoformat(complaint.since)).days // 7 if complaint.since else 0

    @property
    def ahead(self) -> tuple[Race, date] | None:
        """The next race with a known day."""
        races = [(race, on) for race, on in dated(self.intake.races) if on > self.clinic.today]
        return min(races, key=lambda found: found[1], default=None)

    @property
    def behind(self) -> date | None:
        """The day of the latest race run."""
        return max((on for _, on in dated(self.intake.races) if on <= self.clinic.today), default=None)

    def within_wish(self, first: date, last: date) -> Window | None:
        """The part of the wish inside these days."""
        low, high = max(first, self.wanted[0]), min(last, self.wanted[1])
        return (low, high) if low <= high else None

    def window_before(self, race: date) -> Window:
        """S1: one to two days before a race."""
        before = self.policy.pre_event_last, self.policy.pre_event_first
        return race - timedelta(days=max(before)), race - timedelta(days=min(before))

    def window_after(self, race: date) -> Window:
        """S1: within 48 hours after a race; from the next day on while its hour is still ahead, and unknown to us."""
        ahead = race > self.clinic.today
        return race + timedelta(days=ahead), race + timedelta(hours=self.policy.post_event_hours)

    def said(self, session_type: str, minutes: int, reasons: Iterable[str], window: Window | None = None) -> Suggestion:
        """The suggestion in full."""
        first, last = window or self.wanted
        return Suggestion(
            session_type=session_type,
            minutes=minutes,
            techniques=techniques(self.intake, session_type, self.clinic),
            rhythm_weeks=self.rhythm,
            reasons=tuple(reason for reason in reasons if reason),
            first=first.isoformat(),
            last=last.isoformat(),
        )

    @property
    def level(self) -> str:
        """Light, regular or high training."""
        return level(self.intake.routine, self.policy)

    @property
    def rhythm(self) -> int:
        """Weeks to the next session (S1: every 2 to 4; P: by routine, and a marathon block counts as high)."""
        block = timedelta(weeks=self.policy.marathon_block_weeks)
        in_block = self.ahead and self.ahead[0].distance == "marathon" and self.ahead[1] - self.clinic.today <= block
        return self.policy.rhythm_weeks["high" if in_block else self.level]

    def spoken(self, on: date) -> str:
        """A day in the clinic's words."""
        return spoken_day(on, self.clinic.profile.locale)

    @property
    def rehab_later(self) -> str:
        """What we add when a race comes before the rehab that the complaint asks for."""
        return "We can look after the sore spot properly in a rehab session afterwards." if self.hurting else ""


def before_race(case: Case) -> Suggestion | None:
    """The wish falls one or two days before the race: light, whatever hurts."""
    if not case.ahead:
        return None
    on = case.ahead[1]
    window = case.within_wish(*case.window_before(on))
    if window is None:
        return None
    if not any(window[0] <= day <= window[1] for day in case.clinic.days(ANYONE, "pre_event", 60)):
        full = f"There is no time left before your race on {case.spoken(on)}, so I suggest coming right after it."
        return case.said("post_event", 60, [full, case.rehab_later], case.window_after(on))
    why = f"Your race is on {case.spoken(on)}: a light session a day or two before loosens tight areas."
    return case.said("pre_event", 60, [why, case.rehab_later], window)


def after_race(case: Case) -> Suggestion | None:
    """The wish falls within 48 hours after a race, run already or still ahead."""
    races = [case.behind, case.ahead[1] if case.ahead else None]
    for on in (race for race in races if race):
        if window := case.within_wish(*case.window_after(on)):
            why = f"It is for the days right after your race on {case.spoken(on)}: light work helps your legs recover."
            return case.said("post_event", 60, [why, case.rehab_later], window)
    return None


def rehab(case: Case) -> Suggestion | None:
    """A complaint that is painful, lasting or limiting."""
    if not case.hurting:
        return None
    kinds = case.clinic.knowledge.complaints
    first_the_worse = [*case.hurting, *(c for c in case.intake.complaints if c.label != "soreness_fatigue")]
    places = listing(list(dict.fromkeys(kinds[c.label].place for c in first_the_worse)), case.clinic.profile.locale)
    chronic = any(case.weeks(c) >= case.policy.chronic_weeks for c in case.hurting)
    several = len(case.intake.complaints) >= case.policy.areas_for_90
    why = f"It gives your therapist time to work on your {places}." if places else ""
    longer = "It has been there a while, so" if chronic else "With more than one area,"
    more = f"{longer} 90 minutes leave room for everything." if chronic or several else ""
    return case.said("injury_rehab", 90 if chronic or several else 60, [why, more, race_too(case)])


def maintenance(case: Case) -> Suggestion:
    """Everything else."""
    several = len(case.intake.complaints) >= case.policy.areas_for_90
    why = "It keeps your legs loose and the training load in check."
    longer = "With your mileage," if case.level == "high" else "With several tight areas,"
    more = f"{longer} 90 minutes do it better." if several or case.level == "high" else ""
    return case.said("maintenance", 90 if more else 60, [why, more, race_too(case)])


def race_too(case: Case) -> str:
    """The session before the race, offered in addition."""
    if not case.ahead:
        return ""
    return f"A light session a day or two before your race on {case.spoken(case.ahead[1])} would go well with it."


def dated(races: Iterable[Race]) -> list[tuple[Race, date]]:
    """Races whose day we know."""
    return [(race, date.fromisoformat(race.day)) for race in races if race.day]


def level(routine: str, policy: Policy) -> str:
    """Light, regular or high: said outright, or by weekly volume such as `40km` or `25mi`, or runs a week such as `3x`.

    Source: P, thresholds in policy.yml; not said counts as regular.
    """
    if routine in policy.rhythm_weeks:
        return routine
    for unit, name in (("km", "km"), ("mi", "miles")):
        if routine.endswith(unit):
            volume = int(routine.removesuffix(unit))
            return (
                "high"
                if volume >= policy.high_volume[name]
                else "regular"
                if volume >= policy.regular_volume[name]
                else "light"
            )
    runs = int(routine.removesuffix("x")) if routine.endswith("x") else 3
    return "high" if runs >= 6 else "regular" if runs >= 3 else "light"


def techniques(intake: Intake, session_type: str, clinic: Clinic) -> tuple[str, ...]:
    """What the therapist may use: of what the session type allows, what these complaints call for (S1)."""
    allowed = clinic.knowledge.session_types[session_type].techniques
    asked = {t for c in intake.complaints for t in clinic.knowledge.complaints[c.label].techniques}
    return tuple(t for t in allowed if not asked or t in asked) or allowed
