"""Red flags told beside something cheerful, and in words that come to people in a hurry."""

from pathlib import Path

import pytest

from bot.knowledge import load_knowledge
from bot.words.flags import flags

RULES = load_knowledge(Path(__file__).parent.parent / "data" / "knowledge").flags


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("my pulse leaves out a long gap at night, fun gadget showed me", "palpitations"),
        ("it was 34 degrees out and my husband doesn't know his own house", "heat_illness"),
        ("roasting in full kit, now she's muttering and swaying", "heat_illness"),
        ("some evenings I think of ending things. Book me for hips anyway", "self_harm"),
        ("I just want to be here no more, no, I don't even want to be here", "self_harm"),
        ("they'd all be happier when I'm not around", "self_harm"),
        ("she swallowed a packet of paracetamol", "self_harm"),
        ("my finger is sticking out to the side, great match though", "fracture"),
        ("foot's facing a way feet shouldn't face", "fracture"),
        ("bicep made a noise at the gym and now it's rolled up", "rupture"),
        ("slipped off the stepladder hanging lights", "bad_fall"),
        ("bump above my eyebrow from the doorframe, haha", "head_injury"),
        ("got elbowed in the temple at basketball, we won", "head_injury"),
        ("shoulder is a nine out of ten, the rest of me is happy", "severe_pain"),
        ("my sole is dead to touch, holiday was lovely", "numbness"),
        ("lost an awful lot of weight for no reason", "lump"),
    ],
)
def test_trouble_is_heard_beside_something_cheerful(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("fainted at 1945, felt sick ever since", "chest_heart"),
        ("blacked out around 1930 and my arm tingles", "chest_heart"),
        ("banged my head by 1950, sick twice", "head_injury"),
        ("swam 1950 metres and collapsed by the ladder", "chest_heart"),
        ("date of birth 4.7.1991, crushing chest pain", "chest_heart"),
    ],
)
def test_times_of_day_metres_and_dates_of_birth_make_no_harm_old(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("collapsed when I got out of the shower", "chest_heart"),
        ("passed out when I got off the rower, all good vibes otherwise", "chest_heart"),
        ("fainted when I got my shoes on", "chest_heart"),
        ("collapsed when I saw the last bend, finish in sight", "chest_heart"),
        ("fainted at the thought of nothing at all, and now each morning", "chest_heart"),
        ("she fainted from joy, we joked, fourth time since June", "chest_heart"),
        ("fainted with excitement they reckon, it happens every run", "chest_heart"),
        ("aching in the chest first thing on waking", "chest_heart"),
        ("tightness began in my chest first, next my jaw", "chest_heart"),
        ("tight chest from climbing, nothing dramatic", "chest_heart"),
        ("my chest is sore after swimming and I can't say why", "chest_heart"),
        ("chest is sore from the press ups, and my arm feels numb", "chest_heart"),
        ("sore chest after bench, cold sweat too", "chest_heart"),
    ],
)
def test_what_happens_again_or_for_no_such_cause_is_no_figure_of_speech(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("no reason to live in this world", "self_harm"),
        ("I see no reason to live on like this", "self_harm"),
        ("what's the point in carrying on with any of it", "self_harm"),
        ("no point going on if nobody cares", "self_harm"),
        ("I'm on the sofa with a broken foot", "fracture"),
        ("sat at my desk with a broken arm, bored", "fracture"),
        ("broken leg on the chair all day, keep me company", "fracture"),
        ("the pain of missing a race, my heel is 10/10", "severe_pain"),
    ],
)
def test_a_figure_of_speech_swallows_no_life_no_break_and_no_score(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("if I ruptured my achilles at the gym would you see me?", "rupture"),
        ("If we collapsed after the race, would you worry?", "chest_heart"),
        ("what should I do if I passed out during my ride", "chest_heart"),
        ("what if I had crushing chest pain this morning", "chest_heart"),
        ("if I had chest pain last night, can I come?", "chest_heart"),
        ("if somebody in our club has fainted just now who do I ring", "chest_heart"),
        ("if someone passed out at parkrun and feels sick what then", "chest_heart"),
        ("what happens if my calf is swollen and hot since Tuesday", "leg_clot"),
    ],
)
def test_an_if_that_comes_with_a_time_or_a_place_has_happened(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("chest pain, never had any of these until Monday", "chest_heart"),
        ("fainting spells, none of those till this month", "chest_heart"),
        ("gp suspected a stress fracture, scan showed only a hairline one", "fracture"),
        ("you asked about fainting, it was this morning", "chest_heart"),
        ("you ask about numb toes: it is every night", "numbness"),
        ("crushing chest pain, I am not joking at all, no joking see", "chest_heart"),
        ("chest tight, never joking of such things", "chest_heart"),
        ("toes tingle, gone once I stood, but again each evening", "numbness"),
        ("my foot is tingly, it went away, comes back when I drive", "numbness"),
        ("numb toes, I was sitting on my couch and it won't go", "numbness"),
        ("tight chest from the cost of moving, it squeezes", "chest_heart"),
        ("lump on my back, scanned in May, still growing", "lump"),
        ("tingly toes, I was sitting on them but that was on Friday", "numbness"),
    ],
)
def test_what_came_back_was_confirmed_or_answered_is_not_over(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("tight chest going upstairs, just kidding about the tip", "chest_heart"),
        ("I fainted twice this week, jk about the dog", "chest_heart"),
        ("what if I passed out at work yesterday", "chest_heart"),
        ("what if I get chest pain now", "chest_heart"),
        ("in case I faint at work like yesterday, who do I ring", "chest_heart"),
        ("what do I do if I get chest pain at home, it squeezes", "chest_heart"),
        ("what if my chest pain gets worse at work", "chest_heart"),
        ("what if I get more chest pain at home", "chest_heart"),
        ("what happens to my slot if my calf is hot and swollen", "leg_clot"),
        ("what happens to my booking if I broke my ankle last night", "fracture"),
        ("my phone took a hard fall and so did I, a bad fall it was", "bad_fall"),
        ("my watch says I took a bad fall", "bad_fall"),
        ("made it to the tent, collapsed", "chest_heart"),
        ("the lad in the gazebo collapsed just now", "chest_heart"),
        ("reached our camp, then collapsed", "chest_heart"),
        ("numb foot, it is back the minute I stand", "numbness"),
        ("numb foot, woke up the moment I stood, still tingly though", "numbness"),
        ("legs are gone, both sides, weak as water since Monday", "saddle"),
    ],
)
def test_what_is_said_beside_a_joke_a_what_if_or_a_thing_that_fell_counts(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("like an anvil is put down on me whenever I push uphill", "chest_heart"),
        ("leggings soaked before I realised, since my back went", "saddle"),
        ("both my feet are slapping on the stairs, I drag myself up by the handrail", "saddle"),
        ("I've no clue whether I need a wee any more", "saddle"),
        ("my husband says he'll end it and I do not believe he is bluffing", "self_harm"),
        ("she keeps texting she'll end it if she fails the trial", "self_harm"),
        ("first at 40 minutes, then 20 minutes, now even walking", "worsening"),
        ("shin pain kicks in earlier every run", "worsening"),
        ("my foot belongs to a stranger since the weekend", "numbness"),
        ("feels like somebody else's leg below the shin", "numbness"),
        ("plate and six screws in my ankle, done last month", "recent_surgery"),
        ("they check my INR each month", "blood_thinners"),
    ],
)
def test_trouble_told_without_its_name_is_heard(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("numb in the saddle area, crossing my legs makes it worse, and my back aches", "saddle"),
        ("my groin is numb though I am not crossing my legs, and my back aches", "saddle"),
        ("my groin was tingling after crossing my legs, and the back is sore", "saddle"),
        ("right arm suddenly numb without crossing my legs, and my speech is slow", "stroke"),
        ("my arm keeps tingling from crossing my legs", "numbness"),
        ("what if I faint at the club like I have before", "chest_heart"),
        ("what if I collapse at work, it keeps coming", "chest_heart"),
        ("what happens if I get crushing chest pain at training, I do most weeks", "chest_heart"),
        ("what if I get chest pain at the track, that happened in spring, any advice", "chest_heart"),
        ("what if we faint at the pool, we have both done it loads", "chest_heart"),
        ("what if I get numb legs and wet the bed at home", "saddle"),
        ("he was at camp collapsed by the stove", "chest_heart"),
        ("my brother came to the banner at the start collapsed", "chest_heart"),
        ("she reached the awning collapsed", "chest_heart"),
        ("got to the gazebo collapsed", "chest_heart"),
        ("so cold outside I couldn't feel my toes and they are blue even today", "numbness"),
        ("so cold on the fell couldn't feel them, two toes are dark now", "numbness"),
        ("wasn't so cold out, couldn't feel my feet, shin is hard as wood", "compartment"),
        ("my shorts were wet before I knew it and my back is in bits", "saddle"),
        ("before I knew it I had wet my trousers, legs numb and back pain", "saddle"),
    ],
)
def test_no_figure_of_speech_and_no_what_if_hides_what_is_so(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("what happens when I get chest pain at the track", "chest_heart"),
        ("what if I pass out, I already did on Tuesday", "chest_heart"),
        ("what if I get chest pain, I do sometimes", "chest_heart"),
        ("what happens if I black out, which I did twice", "chest_heart"),
        ("sharp ache between my shoulder blades and cold sweats on hills, otherwise great", "chest_heart"),
        ("my words came out so slurred at lunch, we laughed", "stroke"),
        ("the insides of my thighs feel like they belong to somebody else", "saddle"),
        ("both legs go weak at the knees when I get up", "saddle"),
        ("shin tight, it feels like it'll explode, toes are numb", "compartment"),
        ("went up to the roof and thought about letting go", "self_harm"),
        ("stood by the tracks this morning and almost stepped out", "self_harm"),
        ("can't take a single step without yelping", "fracture"),
        ("tumbled down a hillside, lovely views mind", "bad_fall"),
        ("ankle swollen and scorching, and I've got the chills", "joint_infection"),
        ("since Monday I can't lift the front of my foot", "numbness"),
        ("rated my shin a 9 out of 10 after the run", "severe_pain"),
        ("he turned ashen and clammy on the turbo, good lad otherwise", "chest_heart"),
        ("my lungs are full of cement since the fell race", "chest_heart"),
        ("since lunch my left hand hangs there limp, can't text", "stroke"),
        ("calf like wood, foot cold, toes tingling", "compartment"),
        ("some days I cut myself when I feel low, book me for hips", "self_harm"),
        ("I can't bear to put my heel to the floor, nice evening though", "fracture"),
        ("I keep burning myself on the oven door, it calms me", "self_harm"),
        ("been cutting myself on the tin to feel something, legs are fine", "self_harm"),
        ("I'd rate the ache during the race 9 out of 10", "severe_pain"),
        ("rating my hip after that workout an 8 out of 10", "severe_pain"),
    ],
)
def test_trouble_in_lay_words_is_heard(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    "text",
    [
        "what happens when I faint on your table, are there first aiders",
        "what happens when you collapse at a gym",
        "what if I get chest pain, I already have an appointment",
        "what happens if I pass out, which therapist do I get",
        "desk job, ache between my shoulder blades, cold office",
        "sat on the balcony thinking of going for a run",
        "stood on the bridge and nearly cried, what a race",
        "I'd like to take a step back, can't take a step back from training otherwise",
        "scorching weather, both ankles swollen",
        "both legs weak at the knees just looking at that cake",
        "went white when I read the profile, calves tight",
        "calves like wood from the cold and pale",
        "sorry I'm late, cut myself shaving, and I keep cutting myself shaving",
        "can't bear to put the race off again",
        "I gave the swim a 9 out of 10, legs are happy",
        "gave my first session 10 out of 10, lovely",
        "cut myself on the brambles by the stile, plaster's on",
    ],
)
def test_ifs_views_and_marks_for_a_run_raise_nothing(text: str) -> None:
    assert flags(text, RULES) == []
