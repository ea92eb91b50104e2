"""What is told of things, in jokes, of others or of settled matters raises no red flag, and hides none beside it."""

from pathlib import Path

import pytest

from bot.knowledge import load_knowledge
from bot.words.flags import flags

RULES = load_knowledge(Path(__file__).parent.parent / "data" / "knowledge").flags


def stopped(text: str) -> list[str]:
    return [flag for flag in flags(text, RULES) if RULES[flag].stops]


@pytest.mark.parametrize(
    "text",
    [
        "gasping by the fifth rep, brilliant fun. Same again Thursday?",
        "out of breath at the end of the stair reps, loved it",
        "breathless on the climb like everybody else, quads are what needs work",
        "puffing on the last lap, and a minute later I'm arguing about football",
        "office stairs for the charity ten storey challenge, panting at the top, right as rain after",
        "sprints: all of us wheezing, brilliant evening. Quads Friday",
        "winded by the bleacher steps, grand again by the next set",
    ],
)
def test_breath_that_came_back_raises_nothing(text: str) -> None:
    assert stopped(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "gasping by the fifth rep, brilliant fun. Gasping again in bed last night",
        "out of breath here at my desk. Same again Friday, lovely",
        "couldn't breathe on the climb, lovely run, but it is the same at rest",
        "winded by one flight of steps, grand again by the next day",
        "breathless on the climb, loved it, and it hasn't settled since",
    ],
)
def test_breath_that_did_not_come_back_counts(text: str) -> None:
    assert stopped(text) == ["chest_heart"]


@pytest.mark.parametrize(
    "text",
    [
        "reading Chrissie's memoir about her broken ankle, calves tight",
        "my fantasy football squad has a torn hamstring and a concussion",
        "if anybody at training passed out, who has the first aid kit?",
        "would they refund me if I collapsed at the bill",
        "must I cancel if I ever faint the day before",
        "was it Dorando that collapsed in the stadium",
        "who won, was he really knocked out cold?",
        "Fainting? only at the thought of your fees",
        "I black out every evening, asleep that is",
        "If I broke a bone on my holiday, would you keep my deposit?",
        "our homework poster is on fainting, have you pictures",
        "two of my pupils are out with stress fractures so I must run",
        "chest pain, fits, clots: never had any of those",
        "I fainted with relief when the ballot came",
        "near passed out when I seen your invoice",
        "my words came out wrong at the disco, too many pints haha",
        "I could pass out from waiting, joking of course",
        "fainting with hunger, is there a cafe near",
        "my heart leaps each time your message comes",
        "suffocating under deadlines, one hour please",
        "keeled over giggling at the fancy dress run",
        "physio cured his numb foot so I'd like to try",
    ],
)
def test_stories_questions_and_jokes_raise_nothing(text: str) -> None:
    assert stopped(text) == []


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("if anyone is reading this, he has collapsed", "chest_heart"),
        ("if someone is free today, chest pain since breakfast", "chest_heart"),
        ("can I book about the swollen hot calf", "leg_clot"),
        ("was it the massage that made my calf swell and go red", "leg_clot"),
        ("Fainting? Yes. Only at the thought of hills", "chest_heart"),
        ("how did you know to ask about fainting? I fainted", "chest_heart"),
        ("would it be safe to come if I collapsed today", "chest_heart"),
        ("not sure if I broke my toe, would you look at it", "fracture"),
        ("if I collapsed yesterday, would you still see me", "chest_heart"),
        ("one of my calves is swollen and hot", "leg_clot"),
        ("I blacked out the moment I stood up", "chest_heart"),
        ("everyone was wheezing but I still am, in bed", "chest_heart"),
        ("my chest in the middle, there it hurts", "chest_heart"),
        ("mum thinks it's broken, my ankle", "fracture"),
    ],
)
def test_stories_questions_and_jokes_hide_no_trouble(text: str, flag: str) -> None:
    assert flag in stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "the laptop keeps blacking out so I write from the phone",
        "I collapsed my two visits into one",
        "a taxi nearly hit my bike, shaken and laughing",
        "there's no point in going on a diet before a race",
        "passing out samples at the expo, so any slot after five",
        "I blacked out the name on the voucher by mistake",
        "the cup league has collapsed, so I am free",
        "chest first over the line in a photo finish, calf tight",
        "the lamppost outside collapsed so the road is shut",
        "I've blacked out both Mondays in my diary",
        "the suitcase won't take any more weight and my back knows it",
        "my form is getting steadily worse, it's the mince pies",
        "my heel is dead tight",
        "deep heat makes my calves tingle, do you use it?",
        "the pain of missing the bus by a second was 10/10, legs grand",
        "I knocked my head off my old record",
        "we giggled so hard I almost fainted",
        "nearly fainted when I read the results, third in my age group",
        "sore chest from dips and push ups, it's my back you're after",
        "the garden chair has a broken leg, hence my stiff hip",
        "mentally numb after the week, heavy calves",
        "heavy legs, my brain's gone numb from exams",
        "shin is tender to touch right along, both sides",
        "our whippet ruptured his cruciate, so it's my shoulders from the lifting",
    ],
)
def test_what_befalls_things_and_animals_raises_nothing(text: str) -> None:
    assert stopped(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I didn't faint, I only sat down",
        "foot fell asleep because I was sitting on it",
        "pins and needles in the foot, gone once I stood up",
        "had the lump on my thigh scanned in May, it's benign",
        "the baby wakes me at night, my knee is sore",
        "broke my arm in second grade. Any slot this week?",
        "fractured my wrist in 1988",
        "dislocated a finger in school, 1997, playing netball",
        "never had a fit, a faint, a blackout or an operation",
        "toes tingle until I loosen the laces",
        "the doc feared a stress fracture, the x-ray showed only a bruise",
        "both legs weak after the ultra, as you would expect",
        "up at night with the twins, so my neck aches",
        "red lines on my shin from the knee socks",
        "a striker booted me in the calf, no harm done, only tight",
        "couldn't pee before the race, it was nerves",
        "knelt cross legged two summers ago and my foot went dead asleep",
        "fell on my head when I was three, that's all I know",
        "a woman in my swimming club ruptured her calf",
        "broke my wrist in year nine and it's never given any trouble since",
    ],
)
def test_what_did_not_happen_or_is_settled_raises_nothing(text: str) -> None:
    assert stopped(text) == []


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("nearly passed out, didn't faint", "chest_heart"),
        ("my leg won't take my weight", "fracture"),
        ("it's getting steadily worse, the shin", "worsening"),
        ("pins and needles in the foot, still there though I stood up", "numbness"),
        ("had the lump on my thigh scanned, they want me back, it's growing", "lump"),
        ("had a lot of swelling in the calf, hot as well", "leg_clot"),
        ("broke my arm at school this week", "fracture"),
        ("hip pain at night, the baby is no bother", "night_pain"),
        ("tight chest from walking to the shop", "chest_heart"),
        ("fainted in 2012 and fainted again today", "chest_heart"),
        ("GP suspected a stress fracture, the x-ray is only on Friday", "fracture"),
        ("I swear somebody booted me in the calf, nobody was there", "rupture"),
        ("I can't pee at the start, I have to push", "saddle"),
        ("both legs are numb after the marathon", "saddle"),
        ("never had a fever, a swollen hot calf is my trouble", "leg_clot"),
        ("if I disappeared no one would mind", "self_harm"),
        ("I can't see any point going on", "self_harm"),
        ("I don't want to carry on living", "self_harm"),
        ("softball to the back of my head", "head_injury"),
        ("the guy by the lamppost collapsed just now", "chest_heart"),
    ],
)
def test_what_did_happen_counts(text: str, flag: str) -> None:
    assert flag in stopped(text)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("legs gave out, my chest hurt by mile 3", "chest_heart"),
        ("passed out on the couch, then at the bus stop as well", "chest_heart"),
        ("passed out giving blood, and once more in the lift", "chest_heart"),
        ("faints at horror films but she really faints at work", "chest_heart"),
        ("my toes were numb because I was sitting on my foot, they have been numb ever since", "numbness"),
        ("you ask about fainting: yes, twice", "chest_heart"),
    ],
)
def test_a_figure_of_speech_spends_only_what_it_says_and_only_once(text: str, flag: str) -> None:
    assert flag in stopped(text)


