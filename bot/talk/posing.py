"""From an open topic to the reply that asks for it. Pure."""

from collections.abc import Mapping
from itertools import chain

from bot.messages import Reply
from bot.talk.asking import Topic
from bot.talk.questions import SKIP
from bot.wording import listing


def pose(topic: Topic, given: Mapping[str, str], *, explain: bool, locale: str) -> Reply:
    """Ask for what is open: what must be answered leads, what may be skipped comes along in words."""
    needed = [q for q in topic.questions if not q.skippable]
    main = (needed or list(topic.questions))[-1]
    alone = len(topic.questions) == 1
    answer = given.get(main.slot, "")
    choices = list(main.choices(answer)) or list(main.choices(""))
    excuse = main.otherwise(answer) if explain and answer else ""
    asks = excuse.endswith("?")  # "What would you like instead?", to which a yes says nothing yet
    return Reply(
        text=excuse if asks else " ".join(part for part in (excuse, spoken(topic, locale)) if part),
        slots=tuple(dict.fromkeys(chain.from_iterable((q.slot, *q.also) for q in topic.questions))),
        choices=tuple(choices if alone or needed else [SKIP]),
        kind=main.kind if alone or needed else "text",
        yes=("which_way" if asks else main.yes) if alone or needed else "",
        no=main.no or ("skip" if main.skippable else "") if alone or needed else "skip",
    )


def spoken(topic: Topic, locale: str) -> str:
    """One question in its own words; several as a list of what we would like to know."""
    first, *others = topic.questions
    parts = [q.part for q in topic.questions if q.part]
    if not others:
        return first.prompt
    if len(parts) == len(topic.questions):
        return f"{topic.lead} {listing(parts, locale)}."
    whole = [q.prompt for q in topic.questions if not q.part]
    asked = f"{listing(parts, locale)}?" if len(parts) > 1 else first.prompt[0].lower() + first.prompt[1:]
    return "\n\n".join([f"{topic.lead} {asked}", *whole])
