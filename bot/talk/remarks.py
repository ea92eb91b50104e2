"""What we say besides questions: greetings, confirmations, and the ways to a person. Pure."""

from collections.abc import Collection, Sequence

from bot.clinic import Clinic
from bot.messages import Appointment, Choice, Reply, Visit, base
from bot.talk.terms import visit_words
from bot.talk.waiting import OFF_THE_LIST
from bot.talk.waiting import listed as listed_waiting
from bot.talk.wishes import spoken_moment
from bot.wording import day, listing

BOOK = Choice("Book a session", "book")
PERSON = Choice("Talk to a person", "human")
ERRANDS = (
    BOOK,
    Choice("My appointments", "show_appointment"),
    Choice("Move an appointment", "reschedule"),
    Choice("Cancel an appointment", "cancel_appointment"),
    PERSON,
)
MISSED = Reply("Sorry, I didn't get that.")
WHERE_IS_IT = Reply("Sorry, I didn't get which part. Tap the nearest place, or say it like “calf” or “lower back”.")
NO_HURRY = Reply("No hurry. I'll only do it once you say yes.")
NOTED = Reply("Thanks, I've noted that.")
TELL_ME = "Of course. Write it as in “my name is Jo Evans”, or just the new number or address"
PUT_RIGHT = Reply("Thank you, I've noted that, and I've asked the team to put it right on your appointment too.")
NONE_OF_THEM = Reply("No problem. Tell me which day, time or kind of session would suit you better.")
NONE_YET = Reply(
    "Nothing that suits yet? Any day or time you name, I'll look up; or say “person”, and the team will help."
)
NEARLY = Reply("Lovely, nearly there.")
FIND_A_TIME = Reply("Would you like me to find you a time?", choices=(BOOK, PERSON), yes="book")
ANY_OF_THEM = Reply("No hurry. Any of these would do, or tell me which days and times suit you best.")
ANYWHERE = Reply("That's all right. Tap the place that comes nearest, or “Nothing hurts” if you'd just like a massage.")
UNSURE_FLAG = Reply("If you're not sure about one, tap it and I'll tell you what to do. If none is true, say “none”.")
NEEDED = Reply(
    "I only need it for the appointment: who comes, and how to reach you. If the time isn't right, tell me another."
)
DOUBTFUL = Reply("If you're not sure, take it as a yes, and I'll tell you what to do.")
YOUR_CHOICE = Reply("It's up to you. If you'd rather not, say “no”, and I'll just book you in.")
HESITANT = {  # what is on the screen, and what we say to who does not know, or says no where there is none
    "agreed": NO_HURRY,
    "consent": YOUR_CHOICE,
    "red_flags": UNSURE_FLAG,
    "suspected": DOUBTFUL,
    "complaint": ANYWHERE,
    "day": ANY_OF_THEM,
    "time": ANY_OF_THEM,
    "name": NEEDED,
    "contact": NEEDED,
}
HERE = Reply("All right. I'm here whenever you need me.")
THANKS = Reply("You're very welcome.")
BYE = Reply("Take care, and happy running. Write to me whenever you like.")
NOT_AHEAD = Reply("That appointment is not ahead of you any more, so there is nothing to change.")
LEFT = Reply("All right, I've left that. Nothing is booked or changed by it.", choices=ERRANDS)
AGAIN = Reply("From the top, then.")
WHICH_FLAG = Reply("Is one of them true? Tap it, or tell me in your own words. If none is, say “none”.")
UNREADABLE = Reply("I can only read words, I'm afraid: no voice notes, pictures or stickers yet. Could you type it?")
EXPIRED = Reply("That button is from earlier in our chat, so I've left things as they are.")
WHICH_ONE = Reply("Which one? Tap it, or tell me a day and time.")
WHICH_WAY = Reply("Gladly, but which of these shall I do? Until you say, it stays as it is.")
NOT_KEPT = Reply("That's fine. I won't keep anything you tell me about your health.")
TO_BE_SURE = Reply("I just want to be sure you're safe, so a yes or a no is all I need here.")
WAYS_OUT = "At any time you can say “go back”, “start over” or “stop”, or ask for a person."
HELP = Reply(
    "I can find you the right massage and a free time, and move or cancel an appointment. Just write as you'd say it: "
    f"“left calf tight, Thursday after 5?” {WAYS_OUT}"
)
_WHEN = "Tap a time, or write a day and a time as you'd say them, such as “Thursday after 5”."
_ACHE = "A few words will do, such as “left, two weeks, about a 5”. Or say “skip”."
_RUNNING = "A few words will do, such as “20 miles a week, a half in May, no physio”. Or say “skip”."
HELPS = {  # what is on the screen, and what to do with it
    "agreed": "Say “yes” and it's done, or tell me what you'd like to change.",
    "red_flags": "Look through the list: if one is true for you, tap it; if none is, say “none”.",
    "suspected": "A yes or a no will do.",
    "consent": "Say “yes”, and I'll note what you tell me for your therapist; or “no”, and I'll just book you in.",
    "complaint": "Just tell me in your own words, such as “left calf, two weeks, about a 5”. Or tap the place.",
    **dict.fromkeys(("side", "since", "severity"), _ACHE),
    **dict.fromkeys(("routine", "race", "goal", "care"), _RUNNING),
    "name": "Type your name and where we can reach you, such as “Jo Evans, jo@example.com”.",
    "contact": "Type a phone number or an e-mail address, such as “jo@example.com”.",
    **dict.fromkeys(("day", "time"), _WHEN),
    "doubt": "Tap the one that comes closer.",
    "length": "Tap one, or say how many minutes.",
    "therapist": "Tap a name, or say “anyone”.",
    "which": "Tap the one you mean, or tell me its day.",
}


