"""What was understood, as the outside reads it: one JSON object a message, which `cooldown parse` prints. Pure."""

from typing import Any

from bot import when
from bot.knowledge import Knowledge
from bot.understand import Understood

# Intents of ours that the outside need not know.
WIRE = {
    "restart": "stop",
    "skip": "dont_know",
    "late": "human",
    "wait": "book",
    "leave_list": "stop",
    "show_list": "show_appointment",
    "today": "out_of_scope",
}
TOPICS = {"with_whom": "therapists"}


def outline(understood: Understood, knowledge: Knowledge) -> dict[str, Any]:
    """What `cooldown parse` prints of a message. Its keys are promised: others build on them."""
    intent = WIRE.get(understood.intent, understood.intent)
    return {
        "text": understood.text,
        "intent": intent,
        "confidence": round(understood.confidence, 2),
        **({"faq": TOPICS.get(understood.faq, understood.faq)} if intent == "ask_faq" else {}),
        "complaints": [
            {"label": label, "side": side, "confidence": round(sure, 2)} for label, side, sure in understood.complaints
        ],
        "red_flags": [
            {"flag": knowledge.flags[flag].flag, "urgency": knowledge.flags[flag].urgency}
            for flag in understood.red_flags
        ],
        "times": [spoken(mention) for mention in understood.times],
        "answers": dict(understood.answers),
    }


def spoken(mention: when.Mention) -> dict[str, Any]:
    """A time, as it is printed: `start` and `end` to the minute, `end` null where none was told."""
    return {
        "text": mention.text,
        "role": mention.role,
        "start": mention.start.isoformat(timespec="minutes"),
        "end": mention.end and mention.end.isoformat(timespec="minutes"),
        "grain": mention.grain,
    }
