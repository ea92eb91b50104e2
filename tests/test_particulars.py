"""Words to the particulars of an intake, as tables: what is written, what is on the screen, what is stored."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from bot.when import Frame
from bot.words.areas import areas, told
from bot.words.atlas import atlas
from bot.words.begun import since
from bot.words.consenting import consent, guardian
from bot.words.contacts import contacts
from bot.words.keywords import command, guess, plain, readable, reference
from bot.words.particulars import care, nothing_hurts, severity
from bot.words.preferences import length, session_type, therapist
from bot.words.races import races
from bot.words.replies import exact
from bot.words.running import goal, routine
from bot.words.sides import sides
from bot.words.speech import words
from bot.words.topics import topic
from bot.words.who import name
from tests.talk import KNOWLEDGE

ATLAS = atlas(tuple((kind.label, kind.words) for kind in KNOWLEDGE.complaints.values()))
FRAME = Frame(datetime(2026, 11, 24, 10, 15), ((time(7), time(20)),) * 6 + (None,))
THERAPISTS = {"anna": "Anna", "ben": "Ben", "carys": "Carys"}
DETAILS = frozenset(("side", "since", "severity", "red_flags"))
RUNNING = frozenset(("routine", "race", "goal", "care"))


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("7", DETAILS, "7"),
        ("7", set(), ""),
        ("about seven I'd say", DETAILS, "7"),
        ("7/10", set(), "7"),
        ("five out of ten", set(), "5"),
        ("about a 6", set(), ""),
        ("about a 6", DETAILS, "6"),
        ("pain level 4", set(), "4"),
        ("pain is like 11", set(), ""),
        ("15/10", DETAILS, "10"),
        ("3 walking, 6 running", DETAILS, "6"),
        ("7.5", DETAILS, "8"),
        ("left, 3 weeks, 6", DETAILS, "6"),
        ("3 weeks", DETAILS, ""),
        ("at 7pm", DETAILS, ""),
        ("17:30", DETAILS, ""),
        ("since 3 november, 5", DETAILS, "5"),
        ("a 10k", DETAILS, ""),
        ("90", DETAILS, ""),
        ("zero when resting", DETAILS, "0"),
        ("6 out of ten, 8 on stairs", DETAILS, "8"),
        ("9 outta 10", DETAILS, "9"),
        ("like a 2-3", DETAILS, "3"),
        ("used to be a 7, now it's more a 3", DETAILS, "3"),
        ("on a scale of one to ten, four", DETAILS, "4"),
        ("oops, go back one", DETAILS, ""),
        ("make that a 4 out of 10 not 6", set(), "4"),
        ("the pain's gone from 3 to 7", set(), "7"),
        ("hurts like a 4 walking and 7 running", set(), "7"),
        ("12/10 at noon", frozenset({"time"}), ""),
        ("10/10 would recommend your clinic", set(), ""),
        ("rated 5 stars", set(), ""),
        ("sore, 3/10", set(), "3"),
        ("4 if I'm honest on the pain", set(), "4"),
        ("the ache, I'd put it at a 3", set(), "3"),
        ("the other one hurts", DETAILS, ""),
    ],
)
def test_how_bad_it_is_is_read_from_a_score_or_a_bare_number_that_was_asked_for(
    text: str, asked: frozenset[str], answer: str
) -> None:
    assert severity(plain(text), asked) == answer


def test_a_number_beside_a_complaint_is_how_bad_it_is() -> None:
    assert severity(plain("calf, a 4 most days"), frozenset(), hurts=True) == "4"
    assert severity(plain("Left Achilles. 6. Three weeks."), frozenset(), hurts=True) == "6"
    assert severity(plain("calves. bad. like 8"), frozenset(), hurts=True) == "8"
    assert severity(plain("calf sore, tomorrow at 5."), frozenset(), hurts=True) == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 weeks", "2026-11-03"),
        ("early november", "2026-11-01"),
        ("the middle of October", "2026-10-15"),
        ("since the end of september", "2026-09-25"),
        ("since Halloween", "2026-10-31"),
        ("since Hallowe'en 2025", "2025-10-31"),
        ("since bonfire night", "2026-11-05"),
        ("sore since Boxing Day", "2025-12-26"),
        ("started on new year's eve", "2025-12-31"),
        ("since the new year", "2026-01-01"),
        ("since Thanksgiving 2025", "2025-11-27"),
        ("half a year", "2026-05-24"),
        ("a year and a half", "2025-05-24"),
        ("going on 3 months", "2026-08-24"),
        ("a whole week", "2026-11-17"),
        ("2 yrs", "2024-11-24"),
        ("two nights ago", "2026-11-22"),
        ("twenty odd years ago", "2006-11-24"),
        ("2 week old ache in my hip", "2026-11-10"),
        ("calf sore 10 days", "2026-11-14"),
        ("yesterday it started", "2026-11-23"),
        ("calf blew up on me Saturday", "2026-11-21"),
        ("been running since 2019, left calf tight for a week", "2026-11-17"),
        ("I've run for 20 years and never had this till three weeks ago", "2026-11-03"),
        ("I've been running with it since August", "2026-08-01"),
        ("hurts when I run since Monday", "2026-11-23"),
        ("I've not run for a fortnight", None),
        ("two weeks since my last massage", None),
        ("had my daughter 8 months ago", None),
        ("forty years of running", None),
        ("for weeks", None),
        ("Labor Day weekend", None),
        ("ages", None),
        ("the other day", None),
        ("since Thanksgiving", "2025-11-27"),
        ("ten weeks of a dodgy knee", "2026-09-15"),
        ("several months", None),
        ("several weeks", None),
        ("sore quads after a 10 mile run on Sunday", "2026-11-22"),
        ("need a rub after Sunday's half", None),
        ("thursday before last", "2026-11-12"),
        ("a week last monday", "2026-11-16"),
        ("1.5 weeks", "2026-11-17"),
        ("a coupla weeks", "2026-11-10"),
        ("ran the 10k on Sunday, quads in ribbons since", "2026-11-22"),
        ("quads tight since", None),
        ("broke my ankle three years ago, it's fine, hip is tight since sunday", "2026-11-22"),
        ("sore since august, worse since sunday", "2026-08-01"),
    ],
)
def test_when_it_began_is_read_as_far_as_it_was_told(text: str, day: str | None) -> None:
    found = since(plain(text), replace(FRAME, asked="since"))
    assert (found and found.isoformat()) == day


def test_the_last_thanksgiving_is_meant_once_it_is_over() -> None:
    assert str(since("since turkey day", replace(FRAME, now=datetime(2026, 12, 3, 9)))) == "2026-11-26"


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("40k a week", set(), "40km"),
        ("25 miles a week", set(), "25mi"),
        ("70 to 80 miles per week", set(), "80mi"),
        ("40 mpw", set(), "40mi"),
        ("50 kpw", set(), "50km"),
        ("I run 3 times a week", set(), "3x"),
        ("three runs a week", set(), "3x"),
        ("I run twice a week", set(), "2x"),
        ("five times weekly, about 6 miles each, running", set(), "5x"),
        ("could I come for a massage 2 times a week", set(), ""),
        ("a massage 3 times a week while running", set(), ""),
        ("3", RUNNING, "3x"),
        ("40", RUNNING, "40km"),
        ("40k", RUNNING, "40km"),
        ("25 miles", RUNNING, "25mi"),
        ("10k", RUNNING, ""),
        ("10k", frozenset({"routine"}), "10km"),
        ("3 runs", RUNNING, "3x"),
        ("not much", RUNNING, "light"),
        ("every day", RUNNING, "7x"),
        ("I run every day", set(), "7x"),
        ("I run 5 times a week but I'm down to two", set(), "2x"),
        ("I get out 2-3 times a week", set(), "3x"),
        ("Weekly volume: 55-60 km", set(), "60km"),
        ("maybe a dozen miles", RUNNING, "12mi"),
        ("a couple of times a week", RUNNING, "2x"),
        ("used to be 60k, now 20k", RUNNING, "20km"),
        ("most days", RUNNING, "regular"),
        ("no idea", RUNNING, ""),
        ("40k", set(), ""),
        ("25ish miles", RUNNING, "25mi"),
        ("thirty-five", RUNNING, "35km"),
        ("three runs a week, about 30k", set(), "30km"),
        ("I average 35-40", RUNNING, "40km"),
        ("fifteen", RUNNING, "15km"),
        ("50k-60k", RUNNING, "60km"),
        ("5 days a week, about 50k all in", RUNNING, "50km"),
        ("6 runs a week, around 80k total", set(), "80km"),
        ("6 days outta 7", RUNNING, "6x"),
        ("up to 22 a week, running", set(), "22km"),
        ("mileage is around 28", RUNNING, "28km"),
        ("three club runs every week", set(), "3x"),
        ("3 times a week, 5 miles each", RUNNING, "3x"),
        ("I cycle 100 miles a week", set(), ""),
        ("not much, couch to 5k", RUNNING, "light"),
        ("I run 40 km each week", set(), "40km"),
    ],
)
def test_how_much_somebody_runs(text: str, asked: frozenset[str], answer: str) -> None:
    assert routine(plain(text), asked, "km") == answer


def test_a_bare_number_is_miles_where_people_run_miles() -> None:
    assert routine("40", RUNNING, "miles") == "40mi"


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("my goal is to run pain free", set(), "pain_free"),
        ("I want to stay injury free", set(), "prevent"),
        ("sub 2 half", RUNNING, "faster"),
        ("just relax", RUNNING, "relax"),
        ("to get round", RUNNING, "finish"),
        ("help me recover", RUNNING, "recover"),
        ("relax", set(), ""),
        ("keep up with my kids", RUNNING, ""),
        ("keep up = my kids\nand dog", frozenset({"goal"}), "keep up my kids and dog"),
        ("a" * 500, frozenset({"goal"}), "a" * 200),
    ],
)
def test_what_somebody_hopes_for(text: str, asked: frozenset[str], answer: str) -> None:
    assert goal(plain(text), asked, readable(text)) == answer


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("seeing a physio", set(), "yes"),
        ("my GP knows about it", set(), "yes"),
        ("the physio said massage would be ok", set(), "yes"),
        ("not seen anyone", set(), "no"),
        ("no doctor, no physio", set(), "no"),
        ("nobody's looked at it", set(), "no"),
        ("physio", RUNNING, "yes"),
        ("physio", set(), ""),
        ("should I see a physio?", set(), ""),
        ("can I speak to the doctor", RUNNING, ""),
        ("tuesday", RUNNING, ""),
    ],
)
def test_who_treats_it(text: str, asked: frozenset[str], answer: str) -> None:
    assert care(plain(text), asked) == answer


@pytest.mark.parametrize(
    ("text", "asked", "none"),
    [
        ("nothing hurts", set(), True),
        ("no pain, just a massage", set(), True),
        ("just a massage", frozenset({"complaint"}), True),
        ("none", frozenset({"complaint"}), True),
        ("none", set(), False),
        ("just maintenance please", frozenset({"suggestion"}), False),
        ("nothing hurts really", frozenset({"suggestion"}), True),
        ("no pain at rest", set(), False),
        ("no chest pain", set(), False),
    ],
)
def test_nothing_hurts_is_an_answer(text: str, asked: frozenset[str], none: bool) -> None:
    assert nothing_hurts(plain(text), asked) is none


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("half marathon on the 14th", set(), "half@2026-12-14"),
        ("half on 14 december", set(), "half@2026-12-14"),
        ("ran a 10k on saturday, got the marathon on 3 may", set(), "10k@2026-11-21+marathon@2027-05-03"),
        ("the 14th", RUNNING, "race@2026-12-14"),
        ("race is on the 6th", set(), "race@2026-12-06"),
        ("a half, not sure when", RUNNING, "half"),
        ("a half", set(), ""),
        ("sub 2 half is the dream", RUNNING, ""),
        ("no races", set(), "none"),
        ("none", RUNNING, "none"),
        ("none", set(), ""),
        ("nothing planned", RUNNING, "none"),
        ("xc on saturday", set(), "cross_country@2026-11-28"),
        ("50 miler in 3 weeks", set(), "ultra@2026-12-15"),
        ("10 miler on sunday", set(), "10_mile@2026-11-29"),
        ("triathlon on sunday", set(), "triathlon@2026-11-29"),
        ("800m race on sunday", set(), "track@2026-11-29"),
        ("about half an hour", RUNNING, ""),
        ("Cardiff Half, 3 October 2027", RUNNING, "half@2027-10-03"),
        ("3 October, the Cardiff Half", RUNNING, "half@2027-10-03"),
        ("the thanksgiving half, this thursday", RUNNING, "half@2026-11-26"),
        ("Swansea Half in June, the 13th", RUNNING, "half@2027-06-13"),
        ("70.3 in Augusta, september 26", RUNNING, "triathlon@2027-09-26"),
        ("10 miler in Portsmouth", RUNNING, "10_mile"),
        ("40k", RUNNING, ""),
        ("got a 50 miler coming March 6", set(), "ultra@2027-03-06"),
        ("club 10 mile on 28 Feb", set(), "10_mile@2027-02-28"),
        ("nothing raced till the 5k on 1 January", set(), "5k@2027-01-01"),
        ("signed up for my first marathon", set(), "marathon"),
        ("signed up for a 100k in April", set(), "ultra"),
        ("training for a marathon, a week of 60 miles", set(), "marathon"),
        ("did my first 10 miler", set(), ""),
        ("I do 10k every Sunday for fun", set(), ""),
        ("write me a 16 week plan for a marathon", set(), ""),
        ("ran 13.1 on sunday in 2:04:30", set(), "half@2026-11-22"),
        ("a marathon in 3 weeks", set(), "marathon@2026-12-15"),
        ("a marathon next month", set(), "marathon"),
        ("my reason for coming is that my club pays half", set(), ""),
        ("got Abingdon Marathon coming up", set(), "marathon"),
        ("50k trail, January 23", RUNNING, "ultra@2027-01-23"),
        ("big cross country meet Saturday", set(), "cross_country@2026-11-28"),
        ("doing London on April 25", set(), "marathon@2027-04-25"),
        ("came on after parkrun last saturday", set(), ""),
        ("Peachtree, July 4th", RUNNING, "10k@2027-07-04"),
        ("sore since parkrun on Saturday", set(), ""),
        ("Leadville", RUNNING, "ultra"),
        ("running my first marathon in Newport on 18 April", set(), "marathon@2027-04-18"),
        ("nyc in november", RUNNING, "marathon"),
        ("a 30 mile fell ultra on the 6th of March", RUNNING, "ultra@2027-03-06"),
        ("I've got Boston on April 19", set(), "marathon@2027-04-19"),
        ("my XC state meet is December 5", set(), "cross_country@2026-12-05"),
        ("I live off Peachtree Street", RUNNING, ""),
        ("Peachtree road race in july", set(), "10k"),
        ("Great South Run", RUNNING, "10_mile"),
        ("Boston!!", RUNNING, "marathon"),
        ("26.2 miles round Manchester, 18th April", RUNNING, "marathon@2027-04-18"),
        ("Brecon 100k", frozenset({"race"}), "ultra"),
        ("booked in for the Snowdonia Marathon", set(), "marathon"),
        ("big race on 5 December, a half marathon in Barry", set(), "half@2026-12-05"),
        ("big race on Sunday, I do a 10k every week", set(), "race@2026-11-29"),
        ("racing a mile on the track on Feb 20th", set(), "track@2027-02-20"),
        ("fell race on sunday the 6th", set(), "race@2026-12-06"),
        ("40k/wk though", set(), ""),
    ],
)
def test_races_behind_and_ahead(text: str, asked: frozenset[str], answer: str) -> None:
    assert races(plain(text), FRAME, asked) == answer


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("90 minutes please", set(), "90"),
        ("60 mins", set(), "60"),
        ("make it 90", set(), "90"),
        ("an hour and a half", frozenset({"length"}), "90"),
        ("half hour... no, an hour", frozenset({"length"}), "60"),
        ("can I book an hour", frozenset({"length"}), "60"),
        ("an hour ago", frozenset({"length"}), ""),
        ("push it back an hour", frozenset({"day"}), ""),
        ("two hours", frozenset({"length"}), "120"),
        ("45", frozenset({"length"}), "45"),
        ("45", set(), ""),
        ("the longer one", frozenset({"length"}), "90"),
        ("the short one", frozenset({"length"}), "60"),
        ("60 not 90", frozenset({"length"}), "60"),
        ("ninety minutes", set(), "90"),
        ("there in 20 minutes", set(), ""),
        ("20 minutes", set(), ""),
        ("whatever", frozenset({"length"}), ""),
    ],
)
def test_how_long_the_session_is_to_be(text: str, asked: frozenset[str], answer: str) -> None:
    assert length(plain(text), asked) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("just maintenance", "maintenance"),
        ("pre race massage please", "pre_event"),
        ("post-marathon rub", "post_event"),
        ("sports rehab", "injury_rehab"),
        ("not maintenance, rehab", "injury_rehab"),
        ("pre race or post race?", ""),
        ("a massage", ""),
    ],
)
def test_a_session_type_that_is_named(text: str, answer: str) -> None:
    assert session_type(plain(text)) == answer


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("with Anna", set(), "anna"),
        ("Anna's", set(), "anna"),
        ("with caryss please", set(), "carys"),
        ("not ben, anna", set(), "anna"),
        ("ben or anna", set(), ""),
        ("I'm Anna", set(), ""),
        ("anyone", frozenset({"therapist"}), "anyone"),
        ("don't mind who", set(), "anyone"),
        ("anyone", set(), ""),
        ("is anna in", set(), "anna"),
    ],
)
def test_whom_somebody_wants_to_see(text: str, asked: frozenset[str], answer: str) -> None:
    assert therapist(plain(text), asked, THERAPISTS) == answer


@pytest.mark.parametrize(
    ("text", "asked", "agrees", "is_guardian"),
    [
        ("yes, I'm over 18 and happy for you to note it", {"consent"}, "yes", "no"),
        ("I agree", {"consent"}, "yes", ""),
        ("I agree", set(), "", ""),
        ("I consent", set(), "yes", ""),
        ("I don't consent", set(), "no", ""),
        ("no just book", {"consent"}, "no", ""),
        ("please don't write it down", {"consent"}, "no", ""),
        ("yes I'm 43", {"consent"}, "yes", "no"),
        ("yes I'm 16", {"consent"}, "minor", ""),
        ("for my 15 year old son, I'm his mum, that's fine", {"consent"}, "yes", "yes"),
        ("my daughter, she's 14", set(), "", "yes"),
        ("it's for my daughter", set(), "", ""),
        ("left calf", {"consent"}, "", ""),
        ("Absolutely not", {"consent"}, "no", ""),
        ("I'd rather you didn't keep my details", {"consent"}, "no", ""),
        ("just book me in without", {"consent"}, "no", ""),
        ("fine by me", {"consent"}, "yes", ""),
        ("no problem", {"consent"}, "yes", ""),
        ("go on then", {"consent"}, "yes", ""),
        ("I'm 51 and agree", {"consent"}, "yes", "no"),
        ("my daughter is 14, I'm her mum, yes", {"consent"}, "yes", "yes"),
        ("yes of course, as his dad", {"consent"}, "yes", "yes"),
        ("she's 13 and I'm her nan", {"consent"}, "", "yes"),
        ("i am under 18", {"consent"}, "minor", ""),
        ("why do you need that?", {"consent"}, "", ""),
        ("do I have to?", {"consent"}, "", ""),
    ],
)
def test_consent_and_who_gives_it(text: str, asked: set[str], agrees: str, is_guardian: str) -> None:
    assert (consent(plain(text), frozenset(asked)), guardian(plain(text), frozenset(asked))) == (agrees, is_guardian)


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("I'm Jo Evans", set(), "Jo Evans"),
        ("name's Sarah", set(), "Sarah"),
        ("my name is Pedro and I run", set(), "Pedro"),
        ("put it under Pritchard", set(), "Pritchard"),
        ("I'm tired", set(), ""),
        ("I'm OK-ish", set(), ""),
        ("I'm Mrs", set(), ""),
        ("sarah hughes", {"name"}, "Sarah Hughes"),
        ("sarah hughes", set(), ""),
        ("Siân", {"name"}, "Siân"),
        ("Sarah 👍", {"name"}, "Sarah"),
        ("Tom & Jerry", {"name"}, ""),
        ("niamh o'sullivan, 07700 900461", {"name"}, "Niamh O'Sullivan"),
        ("Jean-Luc, and the mail is jl at example dot fr", {"name"}, "Jean-Luc"),
        ("llinos ap gwilym", {"name"}, "Llinos ap Gwilym"),
        ("Ольга", {"name"}, "Ольга"),
        ("yes", {"name"}, ""),
        ("skip", {"name"}, ""),
        ("what's the price?", {"name"}, ""),
        ("parking", {"name"}, ""),
        ("thursday", {"name"}, ""),
        ("one two three four five", {"name"}, ""),
        ("B" * 90, {"name"}, ""),
        ("put it under my wife's name, Niamh Brennan", {"name"}, "Niamh Brennan"),
        ("this is for my son, Tom Archer", {"name"}, "Tom Archer"),
        ("it's for my husband Bob", set(), "Bob"),
        ("it's for my husband, he won't ring himself", set(), ""),
        ("hold on, need to check with my wife", {"name"}, ""),
        ("why do you need my name", {"name"}, ""),
        ("never mind the whole thing", {"name"}, ""),
        ("MARY-KATE O'DONOGHUE", {"name"}, "Mary-Kate O'Donoghue"),
        ("first name Aroha, surname Tipene", {"name"}, "Aroha Tipene"),
        ("Will Bookman", {"name"}, "Will Bookman"),
        ("Left Knee", {"name"}, ""),
        ("can you put Grace down", {"name"}, "Grace"),
        ("uhh its for me so Trent Okafor", {"name"}, "Trent Okafor"),
        ("it's under Kowalczyk-Jones", {"name"}, "Kowalczyk-Jones"),
        ("change the name on it to Sioned Parry please", set(), "Sioned Parry"),
        ("I am Kenji Watanabe. Low back is aching", set(), "Kenji Watanabe"),
        ("hiya, Dai Hughes here, bad hamstring", set(), "Dai Hughes"),
        ("Fall marathon season is here!", set(), ""),
        ("Appointment for Tomos Griffiths please", set(), "Tomos Griffiths"),
        ("book for Tuesday", set(), ""),
        ("session for Boston please", set(), ""),
        ("Keisha Brown 404.555.0129", set(), "Keisha Brown"),
        ("friday, thx - Mike D.", set(), "Mike D"),
        ("Thanks, Anna", set(), ""),
        ("my names rob n my knees goosed", set(), "Rob"),
        ("name ideas for a puppy", set(), ""),
        ("I'm Welsh so I'm used to it", set(), ""),
        ("I'm Boston bound", set(), ""),
        ("I'm Boston Marathon bound", set(), ""),
        ("this is URGENT", set(), ""),
        ("hey this is tasha, my hip is mad at me", set(), "Tasha"),
        ("hi its so sore, help", set(), ""),
        ("hi im interested in a massage", set(), ""),
        ("this is tricky", set(), ""),
        ("Hello there, Sioned Wyn Roberts speaking, hi", set(), "Sioned Wyn Roberts"),
        ("its gonna be under my maiden name, Delgado", {"name"}, "Delgado"),
        ("Catrin. just Catrin", {"name"}, "Catrin"),
        ("Mine's Steff, surname Bowen", {"name"}, "Steff Bowen"),
        ("could you book my daughter Nia in?", set(), "Nia"),
        ("Put me down: Omar Farouk, 404-555-0190", set(), "Omar Farouk"),
        ("put Megan and I'll text you her surname", {"name"}, "Megan"),
        ("put Megan and I'll text you her surname", set(), ""),
        ("Thanks Sarah Price", set(), "Sarah Price"),
        ("book Rhodri Vaughan in for Monday", set(), "Rhodri Vaughan"),
        ("tom price", {"name"}, "Tom Price"),
        ("Put down Ngozi please", {"name"}, "Ngozi"),
        ("Jean-Luc Moreau if you please", {"name"}, "Jean-Luc Moreau"),
        ("Please schedule Monique Baptiste for Monday", set(), "Monique Baptiste"),
        ("Please schedule Deep Tissue for Monday", set(), ""),
        ("Hey there, Carlos Mendoza, I run a bit", set(), "Carlos Mendoza"),
        ("Dw i'n Aneirin. Right calf", set(), "Aneirin"),
        ("price list", {"name"}, ""),
        ("O'Connor, Sinead", {"name"}, "Sinead O'Connor"),
        ("Okay, Sinead", {"name"}, "Sinead"),
        ("Mr. Geraint ap Rhys", {"name"}, "Geraint ap Rhys"),
        ("put it under Okonkwo-Smith, first name Chidi", {"name"}, "Chidi Okonkwo-Smith"),
        ("The name is Bond. James Bond. No really.", set(), "James Bond"),
        ("my name is Nguyễn Văn An and I'd like Tuesday", set(), "Nguyễn Văn An"),
        ("correction my name is spelled Katharyn Wu", set(), "Katharyn Wu"),
        ("Could I book for Thursday please? Cheers, Aled", set(), "Aled"),
        ("That's booked then. Thanks, perfect", set(), ""),
        ("Best wishes, Eira x", set(), "Eira"),
        ("Kind regards\nHuw Prosser\n07700 900876", set(), "Huw Prosser"),
        ("Something on Friday. - Kwame", set(), "Kwame"),
        ("reach me at (770) 555-0117. Marcus W.", set(), "Marcus W"),
        ("Booking under Van Houten please", set(), "Van Houten"),
        ("Hi! Gareth again. Same calf", set(), "Gareth"),
        ("Hi! Calf again.", set(), ""),
        ("Morning, Ffion Haf Williams from Canton", set(), "Ffion Haf Williams"),
        ("hi im jessica and im a new runner", set(), "Jessica"),
        ("hi im exhausted and my legs ache", set(), ""),
        ("it's Anna I saw last time", set(), ""),
    ],
)
def test_whose_name_it_goes_under(text: str, asked: set[str], answer: str) -> None:
    assert name(readable(text), frozenset(asked)) == answer


@pytest.mark.parametrize(
    ("text", "asked", "locale", "answer"),
    [
        ("07700 900123", set(), "en_GB", "+447700900123"),
        ("029 2018 0456", set(), "en_GB", "+442920180456"),
        ("(404) 555-0143", set(), "en_US", "+14045550143"),
        ("+44 7700 900 982", set(), "en_US", "+447700900982"),
        ("404 555 0143", {"contact"}, "en_GB", "invalid"),
        ("12345678", {"contact"}, "en_GB", "invalid"),
        ("12345678", set(), "en_GB", ""),
        ("me@", {"contact"}, "en_GB", "invalid"),
        ("Jo.Evans@Example.COM", set(), "en_GB", "Jo.Evans@example.com"),
        ("email is runnergirl at example dot org", set(), "en_GB", "runnergirl@example.org"),
        ("meet at noon dot", set(), "en_GB", ""),
        ("999999999999999999", {"contact"}, "en_GB", "invalid"),
        ("+999 999 999 9999", {"contact"}, "en_GB", "invalid"),
        ("no phone", {"contact"}, "en_GB", ""),
        ("oh seven seven double oh nine hundred one two three", {"contact"}, "en_GB", "+447700900123"),
        ("770 five five five 0119", {"contact"}, "en_US", "+17705550119"),
        ("four oh four, five five five, oh one seven two", {"contact"}, "en_US", "+14045550172"),
        ("zero double seven double zero nine hundred double one three", {"contact"}, "en_GB", "+447700900113"),
        ("jt underscore runs at icloud dot com", {"contact"}, "en_US", "jt_runs@icloud.com"),
        ("sioned dot parry at example dot co dot uk", {"contact"}, "en_GB", "sioned.parry@example.co.uk"),
        ("I rang 029 2018 0000 and nobody answered", set(), "en_GB", ""),
        ("ring me on 029 2018 0000", set(), "en_GB", "+442920180000"),
    ],
)
def test_how_to_reach_somebody(text: str, asked: set[str], locale: str, answer: str) -> None:
    assert "".join(contacts(text, frozenset(asked), locale)) == answer


def test_every_way_to_reach_somebody_is_heard_in_the_order_told() -> None:
    told = contacts("sian.ll@example.com or ring 07700 900871", frozenset({"contact"}), "en_GB")
    assert told == ["sian.ll@example.com", "+447700900871"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("left calf and lower back", {"calf": True, "low_back": True}),
        ("my calf is fine now", {"calf": False}),
        ("it's not the calf, it's the shin", {"calf": False, "shin_splints": True}),
        ("calf was sore in summer but it's fine now", {"calf": False}),
        ("shin's grand, calf's the problem", {"shin_splints": False, "calf": True}),
        ("outside of my right knee", {"it_band_syndrome": True}),
        ("the arch of my foot", {"plantar_fasciitis": True}),
        ("achiles and hamstirng", {"achilles_tendinopathy": True, "hamstring": True}),
        ("get back to me", {}),
        ("my mum has a bad knee", {}),
        ("my mum has a bad knee, hers is worse. I have a sore calf", {"calf": True}),
        ("booking for my daughter, her shin hurts", {"shin_splints": True}),
        ("running tights", {}),
        ("he is a pain in the neck", {}),
        ("there is a pain in the neck when I turn", {"other_injury": True}),
        ("is it by the low back door", {}),
        ("sore in the low part of the back when I sit", {"low_back": True}),
        ("calf length socks", {}),
        ("my calf's tight and my bum's worse", {"calf": True, "glute": True}),
        ("it grinds", {}),
        ("the outer side of my hip", {"other_injury": True}),
        ("PF in my left foot", {"plantar_fasciitis": True}),
        ("a sore knee in 2019, never since", {"runners_knee": False}),
        ("my calf was bad at Easter, it's behaved since", {"calf": False}),
        ("hamstring? ancient history", {"hamstring": False}),
        ("pacing is my Achilles heel", {}),
        ("won't need you any more, my calf's better", {"calf": False}),
        ("stiff neck last week, a night's sleep did the trick", {"other_injury": False}),
        ("the heel has not settled", {"plantar_fasciitis": True}),
        ("my calf went on Sunday", {"calf": True}),
        ("my boss's hip is being replaced", {}),
        ("a bloke at the club has shin splints", {}),
        ("the husband's knee hurts, can you see him", {"runners_knee": True}),
        ("stuck my neck out and entered", {}),
        ("the knee was bad, but it's been 100% since May", {"runners_knee": False}),
        ("the calf feels better when I run", {"calf": True}),
        ("not just my calf", {"calf": True}),
        ("the calf is ok. no, the calf hurts", {"calf": True}),
        ("had a bad knee two summers back, no trouble since", {"runners_knee": False}),
        ("my hip used to click. It's been perfect for months", {"hip_flexor": False}),
        ("sore shin all spring, nothing to report", {"shin_splints": False}),
        ("sore shin all spring, nothing else to report", {"shin_splints": True}),
        ("need my neck and back sorted", {"other_injury": True, "low_back": True}),
        ("the calf came back again after I rested", {"calf": True}),
        ("used to get sore shins, new shoes fixed it", {"shin_splints": False}),
        ("her hamstring went in the relay", {}),
        ("she is 14, her hamstring went in the relay", {"hamstring": True}),
        ("our Rhys did his achilles", {}),
        ("do you treat runner's knee", {}),
        ("is rolling good for calves, or hamstrings?", {}),
        ("do you treat runner's knee? mine clicks", {"runners_knee": True}),
        ("is ice any good for my knee", {"runners_knee": True}),
        ("what helps sore shins? Calf hurts.", {"calf": True}),
        ("three sets of glute bridges on a quad bike", {}),
        ("high knees hurt my hip", {"hip_flexor": True}),
        ("call me back after the run", {}),
        ("my back after the run", {"low_back": True}),
        ("got back pain", {"low_back": True}),
        ("just above the knee", {}),
        ("back of my leg, under the calf", {"calf": True}),
        ("soleus and gastrocs", {"calf": True}),
        ("the muscle of my leg below the knee", {"calf": True}),
        ("the big muscle behind my upper leg", {"hamstring": True}),
        ("the crease at the top of my thigh", {"hip_flexor": True}),
        ("my foot hurts. It's the arch", {"plantar_fasciitis": True}),
        ("sprained ankle and a sore arch", {"other_injury": True, "plantar_fasciitis": True}),
        ("", {}),
    ],
)
def test_places_are_told_denied_or_of_somebody_else(text: str, labels: dict[str, bool]) -> None:
    assert told(areas(words(text), ATLAS)) == labels


@pytest.mark.parametrize(
    ("text", "asked", "answers"),
    [
        ("left", {"side"}, {"side": "left"}),
        ("L", {"side"}, {"side": "left"}),
        ("left", set(), {}),
        ("no, the left one", set(), {"side": "left"}),
        ("rigth leg", set(), {"side": "right"}),
        ("left more than the right", {"side"}, {"side": "both"}),
        ("both", {"side"}, {"side": "both"}),
        ("right not left", {"side"}, {"side": "right"}),
        ("in the middle", {"side"}, {"side": "middle"}),
        ("any slots left", {"side"}, {}),
        ("that's right", {"side"}, {}),
        ("left calf", set(), {"side.calf": "left"}),
        ("left knee and right calf", set(), {"side.runners_knee": "left", "side.calf": "right"}),
        ("calf on the left, lower back", set(), {"side.calf": "left"}),
        ("Right, I've put this off, calf", set(), {}),
        ("right, 3 weeks, a 6 and none", {"side"}, {"side": "right"}),
        ("2 weeks, left knee", set(), {"side.runners_knee": "left"}),
        ("my left IT band", set(), {"side.it_band_syndrome": "left"}),
        ("pain right under the heel", set(), {}),
        ("the right under the heel", set(), {"side.plantar_fasciitis": "right"}),
        ("it's the right one, couldn't say when it began", set(), {"side": "right"}),
        ("right knee, no wait, left knee. sorry", set(), {"side.runners_knee": "left"}),
        ("right knee, actually the left one too", set(), {"side.runners_knee": "both"}),
        ("not left, the other", {"side"}, {"side": "right"}),
        ("not the left", {"side"}, {}),
        ("the left's the bad one", {"side"}, {"side": "left"}),
        ("my right, your left", {"side"}, {"side": "right"}),
        ("left knee's fine now, it's the right", {"side"}, {"side.runners_knee": "right"}),
        ("left calf is twice the size of the right", set(), {"side.calf": "left"}),
        ("each shin aches", set(), {"side.shin_splints": "both"}),
        ("my shins r killing me", set(), {}),
        ("R glute", set(), {"side.glute": "right"}),
        ("it's the other leg, right not left", set(), {"side": "right"}),
        ("left or right side of the building?", set(), {}),
        ("rite", {"side"}, {"side": "right"}),
        ("no the hip is right, knee is left", set(), {"side.hip_flexor": "right", "side.runners_knee": "left"}),
        ("take a left on Roswell", set(), {}),
        ("heels. the pair of them. every morning", set(), {"side.plantar_fasciitis": "both"}),
    ],
)
def test_which_side_of_which_complaint(text: str, asked: set[str], answers: dict[str, str]) -> None:
    places = areas(words(text), ATLAS)
    assert sides(words(text), places, list(told(places)), frozenset(asked)) == answers


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Yes!", "affirm"),
        ("👍", "affirm"),
        ("👎👎", "deny"),
        ("n", "deny"),
        ("Skip", "skip"),
        ("start over", "restart"),
        ("cheers", "thank"),
        ("cheers x", "thank"),
        ("No sir, none of that", "deny"),
        ("oh no no", "deny"),
        ("Ie, iawn", "affirm"),
        ("alright butt", "greet"),
        ("left calf", ""),
        ("love", ""),
        ("", ""),
    ],
)
def test_short_replies_are_known_by_heart(text: str, intent: str) -> None:
    assert exact(plain(text)) == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("can I talk to someone", "human"),
        ("I'd rather speak to a person at the clinic", "human"),
        ("please cancel my appointment on friday", "cancel_appointment"),
        ("could we move my session to monday", "reschedule"),
        ("when am I booked in", "show_appointment"),
        ("can we start again please", "restart"),
        ("oh I made a mistake", "undo"),
        ("forget it, thanks", "stop"),
        ("have you got any slots on friday", "book"),
        ("how much is it", "ask_faq"),
        ("how does this work then", "help"),
        ("hello my friend", "greet"),
        ("that was great, thanks", "thank"),
        ("thursday", "inform"),
    ],
)
def test_keywords_alone_tell_what_a_message_is_for(text: str, intent: str) -> None:
    assert guess(plain(text)) == intent


def test_a_question_about_the_bot_is_no_wish_for_a_person() -> None:
    assert command(plain("am I talking to a real person")) == ""
    assert topic(plain("are you a robot")) == "bot"


def test_what_nobody_sees_is_left_out_of_a_text() -> None:
    assert readable("le\u200bft\u202e \ud800calf\0  \n now") == "le ft calf now"
    assert plain("I CAN’T") == "i cant"


def test_a_reference_is_found_however_it_is_typed() -> None:
    assert reference("cancel k7m2qx please") == "K7M2QX"
    assert reference("cancel 123456") == ""


@pytest.mark.parametrize("text", ["thursday 26 november at half 5", "thurs 26", "on the 26 nov please"])
def test_the_day_of_a_date_is_no_length(text: str) -> None:
    assert length(plain(text), frozenset({"suggestion", "length", "day", "time"})) == ""


@pytest.mark.parametrize("text", ["how long do they go on for, no idea", "couldn't say how long I need"])
def test_who_wonders_how_long_wants_no_longer_one(text: str) -> None:
    assert length(plain(text), frozenset({"length"})) == ""


@pytest.mark.parametrize("text", ["actually the right shin", "oops, the left one", "wait"])
def test_a_correction_is_no_name(text: str) -> None:
    assert name(text, frozenset({"name", "contact"})) == ""


def test_a_parent_who_is_there_makes_the_booking() -> None:
    assert guardian("my mum is here she says yes", frozenset({"guardian"})) == "yes"
    assert guardian("my mum is a runner too", frozenset({"guardian"})) == ""
