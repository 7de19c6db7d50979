"""A report's findings about linked claims: facts, who tells them, on what they rest, and where they conflict."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sayso.present.safe import web_address
from sayso.report.model.counts import Unlisted
from schemas import Confidence, Record, Relation, Words

FactConcern = Literal["single-origin", "circular"]

CLUSTER = "c-"
"""The id of a fact, which is a cluster of claims, is this and the id of its earliest claim."""


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


class Teller(Record):
    """An outlet that tells a fact, or a page of which the outlet is not known: once, however often it does.

    `telling` is the best worded of its earliest article, `claims` are the ids of all of its tellings. `others`: whom
    else it names for it, in words. `echoes`: the earliest of those that tell it in the same text (outlet and day).
    """

    telling: ClaimTelling
    claims: tuple[str, ...] = Field(min_length=1)
    others: tuple[Words, ...] = ()
    echoes: Words | None = None


class Side(Record):
    """One side of a conflict: the claim in question, the `fact` (id) that it tells, and who else tells it.

    `sentence`: on what the fact rests; None where that is not known, or both sides are told as one fact.
    """

    telling: ClaimTelling
    fact: str
    also: tuple[Teller, ...] = ()
    sentence: Words | None = None


class Conflict(Record):
    """Two facts that cannot both hold, or a fact and its denial: the earlier one first, where that is known.

    `id`: of the link that was confirmed or is surest; `links`: of all links between claims of the two facts, that one
    first. `sayso decide` takes each of them. `status`: who confirmed it, or that it is a machine's suggestion
    (`suggested`). `why`: the signals' sentences. `settles`: what would settle it. `settled`: a person settled it.
    `story`: the headline of the story to which its first article belongs with others.
    """

    id: str
    links: tuple[str, ...] = Field(min_length=1)
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


class Contradiction(Record):
    """What contradicts a fact: the id of the conflict in the report, and what the other side says, and who."""

    conflict: str
    relation: Relation
    suggested: bool
    words: Words
    who: Words


class Fact(Record):
    """A fact that several outlets tell, with one known origin at most or in a circle: claims (ids) that say the same.

    `id` is what `sayso decide` takes for it; `settled`: a person settled all of its claims that the report covers.
    `words`: its best wording, that of the claim `worded`. `told`: who tells it within the report, the earliest first;
    they may have fewer than all of `claims`. `independent`: how many origins are known at least; `sentence` says
    which, and why not more, `circles` who cites whom. `status` says whether the links that join the claims are
    suggested or confirmed, `why` are the surest link's sentences. `contradicted`: by which conflicts of the report.
    `settles`: what would settle it. `story`: as of a conflict.
    """

    id: str
    concern: FactConcern
    claims: tuple[str, ...]
    words: Words
    worded: str
    told: tuple[Teller, ...] = Field(min_length=1)
    independent: int
    sentence: Words
    circles: tuple[Words, ...] = ()
    status: Words
    why: tuple[Words, ...] = ()
    contradicted: tuple[Contradiction, ...] = ()
    settles: tuple[Words, ...] = ()
    settled: bool = False
    story: Words | None = None

    @property
    def article(self) -> str:
        """The article (its id) of the earliest telling."""
        return self.told[0].telling.article


class LinkedFindings(Record):
    """A report's findings about links: conflicts not rejected, and facts in a circle or of one origin.

    `conflicts` are there for every concern about links, since they contradict the facts. `unlisted`: the facts of one
    origin that are only counted.
    """

    conflicts: tuple[Conflict, ...] = ()
    circular: tuple[Fact, ...] = ()
    single_origin: tuple[Fact, ...] = ()
    unlisted: Unlisted = Unlisted()

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.conflicts or self.circular or self.single_origin)
