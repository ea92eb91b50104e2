"""The questions that keep a client safe: the red flags to rule out, and whether a doctor has cleared one. Pure."""

from collections.abc import Collection, Sequence

from bot.clinic import Clinic
from bot.messages import Choice
from bot.talk.asking import Question


def warnings(labels: Collection[str], told: Collection[str], clinic: Clinic, *, kept: bool = True) -> Question[str]:
    """The red flags to rule out. A "none of these" is about these: given to a shorter list, it covers no longer one."""
    locale, concerned = clinic.profile.locale, {"any", *labels}
    flags = clinic.knowledge.flags.values()
    asked = {
        flag.id: flag.asks[locale]
        for flag in flags
        if flag.asks.get(locale) and flag.about & concerned and flag.id not in told
    }
    none = f"red_flags={'+'.join(asked)}"
    shown = [Choice(words, f"flag.{name}=yes") for name, words in asked.items()]
    privately = "" if kept else " I won't keep your answer."
    return Question(
        "red_flags",
        f"For your safety: is any of these true for you right now?{privately}",
        lambda denied: denied if denied and asked.keys() <= set(denied.split("+")) else None,
        lambda answer: [Choice("None of the others" if told else "None of these", none), *shown],
        also=("side", "since", "severity") if labels else (),  # who says it late is heard all the same
        otherwise=lambda answer: "There is a little more I have to ask now.",
        kind="choice",
        yes="which_flag",
        no=none,
    )


# The red flags told so far: where a booking goes on all the same, they mark it for the therapist.
REVIEW: Question[tuple[str, ...]] = Question("flags", "", lambda told: tuple(told.split()))
CLEARED: Question[str] = Question("cleared", "", lambda told: told)  # those that a doctor has seen to


def cleared(flags: Sequence[str], clinic: Clinic) -> Question[str]:
    """On return after a stop: a yes is about these very flags (domain.md, red flags)."""
    profile, these = clinic.profile, "+".join(flags)
    return Question(
        "cleared",
        f"Something came up that a {profile.doctor} or {profile.physio} should look at first. Has one "
        "of them told you that massage is fine?",
        lambda answer: answer if set(flags) <= set(answer.split("+")) else None,
        lambda answer: [Choice("Yes, massage is fine", f"cleared={these}"), Choice("Not yet", "not_cleared")],
        kind="choice",
        yes=f"cleared={these}",
        no="not_cleared",
    )
