"""The questions that keep a client safe: the red flags to rule out, and whether a doctor has cleared one. Pure."""

import re
from collections.abc import Collection, Sequence

from bot.clinic import Clinic
from bot.knowledge import asked_about
from bot.messages import Choice, Reply, Said, base
from bot.talk.asking import Question

UNCLEAR = "unclear"  # what is told in words that no rule knows: a flag that marks it for the therapist
ASKING_BACK = ("repeat", "help")  # these answer nothing yet
OWN = frozenset("i i'm im i've ive my mine me we our".split())
NONE = frozenset("none neither nothing no nope nah not don't dont".split())
EXCEPT = frozenset("except excepting excluding apart aside besides bar".split())
FILLERS = frozenset("please pls thanks thank you cheers ok okay oh um so well just actually honestly luckily".split())
BUT = frozenset("but though although however".split()) | EXCEPT
LIST = r"(?:these|those|them|that|the (?:above|list|points?)|above)(?: (?:things|points|below|above))?"
DENIAL = re.compile(  # all that is said: who adds a word on times, prices or people may deny those instead
    r"(?:(?:no|nope|nah) |(?P<yes>yes|yeah|yep) )*(?:"
    rf"(?:i have |i've (?:got )?)?(?:none|neither|nothing)(?: of {LIST}| like (?:that|these|those))?"
    rf"|(?:no|nope|nah) to (?:(?:any|all|everything|both)(?: of {LIST})?|{LIST})"
    rf"|(?:not|(?:i )?(?:do not|don't|dont) have|(?:i )?(?:haven't|havent) (?:got )?) ?any(?: of {LIST})?"
    r")(?: (?:that )?(?:apply|applies|(?:(?:is|are) )?true))?(?: (?:to|for) me)?(?: at all)?"
    r"(?P<ahead>(?: (?:and|go ahead|book(?: it| them| both)?|yes|yeah|yep))*)"
)
LEADING = re.compile(r"\W*(?:(?:no|nope|nah)\W+)?none of (?:these|those)(?:\s*[,.;:!–—-]|\s+but\b)")  # by itself
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


_NO, _IT = "(?:no|nope|nah|none|never)", "(?:that|this|it|these|those|(?:the|that) (?:kind|sort))"
_JEST = "(?:an? )?(?:joke|joking|kidding|figure of speech|expression|saying|way of speaking)"
FLAT_NO = re.compile(  # all that is said: "no, but it was on Sunday" is none, and neither is "no joke"
    rf"{_NO}(?: (?:{_NO}|not me|not at all|nothing))*"
    rf"|(?:{_NO} )?(?:none of {_IT}|nothing(?: (?:like|of) {_IT})?(?: at all)?"
    rf"|(?:i )?(?:do not|don't|dont|have not|haven't|havent) have (?:any of )?{_IT}|(?:i )?(?:have )?never had {_IT}"
    rf"|(?:it was|that was|i was|it's|its|that's|thats|i'm|im|just|only) (?:just |only )?{_JEST})"
    r"(?: (?:haha|lol|sorry))*"
)


def settles(said: Said, words: Sequence[str], asked: Reply, clinic: Clinic) -> str:
    """What an answer to a suspicion says. Only a flat no ends it; whatever is told beside one is asked about again.

    To a question of its own, such as that of despair, all else is a yes: no answer, a maybe, a call for a person.
    """
    if FLAT_NO.fullmatch(" ".join(word for word in words if word not in FILLERS)):
        return asked.no
    grave = said.typed and said.intent not in ASKING_BACK and asks_in_its_own_way(asked, clinic)
    return asked.yes if said.intent == "affirm" or grave else ""


def asks_in_its_own_way(asked: Reply, clinic: Clinic) -> bool:
    """Whether what is asked about is asked by a question of its own."""
    flag = clinic.knowledge.flags.get(asked.slot.partition(".")[2])
    return flag is not None and bool(flag.question)


def is_suspicion(asked: Reply) -> bool:
    """Whether it is asked if something that sounded like a red flag is one."""
    return any(base(slot) == "suspected" for slot in asked.slots)


def suspicion(flag: str, clinic: Clinic) -> Question[str]:
    """Whether something that only sounded like a red flag is one. Asked at once, whatever we were doing."""
    yes, no = f"flag.{flag}=yes", f"suspected.{flag}=no"
    text, *labels = suspected_of(flag, clinic)
    return Question(
        f"suspected.{flag}",
        text,
        lambda answer: None if answer == "yes" else answer,
        lambda answer: [Choice(label, yes) for label in labels[:-1]] + [Choice(labels[-1], no)],
        kind="choice",
        yes=yes,
        no=no,
    )


def suspected_of(flag: str, clinic: Clinic) -> tuple[str, ...]:
    """The words in which a suspicion is asked about, and those of its buttons; the last one says no."""
    known, profile = clinic.knowledge.flags[flag], clinic.profile
    if known.question:
        return asked_about(known, profile), "Yes", "I'm not sure", "I'd like to talk to a person", "No"
    return (
        "For your safety, to be sure I got you right: is this, or anything like it, true for you or for whoever the "
        f"massage is for, now or lately? {known.suspicion[profile.locale]}.",
        "Yes, or something like it",
        "No, nothing like it",
    )


def safety_alone(asked: Reply) -> bool:
    """Whether a "no" is about the list of warnings, as nothing is asked to be agreed to beside it."""
    return "red_flags" in asked.slots and "agreed" not in asked.slots


def none_of_these(said: Said, words: Sequence[str], asked: Reply) -> str:
    """What "none of these" says where the same message asks for the agreement: that none of the list is true.

    It agrees only to what it says: "none, go ahead". "" for all else: a bare "no" is about the booking, and so is
    "none of these suit me". "None except the third" is no denial in either place; which it is has to be asked.
    """
    if said.intent not in ("deny", "inform", "affirm") or "red_flags" not in asked.slots:
        return ""
    if excepts(said, words):
        return f"which_flag flag.{UNCLEAR}=yes" if OWN.intersection(words) else "which_flag"
    if "agreed" not in asked.slots:
        return ""
    if said.intent == "affirm" and hedges(said, words):
        return f"flag.{UNCLEAR}=yes"
    denied = asked.yes.partition(" ")[0]
    if said.answers:
        wished = said.answers.keys() <= {*WISHES} and not OWN.intersection(words)
        return denied if wished and LEADING.match(said.text.casefold()) else ""
    told = DENIAL.fullmatch(" ".join(word for word in words if word not in FILLERS))
    if not told or "?" in said.text:
        return ""
    return asked.yes if told["yes"] or told["ahead"] else denied


def hedges(said: Said, words: Collection[str]) -> bool:
    """Whether a yes comes with a "but" of their own that no rule knows: "yes, but I felt dizzy"."""
    return bool(BUT.intersection(words) and OWN.intersection(words)) and not said.answers and not said.faq


def excepts(said: Said, words: Collection[str]) -> bool:
    """Whether something is excepted from a denial, and no warning was heard in it."""
    told = any(slot.startswith("flag.") for slot in said.answers)
    return not told and bool(NONE.intersection(words) and EXCEPT.intersection(words))


# The red flags told so far: where a booking goes on all the same, they mark it for the therapist.
REVIEW: Question[tuple[str, ...]] = Question("flags", "", lambda told: tuple(told.split()))
CLEARED: Question[str] = Question("cleared", "", lambda told: told)  # those that a doctor has seen to


def cleared(flags: Sequence[str], clinic: Clinic) -> Question[str]:
    """On return after a stop: a yes is about these very flags, and the booking is marked."""
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
