"""What we remember of a conversation: a journal of what was told, and what is on the client's screen. Pure."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.messages import Choice, Reply, base

# About one errand, not about the person: forgotten when the errand is done.
ERRAND = frozenset("which red_flags suggestion length therapist day time wait pair unsuited agreed".split())
# What only the conversation about health is for: erased when consent is withheld.
HEALTH = frozenset(
    "complaint doubt side since severity flag suspected red_flags cleared routine race goal care earliest".split()
)
SAFETY = frozenset("flag suspected red_flags cleared earliest".split())
LONG, RECENT = 60, 20  # a journal of so many entries is compacted, except for the latest
NONE = ("none", "unknown")


@dataclass(frozen=True)
class Told:
    """One entry of the journal: what one message told us, and what the conversation was about then."""

    flow: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Session:
    """All we remember: what the conversation is about (top last), what we were told, and what is on the screen."""

    flows: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    asked: Reply = field(default_factory=lambda: Reply(""))
    misses: int = 0

    @property
    def flow(self) -> str:
        """The errand on top, or ""."""
        return self.flows[-1] if self.flows else ""

    @cached_property
    def found(self) -> dict[str, Mapping[str, str]]:
        """The `answers` by errand, once they were asked for: a turn asks for the same ones again and again."""
        return {}

    def answers(self, flow: str) -> Mapping[str, str]:
        """The latest word on everything that concerns the client, or this errand, and what follows from it."""
        if flow not in self.found:
            self.found[flow] = self.heard(flow)
        return self.found[flow]

    def heard(self, flow: str) -> Mapping[str, str]:
        """The same, worked out."""
        heard = {
            s: a for told in self.told for s, a in told.answers.items() if told.flow == flow or base(s) not in ERRAND
        }
        return {**heard, **derived(heard)}

    def hears(self, news: Mapping[str, str]) -> "Session":
        """One more entry of the journal."""
        return replace(self, told=compacted((*self.told, Told(self.flow, news)))) if news else self

    def adds(self, more: Mapping[str, str]) -> "Session":
        """The latest entry of this errand, made longer: "go back" takes all of it back."""
        *before, last = self.told or (Told(self.flow, {}),)
        if last.flow != self.flow:
            return self.hears(more)
        return replace(self, told=(*before, Told(last.flow, {**last.answers, **more})))

    def opens(self, flow: str, *, anew: bool = False) -> "Session":
        """Put an errand on top; a reminder's button starts it afresh."""
        closed = self.closes(flow) if anew else replace(self, flows=tuple(f for f in self.flows if f != flow))
        return replace(closed, flows=(*closed.flows, flow))

    def opens_instead(self, flow: str, other: str, *, anew: bool) -> "Session":
        """Put an errand in the place of another one about the same appointment."""
        which = {s: a for s, a in self.answers(other).items() if s == "which"} if other in self.flows else {}
        opened = self.closes(other).opens(flow, anew=anew)
        return opened if anew else opened.hears(which)

    def closes(self, *flows: str) -> "Session":
        """Forget these errands, keep what we learnt about the client."""
        kept = self.without(lambda told, slot: told.flow in flows and base(slot) in ERRAND)
        return replace(kept, flows=tuple(f for f in self.flows if f not in flows))

    def undoes(self, lasting: Callable[[Mapping[str, str]], bool]) -> "Session":
        """Take back the last thing told in this errand; what is `lasting`, such as an alarm, is not taken back."""
        last = max((n for n, t in enumerate(self.told) if t.flow == self.flow and not lasting(t.answers)), default=None)
        return self if last is None else replace(self, told=self.told[:last] + self.told[last + 1 :])

    def forgets_health(self) -> "Session":
        """Drop what was said about health; that there was a stop stays, without what it was."""
        stopped = (
            {"flag.earlier_stop": "yes"} if any(s.startswith("flag.") for t in self.told for s in t.answers) else {}
        )
        kept = self.without(lambda told, slot: base(slot) in HEALTH)
        return replace(kept, told=(*kept.told, Told("", stopped)) if stopped else kept.told)

    def forgets_intake(self) -> "Session":
        """Drop what was said about health before it was allowed, save what safety asks for."""
        return self.without(lambda told, slot: base(slot) in HEALTH - SAFETY)

    def without(self, drops: Callable[[Told, str], bool]) -> "Session":
        """The journal less the answers that `drops` names; empty entries go."""
        left = (replace(t, answers={s: a for s, a in t.answers.items() if not drops(t, s)}) for t in self.told)
        return replace(self, told=tuple(told for told in left if told.answers))


