"""A YAML file read strictly: whatever is wrong is said with the file and the key where it stands."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

LOCALES = ("en_GB", "en_US")


class Misread(ValueError):
    """A file of ours that does not say what it must. The message names file and key."""


@dataclass(frozen=True)
class Entry:
    """One value of a file and the path of keys that leads to it."""

    where: str  # "red_flags.yml: flags.leg_clot.urgency"
    value: object

    def wrong(self, why: str) -> Misread:
        """The error to raise about this entry."""
        return Misread(f"{self.where}: {why}")

    def at(self, key: str, default: object = None) -> "Entry":
        """The entry under `key`; without a default it must be there."""
        held = self.mapping()
        if key not in held and default is None:
            raise self.wrong(f"{key} is missing")
        return Entry(f"{self.where}.{key}", held.get(key, default))

    def only(self, *keys: str) -> "Entry":
        """This entry, having no keys but these: a misspelt key is never silently ignored."""
        if unknown := sorted(self.mapping().keys() - set(keys)):
            raise self.wrong(f"unknown: {', '.join(unknown)}")
        return self

    def mapping(self) -> dict[str, object]:
        """The value as a mapping; keys are read as text."""
        if not isinstance(self.value, dict):
            raise self.wrong("must be a mapping")
        return {str(key): value for key, value in self.value.items()}

    def items(self) -> Iterator[tuple[str, "Entry"]]:
        """Every key with its entry, in the file's order."""
        return ((key, self.at(key, "")) for key in self.mapping())

    def each(self) -> Iterator["Entry"]:
        """Every element of a list."""
        if not isinstance(self.value, list | tuple):
            raise self.wrong("must be a list")
        return (Entry(f"{self.where}.{place}", value) for place, value in enumerate(self.value))

    def text(self) -> str:
        """The value as text; it must be text."""
        if not isinstance(self.value, str):
            raise self.wrong("must be text")
        return self.value.strip()

    def number(self) -> int:
        """The value as a whole number, zero or more."""
        if type(self.value) is not int or self.value < 0:  # True is an int to Python, never to us
            raise self.wrong("must be a whole number")
        return self.value

    def one_of(self, allowed: Collection[str]) -> str:
        """The value, which must be one of these words."""
        if self.text() not in allowed:
            raise self.wrong(f"{self.text()!r} is none of {', '.join(sorted(allowed))}")
        return self.text()

    def all_of(self, allowed: Collection[str]) -> tuple[str, ...]:
        """A list whose every element is one of these words."""
        return tuple(entry.one_of(allowed) for entry in self.each())

    def flag(self) -> bool:
        """The value as yes or no."""
        if not isinstance(self.value, bool):
            raise self.wrong("must be true or false")
        return self.value

    def spoken(self) -> dict[str, str]:
        """Words for clients by locale: one text for all, or one for each."""
        if isinstance(self.value, str):
            return dict.fromkeys(LOCALES, self.text())
        return {locale: self.only(*LOCALES).at(locale).text() for locale in LOCALES}


class Strict(yaml.SafeLoader):
    """YAML in which no key may be given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        """A mapping whose keys are all different."""
        keys = [key.value for key, _ in node.value]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise yaml.constructor.ConstructorError(
                None, None, f"given twice: {', '.join(sorted(twice))}", node.start_mark
            )
        return super().construct_mapping(node, deep)


def entry(path: Path) -> Entry:
    """Read a file. Raises Misread if it is not there or not YAML."""
    try:
        return Entry(path.name, yaml.load(path.read_text(encoding="utf-8"), Strict))  # noqa: S506 - a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Misread(f"{path.name}: {error}") from error
