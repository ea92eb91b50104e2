"""Moving, cancelling and taking it back, with the program killed in between; by reference from somewhere else."""

from tests.whole.house import IN_WORDS, House, Json


def pressed(replies: list[Json], label: str) -> str:
    """What the button of this label sends."""
    buttons = [button for reply in replies for button in reply.get("buttons", ()) if button["title"].startswith(label)]
    assert buttons, (label, replies)
    return str(buttons[-1]["payload"])


def book(house: House, sender: str = "jo") -> Json:
    """From "hi" to the appointment."""
    replies = house.say("hi", sender)
    while "appointment" not in replies[-1]:
        slot = replies[-1]["slot"]
        offer = slot in ("suggestion", "agreed")
        replies = house.say(replies[-1]["buttons"][0]["payload"] if offer else IN_WORDS[slot], sender)
    booked: Json = replies[-1]["appointment"]
    return booked


def only(house: House) -> tuple[str, str]:
    """The one appointment's status and start."""
    (one,) = house.appointments
    return one["status"], one["starts_at"]


def test_what_was_moved_or_cancelled_can_be_taken_back_even_after_a_crash(house: House) -> None:
    first = book(house)["starts_at"]
    offered = house.say("can I move my appointment?")
    asked = house.say(offered[-1]["buttons"][1]["payload"])
    house.say(pressed(asked, "Yes, move it"))
    house.restart()
    assert only(house) != ("booked", first)
    house.say("undo")
    assert only(house) == ("booked", first)
    house.say(pressed(house.say("sorry, I can't make it"), "Yes, cancel it"))
    assert only(house)[0] == "cancelled"
    house.restart()
    house.say("undo")
    assert only(house) == ("booked", first)


def test_who_knows_reference_and_contact_sees_and_cancels_it_from_elsewhere_and_who_guesses_does_not(
    house: House,
) -> None:
    reference = book(house)["reference"]
    wrong = house.say(f"cancel {reference}, my number is 07700 900999", "stranger")
    assert only(house)[0] == "booked" and "17:00" not in str(wrong)
    asked = house.say(f"cancel {reference}, my number is 07700 900123", "jo elsewhere")
    assert "calf" not in str(asked), "nothing about health"
    house.say(pressed(asked, "Yes, cancel it"), "jo elsewhere")
    assert only(house)[0] == "cancelled"


def test_the_terminal_has_second_thoughts_too(house: House) -> None:
    words = [IN_WORDS[slot] for slot in ("consent", "complaint", "red_flags", "routine")]
    house.run("chat", said="\n".join(["hi", *words, "1", IN_WORDS["name"], "yes"]) + "\n")
    start = only(house)
    told = house.run("chat", said="cancel my appointment\nyes\nundo\nwhen is my appointment?\n")
    assert only(house) == start and "booked in" in told