def compacted(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """A long journal with its oldest entries merged: one for the client, one for each errand."""
    if len(told) < LONG:
        return told
    merged: dict[str, dict[str, str]] = {}
    for entry in told[:-RECENT]:
        for slot, answer in entry.answers.items():
            merged.setdefault(entry.flow if base(slot) in ERRAND else "", {})[slot] = answer
    return (*(Told(flow, answers) for flow, answers in merged.items()), *told[-RECENT:])


# ---------------------------------------------------------------- what follows from what was told


def derived(heard: Mapping[str, str]) -> Mapping[str, str]:
    """The slots that sum up others: which complaints stand, what we are unsure between, the races, the red flags."""
    labels = [label for label in about("complaint", heard, "yes") if label != "none"]
    told = {slot: answer for slot in ("side", "since", "severity") if (answer := heard.get(slot)) and len(labels) == 1}
    addressed = {f"{slot}.{labels[0]}": answer for slot, answer in told.items() if f"{slot}.{labels[0]}" not in heard}
    begun = {s: a for s, a in {**heard, **addressed}.items() if base(s) == "since"}
    return {
        **addressed,
        **{slot: last_race(heard) for slot, answer in begun.items() if answer == "race"},
        "complaint": " ".join(labels) or ("none" if heard.get("complaint.none") == "yes" else ""),
        "doubt": unsettled(heard.get("doubt", ""), heard),
        "race": races(heard),
        "flags": " ".join(about("flag", heard, "yes")),
    }


def about(slot: str, heard: Mapping[str, str], wanted: str) -> list[str]:
    """What the slots `<slot>.<about>` with the wanted answer are about."""
    return [s.partition(".")[2] for s, answer in heard.items() if s.startswith(f"{slot}.") and answer == wanted]


def unsettled(doubt: str, heard: Mapping[str, str]) -> str:
    """The complaints we hesitate between, unless the client has spoken of one of them."""
    return "" if any(f"complaint.{label}" in heard for label in doubt.split("|")) else doubt


def races(heard: Mapping[str, str]) -> str:
    """Races ahead and behind in one answer; "none" where there is none, "" where nobody has said."""
    said = [answer for slot, answer in heard.items() if base(slot) == "race"]
    return "+".join(answer for answer in said if answer not in NONE) or ("none" if said else "")


def last_race(heard: Mapping[str, str]) -> str:
    """The day of the latest race behind, for what has hurt "since the race"; `unknown` until it is told."""
    return max((race.partition("@")[2] for race in heard.get("race.behind", "").split("+")), default="") or "unknown"


# ---------------------------------------------------------------- keeping it


def freeze(session: Session) -> str:
    """The session as JSON."""
    told, asked = [vars(entry) for entry in session.told], as_json(session.asked)
    return json.dumps({"flows": session.flows, "told": told, "asked": asked, "misses": session.misses})


def thaw(text: str) -> Session:
    """The session frozen in `text`. Raises ValueError, KeyError or TypeError for what is none."""
    saved = json.loads(text)
    told = tuple(Told(**entry) for entry in saved["told"])
    return Session(tuple(saved["flows"]), told, screen(saved["asked"]), saved["misses"])


def as_json(reply: Reply) -> dict[str, object]:
    """A reply as it is kept: what `screen` reads."""
    return {**vars(reply), "choices": [vars(choice) for choice in reply.choices]}


def screen(saved: Mapping[str, object]) -> Reply:
    """A reply as it was on the client's screen. Fields this release does not know are dropped, missing ones default."""
    known = {name: value for name, value in saved.items() if name in Reply.__dataclass_fields__}
    choices = tuple(Choice(**choice) for choice in listed(known.get("choices")))
    return Reply(**known | {"slots": tuple(listed(known.get("slots"))), "choices": choices})  # type: ignore[arg-type]


def listed(saved: object) -> Iterable[dict[str, str]]:
    """A JSON list, or nothing."""
    return saved if isinstance(saved, list) else ()
