"""The training examples, checked against the words we promised."""

import re
import sys
from collections.abc import Iterator

from rasa.shared.exceptions import YamlException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.answers import JUDGED, MARKS, NONE, ROLES, UNJUDGED, judged

INTENTS = (
    "greet book describe reschedule cancel_appointment show_appointment affirm deny dont_know stop undo restart "
    "repeat help ask_faq human thank goodbye inform out_of_scope"
)
COMPLAINTS = (
    "shin_splints plantar_fasciitis runners_knee it_band_syndrome achilles_tendinopathy calf hamstring quadriceps "
    "hip_flexor glute low_back soreness_fatigue other_injury"
)
STOPS = (
    "chest_heart palpitations heat_illness saddle stroke head_confusion compartment rhabdo self_harm leg_clot fracture "
    "rupture bad_fall head_injury joint_infection bone_pain night_pain severe_pain worsening numbness lump"
)
KNOWN = {"complaints": {*COMPLAINTS.split()}, "red_flags": {*STOPS.split(), *MARKS}, "times": {*ROLES}}
WRONG = "The training examples in data/nlu need a correction:"
# The lines of a file of examples as we write them: an intent, then its messages, alone or with what else they tell.
LINE = re.compile(
    r"""version:\ "3\.1" | nlu: | -\ intent:\ \S+ | \ \ examples:(\ \|)? | \ {4}-\ .+
    | \ \ -\ text:\ \| | \ {6}\S.* | \ {4}metadata:\ \{.*\} | \#.* |""",
    re.VERBOSE,
)


class Plain(RasaYAMLReader):
    """Rasa's reader of a file. To check one against the schema takes three times as long as to read it."""

    def validate(self, string: str) -> None:
        """Have Rasa say what is wrong with a file that is not written as ours are."""
        if not all(map(LINE.fullmatch, string.splitlines())):
            super().validate(string)


class Examples(RasaFileImporter):
    """Rasa's reader of examples: it takes so long that they are checked as they are read, and not read before."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Read the examples, or leave with a sentence that says why not."""
        try:
            read = TrainingData().merge(*(Plain().read(file) for file in self._nlu_files))
        except YamlException as failure:
            sys.exit(f"{WRONG}\n{failure}")
        examples = read.intent_examples
        if found := list(mistakes(examples)):
            sys.exit("\n".join((WRONG, *found)))
        told = f"Training the language model on {len(examples)} examples; it takes some minutes."
        print(told, file=sys.__stdout__, flush=True)  # wherever Rasa's own chatter goes
        return read


def mistakes(examples: list[Message]) -> Iterator[str]:
    """What is wrong with the examples, one sentence each."""
    if not examples:
        yield "There are none."
    for example in examples:
        if example.get("intent") not in (*INTENTS.split(), UNJUDGED):
            yield f"{example.get('text')!r}: there is no intent {example.get_full_intent()}"
        for key in JUDGED:
            if unknown := set(judged(example, key) or ()) - KNOWN[key]:
                yield f"{example.get('text')!r}: in {key} there is no {', '.join(sorted(unknown))}"
        if unknown := {marked["entity"] for marked in example.get(ENTITIES, [])} - {*ROLES, NONE}:
            yield f"{example.get('text')!r}: no time is {', '.join(sorted(unknown))}"
        if (example.get("intent") == "ask_faq") != ("/" in example.get_full_intent()):
            yield f"{example.get('text')!r}: ask_faq, and it alone, is followed by a topic, as in ask_faq/prices"
