"""The house's rule for sources without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas import Hop

_NUMBERS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class HouseRule:
    """What a source needs that the text does not name: a `reason` in the text, so many `sources`, and to be `known`."""

    reason: bool = True
    sources: int = 1
    known: bool = True

    def missing(self, hop: Hop) -> list[str]:
        """What the rule asks of this source and the text does not show, a clause each."""
        found = []
        if self.reason and hop.reason is None:
            found.append("the text gives no reason for leaving out the name")
        if (many := number_of(hop)) < self.sources:
            found.append(f"the house asks for {self.sources} such sources, the text has {many}")
        if self.known:
            found.append("who in the house knows the source?")
        return found


def number_of(hop: Hop) -> int:
    """How many an unnamed source is, as far as its words say: "two officials" are 2, "officials" are at least 2."""
    words = _WORD.findall((hop.mention.words if hop.mention else hop.descriptor or "").casefold())
    for word in words:
        if word in _NUMBERS or word.isdecimal():
            return _NUMBERS.get(word) or int(word[:4])
    return 2 if hop.number == "several" or len(hop.members) > 1 else 1
