"""Phrases as clients write them, read on Tuesday 24 November 2026 at 10:15 by a clinic open Monday to Saturday, 7–20.

Each row is a message and, behind the arrow, all that is understood: what `answers` stores, since when it hurts, the day
of a race ("behind" if it was run). A dash: nothing about time.
"""

from datetime import date, datetime, time

import pytest

from bot.when import Frame, answers, race_day, since

NOW = datetime(2026, 11, 24, 10, 15)
HOURS = (*[(time(7), time(20))] * 6, None)

BRITISH = r"""
the day before Swansea marathon, which is on 13 december => day=2026-12-12 race=2026-12-13
two days before the Great Bristol half on the 6th => day=2026-12-04 race=2026-12-06
the day after my Tenby ultra, on the 5th => day=2026-12-06 race=2026-12-05
Can I come. Race on the 6th => race=2026-12-06
Something After Marathon, 6 December => day=2026-12-07..2026-12-13 race=2026-12-06
friday at 5, cancel please => which=2026-11-27T17:00
friday morning - cancel, sorry => which=2026-11-27
saturday at 9, scrap it thanks => which=2026-11-28T09:00
I can't do thursday at 2, cancel it please => which=2026-11-26T14:00
thursday and friday, cancel both => which=2026-11-26
friday one, cancel it, could I do monday => day=2026-11-30 which=2026-11-27
could I do thursday, switch please => day=2026-11-26
saturday at 9, reschedule please => day=2026-11-28 time=09:00
friday at 5, cancel my monday one => day=2026-11-27 time=17:00 which=2026-11-30
friday at 5, cancellations? => day=2026-11-27 time=17:00
the noon one on the 12th has to budge => which=2026-12-12T12:00
can I have 8 on monday? am or pm => day=2026-11-30 time=08:00
within a fortnight, thursday if poss => day=2026-11-26
the next 3 days, or friday week => day=2026-11-24..2026-11-27|2026-12-04
the day before my race, which falls on friday 4 december => day=2026-12-03 race=2026-12-04
two days before my marathon. It's on the 6th => day=2026-12-04 race=2026-12-06
the day before my race. friday is best => day=2026-11-27
sore since the weekend before last, any gap on friday => day=2026-11-27 since=2026-11-14
marathon on the 20th of december, 10k on the 5th, any slot the day before my race => day=2026-12-04 race=2026-12-20
10k on the 5th, marathon on the 20th of december, any slot two days before the marathon => day=2026-12-18 race=2026-12-05
half marathon on the 5th, marathon on the 20th of december, the day before my marathon => day=2026-12-19 race=2026-12-05
marathon on the 20th of december, half marathon on the 5th, the day after my half => day=2026-12-06 race=2026-12-20
a thursday at 2 wouldn't go amiss => day=2026-11-26 time=14:00
the office won't miss me on friday => day=2026-11-27
I won't miss my friday one => which=2026-11-27
doing nothing friday => day=2026-11-27
could dodge the meeting at 3 on friday => day=2026-11-27 time=15:00
they let us out at 4 on friday, so 5 with you => day=2026-11-27 time=17:00
let us come on friday => day=2026-11-27
my boss lets me go at 2 on thursdays => day=2026-11-26|2026-12-03 time=14:00..20:00
thursday my boss lets me go at 3 => day=2026-11-26 time=15:00..20:00
saturday after 4 please, the shop lets me go at 3:30 => day=2026-11-28 time=16:00..20:00
they let me off the 2 o'clock meeting friday => -
I must cry off friday at 3 => which=2026-11-27T15:00
could you juggle friday to saturday => day=2026-11-28 which=2026-11-27
could you juggle my thursday to friday => day=2026-11-27 which=2026-11-26
I juggle shifts on thursday, friday is fine => day=2026-11-27
I can duck out of the office at 2 on friday => day=2026-11-27 time=14:00
I can beg off class on thursday morning => day=2026-11-26 time=07:00..12:00
I'd cry off a lot for a gap on thursday => day=2026-11-26
might have to beg off my thursday one => which=2026-11-26
could monday take the place of what I've got on friday => day=2026-11-30 which=2026-11-27
what have you got on friday => day=2026-11-27
friday, please don't make it the afternoon => day=2026-11-27 time=07:00..12:00|17:00..20:00
don't bother giving me thursday, friday is best => day=2026-11-27
it's no bother, friday => day=2026-11-27
the office is shut friday so that'd be ideal => day=2026-11-27
my race was sunday so that was great => race=2026-11-22 behind
the boys are at nursery wednesday so that'd be lovely for us => day=2026-11-25
yoga is at 9 on friday so it would be great to come at 11 => day=2026-11-27 time=11:00
I've choir on thursday so it'll be best to see you wednesday => day=2026-11-25
the scan is monday so it would be ideal if friday were open => day=2026-11-27
I teach fridays so that would be great to avoid => -
swim is at 5 so that would be good before => -
pilates is monday so that'd be perfect, thursday please => day=2026-11-26
spin is from 1 to 2 on friday so during that is no good => -
my meeting's from 2 to 4 on friday, so in there => day=2026-11-27 time=14:00..16:00
wednesday I've the kids so leave me out of that one, friday => day=2026-11-27
friday at 3, take my name off it please => which=2026-11-27T15:00
thursday morning, that's when I'm least tired => day=2026-11-26 time=07:00..12:00
thursday morning, that's when I'm with you, can we do friday => day=2026-11-27 which=2026-11-26
any time friday, except 3 because I teach then => day=2026-11-27 time=!15:00
friday afternoon but four's no use => day=2026-11-27 time=12:00..17:00|!16:00
bring me in at 5 on monday rather than the 3 on friday => day=2026-11-30 time=17:00|!2026-11-27T15:00|!2026-12-04T15:00
anything of next week save wednesday => day=2026-11-30..2026-12-01|2026-12-03..2026-12-06
save friday for me => day=2026-11-27
friday when the clock strikes 4pm => day=2026-11-27 time=16:00
the noon one on friday suits => day=2026-11-27 time=12:00
not off shift till 4 on friday => day=2026-11-27 time=16:00..20:00
not home from the office until 5, friday => day=2026-11-27 time=17:00..20:00
I'd be on the table by noon tomorrow => day=2026-11-25 time=12:00
finish by half 3 on friday => day=2026-11-27 time=07:00..15:30
I lecture until 2 on friday so anything past that => day=2026-11-27 time=14:00..20:00
friday, choir starts at 6 so before that please => day=2026-11-27 time=07:00..18:00
friday before dinner => day=2026-11-27 time=07:00..12:00
one evening next week => day=2026-11-30..2026-12-06 time=17:00..20:00
monday lunchtime and the evening of wednesday the 2nd => day=2026-11-30|2026-12-02 time=2026-11-30T12:00..14:00|2026-12-02T17:00..20:00
humpday would be grand => day=2026-11-25
the weekend of the 5th and 6th => day=2026-12-05..2026-12-06
weekend of the 5th and the 10th => day=2026-12-05..2026-12-06|2026-12-10
boss said no. four on friday? => day=2026-11-27 time=16:00
no. 4 on friday => day=2026-11-27
friday, I'm sat at home => day=2026-11-27
at five and twenty past four on friday => day=2026-11-27 time=16:25
at five and twenty to four on friday => day=2026-11-27 time=15:35
friday between five and twenty past six => day=2026-11-27 time=17:00..18:20
move 3 Dec 14:15 to 8 Dec 16:15 => day=2026-12-08 time=16:15 which=2026-12-03T14:15
a christmas treat for my legs on friday => day=2026-11-27
christmas eve would be a treat => day=2026-12-24
boxing day or not, friday please => day=2026-11-27
christmas or new year => day=2026-12-25|2027-01-01
my next day off is friday => day=2026-11-27
monday at 3. failing that 4 on tuesday => day=2026-11-30|2026-12-01 time=2026-11-30T15:00|2026-12-01T16:00
thursday at 3. if not, 4 on tuesday => day=2026-11-26|2026-11-24 time=2026-11-26T15:00|2026-11-24T16:00
monday morning next week or the saturday morning => day=2026-11-30|2026-12-05 time=07:00..12:00
fri 9 or 10.30 next week => day=2026-12-04 time=09:00|10:30
friday at 3 or next week => day=2026-11-27|2026-11-30..2026-12-06 time=2026-11-27T15:00|07:00..20:00
I booked friday at 2 and I coach on fridays. saturday at 2? => day=2026-11-28 time=14:00 which=2026-11-27T14:00
I booked friday at 2, I coach on sundays. monday at 2? => day=2026-11-30 time=14:00 which=2026-11-27T14:00
thursday morning, 8 to 2 => day=2026-11-26 time=08:00..14:00
in the morning 11 til half 1 on saturday => day=2026-11-28 time=11:00..13:30
saturday morning, 8 to 10 => day=2026-11-28 time=08:00..10:00
thursday afternoon 11 to 2 => day=2026-11-26 time=11:00..14:00
thursday evening 6 to 12 => day=2026-11-26 time=18:00..20:00
I'm out by 1 on friday, no use after that => -
I'm out from 4 on friday => -
I'm out of lessons by 4 on friday => day=2026-11-27 time=16:00..20:00
friday, I'm out the office by 4 => day=2026-11-27 time=16:00..20:00
wednesday to friday, same time each day => day=2026-11-25..2026-11-27
wednesday to thursday at the same time every day => day=2026-11-25..2026-11-26
thursday to friday at the same time on both days => day=2026-11-26..2026-11-27
wednesday at 3 or friday, same time both days => day=2026-11-25|2026-11-27 time=15:00
push me from thursday to friday, same hour each week => day=2026-11-27 time=+0 which=2026-11-26
6/10, and 4 today suits me => day=2026-11-24 time=16:00
9 out of 10 pain, 3 today please => day=2026-11-24 time=15:00
7/10 at the moment, maybe 4 today, please => day=2026-11-24 time=16:00
9 out of 10 on sunday, 4 today, please help => day=2026-11-29|2026-11-24
9 out of 10 on monday, maybe 4 today => day=2026-11-30|2026-11-24
friday after it's gone three => day=2026-11-27 time=15:00..20:00
friday, gone half three if you can => day=2026-11-27 time=15:30..20:00
friday gone four would suit => day=2026-11-27 time=16:00..20:00
friday the 4th, gone ten => day=2026-12-04 time=10:00..20:00
saturday m'ning or wednesday aft'noon => day=2026-11-28|2026-11-25 time=2026-11-28T07:00..12:00|2026-11-25T12:00..17:00
if you have an afternoon friday => day=2026-11-27 time=12:00..17:00
do you have a morning on the 4th => day=2026-12-04 time=07:00..12:00
I hope you have a morning of rest, friday at 4 please => day=2026-11-27 time=16:00
pencil me in for a week on thursday => day=2026-12-03
had it for 3 weeks on monday => since=2026-11-03
next week, the same weekday as today => day=2026-12-01
in three weeks, same day as today => day=2026-12-15
thursday morning, or friday, same kind of time => day=2026-11-26|2026-11-27 time=07:00..12:00
move my thursday at 4 to friday, same sort of time => day=2026-11-27 time=16:00 which=2026-11-26T16:00
I'm down for 3 on friday, make that 4, same day => day=2026-11-27 time=16:00 which=2026-11-27T15:00
friday at 5, no, make that 6 if you can => day=2026-11-27 time=18:00
make that 2 people on friday => day=2026-11-27
the 4th at 2 is mine, can I swap to the 7th => day=2026-12-07 which=2026-12-04T14:00
friday's me, could we say thursday instead => day=2026-11-26 which=2026-11-27
friday is me day off so friday => day=2026-11-27
anything before half 5 on friday, 3 would be great => day=2026-11-27 time=15:00
before 10 on friday, 5 at a push => day=2026-11-27 time=07:00..10:00|17:00
I'm in at 5 on friday, could it be earlier that day, 2 say => day=2026-11-27 time=14:00 which=2026-11-27T17:00
thursday the 3rd I'm in with you, could we do friday the 4th => day=2026-12-04 which=2026-12-03
friday I'm due in at 5, can we do monday => day=2026-11-30 which=2026-11-27T17:00
friday I'm in town, could I come at 2 => day=2026-11-27 time=14:00
the 4th doesn't work any more, I'm supposed to be in with you at half 3. anything else going => which=2026-12-04T15:30
cancel my friday at 3, broke until the 1st => which=2026-11-27T15:00
swamped til friday, so saturday please => day=2026-11-28
cancel my friday at 3, skint til the new year => which=2026-11-27T15:00
the 2pm on friday is mine, what else have you got => which=2026-11-27T14:00
I'm in with you at half 3 on friday. who else is in => day=2026-11-27 time=15:30
monday I'm in, tuesday I'm in, wednesday at a push => day=2026-11-30|2026-12-01|2026-12-02
the very first day of the month at 10 => day=2026-12-01 time=10:00
the first day of next month => day=2026-12-01
the week after this one, any evening => day=2026-11-30..2026-12-06 time=17:00..20:00
nothing before thursday please => day=2026-11-26..2026-12-08
I have monday off, please move my appointment to then => day=2026-11-30
friday, in the morning but anything up to 2 is ok => day=2026-11-27 time=07:00..12:00|07:00..14:00
friday morning, up to 10 => day=2026-11-27 time=07:00..10:00
I'm here friday all day and saturday after 3 => day=2026-11-27|2026-11-28 time=2026-11-27T07:00..20:00|2026-11-28T15:00..20:00
thursday and friday I'm with the kids, so monday after 4 please => day=2026-11-30 time=16:00..20:00
thursday and friday I'm free, or monday after 4 => day=2026-11-26|2026-11-27|2026-11-30 time=16:00..20:00
could I come an hour earlier on thursday? I'm down for 4 => day=2026-11-26 time=-60 which=2026-11-26T16:00
please put us back a week, we're in on the 1st => day=+7 which=2026-12-01
friday afternoon, 2 to 4 => day=2026-11-27 time=14:00..16:00
friday three 30 => day=2026-11-27
won't make 9 tomorrow, is 11 any use => day=2026-11-25 time=11:00 which=2026-11-25T09:00
the last appointment of the day on thursday => day=2026-11-26 time=18:00..20:00
could you do this very day => day=2026-11-24
the very first day in december at 9 => day=2026-12-01 time=09:00
the weekend after this coming one please => day=2026-12-05..2026-12-06
friday would suit, or the one straight after it => day=2026-11-27|2026-11-28
the one straight after tomorrow => day=2026-11-26
thursday, I can't start a minute before half three => day=2026-11-26 time=15:30..20:00
friday but never a minute before ten => day=2026-11-27 time=10:00..20:00
friday, I'm done with lectures by 3 => day=2026-11-27 time=15:00..20:00
friday, I have to be out by 3 => day=2026-11-27 time=07:00..15:00
could I pop in thursday on my way home => day=2026-11-26 time=17:00..20:00
just gone midday on thursday => day=2026-11-26 time=11:30..12:30
thursday around noon, 12.20 say => day=2026-11-26 time=12:20
around noon on thursday or 4.20 => day=2026-11-26 time=11:30..12:30|16:20
any day that isn't a friday => day=2026-11-24..2026-11-26|2026-11-28..2026-12-03|2026-12-05..2026-12-07
hit me with anything on thursday => day=2026-11-26
my one on the 3rd clashes with the nativity => which=2026-12-03
thursday clashes with swimming, friday? => day=2026-11-27
wipe me off the list for friday at 9 => which=2026-11-27T09:00
the friday 10am session can go in the bin => which=2026-11-27T10:00
mines the 4th at 2pm but I've a wedding to go to, got the 5th? => day=2026-12-05 which=2026-12-04T14:00
please bring us forward. got the 4th, would rather the 2nd => day=2026-12-02 which=2026-12-04
got the 4th? please move me there => day=2026-12-04
whoever's got me thursday at 2, I'm sorry, could we do the friday at 2 instead? => day=2026-11-27 time=14:00 which=2026-11-26T14:00
anything for a worn out lollipop lady on friday at 9:15 => day=2026-11-27 time=09:15
tue morning 9 or wed morning 9 next week => day=2026-12-01|2026-12-02 time=09:00
monday at 3 or friday at 4 next week => day=2026-11-30|2026-12-04 time=2026-11-30T15:00|2026-12-04T16:00
friday at 3 or monday at 4 next week => day=2026-11-27|2026-11-30 time=2026-11-27T15:00|2026-11-30T16:00
wednesday at 4 - that's the 2nd - please => day=2026-12-02 time=16:00
wednesday at 4, that's the 3rd => day=2026-11-25|2026-12-03 time=2026-11-25T16:00|2026-12-03T07:00..20:00
friday's appt, any chance of making it saturday => day=2026-11-28 which=2026-11-27
friday's appt please => day=2026-11-27
make my slot thursday at 2 instead of what I have now => day=2026-11-26 time=14:00
thursday to friday please, same time => day=2026-11-27 time=+0 which=2026-11-26
can u move it 2 friday => day=2026-11-27
reschedule 2 next thursday pls => day=2026-12-03
postpone mine 4 the 15th => day=2026-12-15
change it 2 thursday 4 => day=2026-11-26 time=16:00
move my 2 thursday to friday => day=2026-11-27 which=2026-11-26T14:00
a table for 4 on friday => day=2026-11-27
8/10 on monday, 5 today => day=2026-11-30|2026-11-24
shin is 6/10, could I come 3 today => day=2026-11-24 time=15:00
the bus drops me at 4 on friday, so let's say then please => day=2026-11-27 time=16:00
I coach until 3 on friday so anything from there => day=2026-11-27 time=15:00..20:00
move my monday to tuesday at 3 => day=2026-12-01 time=15:00 which=2026-11-30
saturday please, 8 or 9 => day=2026-11-28 time=08:00|09:00
can't do wednesdays, thursday pm? => day=2026-11-26 time=12:00..17:00
anything before my half on tuesday => day=past:2026-11-23 race=2026-11-24
I can't come on friday after all, please cancel => which=2026-11-27
couldn't do thursday but friday would be fine => day=2026-11-27
my appointment is friday at 3, could it go later to 5 => day=2026-11-27 time=17:00 which=2026-11-27T15:00
please delete my booking for 27 november => which=2026-11-27
you've booked me saturday, could it be friday => day=2026-11-27 which=2026-11-28
tied up thursday, friday? => day=2026-11-27
sunday is race day => race=2026-11-29
it's a sunday 10k => race=2026-11-29
move me to next week, same time => day=2026-11-30..2026-12-06 time=+0
it went on sunday, friday no use so monday => day=2026-11-30 since=2026-11-22
legs wrecked after sunday's 20, thursday? => day=2026-11-26
friday no, monday => day=2026-11-30
any room thursday teatime? => day=2026-11-26 time=17:00..19:00
friday fourish => day=2026-11-27 time=15:30..16:30
saturday teatime-ish => day=2026-11-28 time=17:00..19:00
eight-thirty on friday => day=2026-11-27 time=08:30
9ish to 11 on thursday => day=2026-11-26 time=09:00..11:00
friday up to 2 => day=2026-11-27 time=07:00..14:00
sooner than 11 on friday => day=2026-11-27 time=07:00..11:00
later than 6 on friday => day=2026-11-27 time=18:00..20:00
between thursday 2pm and 5pm => day=2026-11-26 time=14:00..17:00
tuesday next at 2 => day=2026-12-01 time=14:00
the weekend after next => day=2026-12-12..2026-12-13
this friday or next => day=2026-11-27|2026-12-04
this week or next => day=2026-11-24..2026-12-06
weekday evenings next week => day=2026-11-30..2026-12-04 time=17:00..20:00
weekdays next week => day=2026-11-30..2026-12-04
thursdays this week => day=2026-11-26
the last friday of the month => day=2026-11-27
my race is on sunday 6th december, can i come the friday before? => day=2026-12-04 race=2026-12-06
my race is on sunday 6th december, can i come the friday after 5? => day=2026-11-27 time=17:00..20:00 race=2026-12-06
i have friday at 2 booked, could it be the following tuesday => day=2026-12-01 which=2026-11-27T14:00
the following monday at 2 => day=2026-11-30 time=14:00
the following day => day=2026-11-25
I've thursday at 3 booked, could it be the following week => day=2026-11-30..2026-12-06 which=2026-11-26T15:00
could we do friday at 3, same day at 5 or the monday => day=2026-11-27|2026-11-30 time=2026-11-27T15:00|2026-11-27T17:00|2026-11-30T07:00..20:00
I've got wednesday 4pm with you, could we do thursday 4pm? => day=2026-11-26 time=16:00 which=2026-11-25T16:00
I'm in with anna on friday at 10, needs to be monday at 10 now => day=2026-11-30 time=10:00 which=2026-11-27T10:00
I've got thursday free, any time? => day=2026-11-26
I made an appointment for friday but would prefer saturday => day=2026-11-28 which=2026-11-27
got a slot with you on the 2nd, would the 3rd be possible instead? => day=2026-12-03 which=2026-12-02
push my friday 3pm to monday same time => day=2026-11-30 time=15:00 which=2026-11-27T15:00
change my 2pm on friday to 4pm => day=2026-11-27 time=16:00 which=2026-11-27T14:00
could we push saturday 9am back to 11? => day=2026-11-28 time=11:00 which=2026-11-28T09:00
swap thursday at 5 with friday at 5 => day=2026-11-27 time=17:00 which=2026-11-26T17:00
can thursday 2pm become 3pm => day=2026-11-26 time=15:00 which=2026-11-26T14:00
my friday 9.15 doesn't work any more, saturday? => day=2026-11-28 which=2026-11-27T09:15
the appointment on thursday at 5 isn't going to work, can i come friday at 5? => day=2026-11-27 time=17:00 which=2026-11-26T17:00
could i get booked in for 5 december => day=2026-12-05
thursday's fully booked at work, saturday? => day=2026-11-28
wednesday is a nightmare, friday? => day=2026-11-27
saturday is tricky so monday => day=2026-11-30
friday is a good day => day=2026-11-27
friday after 4, can't do sooner => day=2026-11-27 time=16:00..20:00
thursday or friday doesn't matter which => day=2026-11-26|2026-11-27
if friday is full then saturday => day=2026-11-27|2026-11-28
if you've nothing on thursday then friday => day=2026-11-26|2026-11-27
friday but not the 9am, 11 would be lovely => day=2026-11-27 time=11:00|!09:00
saturday, any time except 10 => day=2026-11-28 time=!10:00
thursday, would 12 be possible? => day=2026-11-26 time=12:00
on thursday I could do 9, 10 or 11 => day=2026-11-26 time=09:00|10:00|11:00
could I swap my thursday slot for one on friday? => day=2026-11-27 which=2026-11-26
friday? no, monday => day=2026-11-30
hmm friday.. no, monday => day=2026-11-30
not this weekend, we're racing => day=2026-11-24..2026-11-27|2026-11-30..2026-12-07
I'd rather thursday than friday => day=2026-11-26
I'd prefer friday over thursday => day=2026-11-27
not monday morning, any other day after 4 => day=2026-11-24..2026-12-01 time=16:00..20:00|!2026-11-30T07:00..12:00|!2026-12-07T07:00..12:00
thursday is thanksgiving, so not thursday but friday until 1 => day=2026-11-27 time=07:00..13:00
you said friday at 3 was free => day=2026-11-27 time=15:00
fridays I'm with my mum so thursday => day=2026-11-26
erm thurs i think => day=2026-11-26
put me down for saturday at nine => day=2026-11-28 time=09:00
2nite => day=2026-11-24 time=17:00..20:00
25/11 10am => day=2026-11-25 time=10:00
every other day after 4 please => time=16:00..20:00
12/12 10am => day=2026-12-12 time=10:00
my race got moved to the 20th => race=2026-12-20
the friday before that => -
same time => -
anything next week but friday => day=2026-11-30..2026-12-03|2026-12-05..2026-12-06
any time tuesday through thursday of next week => day=2026-12-01..2026-12-03
thursday to tuesday of next week => day=2026-11-26..2026-12-01
race is on the 13th of december, book me two days ahead of it => day=2026-12-11 race=2026-12-13
I'm away till friday, so friday after 6 => day=2026-11-27 time=18:00..20:00
tuesday at 3 suits, today like => day=2026-11-24 time=2026-11-24T15:00
dont give me friday, thursday lunchtime instead => day=2026-11-26 time=12:00..14:00
tomorrow's wednesday so how about friday => day=2026-11-27
I finish at four so wednesday from half 4 onwards => day=2026-11-25 time=16:30..20:00
shifting from friday 11 to saturday 11 => day=2026-11-28 time=11:00 which=2026-11-27T11:00
tuesday morning next week or thursday afternoon => day=2026-12-01|2026-12-03 time=2026-12-01T07:00..12:00|2026-12-03T12:00..17:00
can I come on the 26 at 4 => day=2026-11-26 time=16:00
let's look at January 2027 => day=2027-01-01..2027-01-19
the second week of december => day=2026-12-07..2026-12-13
the fifth week of december => day=2026-12-28..2027-01-03
thursday in two weeks => day=2026-12-10
in two weeks time, thursday => day=2026-12-10
it will be 3 weeks on saturday => since=2026-11-03
the monday after christmas => day=2026-12-28
the week after the 9th => day=2026-12-14..2026-12-20
after the gym on thursday, say 7pm => day=2026-11-26 time=19:00
friday after the work => day=2026-11-27 time=17:00..20:00
thursday, late as poss => day=2026-11-26 time=18:00..20:00
my shift ends at 2 on monday, could do 2.45 => day=2026-11-30 time=14:45
next week is out, the week after? => day=2026-12-07..2026-12-13
not tomorrow, the day after => day=2026-11-26
friday at five, no sorry, six => day=2026-11-27 time=18:00
monday at 3, actually no, make it tuesday at 3 => day=2026-11-24 time=15:00
saturday 10am. Scratch that, 11am => day=2026-11-28 time=11:00
thursday or friday pm => day=2026-11-26|2026-11-27 time=12:00..17:00
friday at 3 or thursday pm => day=2026-11-27|2026-11-26 time=2026-11-27T15:00|2026-11-26T12:00..17:00
I have friday at 3 booked, could that be monday => day=2026-11-30 which=2026-11-27T15:00
thursday at 5 or any time next week after 6 => day=2026-11-26|2026-11-30..2026-12-06 time=2026-11-26T17:00|18:00..20:00
mornings next week or evenings the week after => day=2026-11-30..2026-12-06|2026-12-07..2026-12-13 time=2026-11-30T07:00..12:00|2026-12-01T07:00..12:00|2026-12-02T07:00..12:00|2026-12-03T07:00..12:00|2026-12-04T07:00..12:00|2026-12-05T07:00..12:00|2026-12-06T07:00..12:00|2026-12-07T17:00..20:00|2026-12-08T17:00..20:00|2026-12-09T17:00..20:00|2026-12-10T17:00..20:00|2026-12-11T17:00..20:00|2026-12-12T17:00..20:00|2026-12-13T17:00..20:00
not free till 6 thursday => day=2026-11-26 time=18:00..20:00
afternoons, not after 3 => time=12:00..15:00
evenings, not before 6 and not after 7 => time=18:00..19:00
thursday, half an hour => day=2026-11-26
in 5 minutes => day=2026-11-24 time=10:20
tomorow's evning => day=2026-11-25 time=17:00..20:00
I get off at 4 so 4.30 thursday => day=2026-11-26 time=16:30
bring it forward an hour and a half => time=-90
the week before the 9th => day=2026-11-30..2026-12-06
the day before the 9th => day=2026-12-08
the week after thanksgiving => day=2026-11-30..2026-12-06
day after monday => day=2026-12-01
since mid october => since=2026-10-11
since early december => since=2025-12-01
started late september => since=2026-09-24
move my thursday 3pm to 4 => day=2026-11-26 time=16:00 which=2026-11-26T15:00
the monday before christmas => day=2026-12-21
1st dec at 4:20pm => day=2026-12-01 time=16:20
my 3 o'clock thursday to friday => day=2026-11-27 which=2026-11-26T15:00
somewhere between now and friday => day=2026-11-24..2026-11-27
friday at the latest => day=2026-11-24..2026-11-27
wednesday 4 at the latest => day=2026-11-25 time=07:00..16:00
wednesday 4 at the earliest => day=2026-11-25 time=16:00..20:00
ten to six on friday => day=2026-11-27 time=17:50
thursday say 3 => day=2026-11-26 time=15:00
thursday, let's say 3 => day=2026-11-26 time=15:00
can you do friday? I coach juniors on Thursdays => day=2026-11-27
weds at 4 or tues at 10 => day=2026-11-25|2026-12-01 time=2026-11-25T16:00|2026-12-01T10:00
weds at 4? tues at 6 even => day=2026-11-25|2026-11-24 time=2026-11-25T16:00|2026-11-24T18:00
wouldnt thursday be better => day=2026-11-26
yes to saturday, no to friday => day=2026-11-28
tuesday in the night => day=2026-11-24 time=17:00..20:00
moved from thursday to friday => day=2026-11-27 which=2026-11-26
I did a half and the marathon is next Sunday => race=2026-12-06
Friday or tonight => day=2026-11-27|2026-11-24 time=2026-11-27T07:00..20:00|2026-11-24T17:00..20:00
4 December, Friday => day=2026-12-04
14th Dec (Monday) at 3 => day=2026-12-14 time=15:00
after 3 thursday afternoon => day=2026-11-26 time=15:00..17:00
thursday after 3, before 6 => day=2026-11-26 time=15:00..18:00
tonight to Friday => day=2026-11-24|2026-11-27 time=2026-11-24T17:00..20:00|2026-11-27T07:00..20:00
30-32 Dec => day=impossible:32_December
after 30 February => day=impossible:30_February
tonight at 7pm => day=2026-11-24 time=19:00
before my race on 13 December. Thursday? => day=2026-11-26 race=2026-12-13
thursday this day week => day=2026-11-26|2026-12-01
the thursday one, not the friday => day=2026-11-26
can my wednesday one go to mon 9am => day=2026-11-30 time=09:00 which=2026-11-25
shove friday 2pm to saturday 2pm => day=2026-11-28 time=14:00 which=2026-11-27T14:00
bump thursday to monday => day=2026-11-30 which=2026-11-26
thursday at 9 has to move => which=2026-11-26T09:00
wednesday next week or the friday that week => day=2026-12-02|2026-12-04
4 or 6 on saturday => day=2026-11-28 time=16:00|18:00
3 or 4 pm fri => day=2026-11-27 time=15:00|16:00
9 on sat or mon => day=2026-11-28|2026-11-30 time=09:00
last day of december => day=2026-12-31
the last wednesday in december => day=2026-12-30
December 8 through 10 => day=2026-12-08..2026-12-10
December 8 until the 40th => day=2026-12-08
December 10 through 8 => day=2026-12-10
thurs 4 bells => day=2026-11-26 time=16:00
my marathon is 13 December, get me in three days before => day=2026-12-10 race=2026-12-13
btwn 2 and 4 on fri => day=2026-11-27 time=14:00..16:00
friday b4 work => day=2026-11-27 time=07:00..09:00
this aft => day=2026-11-24 time=12:00..17:00
March sometime => day=far:2027-03-01
Monday and Friday are both out, Thursday? => day=2026-11-26
Monday and I can't do Friday => day=2026-11-30
mon and tues and weds are out, thursday? => day=2026-11-26
thurs and sunday is my race => day=2026-11-26 race=2026-11-29
thurs and fri and sat and sun and mon and tues and weds => day=2026-11-26|2026-11-27|2026-11-28|2026-11-29|2026-11-30|2026-12-01|2026-12-02
thursday but not the morning => day=2026-11-26 time=12:00..20:00
saturday's long run was awful, wednesday? => day=2026-11-25
sunday's 12 miler at 8:40 was hard. fri? => day=2026-11-27
it came on after saturday's long run => since=2026-11-21
it hurt after Thursday => since=2026-11-19
ran this morning, can i come in 2 hours => day=2026-11-24 time=12:15
thursday i was thinking about 5 => day=2026-11-26 time=16:30..17:30
can i do saturday, 10k is sunday => day=2026-11-28 race=2026-11-29
marathon on sunday at 9, can I come the day before at 2 => day=2026-11-28 time=14:00 race=2026-11-29
by 30 February => day=impossible:30_February
10k in 3 weeks => race=2026-12-15
thurs arvo => day=2026-11-26 time=12:00..17:00
thursday after 5 => day=2026-11-26 time=17:00..20:00
tmrw 5.30 => day=2026-11-25 time=17:30
half 6 => time=18:30
quarter to 5 => time=16:45
a week on Friday => day=2026-12-04
Friday week => day=2026-12-04
w/c 7th => day=2026-12-07..2026-12-13
next Friday => day=2026-12-04
this Friday => day=2026-11-27
14/12 => day=2026-12-14
14.12. => day=2026-12-14
the 14th => day=2026-12-14
14th of next month => day=2026-12-14
Dec 14 => day=2026-12-14
14 Dec 2026 => day=2026-12-14
weekend => day=2026-11-28..2026-11-29
mon or weds after 5 => day=2026-11-30|2026-11-25 time=17:00..20:00
Tues at 3 or Thurs at 10 => day=2026-11-24|2026-11-26 time=2026-11-24T15:00|2026-11-26T10:00
my 3pm Thursday to Friday at 4 => day=2026-11-27 time=16:00 which=2026-11-26T15:00
any day except Tuesday => day=2026-11-25..2026-11-30|2026-12-02..2026-12-07
not before 3 => time=15:00..20:00
anything except 5pm => time=!17:00
not monday morning => time=!2026-11-30T07:00..12:00|!2026-12-07T07:00..12:00
mornings, not before 9 => time=09:00..12:00
thursday afternoon, not 3 => day=2026-11-26 time=12:00..17:00|!15:00
evenings but not 7 => time=17:00..20:00|!07:00|!19:00
next week but not monday morning => day=2026-11-30..2026-12-06 time=!2026-11-30T07:00..12:00
thursday at 5 or any time next week => day=2026-11-26|2026-11-30..2026-12-06 time=2026-11-26T17:00|07:00..20:00
move my friday to monday => day=2026-11-30 which=2026-11-27
not Monday => day=2026-11-24..2026-11-29|2026-12-01..2026-12-06
Sat after my long run, 11ish => day=2026-11-28 time=10:30..11:30
asap => day=2026-11-24..2026-12-01
10 to 12 => time=10:00..12:00
hi, left shin has been killing me for 3 weeks, half marathon on the 14th of next month, can I come thursday after 5? => day=2026-11-26 time=17:00..20:00 since=2026-11-03 race=2026-12-14
in 3 days => day=2026-11-27
in a couple of hours => day=2026-11-24 time=12:15
Friday 5 December => day=contradiction:2026-12-04|2026-12-05
30 February => day=impossible:30_February
20 Nov => day=past:2026-11-20
1 May => day=far:2027-05-01
ran the cardiff half last sunday => race=2026-11-22 behind
marathon next sunday => race=2026-12-06
plantar is back, sat arvo? => day=2026-11-28 time=12:00..17:00
any day next week except Tuesday => day=2026-11-30|2026-12-02..2026-12-06
in a fortnight => day=2026-12-08
next weekend => day=2026-12-05..2026-12-06
next week => day=2026-11-30..2026-12-06
early next week => day=2026-11-30..2026-12-02
end of the month => day=2026-11-24..2026-11-30
day after tomorrow => day=2026-11-26
tonight => day=2026-11-24 time=17:00..20:00
lunchtime => time=12:00..14:00
before work => time=07:00..09:00
tomorrow first thing => day=2026-11-25 time=07:00..09:00
midday tomorrow => day=2026-11-25 time=12:00
5pm => time=17:00
17:00 => time=17:00
5-7pm => time=17:00..19:00
between 10 and 12 => time=10:00..12:00
thurs 10 to 12 => day=2026-11-26 time=10:00..12:00
at 10 to 12 => time=11:50
tomoz => day=2026-11-25
tmw at 9 => day=2026-11-25 time=09:00
tuseday => day=2026-11-24
wensday pm => day=2026-11-25 time=12:00..17:00
thrusday => day=2026-11-26
satday => day=2026-11-28
half past three => time=15:30
twenty past nine => time=09:20
evening 4 => time=16:00
five in the evening => time=17:00
whenever => day=2026-11-24..2026-12-01
since sunday => since=2026-11-22
race is in 10 days => race=2026-12-04
started last month => since=2026-10-01
it started on Sunday => since=2026-11-22
a couple of days => since=2026-11-22
Tuesday => day=2026-11-24
Tuesday at 9 => day=2026-12-01 time=09:00
Tuesday at 5 => day=2026-11-24 time=17:00
next Tuesday => day=2026-12-01
next Monday => day=2026-11-30
this weekend => day=2026-11-28..2026-11-29
Monday to Wednesday => day=2026-11-30..2026-12-02
7-11 Dec => day=2026-12-07..2026-12-11
after Wednesday => day=2026-11-26..2026-12-08
can't do Monday => day=2026-11-24..2026-11-29|2026-12-01..2026-12-06
Saturday, not Sunday => day=2026-11-28
it's Saturday, not Sunday => day=2026-11-28
can I move my Thursday appointment to Friday? => day=2026-11-27 which=2026-11-26
move it to Friday 4pm instead of Thursday at 3 => day=2026-11-27 time=16:00 which=2026-11-26T15:00
reschedule for Friday at 9 => day=2026-11-27 time=09:00
cancel my appointment on Thursday => which=2026-11-26
after 5 thursday or friday => day=2026-11-26|2026-11-27 time=17:00..20:00
tomorrow morning at 10 => day=2026-11-25 time=10:00
Thursday evening or Saturday morning => day=2026-11-26|2026-11-28 time=2026-11-26T17:00..20:00|2026-11-28T07:00..12:00
next week, Tuesday or Wednesday => day=2026-12-01|2026-12-02
Tuesday or Wednesday next week after 5 => day=2026-12-01|2026-12-02 time=17:00..20:00
mornings => time=07:00..12:00
mornings next week => day=2026-11-30..2026-12-06 time=07:00..12:00
not mornings => time=12:00..20:00
7am tomorrow => day=2026-11-25 time=07:00
tomorrow at 7 => day=2026-11-25 time=07:00|19:00
today at 9 => day=2026-11-24 time=09:00
ran a marathon on Saturday, can I come tomorrow? => day=2026-11-25 race=2026-11-21 behind
half on the 14th, can I come the day before? => day=2026-12-13 race=2026-12-14
Thursday 26 November => day=2026-11-26
29/11 => day=2026-11-29
any day after 5 => day=2026-11-24..2026-12-01 time=17:00..20:00
I finish work at 5 => time=17:00..20:00
not until Thursday => day=2026-11-26..2026-12-08
Thursday doesn't work => day=2026-11-24..2026-11-25|2026-11-27..2026-12-02|2026-12-04..2026-12-07
Fri 5.15 => day=2026-11-27 time=17:15
Monday 7th => day=2026-12-07
Thursday 3rd December at quarter past 2 => day=2026-12-03 time=14:15
before my race on Sunday => day=2026-11-24..2026-11-28 race=2026-11-29
Can I book in for a massage on Wednesday at 6? => day=2026-11-25 time=18:00
do you have anything Friday afternoon => day=2026-11-27 time=12:00..17:00
any slots tomorrow after 4? => day=2026-11-25 time=16:00..20:00
could you squeeze me in this afternoon => day=2026-11-24 time=12:00..17:00
i'm free Tuesdays => day=2026-11-24|2026-12-01
Mondays or Wednesdays after 6 => day=2026-11-30|2026-12-07|2026-11-25|2026-12-02 time=18:00..20:00
weekends only => day=2026-11-28..2026-11-29|2026-12-05..2026-12-06
weekdays after 5 => day=2026-11-24..2026-11-27|2026-11-30..2026-12-04|2026-12-07..2026-12-11 time=17:00..20:00
hurt my calf on Saturday, can I come Thursday? => day=2026-11-26 since=2026-11-21
it started 3 weeks ago after a long run => since=2026-11-03
my knee has been sore since my half on Sunday => since=2026-11-22 race=2026-11-22 behind
sore after my marathon on Sunday => race=2026-11-22 behind
legs are heavy after the half last weekend => race=2026-11-22 behind
I have a marathon on Sunday, can I come the day before? => day=2026-11-28 race=2026-11-29
Got a race a week on Sunday. Friday? => day=2026-11-27 race=2026-12-06
running the Cardiff half on 4 October => race=2027-10-04
I've a 10k this weekend => race=2026-11-29
race on the 14th, massage on the 11th => day=2026-12-11 race=2026-12-14
racing on Sunday => race=2026-11-29
I'm training for a half on the 14th of December => race=2026-12-14
not Monday or Tuesday => day=2026-11-25..2026-11-29|2026-12-02..2026-12-06
anything but Monday => day=2026-11-24..2026-11-29|2026-12-01..2026-12-06
any day apart from Thursday and Friday => day=2026-11-24..2026-11-25|2026-11-28..2026-12-02|2026-12-05..2026-12-07
any day but wednesday => day=2026-11-24|2026-11-26..2026-12-01|2026-12-03..2026-12-07
not Monday, Tuesday or Wednesday => day=2026-11-26..2026-11-29|2026-12-03..2026-12-06
Thursday, but not the morning => day=2026-11-26 time=12:00..20:00
I can't do mornings => time=12:00..20:00
I'm away next week => day=2026-11-24..2026-11-29|2026-12-07
busy on Friday, Saturday? => day=2026-11-28
I can't make my Thursday 3pm, Friday instead? => day=2026-11-27 which=2026-11-26T15:00
swap Thursday for Friday => day=2026-11-27 which=2026-11-26
change my Tuesday slot to Wednesday morning => day=2026-11-25 time=07:00..12:00 which=2026-11-24
I'm booked in for Thursday at 3, can we do Friday at 3 instead => day=2026-11-27 time=15:00 which=2026-11-26T15:00
push my appointment back to Monday => day=2026-11-30
move my appointment from Thursday to Friday => day=2026-11-27 which=2026-11-26
actually make it Friday => day=2026-11-27
no, Saturday => day=2026-11-28
Saturday works => day=2026-11-28
Tuesday's fine => day=2026-11-24
the 4th or the 5th => day=2026-12-04|2026-12-05
4th or 5th of December => day=2026-12-04|2026-12-05
December 4th or 5th => day=2026-12-04|2026-12-05
14/12/26 => day=2026-12-14
2026-12-14 => day=2026-12-14
2026-12-14 17:00 => day=2026-12-14 time=17:00
2026-12-14T17:00 => day=2026-12-14 time=17:00
14 December at 10:30 => day=2026-12-14 time=10:30
the 30th at half nine => day=2026-11-30 time=09:30
around 5 => time=16:30..17:30
about half 4 on Thursday => day=2026-11-26 time=16:00..17:00
5 ish tomorrow => day=2026-11-25 time=16:30..17:30
5:30 tomorrow => day=2026-11-25 time=17:30
tomorrow 5 30 => day=2026-11-25 time=17:30
5.30pm Thursday => day=2026-11-26 time=17:30
5 o'clock thursday => day=2026-11-26 time=17:00
5 p.m. on Thursday => day=2026-11-26 time=17:00
7pm => time=19:00
7 in the morning tomorrow => day=2026-11-25 time=07:00
8 tomorrow night => day=2026-11-25 time=20:00
tomorrow evening, 6ish => day=2026-11-25 time=17:30..18:30
Thursday 5 or 6 => day=2026-11-26 time=17:00|18:00
Thursday at 5 or Friday at 6 => day=2026-11-26|2026-11-27 time=2026-11-26T17:00|2026-11-27T18:00
between 5 and 7 on Thursday => day=2026-11-26 time=17:00..19:00
from 3 on Friday => day=2026-11-27 time=15:00..20:00
Friday from 3pm onwards => day=2026-11-27 time=15:00..20:00
before 10 => time=07:00..10:00
before 10 tomorrow => day=2026-11-25 time=07:00..10:00
by 3 => time=07:00..15:00
no later than 6 => time=07:00..18:00
no earlier than 3 => time=15:00..20:00
nothing before 10 => time=10:00..20:00
not after 5 => time=07:00..17:00
after 7 => time=19:00..20:00
before 8 => time=07:00..08:00
after work Thursday => day=2026-11-26 time=17:00..20:00
before work tomorrow => day=2026-11-25 time=07:00..09:00
Thursday lunchtime => day=2026-11-26 time=12:00..14:00
Thursday after lunch => day=2026-11-26 time=13:00..17:00
first thing Friday => day=2026-11-27 time=07:00..09:00
Friday first thing => day=2026-11-27 time=07:00..09:00
tomorrow early afternoon => day=2026-11-25 time=12:00..15:00
late afternoon Thursday => day=2026-11-26 time=15:00..17:00
early evening => time=17:00..19:00
end of the day Thursday => day=2026-11-26 time=18:00..20:00
this morning => day=2026-11-24 time=07:00..12:00
this evening => day=2026-11-24 time=17:00..20:00
tonight at 7 => day=2026-11-24 time=19:00
day after tomorrow at noon => day=2026-11-26 time=12:00
in a week => day=2026-12-01
in two weeks => day=2026-12-08
in 2 weeks' time => day=2026-12-08
two weeks on Thursday => day=2026-12-10
a week today => day=2026-12-01
a week tomorrow => day=2026-12-02
tomorrow week => day=2026-12-02
Thursday fortnight => day=2026-12-10
a fortnight on Thursday => day=2026-12-10
in an hour => day=2026-11-24 time=11:15
in 30 minutes => day=2026-11-24 time=10:45
within 48 hours => day=2026-11-24..2026-11-26
in the next few days => day=2026-11-24..2026-11-27
next few days => day=2026-11-24..2026-11-27
later this week => day=2026-11-25..2026-11-29
the rest of the week => day=2026-11-24..2026-11-29
this week => day=2026-11-24..2026-11-29
week after next => day=2026-12-07..2026-12-13
the week of the 7th => day=2026-12-07..2026-12-13
week commencing 7 December => day=2026-12-07..2026-12-13
week beginning Monday 7th => day=2026-12-07..2026-12-13
end of next week => day=2026-12-03..2026-12-06
next month => day=2026-12-01..2026-12-31
in December => day=2026-12-01..2026-12-31
early December => day=2026-12-01..2026-12-10
mid January => day=2027-01-11..2027-01-19
late December => day=2026-12-25..2026-12-31
beginning of next month => day=2026-12-01..2026-12-10
before Christmas => day=2026-11-24..2026-12-24
new year's eve => day=2026-12-31
boxing day => day=2026-12-26
boxing day 2026 at 4 => day=2026-12-26 time=16:00
boxing day 1930 => day=2026-12-26 time=19:30
first Monday in December => day=2026-12-07
Friday after next => day=2026-12-11
weekend after next => day=2026-12-12..2026-12-13
Saturday or Sunday => day=2026-11-28|2026-11-29
Sat/Sun => day=2026-11-28|2026-11-29
Mon-Wed => day=2026-11-30..2026-12-02
between Monday and Wednesday => day=2026-11-30..2026-12-02
from Monday to Wednesday => day=2026-11-30..2026-12-02
Monday onwards => day=2026-11-30..2026-12-08
not before Thursday => day=2026-11-26..2026-12-08
by Friday => day=2026-11-24..2026-11-27
before Friday => day=2026-11-24..2026-11-26
next Friday or Saturday => day=2026-12-04|2026-12-05
pre-race massage on Thursday => day=2026-11-26
can two of us come on Thursday => day=2026-11-26
Rhys Morgan 07700 900431 saturday 8.30 => day=2026-11-28 time=08:30
I do speedwork Tuesdays so I'd want Wednesday morning => day=2026-11-25 time=07:00..12:00
left knee monday? => day=2026-11-30
wednesday week would do grand => day=2026-12-02
I'm off tomorrow => day=2026-11-25
I may need it Thursday => day=2026-11-26
may 5th => day=far:2027-05-05
5 may => day=far:2027-05-05
since January => since=2026-01-01
since 2019 => since=2019-01-01
for years => since=2024-11-24
for months => since=2026-08-24
for about 6 weeks => since=2026-10-13
for the past 2 weeks => since=2026-11-10
over the last few days => since=2026-11-21
started yesterday => since=2026-11-23
3 days ago => since=2026-11-21
since my long run on Sunday => since=2026-11-22
since this morning => since=2026-11-24
it's been bothering me since last week => since=2026-11-16
pulled it yesterday at parkrun => since=2026-11-23
today => day=2026-11-24
a week ago => since=2026-11-17
ran the half yesterday => race=2026-11-23 behind
raced on the 14th => race=2026-11-14 behind
my marathon was two weeks ago => race=2026-11-10 behind
marathon in 3 weeks => race=2026-12-15
my race is 3 weeks away => race=2026-12-15
half marathon, 13 December => race=2026-12-13
10k on Sunday => race=2026-11-29
I've got the Cardiff half next weekend => race=2026-12-06
on the 14th I have a half => race=2026-12-14
the 14th is my half => race=2026-12-14
Sunday's race => race=2026-11-29
marathon tomorrow => race=2026-11-25
today at 7 => day=2026-11-24 time=19:00
4pm today => day=2026-11-24 time=16:00
sunday morning => day=2026-11-29 time=07:00..12:00
30/2 => day=impossible:30_February
31 November => day=impossible:31_November
31/04/2027 => day=impossible:31_April
29 February => day=impossible:29_February
32nd of December => day=impossible:32_December
Friday 4 December => day=2026-12-04
Sat 5th December => day=2026-12-05
Wed 26 Nov => day=contradiction:2026-11-25|2026-11-26
Monday 25th => day=contradiction:2026-11-25|2026-11-30
I'm 2 weeks out from my marathon => race=2026-12-08
Thursday or Friday, after 5 or before 9 => day=2026-11-26|2026-11-27 time=17:00..20:00|07:00..09:00
thursday 3ish or friday lunchtime => day=2026-11-26|2026-11-27 time=2026-11-26T14:30..15:30|2026-11-27T12:00..14:00
Tomorrow? Otherwise Thursday after 4 => day=2026-11-25|2026-11-26 time=2026-11-25T07:00..20:00|2026-11-26T16:00..20:00
I'd like to come Thursday. After 5 if possible => day=2026-11-26 time=17:00..20:00
Is Saturday morning ok? around 10 => day=2026-11-28 time=09:30..10:30
sometime next week, ideally Thursday => day=2026-12-03
next week but not Monday => day=2026-12-01..2026-12-06
next week except Monday or Tuesday => day=2026-12-02..2026-12-06
any evening next week => day=2026-11-30..2026-12-06 time=17:00..20:00
evenings => time=17:00..20:00
evenings are best, but not Thursday => day=2026-11-24..2026-11-25|2026-11-27..2026-12-02|2026-12-04..2026-12-07 time=17:00..20:00
either Mon or Tue => day=2026-11-30|2026-12-01
mon 14th, failing that the tues => day=2026-12-14|2026-12-15
mon 14th or fri => day=2026-12-14|2026-12-18
monday's fine by me => day=2026-11-30
Tuesday'd be perfect => day=2026-11-24
the morra would be grand => day=2026-11-25
cannae dae thursday, friday? => day=2026-11-27
monday 30 at 18h if possible => day=2026-11-30 time=18:00
thursday 13 => day=2026-11-26 time=13:00
thursday 11 => day=2026-11-26 time=11:00
18h tomorrow, a 2h session => day=2026-11-25 time=18:00
the 10.15 one on thursday => day=2026-11-26 time=10:15
last week of november => day=2026-11-24..2026-11-29
next friday, not this one => day=2026-12-04
not this week, the one after => day=2026-11-30..2026-12-06
friday, not this one => day=2026-11-27
the one after => -
thurs or fri just no friday morning => day=2026-11-26|2026-11-27 time=!2026-11-27T07:00..12:00|!2026-12-04T07:00..12:00
no friday morning => day=2026-11-27 time=07:00..12:00
anything thursday that isn't in the morning => day=2026-11-26 time=12:00..20:00
any evening next week but thursday => day=2026-11-30..2026-12-02|2026-12-04..2026-12-06 time=17:00..20:00
the 3rd doesn't work anymore, the 4th? => day=2026-12-04 which=2026-12-03
could we bring saturday's half ten forward to friday => day=2026-11-27 which=2026-11-28T10:30
put friday back to monday => day=2026-11-30 which=2026-11-27
a week on saturday, if you do saturdays? => day=2026-12-05
if you do have thursday, thursday at 5 => day=2026-11-26 time=17:00
got a spot tomorrow? or over the weekend at a push => day=2026-11-25|2026-11-28..2026-11-29
friday or early doors monday => day=2026-11-27|2026-11-30 time=2026-11-27T07:00..20:00|2026-11-30T07:00..09:00
instead of thursday can i have the friday, any hour before 12 => day=2026-11-27 time=07:00..12:00 which=2026-11-26
can i come by thursday at 5:30 => day=2026-11-26 time=17:30
by thursday after 5 => day=2026-11-24..2026-11-26 time=17:00..20:00
thursday at 9 or, failing that, 10 => day=2026-11-26 time=09:00|10:00
no good doing 11 on friday, could be 12 => day=2026-11-27 time=12:00|!11:00
away from the 2nd to the 4th so the week after => day=2026-12-07..2026-12-13
i fly out on the 13th, so any day before then => day=2026-11-24..2026-12-12
shift ends at 2 so from 3 on wednesday => day=2026-11-25 time=15:00..20:00
5.30 a km on sunday for 18k, felt easy => -
pain is 6 from 10 => -
deploying in january so i'd like december => day=2026-12-01..2026-12-31
getting married in january so i'd like december => day=2026-12-01..2026-12-31
december would be better, christmas is bedlam here => day=2026-12-01..2026-12-31
friday at 5 work? => day=2026-11-27 time=17:00
past twenty until 14 => time=20:00..21:00|07:00..14:00
the tuesday after next => day=2026-12-08
as near to 3 as you can on friday => day=2026-11-27 time=14:30..15:30
december please => day=2026-12-01..2026-12-31
need it seen to before the weekend, thursday would be best => day=2026-11-26
before friday or next tuesday => day=2026-11-24..2026-11-26|2026-12-01
booked with Anna on friday, need to swap to monday at noon => day=2026-11-30 time=12:00 which=2026-11-27
your site says monday 30 november is open => day=2026-11-30
saturday at 8 before parkrun at 9? => day=2026-11-28 time=08:00
after work any day => day=2026-11-24..2026-12-01 time=17:00..20:00
as soon as possible please => day=2026-11-24..2026-12-01
what's your earliest appointment => day=2026-11-24..2026-12-01
first available => day=2026-11-24..2026-12-01
whenever suits => day=2026-11-24..2026-12-01
anytime Thursday => day=2026-11-26
any time after 3 => time=15:00..20:00
any time next week => day=2026-11-30..2026-12-06
Thursday all day => day=2026-11-26
thanks, Thursday at 5 is perfect => day=2026-11-26 time=17:00
yes thursday => day=2026-11-26
Thursday at 5pm please, my name is Jo and my number is 07700 900123 => day=2026-11-26 time=17:00
thursday 17:30-18:30 => day=2026-11-26 time=17:30..18:30
9 to 5 => time=09:00..17:00
11-1 => time=11:00..13:00
10-12 thursday => day=2026-11-26 time=10:00..12:00
half 5 to half 6 => time=17:30..18:30
8am-10am => time=08:00..10:00
from 10am to noon tomorrow => day=2026-11-25 time=10:00..12:00
thurs@5pm => day=2026-11-26 time=17:00
fri5pm => day=2026-11-27 time=17:00
Dec14 => day=2026-12-14
THURSDAY AT 5PM => day=2026-11-26 time=17:00
Thursday, 5 => day=2026-11-26 time=17:00
quarter past five => time=17:15
ten past nine tomorrow => day=2026-11-25 time=09:10
twenty to six tomorrow => day=2026-11-25 time=17:40
five thirty tomorrow => day=2026-11-25 time=17:30
twenty fifth of december => day=2026-12-25
the twenty-fifth => day=2026-11-25
the fourteenth at eleven => day=2026-12-14 time=11:00
two pm => time=14:00
5 in the afternoon => time=17:00
midday-ish => time=11:30..12:30
noonish => time=11:30..12:30
can i get in thursday or friday morning => day=2026-11-26|2026-11-27 time=07:00..12:00
any chance of a slot this week? => day=2026-11-24..2026-11-29
Thursday at 10 or 11 => day=2026-11-26 time=10:00|11:00
is there anything on the 3rd? => day=2026-12-03
got anything at 6 on weds? => day=2026-11-25 time=18:00
weds 6pm works => day=2026-11-25 time=18:00
Wednesday, 25 November at 6 pm => day=2026-11-25 time=18:00
3-12-2026 => day=2026-12-03
3/12 5pm => day=2026-12-03 time=17:00
Thursday next week => day=2026-12-03
day after tomorrow, evening => day=2026-11-26 time=17:00..20:00
2moro at 5 => day=2026-11-25 time=17:00
tomorrow arvo at 3 => day=2026-11-25 time=15:00
after 4 any weekday => day=2026-11-24..2026-11-27|2026-11-30..2026-12-04|2026-12-07..2026-12-11 time=16:00..20:00
not Friday, not Saturday => day=2026-11-24..2026-11-26|2026-11-29..2026-12-03|2026-12-06..2026-12-07
no Fridays please => day=2026-11-24..2026-11-26|2026-11-28..2026-12-03|2026-12-05..2026-12-07
no mornings please => time=12:00..20:00
never on a Monday => day=2026-11-24..2026-11-29|2026-12-01..2026-12-06
Tuesday not Wednesday => day=2026-11-24
not this week => day=2026-11-30..2026-12-07
not today => day=2026-11-25..2026-12-07
I can only do Saturdays => day=2026-11-28|2026-12-05
only after 6 => time=18:00..20:00
Thursday is no good, Friday? => day=2026-11-27
Friday's out => day=2026-11-24..2026-11-26|2026-11-28..2026-12-03|2026-12-05..2026-12-07
Friday won't work for me => day=2026-11-24..2026-11-26|2026-11-28..2026-12-03|2026-12-05..2026-12-07
can't come Monday but Tuesday after 3 is ok => day=2026-11-24 time=15:00..20:00
cancel Thursday => which=2026-11-26
cancel tomorrow => which=2026-11-25
please cancel my 5pm tomorrow => which=2026-11-25T17:00
reschedule my appointment on 3 December to 4 December at 9 => day=2026-12-04 time=09:00 which=2026-12-03
rebook for next week => day=2026-11-30..2026-12-06
bring my appointment forward to Wednesday => day=2026-11-25
postpone to next month => day=2026-12-01..2026-12-31
I need to change the time to 6pm => time=18:00
make it 6 instead => time=18:00
same time next week => day=2026-11-30..2026-12-06
I was hoping for Thursday => day=2026-11-26
I was wondering if you have Thursday free => day=2026-11-26
went for a run this morning and pulled my hamstring => since=2026-11-24
I fly out on Friday, can I come Thursday? => day=2026-11-26
I have physio on Monday, so Tuesday? => day=2026-11-24
massage after my long run on Sunday => day=2026-11-29
my calf has been tight for 10 days after a 20 mile run => since=2026-11-14
sore since a 10k on Saturday => since=2026-11-21 race=2026-11-21 behind
marathon was yesterday, any slots tomorrow? => day=2026-11-25 race=2026-11-23 behind
doing the Cardiff Half in 2 weeks => race=2026-12-08
I've a half on 14/12 and want a massage 2 days before => day=2026-12-12 race=2026-12-14
racing Saturday 12th, could I come Thursday evening? => day=2026-11-26 time=17:00..20:00 race=2026-12-12
I'm free at 3, 4 or 5 on Thursday => day=2026-11-26 time=15:00|16:00|17:00
3pm-ish => time=14:30..15:30
3-ish => time=14:30..15:30
around 3-4pm thursday => day=2026-11-26 time=15:00..16:00
late morning Friday => day=2026-11-27 time=10:00..12:00
mid afternoon => time=12:00..17:00
mid-morning tomorrow => day=2026-11-25 time=07:00..12:00
early doors tomorrow => day=2026-11-25 time=07:00..09:00
late tomorrow => day=2026-11-25
early tomorrow => day=2026-11-25
tomorrow am => day=2026-11-25 time=07:00..12:00
weds pm => day=2026-11-25 time=12:00..17:00
friday eve => day=2026-11-27 time=17:00..20:00
sunday night => day=2026-11-29 time=17:00..20:00
saturday midday => day=2026-11-28 time=12:00
3pm Thursday or 4pm Friday => day=2026-11-26|2026-11-27 time=2026-11-26T15:00|2026-11-27T16:00
after 5 thursday or saturday morning => day=2026-11-26|2026-11-28 time=2026-11-26T17:00..20:00|2026-11-28T07:00..12:00
10ish Sat morning => day=2026-11-28 time=09:30..10:30
Thursday at 3 or 4pm Friday => day=2026-11-26|2026-11-27 time=2026-11-26T15:00|2026-11-27T16:00
after 3 but before 6 => time=15:00..18:00
Thursday after 3 but before 6 => day=2026-11-26 time=15:00..18:00
Thursday morning or after 5 => day=2026-11-26 time=07:00..12:00|17:00..20:00
Saturday at 10 or next week after 5 => day=2026-11-28|2026-11-30..2026-12-06 time=2026-11-28T10:00|17:00..20:00
next week or the week after next => day=2026-11-30..2026-12-06|2026-12-07..2026-12-13
afternoon or evening on Thursday => day=2026-11-26 time=12:00..17:00|17:00..20:00
Thursday. Or Friday morning => day=2026-11-26|2026-11-27 time=2026-11-26T07:00..20:00|2026-11-27T07:00..12:00
could we say 5 o'clock? => time=17:00
before noon => time=07:00..12:00
next available friday => day=2026-11-27
sometime this week, not today => day=2026-11-25..2026-11-29
Friday the 4th at 9am or Monday the 7th after 3 => day=2026-12-04|2026-12-07 time=2026-12-04T09:00|2026-12-07T15:00..20:00
the week of 14 December => day=2026-12-14..2026-12-20
any Saturday in December => day=2026-12-05|2026-12-12|2026-12-19|2026-12-26
Saturdays in December => day=2026-12-05|2026-12-12|2026-12-19|2026-12-26
a Saturday morning => day=2026-11-28 time=07:00..12:00
on the weekend => day=2026-11-28..2026-11-29
at the weekend => day=2026-11-28..2026-11-29
over the weekend => day=2026-11-28..2026-11-29
this coming Saturday => day=2026-11-28
Sunday or Monday morning before 9 => day=2026-11-29|2026-11-30 time=07:00..09:00
I can't on Tuesday => day=2026-11-25..2026-11-30|2026-12-02..2026-12-07
I can do Tuesday => day=2026-11-24
Tuesday I can do => day=2026-11-24
Tuesday I can't => day=2026-11-25..2026-11-30|2026-12-02..2026-12-07
not on Tuesday => day=2026-11-25..2026-11-30|2026-12-02..2026-12-07
not tuesdays => day=2026-11-25..2026-11-30|2026-12-02..2026-12-07
can't do mondays or fridays => day=2026-11-24..2026-11-26|2026-11-28..2026-11-29|2026-12-01..2026-12-03|2026-12-05..2026-12-06
Mon, Wed or Fri after 5 => day=2026-11-30|2026-11-25|2026-11-27 time=17:00..20:00
mon weds fri => day=2026-11-30|2026-11-25|2026-11-27
mon/weds/fri => day=2026-11-30|2026-11-25|2026-11-27
Mon & Wed => day=2026-11-30|2026-11-25
Thursday and Friday => day=2026-11-26|2026-11-27
weds or thurs but not before 10 => day=2026-11-25|2026-11-26 time=10:00..20:00
tomorrow but not before 3 => day=2026-11-25 time=15:00..20:00
tomorrow anytime between 9 and 12 => day=2026-11-25 time=09:00..12:00
today or tomorrow => day=2026-11-24|2026-11-25
2 weeks today => day=2026-12-08
2 weeks tomorrow => day=2026-12-09
3 weeks on Monday => day=2026-12-21
in about 2 weeks => day=2026-12-08
in 10 days time => day=2026-12-04
ten days from now => day=2026-12-04
1st December => day=2026-12-01
december the 1st => day=2026-12-01
the first of December => day=2026-12-01
first of next month => day=2026-12-01
the 1st at 7:30 => day=2026-12-01 time=07:30|19:30
1/12 => day=2026-12-01
01/12 => day=2026-12-01
1.12. => day=2026-12-01
1/12/2026 at 09:00 => day=2026-12-01 time=09:00
01.12.2026 9am => day=2026-12-01 time=09:00
Tues 1/12 => day=2026-12-01
2026/12/01 => day=2026-12-01
my knee started hurting on Sunday => since=2026-11-22
hurting since the weekend => since=2026-11-21
for a week or so => since=2026-11-17
for the last couple of months => since=2026-09-24
about 2 months => since=2026-09-24
maybe 3 weeks ago => since=2026-11-03
since September => since=2026-09-01
a few days => since=2026-11-21
few weeks => since=2026-11-03
on and off for 6 months => since=2026-05-24
it's been 3 weeks => since=2026-11-03
been going on 2 weeks => since=2026-11-10
Cardiff Half Marathon on 4 October 2026 was rough => race=2026-10-04 behind
marathon on 6/12 => race=2026-12-06
next race: 10k on 13 December => race=2026-12-13
my next race is the Cardiff 10K on the 13th => race=2026-12-13
race: 13/12 => race=2026-12-13
I'm racing in 2 weeks => race=2026-12-08
half marathon in two weeks, massage the week before? => day=2026-12-01..2026-12-07 race=2026-12-08
massage a few days before my marathon on 13 December => day=2026-12-10 race=2026-12-13
is there anything free before the 10th? => day=2026-11-24..2026-12-09
I'm back on the 10th => day=2026-12-10
I'm flexible => day=2026-11-24..2026-12-01
I'm flexible on Thursday => day=2026-11-26
as soon as you can => day=2026-11-24..2026-12-01
between Christmas and New Year's day => day=2026-12-25..2027-01-01
4th to 7th of December => day=2026-12-04..2026-12-07
from the 4th until the 7th => day=2026-12-04..2026-12-07
Wed to Mon => day=2026-11-25..2026-11-30
any time from Monday => day=2026-11-30..2026-12-08
any day before Friday => day=2026-11-24..2026-11-26
Friday or later => day=2026-11-27..2026-12-08
not after Friday => day=2026-11-24..2026-11-27
no later than Friday => day=2026-11-24..2026-11-27
by the end of next week => day=2026-11-24..2026-12-06
Friday to next week => day=2026-11-27..2026-12-06
Sunday the 12th of April 2026 => day=past:2026-04-12
2nd Tuesday in January => day=2027-01-12
the third Thursday of next month => day=2026-12-17
Friday the 13th => day=contradiction:2026-12-11|2026-12-13
mid next week => day=2026-12-01..2026-12-03
early in the evening => time=17:00..19:00
late in the afternoon => time=15:00..17:00
quarter to one tomorrow => day=2026-11-25 time=12:45
at ten to five => time=16:50
it's 10 to 12 => time=11:50
20 to 5 => time=16:40
5:75 tomorrow => day=2026-11-25
12 noon => time=12:00
midnight on Saturday => day=2026-11-28 time=00:00
12am Thursday => day=2026-11-26 time=00:00
12pm Thursday => day=2026-11-26 time=12:00
13pm Thursday => day=2026-11-26 time=13:00
0730 tomorrow => day=2026-11-25 time=07:30
1030 tomorrow => day=2026-11-25 time=10:30
13 Dec at 0 => day=2026-12-13
wednesday 5 hours => day=2026-11-25
the end of month => day=2026-11-24..2026-11-30
a year ago => since=2025-11-24
in a year => day=far:2027-11-24
in 2 years => day=far:2028-11-24
thr at ten past 4 => day=2026-11-26 time=16:10
monday at 4ocock => day=2026-11-30 time=16:00
can i come in wk beginning 14th december => day=2026-12-14..2026-12-20
could i come wednesday wk => day=2026-12-02
friday >3 => day=2026-11-27 time=15:00..20:00
this friday or the saturday => day=2026-11-27|2026-11-28
this thursday or the week after => day=2026-11-26|2026-12-03
thursdays fine after 4 => day=2026-11-26 time=16:00..20:00
the evening of the 3rd please => day=2026-12-03 time=17:00..20:00
the night before boxing day => day=2026-12-25 time=17:00..20:00
the afternoon after christmas day if you're open => day=2026-12-26 time=12:00..17:00
monday qtr past 9 => day=2026-11-30 time=09:15
friday, quarter 2 9 => day=2026-11-27 time=08:45
could i come on the shortest day => day=2026-12-21
st stephens day at 10 please => day=2026-12-26 time=10:00
saturday, 1 for him and 2 for her => day=2026-11-28 time=13:00|14:00
thursday while it's still am => day=2026-11-26 time=07:00..12:00
wednesday in the pm => day=2026-11-25 time=12:00..17:00
friday 9am is too early, 11 better => day=2026-11-27 time=11:00|!09:00
saturdays? put me down for 9 => day=2026-11-28|2026-12-05 time=09:00
fourteen hundred hours on friday => day=2026-11-27 time=14:00
any space tuesday, 5 til 6 => day=2026-11-24 time=17:00..18:00
thursday at 4, i finish at 3 => day=2026-11-26 time=16:00
thursday 4, i'm free after 3 => day=2026-11-26 time=16:00
cancel me please, withdrawing from thursday 26 november at 4 => which=2026-11-26T16:00
2day at 3 please => day=2026-11-24 time=15:00
first thing on friday morning => day=2026-11-27 time=07:00..09:00
the last friday before christmas => day=2026-12-18
the first monday after new years day => day=2027-01-04
half past noon on thursday => day=2026-11-26 time=12:30
quarter to noon wednesday => day=2026-11-25 time=11:45
quarter past midday saturday => day=2026-11-28 time=12:15
thursday, any time btw 1 and 3 => day=2026-11-26 time=13:00..15:00
thursday afternoon, 2 or later => day=2026-11-26 time=14:00..17:00
9 december or 10 => day=2026-12-09|2026-12-10
1/12 am please => day=2026-12-01 time=07:00..12:00
8 to 10 december => day=2026-12-08..2026-12-10
7th - 9th of december => day=2026-12-07..2026-12-09
friday evening, 5 or 7 => day=2026-11-27 time=17:00|19:00
friday, 6pm or 7 => day=2026-11-27 time=18:00|19:00
friday 5 or 7 => day=2026-11-27 time=17:00|07:00|19:00
thursday 3ish onwards => day=2026-11-26 time=15:00..20:00
thursday 9 through 11 => day=2026-11-26 time=09:00..11:00
25/9 pm => time=21:00
the 14 to 16th => day=2026-12-14..2026-12-16
a weekday but thursday => day=2026-11-24..2026-11-25|2026-11-27|2026-11-30..2026-12-02|2026-12-04|2026-12-07..2026-12-09|2026-12-11
any weeknight but friday => day=2026-11-24..2026-11-26|2026-11-30..2026-12-03|2026-12-07..2026-12-10 time=17:00..20:00
weekdays but saturday if need be => day=2026-11-24..2026-11-27|2026-11-30..2026-12-04|2026-12-07..2026-12-11|2026-11-28
not this week but the next, wednesday around 4 => day=2026-12-02 time=15:30..16:30
not this wk, next, friday => day=2026-12-04
could I get in the morns nicht => day=2026-11-25 time=17:00..20:00
between thursday 26 and monday 7, after 4 => day=2026-11-26..2026-12-07 time=16:00..20:00
between thursday 27 and monday 7 => day=2026-11-26|2026-11-30 time=07:00|19:00
no, I said saturday => day=2026-11-28
no but I said thursday at 4 => day=2026-11-26 time=16:00
I said thursday not saturday => day=2026-11-26
I said at 4, not at 2 => time=16:00
cancel thursday not saturday => day=2026-11-24..2026-11-27|2026-11-29..2026-12-04|2026-12-06..2026-12-07 which=2026-11-26
I said thursday but I need to cancel => which=2026-11-26
weekdays but friday works best => day=2026-11-24..2026-11-27|2026-11-30..2026-12-04|2026-12-07..2026-12-11|2026-11-27
weekdays but thursday is fine too => day=2026-11-24..2026-11-27|2026-11-30..2026-12-04|2026-12-07..2026-12-11|2026-11-26
not this week but the week after => day=2026-11-30..2026-12-06
not this thursday but next, about 4 => day=2026-12-03 time=15:30..16:30
yeah we said friday => day=2026-11-27
my marathon starts at 10 on sunday 6th, could you do the day before at 3 => day=2026-12-05 time=15:00 race=2026-12-06
the 10k is starting at 10 on sunday, anything the day before => day=2026-11-28 race=2026-11-29
the pain starts at night => -
I've a rest day on thursday so I could nip in for a massage then => day=2026-11-26
my shift is cancelled on friday, so can you squeeze me in then? => day=2026-11-27
I'm at the gym thursday so I can't come then => day=2026-11-24..2026-11-25|2026-11-27..2026-12-02|2026-12-04..2026-12-07
club night is thursday so what can you do then for friday => day=2026-11-27
club night is thursday so what can you do then => -
it's my day off on friday so any slots going then => day=2026-11-27
I'm off shift on friday so I rest then => -
I'm working friday at 3 so could come at 5 then => day=2026-11-27 time=17:00
I have physio on monday so it should be fine by then => -
I said 4 not 3 => time=16:00
I said 4, not 3, sorry => time=16:00
I said thursday at 4 not 3 => day=2026-11-26 time=16:00
we said tomorrow morning at 9, not at 10 => day=2026-11-25 time=09:00
"""  # noqa: E501 - rows of a table

