"""On how many independent origins a claim rests."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Record, Words


class OriginPath(Record):
    """One independent way back: the origin, who carried it (origin's side first), and the claims (ids) it reaches."""

    origin: Words
    carriers: tuple[Words, ...] = ()
    claims: tuple[str, ...] = Field(min_length=1)


class Circle(Record):
    """Outlets or articles that cite each other in a ring, in order; the last cites the first."""

    names: tuple[Words, ...] = Field(min_length=1)


class Origins(Record):
    """What a cluster of claims (ids, sorted) that say the same rests on.

    `independent` is the number of vertex-disjoint ways from the claims back to distinct origins. `cut` names what all
    ways pass through where that limits the number. `speakers` are the distinct origins as the texts name them,
    `carriers` the distinct relays and wires. `sentence` says it all for a reader.
    """

    claims: tuple[str, ...] = Field(min_length=1)
    independent: int = Field(ge=0)
    lines: tuple[OriginPath, ...] = ()
    speakers: tuple[Words, ...] = ()
    carriers: tuple[Words, ...] = ()
    cut: tuple[Words, ...] = ()
    circles: tuple[Circle, ...] = ()
    sentence: Words
