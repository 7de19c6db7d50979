"""Gold readings: everything that a person read in an article, a row of JSON each (`readings.jsonl`).

What no row of `statements` holds is the article's own voice, or nothing is said of it where the reading is `partial`.
Places are half-open ranges of code points.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sayso.errors import UnreadableError
from sayso.evaluate.gold_items import Place
from sayso.evaluate.word_places import Range, Text
from schemas import SourceKind

Voice = Literal["sourced", "own", "act", "unsaid", "furniture"]
Reply = Literal["printed", "sought", "absent"]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReadEntity(_Row):
    """Who says, passes on, does, or is accused; `name`: where its fullest name or description stands.

    `listed`: its name in a registry, where the text has another.
    """

    kind: SourceKind
    unnamed: bool
    name: Place
    listed: str | None = None


class ReadHop(_Row):
    """A hop: an entity, and the words that mention it here."""

    entity: str
    mention: Place


ReadChain = tuple[ReadHop | None, ...]
"""The origin first, then the relays, without the publisher; None where the text does not say who. Empty: own voice."""


class ReadStatement(_Row):
    """Some words and their voice: `sourced` by a chain, an `act` or attitude of `holder`, what was not said, furniture.

    Words in the article's own voice need no row; `own` is for those with `alternatives`: chains that a careful reader
    could defend, an empty one for the article's own voice.
    """

    voice: Voice
    spans: tuple[Place, ...] = Field(min_length=1)
    chain: ReadChain = ()
    alternatives: tuple[ReadChain, ...] = ()
    cue: Place | None = None
    hedge: Place | None = None
    denied: bool = False
    belief: bool = False
    holder: ReadHop | None = None

    @property
    def readings(self) -> tuple[ReadChain, ...]:
        """All chains that are right."""
        return (self.chain, *self.alternatives)


class ReadAccusation(_Row):
    """Where `accused` is accused of wrongdoing, by whom (an entity, the article's "own" voice, "?"), and the reply.

    `arguable`: a careful reader could see no accusation in it.
    """

    spans: tuple[Place, ...] = Field(min_length=1)
    accused: str
    by: str
    reply: Reply
    reply_at: Place | None = None
    arguable: bool = False


class Reading(_Row):
    """What was read in one article. `sha256` is that of the text's UTF-8.

    `partial`: only the rows are claimed, not that the rest of the article is its own voice.
    """

    article: str
    sha256: str | None = None
    entities: dict[str, ReadEntity]
    statements: tuple[ReadStatement, ...]
    accusations: tuple[ReadAccusation, ...] = ()
    partial: bool = False
    line: int = Field(default=0, exclude=True)

    @model_validator(mode="after")
    def _knows_its_entities(self) -> Self:
        used = {hop.entity for hop in self._hops()} | {accusation.accused for accusation in self.accusations}
        used |= {accusation.by for accusation in self.accusations} - {"own", "?"}
        if unknown := sorted(used - self.entities.keys()):
            raise ValueError(f"entities lacks {', '.join(unknown)}")
        return self

    def check(self, text: Text) -> None:
        """Raise `UnreadableError` unless it is of `text`, all places have words, and no words stand in two rows."""
        found = hashlib.sha256(text.characters.encode("utf-8", "surrogatepass")).hexdigest()
        if self.sha256 not in (None, found):
            raise UnreadableError(
                f"line {self.line} of the readings: expected the text with SHA-256 {self.sha256}, found {found}; "
                "use the text that was annotated"
            )
        for start, end in self._places():
            if end > len(text.characters) or not text.words([(start, end)]):
                raise UnreadableError(
                    f"line {self.line} of the readings: expected places of words within the text's "
                    f"{len(text.characters)} characters, found [{start}, {end}]; mend it"
                )
        spans = sorted(place for statement in self.statements for place in statement.spans)
        for one, other in pairwise(spans):
            if other[0] < one[1]:
                raise UnreadableError(
                    f"line {self.line} of the readings: expected rows that share no words, found "
                    f"[{other[0]}, {one[1]}] in two; mend it"
                )

    def _hops(self) -> Iterator[ReadHop]:
        for statement in self.statements:
            yield from (hop for chain in statement.readings for hop in chain if hop)
            if statement.holder:
                yield statement.holder

    def _places(self) -> Iterator[Range]:
        yield from (entity.name for entity in self.entities.values())
        yield from (hop.mention for hop in self._hops())
        for statement in self.statements:
            yield from (*statement.spans, *(place for place in (statement.cue, statement.hedge) if place))
        for accusation in self.accusations:
            yield from (*accusation.spans, *([accusation.reply_at] if accusation.reply_at else []))


def readings(path: Path) -> tuple[list[Reading], list[tuple[str, str]]]:
    """The readings of a JSONL file in order, and the invalid lines, each with a sentence."""
    found: list[Reading] = []
    refused: list[tuple[str, str]] = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if line.strip():
            try:
                found.append(Reading.model_validate_json(line).model_copy(update={"line": number}))
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, first["loc"])) or "row"
                refused.append(
                    (
                        f"{path.name}:{number}",
                        f"expected a reading, found a fault ({where}: {first['msg']}); mend the line",
                    )
                )
    return found, refused
