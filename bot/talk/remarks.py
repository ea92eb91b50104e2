"""What we say besides questions: greetings, confirmations, and the ways to a person. Pure."""

from bot.clinic import Clinic
from bot.messages import Appointment, Book, Choice, Reply
from bot.talk.terms import NONE_AHEAD, visit_words
from bot.talk.wishes import spoken_moment

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
NO_HURRY = Reply("No hurry. I'll only do it once you say yes.")
THANKS = Reply("You're very welcome.")
BYE = Reply("Take care, and happy running. Write to me whenever you like.")
NOT_AHEAD = Reply("That appointment is not ahead of you any more, so there is nothing to change.")
LEFT = Reply("All right, I've left that. Nothing is booked or changed by it.", choices=ERRANDS)
AGAIN = Reply("From the top, then.")
WHICH_FLAG = Reply("Which of them is it? Tap it, or tell me in your own words.")
UNREADABLE = Reply("I can only read words, I'm afraid: no voice notes, pictures or stickers yet. Could you type it?")
EXPIRED = Reply("That button is from earlier in our chat, so I've left things as they are.")
WHICH_ONE = Reply("Which one? Tap it, or tell me a day and time.")
NOT_KEPT = Reply("That's fine. I won't keep anything you tell me about your health.")
HELP = Reply(
    "I can find you the right massage and a free time, and move or cancel an appointment. Just write as you'd say it: "
    "“left calf tight, Thursday after 5?” At any time you can say “go back”, “start over” or “stop”, or ask for a "
    "person."
)


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


def late(clinic: Clinic) -> Reply:
    """Who is late is expected all the same."""
    return Reply(
        "Thanks for letting us know, and no need to rush. I've told the team at "
        f"{clinic.profile.name}. If it gets a lot later, please call {clinic.profile.phone}."
    )


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
        f"{reach(clinic)} In an emergency call {profile.emergency}."
    )


def stopped(advice: str, clinic: Clinic) -> Reply:
    """What to do about a red flag; with an appointment ahead, not to come before it has been looked at."""
    choices = [Choice("That's not what I meant", "misunderstood"), PERSON]
    wait = ""
    if clinic.mine:
        wait = f" {not_yet(clinic)}"
        choices.append(Choice("Cancel my appointment", f"cancel_appointment which={clinic.mine[0].reference}"))
    return Reply(f"{advice}{wait} {reach(clinic)}", choices=tuple(choices))


def see_you(appointment: Appointment, clinic: Clinic) -> Reply:
    """To a client who says that they will come."""
    return Reply(f"Lovely, thank you. See you on {spoken_moment(appointment.visit.start, clinic)}.")


def not_yet(clinic: Clinic) -> str:
    """Over an alarm, what to do about the appointment ahead."""
    return f"Please don't come on {spoken_moment(clinic.mine[0].visit.start, clinic)} before it has been checked."


def listed(clinic: Clinic, *, stopped: bool) -> Reply:
    """What is booked, in words; over an alarm, that it has to be looked at first."""
    if not clinic.mine:
        return Reply(NONE_AHEAD, yes="book")
    lines = "".join(f"\n• {visit_words(a.visit, clinic)} (reference {a.reference})" for a in clinic.mine)
    warning = f"\n\n{not_yet(clinic)}" if stopped else ""
    return Reply(f"You're booked in:{lines}{warning}", choices=(*ERRANDS[2:4], BOOK))


def see_a_doctor(clinic: Clinic) -> Reply:
    """Nothing booked before somebody has looked at it."""
    profile = clinic.profile
    return Reply(
        f"Then please have it looked at by a {profile.doctor} or {profile.physio} first. I'm glad to book you as soon "
        f"as they say massage is fine. {reach(clinic)}",
        choices=(PERSON,),
    )


def booked(offer: Book, clinic: Clinic) -> Reply:
    """The confirmation, with the reference and the rhythm that suits the client (S1: every 2 to 4 weeks)."""
    kind = clinic.knowledge.session_types[offer.session_type].name
    profile = clinic.profile
    return Reply(
        f"You're booked, {offer.client.name.split()[0]}: {kind}, {visit_words(offer.visit, clinic)}. "
        f"Your reference is {offer.reference}.\n\n"
        f"{profile.name}, {profile.address}. If plans change, tell me up to {profile.change_notice} hours before. "
        f"For training like yours, a session about every {offer.suggestion.rhythm_weeks} weeks works well.",
        choices=ERRANDS[1:4],
        reference=offer.reference,
    )