NOT_ABOUT_A_TIME = r"""
thanks for Friday, what a difference
cheers for tuesday
pm me when you know
two hundred metres of swelling
are weekends extra?
how much is it on a saturday?
when are your evening slots?
legs went at the 20 miler and then a pint. perfect sunday
my hours are 7 to 3
on call this weekend
have you got me down for friday?
reccy of leg 3 on saturday and sore since
legs are dead after sundays 18
I couldn't move on friday
see you friday at 5
talk to you monday
evening 👋
morning Anna
bit stiff from the hill reps today
going round the houses today
my son has football saturday mornings
I usually train monday, wednesday and friday
ran 10 sunday, 8 tuesday
my night with the kids is wednesday
my 800 is 2:10
tuesday night track sets it off
on thursday's run it went again
Mondays are rest days
I get it every sunday
the physio is booked for the 9th
thursday I'm working
turning 60 in january
call me after 5
moved house on saturday
pain up from the 2nd mile to the 4th
more fun than friday
all over by the night
I'm on nights, anyone in at 7?
did I book for thursday or friday?
I'd say 5 out of 10, up from 3
did 20 miles saturday, 18 the week before
9th overall
inside 5 minutes
thanks for monday, leg feels loads better
been sore since my 5 o'clock run
did 11 miles on saturday, 6 on sunday
goes from 3 to 7 when I run downhill
did london in april, 3:48
it's worse in the mornings
it hurts in the morning mostly, better by afternoon
hurts at night
I sit at a desk 9 to 5
10 on sunday was too much
mon 5 easy tues 8 w/ strides thurs 6 tempo
this morning I could hardly walk
what time do you open on saturdays
numb in the 2nd and 3rd toes
yoga wednesdays at 7
wanna break 4:00 this time
3:59 finally
doing 20 miles on sunday
gun goes off at 8:30 on sunday
registration closes on the 30th
match on saturday at 2
my daughter has soccer at 5 every thursday
the game's on at 8 tonight
sister's getting married saturday
choir on tuesday nights
ok talk tomorrow
i'll get back to you tomorrow
let me check with my wife tonight
will it be better by saturday
hoping to be back to normal by friday
numb from 3pm to bedtime
i do lates this week, 2 till 10
half six to half seven i walk the dog
morning!
evening all, got a sore shin
happy friday
is my appointment on thursday or friday
call 02920 762000 after 5
see you Thursday!
saturday is parkrun day
tripped on a kerb this morning
today it's worse
really sore tonight
legs are dead after sunday's 20 miler
sore legs from yesterday's long run
pt session yesterday at 7
it flares at night
in the mornings mainly
after work it's like concrete
we meet at 6.30 on wednesdays for club
sunday parkrun finished it off
every second friday
good morning
5 miles on Sunday
finished it in 47 minutes
got round in 3 hours 20
crossed the line in 4 hours and 12 minutes
10 miles in 80 mins
I ran London in 3:52:14
8 x 400 at 1:35
5 miles at 8:15 pace
intervals, 6:50s
hoping to go 1:38 in the half
aiming for 3:30 at london
easy pace is about 6:30
pain was 7 on friday
clocked 24:30 on saturday
my son turned 12 on sunday
I get up at 6
it wakes me at 3 in the morning
my shift is 9 to 5
he wed my sister
rested today
splits were 5:10 5:20 5:05
the 45th
hello
ran 10K yesterday
10K in 45:30
pain 7/10
4:15/km
8 min miles
3x8 minutes
I'm 43
sat down
I may come back
we march on
in second gear
sun was hot
call me on 07700 900123
jo45@example.com
60 min
25 miles a week
3 times a week
last tuesday
24/7
run 5 days a week
bib 1234
£60
London marathon in April
last night
the day before my race
I run 40 miles a week
10k pb of 45:30
my 5k time is 22:10
parkrun on Saturday in 24:30
did 3x1km at 4:05
I weigh 75 kg
I'm 5 foot 10
my number is 07700 900 123
+44 7700 900123
(404) 555-0123
404-555-0123
jo.smith99@gmail.com
it's a 7
3/10 pain
a 4 out of 10
K7M2QX
£60 for 60 mins?
60 or 90
twice a week
marathon in 3:45
did the marathon in 3:45:10
half marathon pb 1:45
1 hour
2 sessions please
I'm 30 weeks pregnant
my 3 year old
ran for 90 minutes on Sunday
I ran 18 miles on Sunday and my calf is sore
long run on Sunday
I run on Tuesdays and Thursdays
I train 5 times a week
I work Mondays
stage 2
I sat at my desk all day
the sun was out
March for charity
second opinion
a second please
last summer
did London marathon last month
no race
now
99/99/9999
13/13
12
1
I had an appointment last week
my birthday is on Friday
ultra in June
my wedding is 12 December
shoulder hurts after 30 minutes
pain after 5k
it hurts at mile 20
hurts after about 20 minutes
knee is 6/10 when running
severity 6
8 or 9 out of 10
scale of 1 to 10
1-2 hours
2 to 3 times a week
I do 3 runs a week
3-4 miles
10 miles
half an hour
I am 18 or over
over 18
yes 18
my daughter is 15
L4 L5
zone 2
5 days a week
at 5:30/km pace
7:30 min miles
1:45 half
sub 3
sub-4 marathon
went under 20:00
vo2 max 52
150 bpm
21.1 km
26.2
on day 3
first time here
second session
my third marathon
4th metatarsal
the sun in my eyes
sat nav sent me wrong
may I come
marching band
can you do 5?
is 5 ok?
since the summer
since my race
I did a half in October
since 3000
half 13
2026-13-45
1000
at 9999
in 999999 days
"""

