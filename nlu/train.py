"""Train the model: read the examples, check them against the words we promised, and write one archive."""

import nlu.quiet  # noqa: F401, I001  first, or Rasa starts to talk

import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from rasa.model_training import train_nlu
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message

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


def main(archive: Path) -> None:
    """Write a model trained on the examples below the working folder, or leave with a sentence that says why not."""
    with TemporaryDirectory() as folder:
        for file in sorted(Path("data/nlu").glob("*.yml")):  # and nothing below data/nlu/test
            shutil.copy(file, folder)
        examples = load_data(folder).intent_examples
        if found := list(mistakes(examples)):
            sys.exit("The training examples in data/nlu need a correction:\n" + "\n".join(found))
        print(f"Training the language model on {len(examples)} examples; it takes a minute or two.", flush=True)
        with redirect_stdout(sys.stderr):
            train_nlu("config.yml", folder, str(archive.parent), fixed_model_name=archive.name.removesuffix(".tar.gz"))


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


if __name__ == "__main__":
    main(Path(sys.argv[1]))
