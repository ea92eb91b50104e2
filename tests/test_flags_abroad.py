"""Red flags in the words of those who fall back on their own language."""

from pathlib import Path

import pytest

from bot.knowledge import load_knowledge
from bot.words.flags import flags

RULES = load_knowledge(Path(__file__).parent.parent / "data" / "knowledge").flags


@pytest.mark.parametrize(
    ("flag", "text"),
    [
        ("chest_heart", "mae gen i boen yn fy mrest"),
        ("chest_heart", "dwi'n methu anadlu"),
        ("chest_heart", "me duele el pecho cuando corro"),
        ("chest_heart", "no puedo respirar bien, y la pierna me duele"),
        ("chest_heart", "mój mąż jest nieprzytomny"),
        ("chest_heart", "boli mnie w klatce piersiowej, nie mogę oddychać"),
        ("chest_heart", "j'ai une douleur dans la poitrine"),
        ("chest_heart", "je n'arrive plus à respirer"),
        ("chest_heart", "ich habe Schmerzen in der Brust"),
        ("chest_heart", "sie ist bewusstlos"),
        ("chest_heart", "ich kann nicht atmen"),
        ("chest_heart", "estou com dor no peito"),
        ("chest_heart", "não consigo respirar"),
        ("chest_heart", "seene mein dard ho raha hai"),
        ("chest_heart", "saans nahi aa rahi"),
        ("chest_heart", "我胸口很痛"),
        ("chest_heart", "他昏倒了"),
        ("self_harm", "dwi eisiau marw"),
        ("self_harm", "quiero morirme"),
        ("self_harm", "nie chce mi się żyć"),
        ("self_harm", "j'ai envie de mourir"),
        ("self_harm", "ich will nicht mehr leben"),
        ("self_harm", "não quero mais viver"),
        ("self_harm", "main marna chahta hoon"),
        ("self_harm", "我不想活了"),
        ("leg_clot", "mae fy nghoes wedi chwyddo"),
        ("leg_clot", "tengo la pantorrilla hinchada"),
        ("leg_clot", "łydka mi spuchła"),
        ("leg_clot", "mon mollet est gonflé"),
        ("leg_clot", "meine Wade ist geschwollen"),
        ("leg_clot", "minha panturrilha está inchada"),
        ("leg_clot", "meri pindli sooj gayi hai"),
        ("leg_clot", "我的小腿肿了"),
        ("fracture", "dwi'n methu cerdded"),
        ("fracture", "no puedo caminar"),
        ("fracture", "nie mogę chodzić"),
        ("fracture", "je ne peux plus marcher"),
        ("fracture", "ich kann nicht auftreten"),
        ("fracture", "não consigo andar"),
        ("fracture", "chal nahi sakta"),
        ("fracture", "我走不了路"),
    ],
)
def test_the_worst_signs_are_heard_in_the_languages_of_our_clients(flag: str, text: str) -> None:
    assert flags(text, RULES) == [flag]


@pytest.mark.parametrize(
    "text",
    [
        "no tengo dolor de pecho",
        "pas de douleur dans la poitrine",
        "keine Schmerzen in der Brust",
        "nie mam bólu w klatce",
        "sem dor no peito",
        "dim poen yn y frest",
        "seene mein dard nahi hai",
        "没有胸痛",
        "quiero reservar un masaje para el jueves",
        "chciałbym zarezerwować masaż",
        "je voudrais un massage samedi",
        "ich möchte Freitag zur Massage kommen",
        "fy nghoesau'n flinedig ar ôl y ras",
        "我想预约按摩",
    ],
)
def test_denials_and_bookings_in_other_languages_raise_nothing(text: str) -> None:
    assert flags(text, RULES) == []