ASKED_FOR_A_TIME = r"""
3 or 4 whichever => time=15:00|16:00
I can dodge the office at 11 => time=11:00
my class is from 2 to 3, so in there => time=14:00..15:00
2 forty five => time=14:45
the later the better => time=18:00..20:00
is 11 any good => time=11:00
11ish => time=10:30..11:30
7 => time=07:00|19:00
noon => time=12:00
1700 => time=17:00
five => time=17:00
any time => time=07:00..20:00
at 530 => time=17:30
5 or 6 => time=17:00|18:00
25:00 => -
at 12 => time=12:00
0 => -
7-8 => time=07:00..08:00|19:00..20:00
5 to 7 => time=17:00..19:00
10.30 or 11.15 => time=10:30|11:15
seven thirty => time=07:30|19:30
morning or after 5 => time=07:00..12:00|17:00..20:00
5 would be great => time=17:00
5 please => time=17:00
the first one => -
number 2 => -
what about 5 => time=16:30..17:30
5 or later => time=17:00..20:00
noon or later => time=12:00..20:00
late => -
as early as possible => -
earlier => -
morning => time=07:00..12:00
tomorrow => day=2026-11-25
the earliest one => day=2026-11-24..2026-12-01
ten to five => time=16:50
24:30 => -
0900 => time=09:00
one please => time=13:00
the little one => -
two will be fine => time=14:00
is 4 ok => time=16:00
4 unless you're closing => time=16:00
six not five => time=18:00|!17:00
5 because the kids => time=17:00
eleven's grand => time=11:00
the 9 slot => time=09:00
9 otherwise 10 => time=09:00|10:00
eighteen hundred => time=18:00
nine hundred hours => time=09:00
9h => time=09:00
pm => time=12:00..17:00
quarter 2 five => time=16:45
5 til 4 => time=15:55
4/5 => time=16:00|17:00
3 and not a minute later => time=15:00
6, it has to be => time=18:00
8 => time=08:00
7 of us => -
4 👍 => time=16:00
6😀 => time=18:00
"4" => time=16:00
*3 => time=15:00
let's go with 2 => time=14:00
put me down for 4 => time=16:00
stick with 6 => time=18:00
I'd settle for 3 => time=15:00
2 and 3 both fine => time=14:00|15:00
one or two => time=13:00|14:00
one or two things first => -
eighteen fifteen => time=18:15
3 eastern => time=15:00
4% => -
I said 4 not 3 => time=16:00
5-12 => time=17:00..23:59
"""

