"""On how many independent origins a claim rests."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Record, Words


class OriginPath(Record):
    """One independent path: its origin, the carriers from there on, and the claims (ids) that it reaches."""

    origin: Words
    carriers: tuple[Words, ...] = ()
    claims: tuple[str, ...] = Field(min_length=1)


class Circle(Record):
    """Outlets or articles that cite each other in a ring, in order; the last cites the first."""

    names: tuple[Words, ...] = Field(min_length=1)


class Origins(Record):
    """The origins of a cluster of claims (ids, sorted) that say the same.

    `independent`: the number of vertex-disjoint paths (`lines`) from the claims back to distinct origins. `cut`: what
    all paths pass through, where that limits the number. `speakers`: the distinct origins as the texts name them;
    `carriers`: the distinct relays and wires. `sentence`: all of this for a reader.
    """

    claims: tuple[str, ...] = Field(min_length=1)
    independent: int = Field(ge=0)
    lines: tuple[OriginPath, ...] = ()
    speakers: tuple[Words, ...] = ()
    carriers: tuple[Words, ...] = ()
    cut: tuple[Words, ...] = ()
    circles: tuple[Circle, ...] = ()
    sentence: Words
