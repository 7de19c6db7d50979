"""A report's findings about linked claims: who makes them, where they conflict, and what they rest on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sayso.present.safe import web_address
from schemas import Confidence, Record, Relation, Words

ClusterConcern = Literal["single-origin", "circular"]

CLUSTER = "c-"
"""The id of a cluster is this and the id of its earliest claim."""


class ClaimTelling(Record):
    """A claim as one article makes it: `words` can be read alone, `who` says so (or denies it, where `denied`).

    `occasion`: when, where and to whom it was said, as far as the text says. `file`: where the article was read.
    None is "not known".
    """

    claim: str
    article: str
    words: Words
    who: Words
    denied: bool = False
    occasion: Words | None = None
    outlet: Words | None = None
    title: Words | None = None
    published: str | None = None
    url: Words | None = None
    file: Words | None = None

    @property
    def link(self) -> str | None:
        """Its article's address, if a browser may be sent there."""
        return web_address(self.url)


class Side(Record):
    """One side of a conflict: the claim in question, and the others that say the same."""

    telling: ClaimTelling
    also: tuple[ClaimTelling, ...] = ()


class Conflict(Record):
    """Two claims that cannot both hold, or a claim and its denial: the earlier one first, where that is known.

    `id`: the link's, which `sayso decide` takes. `status`: who confirmed it, or that it is a machine's suggestion
    (`suggested`). `why`: the signals' sentences. `settles`: what would settle it. `settled`: a person settled it.
    `story`: the headline of the story to which its first article belongs with others.
    """

    id: str
    relation: Relation
    confidence: Confidence
    status: Words
    ordered: bool
    one_origin: bool | None
    sides: tuple[Side, Side]
    why: tuple[Words, ...]
    settles: tuple[Words, ...]
    suggested: bool
    settled: bool = False
    story: Words | None = None

    @property
    def article(self) -> str:
        """The article (its id) of the first side."""
        return self.sides[0].telling.article


class Cluster(Record):
    """Claims (ids) that say the same, made in several places: with one known origin at most, or in a circle.

    `id` is what `sayso decide` takes for it; `settled`: a person settled all of its claims that the report covers.
    `sentence` says on what they rest, `circles` who cites whom. `status` says whether the links that join them are
    suggested or confirmed, `why` are those links' sentences. `told` are its accounts within the report, the
    earliest first: there may be fewer than `claims`. `story`: as of a conflict.
    """

    id: str
    concern: ClusterConcern
    claims: tuple[str, ...]
    independent: int
    sentence: Words
    circles: tuple[Words, ...] = ()
    status: Words
    why: tuple[Words, ...] = ()
    told: tuple[ClaimTelling, ...] = Field(min_length=1)
    settled: bool = False
    story: Words | None = None

    @property
    def article(self) -> str:
        """The article (its id) of the earliest account."""
        return self.told[0].article

    @property
    def words(self) -> str:
        """The claim in the words of the earliest article."""
        return self.told[0].words


class LinkedFindings(Record):
    """A report's findings about links: conflicts not rejected, and clusters of one origin or in a circle."""

    conflicts: tuple[Conflict, ...] = ()
    circular: tuple[Cluster, ...] = ()
    single_origin: tuple[Cluster, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.conflicts or self.circular or self.single_origin)