AMERICAN = r"""
move 12/3 at 9 to 12/10 at 4 => day=2026-12-10 time=16:00 which=2026-12-03T09:00
it's 6 to 7/10 on friday => day=2026-11-27
friday before dinner => day=2026-11-27 time=12:00..17:00
can you cut the 12/4 one => day=2026-12-04
move the 12/2 one to 12/4 => day=2026-12-04 which=2026-12-02
12-14 => day=2026-12-14
Dec 14, 2026 => day=2026-12-14
12/14 => day=2026-12-14
12/14/2026 => day=2026-12-14
11/30 at 5 => day=2026-11-30 time=17:00
quarter of 3 => time=14:45
11/26 at 4:30pm => day=2026-11-26 time=16:30
December 3rd around noon => day=2026-12-03 time=11:30..12:30
a quarter after four tomorrow => day=2026-11-25 time=16:15
12-14 at 3 => day=2026-12-14 time=15:00
3-12-2026 => day=past:2026-03-12
Thanksgiving => day=2026-11-26
next week Thursday => day=2026-12-03
a week from Thursday => day=2026-12-03
two weeks from Friday => day=2026-12-11
thanksgiving => day=2026-11-26
Dec. 4 at 10 => day=2026-12-04 time=10:00
Dec. 4th, 2026 => day=2026-12-04
Nov. 30 => day=2026-11-30
small business saturday => day=2026-11-28
ten of five on Friday => day=2026-11-27 time=16:50
two of four knees => -
two hundred hours => -
20 after four on friday => day=2026-11-27 time=16:20
Dec 9 or 10 => day=2026-12-09|2026-12-10
Dec 9 or 11 => day=2026-12-09 time=11:00
12/9 or 10 => day=2026-12-09|2026-12-10
Nov 30 or 31 => day=2026-11-30
"""

