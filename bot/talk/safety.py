"""The questions that keep a client safe: the red flags to rule out, and whether a doctor has cleared one. Pure."""

from collections.abc import Collection, Sequence

from bot.clinic import Clinic
from bot.messages import Choice, Reply, Said
from bot.talk.asking import Question

NONE = frozenset("none neither nothing".split())
NO, ALL = frozenset("no nope nah not don't dont".split()), frozenset("any all these those them above".split())
AHEAD, NEGATED = frozenset("book yes yeah yep ahead".split()), frozenset("not don't dont".split())
EXCEPT, OWN = frozenset("except apart besides".split()), frozenset("i i'm i've my".split())  # who tells of an ache
OF_TIMES = frozenset("time times day days suit suits".split())
WISHES = ("day", "time", "therapist", "length")


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


def safety_alone(asked: Reply) -> bool:
    """Whether a "no" is about the list of warnings, as nothing is asked to be agreed to beside it."""
    return "red_flags" in asked.slots and "agreed" not in asked.slots


def none_of_these(said: Said, words: Collection[str], asked: Reply) -> str:
    """What "none of these" says where the same message asks for the agreement: that none of the list is true.

    It agrees only to what it says: "none, go ahead". "" for all else: a bare "no" is about the booking. "None except
    the third" is no denial in either place; which it is has to be asked, unless a warning was heard in it.
    """
    heard, wished = frozenset(words), {*WISHES} & said.answers.keys()
    denies = said.intent == "deny" or (said.intent == "inform" and heard & (NONE | NO))
    if "red_flags" in asked.slots and denies and heard & EXCEPT and not said.answers and not heard & OWN:
        return "which_flag"
    together = denies and {"agreed", "red_flags"} <= set(asked.slots)
    other = ("book" in heard and heard & NEGATED) or (heard & OF_TIMES and not wished)
    if not together or other or not (heard & NONE or (heard & NO and heard & ALL)):
        return ""
    return asked.yes if heard & AHEAD and not wished else asked.yes.partition(" ")[0]


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
