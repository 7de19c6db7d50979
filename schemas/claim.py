"""One atomic fact."""

from __future__ import annotations

from functools import cached_property
from typing import Self

from pydantic import Field

from schemas.attribution import Polarity
from schemas.frame import Frame, Modality
from schemas.record import Record, Words, hash_of
from schemas.span import Span, ranges
from schemas.statement import Hop


class Slots(Record):
    """The parts of a claim that linking compares, as words of the article (numbers and dates unchanged).

    `frames`: the claim's own frame first, then those of the words under it, in text order.
    """

    who: Words | None = None
    what: Words | None = None
    whom: Words | None = None
    when: tuple[Words, ...] = ()
    where: tuple[Words, ...] = ()
    numbers: tuple[Words, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    frames: tuple[Frame, ...] = ()


class Claim(Record):
    """A self-contained fact of one statement: its place, and a sentence that can be read alone.

    Every content word of `proposition` stands in the article. `statement` is the id of its statement. `corrected`:
    where a person corrected who is answerable for it, a hash of that chain: it then says something else than before.
    """

    article: str
    statement: str
    spans: tuple[Span, ...] = Field(min_length=1)
    proposition: Words
    slots: Slots = Slots()
    corrected: str | None = None

    @cached_property
    def id(self) -> str:
        """Hash of the article and the spans."""
        return hash_of("claim", self.article, ranges(self.spans))

    @property
    def digest(self) -> str:
        """A hash over everything in the record; of one that nobody corrected, the same as in older versions."""
        facts = self.model_dump(mode="json")
        if self.corrected is None:
            del facts["corrected"]
        return hash_of("Claim", facts)

    def answered_by(self, chain: tuple[Hop, ...]) -> Self:
        """The claim of a statement whose chain a person corrected."""
        return self.model_copy(update={"corrected": hash_of("chain", [hop.model_dump(mode="json") for hop in chain])})

    def overlaps(self, other: Claim) -> bool:
        """Whether both stand in one article and have some of its characters in common."""
        return self.article == other.article and any(
            ours.start < theirs.end and theirs.start < ours.end for ours in self.spans for theirs in other.spans
        )