WITH_A_RACE_KNOWN = r"""
can i come the day before at 1? => day=2026-12-12 time=13:00
the day before my race at 1 => day=2026-12-12 time=13:00
the day after the marathon, about 3 => day=2026-12-14 time=14:30..15:30
the day before or the day after my race => day=2026-12-12|2026-12-14
the Friday before the marathon after 5 => day=2026-12-11 time=17:00..20:00
not the day before my race at 1 => day=2026-11-24..2026-12-07
the day before my race => day=2026-12-12
two days before the marathon => day=2026-12-11
the week after my race => day=2026-12-14..2026-12-20
the Thursday before my race => day=2026-12-10
2 days after the race => day=2026-12-15
the night before the race => day=2026-12-12 time=17:00..20:00
race week => day=2026-12-07..2026-12-13
day after my marathon => day=2026-12-14
morning of my race => day=2026-12-13 time=07:00..12:00
a couple of days before => day=2026-12-11
I need a massage before my race => day=2026-11-24..2026-12-12
massage 2 days after my race => day=2026-12-15
between now and my race => -
the weekend before my race => day=2026-12-05..2026-12-06
Friday before my race => day=2026-12-11
a week before the race => day=2026-12-06
straight after my race => day=2026-12-14..2026-12-20
the morning after the race => day=2026-12-14 time=07:00..12:00
the weekend after my race => day=2026-12-19..2026-12-20
the month before my race => day=2026-11-24..2026-12-12
post race => day=2026-12-14..2026-12-20
race day => day=2026-12-13
race morning => day=2026-12-13 time=07:00..12:00
the Friday after my race => day=2026-12-18
a month before my race => day=past:2026-11-13
"""