def no_hurry(asked: Reply) -> Reply | None:
    """What is said to who does not know, where there is something to say."""
    return next((said for slot, said in HESITANT.items() if slot in bases(asked)), None)


def help_with(asked: Reply) -> Reply:
    """What can be done with the question on the screen; with none, what can be done here."""
    told = what_to_do(asked)
    return Reply(f"{told} {WAYS_OUT}") if told else HELP


def still_open(asked: Reply) -> Reply | None:
    """To a yes where a yes answers nothing: what would."""
    if {"name", "contact"} & bases(asked):
        return NEARLY
    told = what_to_do(asked)
    return Reply(f"Good. {told}") if told else None


def what_to_do(asked: Reply) -> str:
    """What can be done with the question on the screen, or ""."""
    return next((said for slot, said in HELPS.items() if slot in bases(asked)), "")


def missed(asked: Reply) -> Reply:
    """Not understood; where something hurts is best tapped, and what might be urgent needs a plain word."""
    if "suspected" in bases(asked):
        return TO_BE_SURE
    return WHERE_IS_IT if "complaint" in asked.slots else MISSED


def bases(asked: Reply) -> set[str]:
    """What is asked: `side` for `side.calf`."""
    return {base(slot) for slot in asked.slots}


def with_whom(visits: Collection[Visit], clinic: Clinic) -> str:
    """Who is seen at these times, in a sentence; "" for none."""
    names = sorted({clinic.therapist(visit.therapist).name for visit in visits})
    return f"That's with {listing(names, clinic.profile.locale)}." if names else ""


def greeting(clinic: Clinic) -> Reply:
    """The first words to a client, by name if we know it."""
    if name := clinic.known.get("name"):
        return Reply(f"Hello {name.split()[0]}, good to hear from you again.")
    return Reply(f"Hello! I'm the booking assistant of {clinic.profile.name}, not a person, but I can get you one.")


def menu(clinic: Clinic) -> Reply:
    """What a client can do here, when nothing is open."""
    return Reply("What can I do for you?", choices=ERRANDS, yes="book")


def person(clinic: Clinic) -> Reply:
    """A person has been told; and how to reach one at once."""
    return Reply(f"I've asked the team at {clinic.profile.name} to get in touch with you. {reach(clinic)}")


def rename(clinic: Clinic, *, booked: bool, open_: bool) -> Reply:
    """How a name, number or address is put right; on an appointment that is made, a person does it."""
    if booked:
        return Reply(f"{TELL_ME}, and I'll ask the team to put it right on your appointment.")
    return Reply(f"{TELL_ME}.") if open_ or not clinic.mine else person(clinic)


def late(clinic: Clinic) -> Reply:
    """Who is late is expected all the same."""
    return Reply(
        "Thanks for letting us know, and no need to rush. I've told the team at "
        f"{clinic.profile.name}. If it gets a lot later, please call {clinic.profile.phone}."
    )


def today(clinic: Clinic) -> Reply:
    """Which day it is at the clinic."""
    return Reply(f"Today is {day(clinic.today, clinic.profile.locale)}.")


