"""What runners call the places on their body, and the phrases that tell whether a place is meant. As in phrases.py."""

MORE = {  # further spellings and turns of speech; small words are left out
    "shin_splints": """
        shinsplints, shinsplint, tib, tibs, tibial stress, mtss, front leg, front|fronts lower leg|legs, front
        leg|legs below|under knee|knees, lower leg|legs ~ front|bone|bony|inside|inner, front|bone|
        bony|inside|inner ~ lower leg|legs""",
    "plantar_fasciitis": """
        heels, arches, soles, plantar fasciitis|fasc, fasciitis, fascia foot|feet, pf, under|underneath|
        underside|undersides|bottom|bottoms|ball|plant foot|feet|heel, foot|feet|heel ~ under|
        underneath|bottom, back ~ foot|heel ~ ~ underneath, foot|feet arch, heel foot, arch foot""",
    "runners_knee": """
        knees, kneecaps, knee cap|caps, patella, patellofemoral, runners knee, under kneecap|kneecaps, under knee
        cap|caps, nee, nees, inner|inside|medial part|side? knee|knees, knee|knees ~ inner|inside|
        medial""",
    "it_band_syndrome": """
        itbs, it bands, itband, iliotibial, side|sides|outer|outside|outsides|lateral|external ~ knee|
        knees|thigh, knee|knees|thigh ~ outside|lateral|outer|external""",
    "achilles_tendinopathy": """
        achilles tendons|tendonitis|tendinopathy|heel, achilles heel tendon, acheles, achillies, achilis,
        akilles, tendon|tendonitis|cord|string|back|behind ~ ankle|heel|foot, ankle|heel ~ back|
        behind, heel tendon|cord|cords|string, back ankles, above|over
        heel|heels""",
    "calf": """
        calfs, calve, calf muscle, caff, caffs, gastrocs, gastrocnemius, back|backs|behind|muscle|muscles ~
        lower leg|legs, lower leg|legs ~ back|behind, back|backs|behind ~ below|under|beneath|
        underneath knee|knees, leg|legs|muscle|muscles|meat ~ below|under|beneath|underneath knee|
        knees, below|beneath knee|knees ~ back|behind, below|under|
        beneath back|backs knee|knees, behind|back shin|shins|shank, between knee|knees
        and? ankle|ankles""",
    "hamstring": """
        hammies, hammys, hams, biceps femoris, back|behind|rear ~ upper leg|legs, upper leg|legs ~ back|
        behind|rear, upper back|rear leg|legs, rear|rears ~ thighs|thigh, back|backs|behind|
        underside|underneath thighs|thigh, thigh|thighs ~ back|behind|rear, between bum|butt|buttock|
        buttocks cheek? and? back? knee|knees""",
    "quadriceps": """
        quadriceps, rectus femoris, vastus, vmo, thighs, front|fronts thighs, teardrop|teardrops, front|fronts ~
        upper|top leg|legs, upper|top leg|legs ~ front, front ~ above knee|knees|kneecap|kneecaps,
        muscle|muscles|bit|bits|part|meat ~ above knee|knees|kneecap|kneecaps""",
    "hip_flexor": """
        hip flexors, hipflexor, hipflexors, iliopsoas, front|crease|fold|top ~ hip, hip ~ crease|fold,
        crease|fold ~ leg|thigh, leg|thigh ~ crease|fold, where leg meets|joins, leg|legs|thigh|thighs
        meets|meet|joins|join hip|hips|body|tummy|stomach|belly|torso|trunk|pelvis|groin""",
    "glute": """
        gluteus, gluteal, gluts, buttocks, backside, caboose, rump, derriere, keister, posterior, rear end, arse,
        tush, tushy, tushie, bum|butt|bottom cheek, sit bone|bones, where back pocket|pockets""",
    "low_back": "low backs, lowerback, lowback, bak, base spine, lower spine, lumber, small|bottom back, back low down",
    "soreness_fatigue": """
        ache|aching|achy|aches|sore|tight|stiff all over, everything aches|hurts, aches everywhere, dead
        legs, legs ~ heavy|tired|dead|trashed|wrecked|tight|sore|ache|shot|stiff|jelly|lead,
        tight|sore|achy|jelly|stiff|leaden|wrecked legs, piece|part|bit|inch|muscle|fibre ~
        doesnt|dont|isnt|aint hurt|ache|aches|sore|aching|hurting, exhausted, knackered, stressed,
        fatigue, fatigued, heaviness""",
    # near a place, or where it ends, and none itself
    "": """
        above|below|under|over knee|knees, back|backs leg|legs, back pocket|pockets, knee pit|pits,
        above kneecap|kneecaps|bum|butt|glutes|buttocks|backside|arse|rear, hip|hips|bum|butt|
        glute|glutes bone? down? to just? above? knee|knees|ankle|foot|toes, knee to ankle|hip, down|
        up|way to just? above? knee|knees|ankle|ankles|foot""",
    "other_injury": """
        ankles, peroneal|peroneals tendon|tendons?, outer|outside|inner|inside ankle|ankles, tennis|
        golfers elbow, feet, toes, shoulders, wrists, elbows, ribs, rib, jaw, top|tops foot|feet, metatarsal,
        midfoot, forearm, side|outer|outside|lateral|external part|side? hip|hips, hip|hips ~ outside|
        lateral|outer|external""",
}
VAGUE = frozenset("foot feet toes tiptoes".split())  # these only tell where an arch or an Achilles is
SMALL = frozenset(
    "the my me ma of on a an our your his her their both left right l r is are at in very so really bit s".split()
)
AS_THEY_ARE = frozenset("things writes need needs".split())  # no slips of our words
IT = frozenset("its it thats that theyre they gone all fine havent hasnt hadnt".split())
DONE = frozenset("gone vanished sorted fixed healed cured all totally completely now".split())  # a statement of its own
BREAKS = frozenset("but although though while whereas so which because cos cuz".split())
OWN = frozenset("my me ma the".split())
# after a comma these tell where on a place it hurts: "right knee, hurts on the outside when I run"
ALONG = frozenset(
    "hurts sore tender aches pain on along at the just right round around toward towards mostly to in".split()
)
JOINTS = frozenset("knee knees ankle ankles heel heels foot feet toes".split())  # which a pain may only reach:
LEADING = frozenset("down up all way right just above to".split())  # "down my calf to the ankle"
PARTS = frozenset("outside outer inside inner front underneath underside lateral medial rear".split())
WENT_ON = frozenset("side edge bit part when if after since and by only first for as while whenever mainly".split())
BACK = frozenset(  # behind these, "back" is a part of the body
    "my lower low bad sore stiff tight of upper achy aching painful tender dodgy weak gammy knackered".split()
)
THINGS = frozenset("door garden yard road gate entrance room office page story seat row fire burner".split())
AILS = frozenset("pain pains ache aches spasm spasms trouble issues problem problems hurts".split())  # or before
CUES = {
    # words of the body that are none, and "back" where it is no part of it
    "trap": """
        chip on my|his|her|their shoulder, stick|sticking|stuck my neck out, dip|dipping|dipped a|my
        toe, toe in the water, take|taking|took the knee, weak at the knees, hip hip, dover|lemon sole, sole
        survivor|charge, inflatable|start|triumphal arch, under the ~ arch, college|school|main|university
        quad, calf chased|born, calves due|born, calf of, calf|calves and|n|or ~
        ewes|cows|heifers|lambs|sheep|bullocks|cattle|pigs|goats, ewes|cows|heifers|lambs|sheep|bullocks|
        cattle|pigs|goats and|n|or ~ calf|calves, feed|feeding the? calf|calves, bottle|suckler|dairy
        calf|calves, new|fresh heels|soles and|n heels|soles, cobbler|cobblers ~ ~ ~ heels|soles,
        heels|soles ~ ~ cobbler|cobblers, calf|calves ~ ~ rearing|raising|weighs, rearing|
        raising a|the? calf|calves, spare ribs|rib, ribs at|on the barbecue|grill, ankle biter|biters,
        tongue in cheek, legs eleven, leg|legs of the relay|race|journey|trip, last|first|second|anchor
        leg, shoulder to the wheel, from the hip, put|putting my back into, on my feet all, stress test|tested|
        testing, best foot, sore loser|point|subject|head, stiff breeze|wind|competition|climb|drink|
        test, heavy going|traffic|rain|heart, head over heels, well heels, hamstring us|you|them, calf|
        thigh|ankle|shin length, quad|quads stroller|buggy|pram|core|screen|espresso, quad shot
        latte|coffee|espresso|americano, foot in|through the door, one foot in, is|was|thats|what|such
        a ~ kick|punch|boot in the shins|teeth|guts|ribs|butt|backside|rear, soles|heels have|
        are|is|has? gone|worn|peeling|coming|falling on|off|out|through|down|away, is|was|
        are|im|being|hes|shes|theyre|youre|thats|such|what a pain in the neck|arse|bum|butt|
        backside|ass|rear, alright|cheers|thanks|ta|morning|one|mate butt, that|massage|claim|
        deposit|im|get|got|put|call|ring|text|message|book|fit|take|bring|let|have|
        welcome|pay it|me|us|them|you? back, how many feet, flat feet, sole reason|goal|aim|purpose|
        trader|parent|exception, arch rival|rivals|enemy, stone|brick|finish|marble|wedding|bridge|
        railway arch, arch bridge, up to my neck, neck and neck, neck of the woods, break neck, shoulder of the road,
        hard shoulder, shoulder to cry|lean, shoulder season|bag|strap, cold|chip shoulder, shoulder to
        shoulder, go|going|come|coming|get|travel on foot, by foot, the other|one hand, shoe|boot is|
        s? on the other foot, right|wrong|best foot forward, foot the|of the? bill|hill|climb|mountain|
        stairs|page|bed, put my foot down|in it, square feet|foot, feet tall|high|of|above, hip hop|
        flask|new|young|place|bar|cafe|crowd|replacement, toe the? line, toe socks|cap, tip toe,
        running tights, heel lift|lifts|drop|drops|cup|cups|counter|height, high|stiletto heel|
        heels, heel to toe, to heel, achilles heel of|lol, is my|his|her|our|their|the achilles heel, calf
        deep in, achilles running|club|harriers|team|track, foot strike|race|path|pod|bath|spa|
        massage|fall|print, knee high|highs|deep|length|pads|pad|jerk|brace|sleeve|sleeves|
        sock|socks|support|bandage, on one|bended knee, bees knees, calf sleeves|sleeve|socks|guards|
        raise|raises|stretch|stretches|liver|leather|skin, calfs liver|foot|head, fatted calf, shin
        pad|pads|guard|guards, shin bone soup, shin of beef, beef shin, glute bridge|bridges|activation|
        exercises|band|bands, hamstring curl|curls|stretch|stretches, quad bike|bikes|biking|bikers|
        exercises|core|skates, ankle sock|socks|strap|straps|bracelet|monitor|weights|deep|
        length|boots, elbow room|grease|pads, wrist watch|band|strap|bands, neck warmer|gaiter|buff|
        pillow|scarf|brace, toe off, butt of the? joke, butt dial, bum bag|bags|deal|note|rap, butt|
        kick|kicks kicks, cold feet, put|putting my? feet up, two left feet, find my|his|her feet, stress
        fracture, stress free|test|ball, back to back, set|knock|call|ring|text|message|phone|take|
        bring|welcome|fit|let me|my|us|you|them back, it back, the? back of my|the? mind|queue|
        pack|mind|room|house|car|bus|hand, front and back, back door|garden|yard|road|gate|
        entrance|room|office|nine|straight|page|story|up|pack|seat|pay|date|log|marker|
        fire|bone|line, left back on, right back at, no stress, stressed about|over, back on|in|into|to|
        at|from|after|before|out|onto|by|off|up|soon|again|running|with|over|one|for|
        and|home|around|next|then|this|last|when|down, go|am|be|come|get|got|call|ring|
        push|put|move|text|phone|write|hold|set|look|went|came|year|week|month|months|
        weeks|days|years|winters|summers|seasons|while back, going|coming|getting|calls|wanna|
        take|taken|bring|sent|want|turn|step|us|half|is|are|bounce|its back, my back foot,
        drive|lift|raise the|my? knee|knees, bring|pull|get|lift ~ knee|knees up, high knees, touch|
        touching my? toes|knees|shins, heel|forefoot|midfoot|toe striker|strikers|strike|striking,
        arch support|supports, soles|heel|heels|toe|toes of the|my|these? shoes|shoe|trainers|
        sneakers|spikes|boots|socks, hole|holes|rip|patch|ladder in|on|at the|my? knee|knees|
        heel|heels|toe|toes, leg|legs|quad|quads|glute|glutes|calf|shoulder|shoulders|back
        day, strengthen|strengthened|strengthening the|my? calf|calves|glute|glutes|hip|hips|quad|
        quads|ankle|ankles|knee|knees|back|hamstrings|feet, behind my|his|her|their back, on|off
        my back about, got my back, watch my back, right|real|total|massive|such a? pain in the neck|arse|
        bum|butt|backside|ass|rear, dead heat, dead line, bring to heel, kick heels, knuckle down, rib cage,
        wore|wear|wearing high? heels, years of heels, lumbar street|road|lane|cushion|cushions|
        support|pillow|roll, lumber yard|street|road|jack, back brace|board, thigh high|highs, broad
        shoulders, shoulders are|is broad, achilles is the name, jaw drop|dropped|dropping|hit|hits, drive|
        drove|way|walked|ran|walk|run|trip|ride|train|flight|bus|journey|miles|jog|trek
        to|into ~ ~ and back""",
    # what a statement is about is over, or was never there
    "gone": """
        been|its|feels|felt 100, been|its ~ right|fine|ok|good|grand|lovely|perfect|great|
        sound|quiet since|for|ever, behaved|quiet|silent|sound since|ever|as, bounced back, got|
        get|gotten over it|them|that|the|my, grown|grew out of, put an end to, did the trick, end of
        story, ancient history, yesterdays news, woke up ~ vanished|gone, never|not gives|given|gave|giving
        me any|a?, never gives any, left me for good, all forgotten|well, never think of it|them, gave|given
        up grumbling|moaning|hurting|complaining, sorted|fixed|cured|solved by|in|with, has|have
        passed, thats passed, pain free now, now|officially|completely|totally|finally|been pain free,
        recovered|recovering from|well|nicely, settled|healed|cleared|went|mended weeks|months|
        years|ages|days ago, all clear, finally gone, mended, has|have cleared, not been|come back, hasnt|
        havent|not flared, being the word, nothing|peep from the|my, no complaints|soreness from|left, no
        pain|trouble|soreness|tightness|stiffness|ache|niggle left, never been better, havent|hasnt|
        hadnt|never|not felt|noticed it|them|anything|a, havent|hasnt|hadnt given|thought about?
        it|them, quit|quits|stopped|stops hurting|aching|bothering|complaining|grumbling|moaning|
        playing, never|nothing|none|nowt|not once? since, never again, cleared the|my, feel|feels|felt|
        feeling brilliant|fantastic|amazing|awesome|superb|fresh|wonderful|fab|lovely|strong, is|
        are|its|been|feels|feel|felt|seems|all|now|totally|much|quite|thats|grand|long|
        since|completely|fully fine|ok|okay|grand|sound|sorted|healed|gone|settled|cleared|
        fixed|mended|recovered|better|quiet|good|perfect|great|history, fine|ok|okay|grand|
        sound|sorted|healed|settled|fixed|mended|gone|better|good|perfect|great|spotless now|
        again|thanks|since|nowadays|lately, right as rain, good as new, feel|feels|felt like|brand new,
        calmed down, cleared|clears up|off|away, healed up|well|nicely|completely|ages, has|had|
        have|fully|completely|since healed|recovered|mended, back to normal, doesnt|dont|isnt|arent|
        not hurt|hurting|sore|bother|bothering|ache|aching|painful|tight, any more, anymore, no
        longer, no|zero|nae bother|trouble|problem|problems|issue|issues|grief|pain|ache|aches|
        complaints since|now|anymore, was the old|trouble|problem, settled down, used to have|get|hurt|
        ache|bother|trouble|be|suffer|give|play, glute|glutes|calf|calves|calfs|shin|shins|
        knee|knees|hip|hips|quad|quads|heel|heels|back|backs|hamstring|hamstrings|ankle|
        ankles|achilles|shoulder|shoulders|neck|necks|itb|itbs|leg|legs|foot|feet ok|okay|
        fine|better|grand|sound|fixed|sorted|healed|perfect, thing of the past, is|are|thats|
        firmly|long|well|all behind me|us, behaving, not a peep|sign|squeak|twinge|murmur|bother|
        problem|hint|whisper, never|not|hasnt|havent|hadnt|didnt|doesnt bothered|bothers|bother|
        troubled|trouble|hurt|returned|come|came ~ since|back|again|now, went|gone|disappeared|
        vanished|melted away|completely, resolved itself, disappeared, vanished, sorted it|them|that|
        itself|out, cured, is finish|finished, is|thats all over now?, physio|doctor|doc|osteo signed|
        discharged, signed me|my? off, is|are 100, 100 better|healed|fine|recovered|again, hundred
        percent, a distant memory, days are over|behind, hasnt|havent|hadnt|didnt|doesnt|never bothered
        me, cannae|cant feel a|any""",
    # … and yet it is not over
    "still": """
        not|isnt|arent|never|hardly|wasnt|hasnt|havent|doesnt|dont|wont|until|till|cant|
        almost|nearly|mostly|bit ~ fine|ok|okay|sorted|healed|gone|settled|cleared|fixed|
        recovered|good|better|quiet|right|fresh|brilliant|lovely|strong|behaving|100, can|could
        no longer, no longer run|bend|walk|straighten|squat|sleep|able|do|get, cant|cannot|couldnt
        ~ any more, cant|cannot|couldnt ~ anymore, dont run|sleep|walk|train|enjoy ~ anymore, not|
        hardly|barely|isnt|aint one|a|an piece|part|bit|inch|muscle ~ ~ doesnt|dont|isnt,
        nothing ~ doesnt|dont|isnt, not|hasnt|havent|hadnt|never|wont ~ quit|stopped|stops, massage
        is|be fine|ok|okay|good, ok|okay|fine|safe to, used to be|feel fine|ok|good|great|
        strong|loose|fit, gone on|again|into|tight|stiff|solid|and|at|too|from|over|hard|
        numb, better|good|great|fine|ok|okay when|after|with|if|once|before|by|until|till|
        for|at|in, gets|getting|make|makes better, im|feel|feeling fine|ok|good|better, a good,
        still, came|come|comes back again, keeps|keep coming back, flared|flaring, again and again, want|
        need|get|wants|needs|love|like|hoping ~ ~ sorted|fixed|better|right|mended|healed""",
    "not": """
        not, isnt, wasnt, arent, nor, neither, nothing in, nowhere near, never, rather than, instead of, no|any
        pain|trouble|problem|problems|issues|bother in|on|around|under|with, no more, nothing wrong
        with, no, none in, leave the""",
    "only": """
        not just|only|sure|been|able|going|too|so|really|great|good|bad|getting|ok|okay|
        right|sleeping|happy|stopped|to|like|feeling|had|run|running|slept, no the|my, no idea|
        doubt|rest|more than|let|matter|wonder|joke|good|change|sign|one|break|running|
        surprise|thanks, no its|it|thats|really|actually|wait|sorry, not|isnt|aint one|a single?
        piece|part|bit|inch|muscle, never had|ends|stops|quite|really|felt|been""",
    # the client is well: what was named before was past, or somebody else's
    "well": """
        nothing ~ wrong with me|mine, nothing hurts|sore|hurting ~ now, nothing to report, fit as a fiddle, mine
        never|isnt|arent|dont|doesnt, mine are|is fine|perfect|grand|good|ok, not me|mine, touch|
        knock on? wood, all good these days|now, i have|got nothing""",
    "besides": "otherwise, other, words, word, else, apart, except, besides, rest",  # … except for what was named
    # somebody else's body, and the somebody whom the booking is for
    "theirs": """
        my|our|a|me|ma|his|her|the|hers|your best|running|old|good|training|older|
        younger|little|big|other|gym|work? mum|mums|mom|moms|mam|mams|dad|dads|da|mother|
        mothers|father|fathers|brother|brothers|sister|sisters|husband|husbands|hubby|wife|
        wifes|missus|partner|partners|boyfriend|boyfriends|girlfriend|girlfriends|friend|friends|
        mate|mates|buddy|buddys|pal|pals|colleague|colleagues|nan|gran|granny|grandad|
        grandpa|coach|dog|dogs|cat|cats|horse|boss|cousin|cousins|uncle|aunt|auntie|nephew|
        niece|roommate|flatmate|housemate|neighbour|neighbor|teammate|teammates, other|better half,
        dads|mums|moms|mams, mum|mom|mam|dad|coach|sister|brother has|had|did|pulled|tore|
        hurt|broke|got|is, sisters|brothers got, half|most|some of? our|my|the club|team|group|
        office|family|lads, club|team|running mate|mates, clubmate|clubmates, everyone|everybody|
        half|most|loads|lots at|in|from the|my|our, everyone|everybody|people|loads|lads|
        club|team says|has|have|had|got|gets, our ~ did|has|had|got|hurt|pulled|tore|broke|
        twisted|injured|does, he|she has|had|hurt|pulled|tore|did|got, my|our|the ~ bosss|
        exs|lads|nephews|nieces|clients|captains|keepers, a|this|that client, friends|mates of mine,
        somebodys|someones|everyones|everybodys|peoples|uncles|aunts|aunties|cousins, someone|
        somebody|bloke|girl|lad|lady|guy|woman|man at|in|from|on|behind|next, some|that|
        the footballer|runner|sprinter|player|keeper|captain|guy|bloke, husbands|wifes|hubbys|
        grandads|nans|grans|grandmas|dads|mums|moms ~ is|are|has|have, uncle|auntie|aunt|
        cousin ~ has|is|did|hips|knees|back, lads are|have, they say, podcast|news|article|
        documentary, read|heard|hear|saw|see|watched|seen that|about, the cow|horse|dog|cat""",
    # a place named right behind these is theirs, unless they are whom the booking is for
    "whose": """
        his, her, their, dad, dads, mum, mums, mom, moms, mam, brother, sister, wife, husband, mate, friend, buddy""",
    "them": """
        for|bring|bringing my|our, bring|bringing ~ him|her|them ~ in, can|could he|she|they, see
        him|her|them, my|our|me ~ daughter|daughters|son|sons|kid|kids|child|twins|boy|
        boys|girl|girls|lad|fella|teenager|teenagers, year old, hes|shes|is|he|she|age|aged
        10|11|12|13|14|15|16|17""",
    # plays an ache down, and so tells of one
    "slight": """
        nothing ~ sinister|serious|major|dramatic|drastic|terrible|urgent|dreadful|scary, not ~
        serious|terrible|dreadful|unbearable|crippling""",
    # what is treated or what helps, asked in general
    "asks": """
        do|d|can|could|will|would|yous|ye you|ye|yous|they|therapists|physios|your ~ treat|
        treats|do|work|massage|see|cover|handle|deal|include|offer|use, you make|do|offer|
        give massage|massages|work, does|can|could|will|would|is|do massage|massages|sports|
        sport|stretching|rolling|foam|running|physio|cupping|taping|ice|rest, whats|what good|
        best|is good|best for, can|could|should ~ be massaged|treated|done|stretched|rubbed, what|
        whats is|are|do|does|helps|help|stretches|exercises|causes|happens|the|a, which muscle|
        muscles|areas|parts|stretches|exercises|therapist|bits, how many|often|long|do|does|much
        sessions|times|weeks|does|do|would|is|are|a, is|are ~ good|bad|best|any|ok|okay|
        useful|right for, is|are the|your therapists|therapist|team|staff|people ~ trained|qualified|
        experienced|good, would|should|can|could|do|does one|someone|somebody|people|anyone|
        runners|clients|those|folk with|who|get|have, what you use|do|charge, any|best tips|
        stretches|advice|exercises for|on""",
    "mine": "i, im, ive, id, ill, mine, me, my, ma",
}