@pytest.mark.parametrize(
    "text",
    """what if I faint at the gym, do you treat that?
what happens with my deposit if I break a leg
can you say what will happen to my slot if I pass out
my laptop had a nasty fall so the form took ages
grandson fell off his scooter and he's fine, so sorry I'm late replying
our club's first aider broke her wrist
our awning collapsed in the night, poles everywhere
what happens if I faint at the gym, what do I do then and what time do you close
pins and needles from crossing my legs at the film
nobody fainted at the cross country this time
no fevers, breaks, funny numbers or anything odd
my foot was asleep after the film, woke the minute I stood up
my bra leaves a red line on me
I'll end it there for today, cheers
we ended it with a sprint, not a joke in sight
the race was over before I knew it
both shoes slap the floor when I land
ran 3k, then 5k, now walking home happy
my alarm comes on earlier every day
this leg of the relay belongs to the juniors
no idea when I need to book by
the elephant in the room is my weight on hills
dinner plate full, pins the club badge on""".split("\n"),
)
def test_what_only_stands_beside_an_alarm_stops_nobody(text: str) -> None:
    assert not stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "it is as if somebody put a belt round my chest and pulled",
        "as if something squeezed my chest on every hill",
        "breathing is as if I had sand in the lungs",
        "as if I was going to pass out on the stairs",
    ],
)
def test_what_it_feels_like_is_no_supposition(text: str) -> None:
    assert "chest_heart" in flags(text, RULES)


@pytest.mark.parametrize(
    "text",
    [
        "same as if I had chest pain, would you refund me",
        "if somebody fainted in here, what would you do",
        "as if people faint over a price like that",
        "as if I cared, legs are happy",
    ],
)
def test_what_is_supposed_is_none_all_the_same(text: str) -> None:
    assert flags(text, RULES) == []