def reach(clinic: Clinic) -> str:
    """The clinic's phone and e-mail."""
    return f"You can also call {clinic.profile.phone} or write to {clinic.profile.email}."


def lost(clinic: Clinic) -> Reply:
    """After three misses."""
    return Reply(f"I'm sorry, I keep missing you. {person(clinic).text}")


def misunderstood(clinic: Clinic) -> Reply:
    """A stop that the client calls a misunderstanding goes to a person, who can book all the same."""
    return Reply(f"Thank you for saying so. I'd rather have a person look at it than guess. {person(clinic).text}")


def beyond(clinic: Clinic) -> Reply:
    """Not ours, or not in a language we know; somebody else may help."""
    profile = clinic.profile
    return Reply(
        "That's outside what I can do: I look after massage bookings for runners, in English. "
        f"{reach(clinic)} In an emergency call {profile.emergency}.",
        choices=(BOOK, PERSON),
        yes="book",
    )


def stopped(advice: str, clinic: Clinic) -> Reply:
    """What to do about a red flag; with an appointment ahead, not to come before it has been looked at."""
    choices = [Choice("That's not what I meant", "misunderstood"), PERSON]
    wait = ""
    if clinic.mine:
        wait = f" {not_yet(clinic.mine[0], clinic)}"
        choices.append(Choice("Cancel my appointment", f"cancel_appointment which={clinic.mine[0].reference}"))
    return Reply(f"{advice}{wait} {reach(clinic)}", choices=tuple(choices))


def see_you(appointment: Appointment, clinic: Clinic) -> Reply:
    """To a client who says that they will come."""
    return Reply(f"Lovely, thank you. See you on {spoken_moment(appointment.visit.start, clinic)}.")


def not_yet(appointment: Appointment, clinic: Clinic) -> str:
    """Over an alarm, what to do about the appointment ahead."""
    return f"Please don't come on {spoken_moment(appointment.visit.start, clinic)} before it has been checked."


def listed(mine: Sequence[Appointment], clinic: Clinic, *, stopped: bool) -> Reply:
    """What is booked, in words; over an alarm, that it has to be looked at first; and what is waited for."""
    lines = "".join(f"\n• {visit_words(a.visit, clinic)} (reference {a.reference})" for a in mine)
    booked = f"You're booked in:{lines}" if mine else "You have nothing booked just now."
    warning = f"\n\n{not_yet(mine[0], clinic)}" if stopped and mine else ""
    waits = f"\n\nYou're on the waiting list for:{listed_waiting(clinic)}" if clinic.waiting else ""
    choices = (*(ERRANDS[2:4] if mine else ()), *((OFF_THE_LIST,) if clinic.waiting else ()), BOOK)
    return Reply(f"{booked}{warning}{waits}", choices=choices)


def see_a_doctor(clinic: Clinic) -> Reply:
    """Nothing booked before somebody has looked at it."""
    profile = clinic.profile
    return Reply(
        f"Then please have it looked at by a {profile.doctor} or {profile.physio} first. I'm glad to book you as soon "
        f"as they say massage is fine. {reach(clinic)}",
        choices=(PERSON,),
    )


def unproven(clinic: Clinic) -> Reply:
    """Too many tries to name an appointment made elsewhere."""
    return Reply(f"I still can't find it, so I'd rather have a person help you. {person(clinic).text}")


REFUSED = Reply(
    "All right, somebody else may have that one. You're still on the list, and I'll tell you when another comes free.",
    choices=(OFF_THE_LIST,),
)
GONE = Reply("That time isn't kept for you any more, so there is nothing to do.", choices=(BOOK,))
BY_MAIL_TOO = Reply("Thank you. When a time comes free I'll send you an e-mail as well.", choices=(OFF_THE_LIST,))
OFF = Reply("You're off the waiting list.", choices=(BOOK, *ERRANDS[1:2]))
NO_PLACE = Reply(
    "You're not on the waiting list. If a day or time you'd like is full, tell me, and I'll put you on it.",
    choices=(BOOK,),
)
NO_NEED_TO_WAIT = Reply(
    "The waiting list is for times that are full, and these are free. If none suits, tell me what would."
)
NOT_ON = Reply("You're not on the waiting list, so there is nothing to do.", choices=(BOOK, *ERRANDS[1:2]))
