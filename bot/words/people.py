"""The words for people and animals, for whom they are to us, and for what is told of them."""

from bot.words.cues import listed

# "a girl in my club" is no talk of me, nor is "the guy in front of me"
CIRCLES = listed("club parkrun gym team group work office family class school street crew squad")
GROUPS = listed("training running club gym work")  # "training partner" needs no "my"
BESIDE = listed("of behind beside near with")
REMEMBERED = listed("memory honour honor loss")
PEOPLE = listed(
    "mam mama mammy mommy papa mum mums mom moms mother mothers dad dads father fathers brother brothers sister "
    "sisters husband husbands "
    "wife wifes partner partners boyfriend boyfriends girlfriend girlfriends friend friends mate mates buddy "
    "buddys pal pals colleague colleagues coworker boss neighbour neighbours neighbor neighbors aunt auntie "
    "uncle nan nana gran grandma grandad granddad grandpa grandfather grandmother cousin cousins coach coaches "
    "athlete athletes pupil pupils student students client clients player players cadet cadets goalie goalkeeper "
    "teammate teammates clubmate clubmates workmate flatmate roommate housemate aider fiance fiancee ex hubby missus "
    "wifey"
)
# need no "my" where something is told of them: "dad had a stroke"
KIN = PEOPLE - listed("mate mates buddy buddys pal pals friend friends boss coach coaches ex partner partners")
TELLS = listed(
    "has had is was got broke tore who died dies fell gets takes went did suffered recently in with on pregnant "
    "recovering having needs faint fainted faints fainting collapse collapsed collapsing were slipped tripped"
)
STRANGERS = listed(
    "guy woman man lad lady bloke footballer runner player fella dude chap girl person client patient people guys folk "
    "someone somebody girls lads guys runners women men kid athlete racer celebrity actor character captain lass"
)
AM = listed("im am as like being over into off")
MY = listed("my our me")
THE = listed("the his her this")
THEIR = listed("their")
SOME = listed("a some that another")
GRANDPARENTS = listed("nan nana nanna gran granny grandma grandad granddad grandpa")  # need no "my"
CHILDREN = listed(
    "grandson granddaughter grandchild stepson stepdaughter son daughter kid kids child toddler baby boy girl lad lass "
    "niece nephew"
)
ANIMALS = listed(
    "dog dogs cat cats horse horses puppy pup kitten hamster rabbit pony mare labrador spaniel collie terrier "
    "retriever poodle whippet greyhound lurcher beagle dachshund sheepdog ewe cow"
)
CRAMPS = listed("charley charlie")  # a charley horse is no animal
LABS = listed("lab labs")  # which also tell of a blood test
NAMED = (PEOPLE | ANIMALS) - listed("coach coaches")  # "the coach" may be a bus, "the lad" the one who is to come
QUALITIES = listed(
    "best first running training old older younger little big good dear late poor other club ex own step gym work"
)
HISTORIC = listed(
    "saw seen had died dies dead passed was were were suffered survived ago lost recovering hospital year years "
    "month months"
)
NOWISH = listed(
    "just now currently having hes shes is still keeps hour hours minute minutes mins since today tonight morning would"
)