ASKED_FOR_A_DAY = r"""
mid week, thursday, that's when I'm quietest => day=2026-11-26
late in the week if you can => day=2026-11-26..2026-11-29
this very day => day=2026-11-24
whatever day isn't wednesday => day=2026-11-24|2026-11-26..2026-12-01|2026-12-03..2026-12-07
the first day of the working week => day=2026-11-30
my wife has the car thursday so friday => day=2026-11-27
i think friday => day=2026-11-27
thurs or mon, fridays I'm with my mum => day=2026-11-26|2026-11-30
friday I'm free => day=2026-11-27
same as last time, i think a friday => day=2026-11-27
next week same time => day=2026-11-30..2026-12-06 time=+0
thursday at 5, or the same time on friday => day=2026-11-26|2026-11-27 time=17:00
the second one => -
5 => time=17:00
the 5th => day=2026-12-05
7/10 => -
in the morning => time=07:00..12:00
anytime => day=2026-11-24..2026-12-01
first available => day=2026-11-24..2026-12-01
soon => -
no preference => day=2026-11-24..2026-12-01
29 => day=2026-11-29
29, afternoon => day=2026-11-29 time=12:00..17:00
the 26 => day=2026-11-26
the second => day=2026-12-02
the third or the fourth => day=2026-12-03|2026-12-04
the first or the second => day=2026-12-01|2026-12-02
the first you have => day=2026-11-24..2026-12-01
tom => day=2026-11-25
the one after tomorrow => day=2026-11-26
tomorrow tomorrow => day=2026-11-25
fri 8/9 => day=2026-11-27 time=08:00|09:00
thrsday => day=2026-11-26
thursdays perfect => day=2026-11-26
firday => day=2026-11-27
31 of us => -
2day => day=2026-11-24
dec 9 or 10 => day=2026-12-09|2026-12-10
7th of december or 8 => day=2026-12-07|2026-12-08
2/12 pm => day=2026-12-02 time=12:00..17:00
the 1st to the 3rd of december => day=2026-12-01..2026-12-03
friday 4ish or later => day=2026-11-27 time=16:00..20:00
wednesday afternoon 1 or 2 => day=2026-11-25 time=13:00|14:00
I said saturday => day=2026-11-28
3-12 => day=2026-12-03
8-12 => time=08:00..12:00
1-6 => time=13:00..18:00
"""

