"""Train the model: read the examples, and write one archive."""

import nlu.quiet  # noqa: F401, I001  first, or Rasa starts to talk

import shutil
import sys
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from rasa.model_training import train_nlu


def main(archive: Path) -> None:
    """Write a model trained on the examples below the working folder, or leave with a sentence that says why not."""
    with TemporaryDirectory() as folder:
        for file in sorted(Path("data/nlu").glob("*.yml")):  # and nothing below data/nlu/test
            shutil.copy(file, folder)
        with redirect_stdout(sys.stderr):
            train_nlu("config.yml", folder, str(archive.parent), fixed_model_name=archive.name.removesuffix(".tar.gz"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
