"""What is asked of each picture of a bank (rules.yaml)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kaleido.data.bank import Bank
from kaleido.data.parts.people import Person

HAIR, BEARD, EYES, CLOTHES = "hair", "beard", "eyes", "clothes"
# Not a part: both eyes as they may be drawn anew.
WHOLE_EYES = "whole eyes"
# In the order that a bundle counts them.
PARTS = (HAIR, BEARD, EYES, CLOTHES)


@dataclass(frozen=True)
class Rules:
    """`rules.yaml`, read."""

    content: dict[str, Any]

    @staticmethod
    def load() -> "Rules":
        """Those beside this file."""
        return Rules(yaml.safe_load(Path(__file__).with_name("rules.yaml").read_text("utf-8")))

    @property
    def flat(self) -> list[str]:
        """Sets of flat drawings, whose people are looked at."""
        return list(self.content["flat"])

    @property
    def drawn(self) -> list[str]:
        """All sets that are drawn and not shaded, whose animals are looked at."""
        return [*self.content["flat"], *self.content["outlined"]]

    @property
    def shaded(self) -> dict[str, str]:
        """Sets that show the drawings of another one, shaded."""
        return dict(self.content["shaded"])

    def samples(self, of: str) -> list[str]:
        """The things by which the colour of `skin` or `hair` is measured."""
        return list(self.content[of])

    def people(self, bank: Bank) -> set[str]:
        """Things that are people."""
        return _run(bank, self.content["people"])

    def animals(self, bank: Bank) -> set[str]:
        """Things that have eyes alone."""
        return _run(bank, self.content["animals"])

    def person(self, thing: str) -> Person:
        """What is asked about a person."""
        heads, covered = self.content["bareheaded"], self.content["covered"]
        bare = thing not in covered and any(thing == head or thing.startswith(f"{head} with ") for head in heads)
        return Person(bareheaded=bare, bearded=any(word in thing for word in self.content["bearded"]))

    def allows(self, part: str, thing: str, slug: str) -> bool:
        """Whether a part is looked for in a picture."""
        return thing not in self.content["never"].get(part, []) and slug not in self.content["except"].get(part, [])

    def colour_said(self, part: str, thing: str) -> str | None:
        """The colour that a thing's name gives to a part."""
        said = [colour for words, colour in self.content["named"].items() if words in thing and part in words]
        return said[0] if said else None


def _run(bank: Bank, rule: dict[str, Any]) -> set[str]:
    """The things of a bank from one to another of a group, and those named besides; none where it lacks the ends."""
    names = [thing.name for thing in bank.things if thing.group == rule["group"]]
    ends = [rule[end] for end in ("from", "to") if end in rule]
    if any(end not in names for end in ends):
        return set()
    first = names.index(rule["from"]) if "from" in rule else 0
    last = names.index(rule["to"]) + 1 if "to" in rule else len(names)
    return {*names[first:last], *rule["also"]}