ASKED_FOR_A_LENGTH = r"""
90 minutes please => -
90 => -
3 => -
"""

ASKED_SINCE_WHEN = r"""
the weekend before last => since=2026-11-14
not sure, next Friday would be good => day=2026-12-04
3 weeks => since=2026-11-03
sunday => since=2026-11-22
6 weeks or so => since=2026-10-13
last Tuesday => since=2026-11-17
Tuesday => since=2026-11-17
about a month => since=2026-10-24
two weeks now => since=2026-11-10
October => since=2026-10-01
months => -
3-4 weeks => since=2026-10-27
6 weeks => since=2026-10-13
"""

ASKED_FOR_A_RACE = r"""
3 weeks => race=2026-12-15
the 14th => race=2026-12-14
Dec 13 => race=2026-12-13
in 3 weeks => race=2026-12-15
last Sunday => race=2026-11-22 behind
next month => -
none => -
Sunday 13 December => race=2026-12-13
"""

ASKED_FOR_THE_ROUTINE = r"""
wednesdays and fridays with my club => -
mon wed fri easy, long one sunday => -
tuesday track. can you fit me in friday? => day=2026-11-27
"""

ASKED_HOW_BAD = r"""
about 5 => -
7 => -
5-6 => -
I said 4 not 3 => -
"""

