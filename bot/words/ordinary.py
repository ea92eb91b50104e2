"""An ordinary ache in ordinary words: in these alone there is nothing to be alarmed by, whatever they resemble. Pure.

The model learnt its alarms from messages that begin like any other: "my left calf hurts since Monday" is a word short
of a clot. So what has no other words than these is not alarming by itself; the rules are heard all the same.
"""

import re

from bot.words.keywords import plain

PLACES = """
    achilles ankle ankles arch arches back backs bum buttock butt calf calfs calves feet foot glute glutes groin
    hammies hammy hams hamstring hamstrings heel heels hip hips itb knee knees leg legs muscle muscles quad quads
    shin shins sole soles tendon thigh thighs
"""
SIDES = "left right both side sided inner outer inside outside front lower upper l r"
PAINS = """
    ache aches aching achey achy bother bothering bothers cramp cramping cramps cramped dull hurt hurting hurts
    niggle niggles niggling niggly pain painful pains pull pulled sore soreness stiff stiffness strain strained
    tender tight tightness tweak tweaked twinge twinges knot knots knotted grumbling
"""
SINCE = """
    since for about around over past last few couple one two three four five six seven ten day days week weeks wk
    wks month months weekend monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu
    thurs fri sat sun long time while now ago january february march april may june july august september october
    november december summer spring autumn winter year
"""
RUNNING = """
    run runs running ran runner jog jogging race races parkrun marathon half 5k 10k hill hills stairs speedwork
    intervals training session sessions km k mile miles track gym
"""
WISHES = """
    hi hello hey hiya hallo please pls thanks thank you book booking massage appointment appt slot session need
    needs any slots appointments wondering want like would could can get fit me in looking after before today
    tomorrow someone sort sorted help
"""
SMALL = """
    a all also am an and any are as at been being bit but by do does doing during every from gets getting got had
    has have having i im ive id in is it its just kind kinda little lot lots mainly maybe me mild mostly much my of
    off often on only or out quite really slight slightly so some sometimes still that the theres there this thing
    though to too up usually very was we were when whenever where which while with
"""
ORDINARY = frozenset(" ".join((PLACES, SIDES, PAINS, SINCE, RUNNING, WISHES, SMALL)).split())
AILS = (frozenset(PLACES.split()), frozenset(PAINS.split()))
LITTLE = 6  # of 10: what hurts more is worth the model's opinion


def is_ordinary(text: str) -> bool:
    """Whether somebody tells of an ache in some place, and of nothing that is not in these lists."""
    said = re.findall(r"\w+", plain(text))
    told = all(word in ORDINARY or (word.isdigit() and (int(word) <= LITTLE or word == "10")) for word in said)
    return told and all(not kind.isdisjoint(said) for kind in AILS)