TABLES = (
    (BRITISH, Frame(NOW, HOURS)),
    (ASKED_FOR_A_TIME, Frame(NOW, HOURS, asked="time")),
    (AMERICAN, Frame(NOW, HOURS, locale="en_US")),
    (WITH_A_RACE_KNOWN, Frame(NOW, HOURS, race=date(2026, 12, 13))),
    (ASKED_FOR_A_DAY, Frame(NOW, HOURS, asked="day")),
    (ASKED_FOR_A_LENGTH, Frame(NOW, HOURS, asked="length")),
    (ASKED_SINCE_WHEN, Frame(NOW, HOURS, asked="since")),
    (ASKED_FOR_A_RACE, Frame(NOW, HOURS, asked="race")),
    (ASKED_FOR_THE_ROUTINE, Frame(NOW, HOURS, asked="routine")),
    (ASKED_HOW_BAD, Frame(NOW, HOURS, asked="severity")),
)


def understood(text: str, frame: Frame) -> str:
    said = [f"{slot}={answer.replace(' ', '_')}" for slot, answer in answers(text, frame).items()]
    begun, race = since(text, frame), race_day(text, frame)
    said += [f"since={begun}"] if begun else []
    said += [f"race={race[0]}" + ("" if race[1] else " behind")] if race else []
    return " ".join(said) or "-"


@pytest.mark.parametrize(
    ("text", "expected", "frame"),
    [(*row.split(" => "), frame) for table, frame in TABLES for row in table.strip().splitlines()],
)
def test_a_phrase_means_what_clients_mean_by_it(text: str, expected: str, frame: Frame) -> None:
    assert understood(text, frame) == expected


@pytest.mark.parametrize("text", NOT_ABOUT_A_TIME.strip().splitlines())
def test_a_phrase_that_is_not_about_a_time_gives_none(text: str) -> None:
    assert understood(text, Frame(NOW, HOURS)) == "-"
