"""A report as one value, from which every format is made."""

from __future__ import annotations

from typing import Self

from pydantic import AwareDatetime

from sayso.present.safe import web_address
from sayso.report.model.concern import CONCERNS, Concern
from sayso.report.model.counts import Aside, Counts, Cut, Settled, Unlisted
from sayso.report.model.linked import Conflict, Fact
from sayso.report.model.listed_sentence import CONCERN_OF, Kind, ListedSentence
from schemas import EngineVersion, Record, Words


class Period(Record):
    """The time that a report covers, half-open: `start` belongs to it, `end` does not; None is unbounded.

    `state`: which earlier state of the ledger it shows, in words; None is the newest.
    """

    start: AwareDatetime | None = None
    end: AwareDatetime | None = None
    state: Words | None = None


class ArticlePage(Record):
    """One article, with its listed sentences: allegations and figures first.

    `story`: the newsroom's name for the story. `reprinted`: sentences that are listed with the article that printed
    them first.
    """

    article: str
    title: Words | None
    outlet: Words | None
    published: str | None
    url: Words | None
    file: Words
    story: Words | None = None
    counts: Counts
    aside: Aside
    items: tuple[ListedSentence, ...]
    reprinted: int = 0
    left_out: int = 0
    """Sentences that `Report.top` dropped."""

    @property
    def link(self) -> str | None:
        """Its address, if a browser may be sent there."""
        return web_address(self.url)

    @property
    def heading(self) -> str:
        """Its title, else its address, else its file."""
        return self.title or self.url or self.file

    @property
    def listed(self) -> int:
        """How many sentences the page lists before `Report.top`."""
        return len(self.items) + self.left_out

    def of_kind(self, kind: Kind) -> int:
        """How many of the sentences shown are of that kind."""
        return sum(item.kind == kind for item in self.items)


class Failure(Record):
    """An article that could not be read, and why."""

    file: Words
    why: Words


class Report(Record):
    """Sentences without a named source, facts of one origin, and conflicts; `concerns` says which are covered.

    Everything is in order of seriousness. `unlisted` counts facts of one origin that are not listed, `withheld`
    suggested conflicts that are not, `settled` what is left out because a person settled it, `clean` the articles
    without a sentence to list, which have no page.
    """

    period: Period
    concerns: tuple[Concern, ...] = CONCERNS
    engines: tuple[EngineVersion, ...]
    read: int
    clean: int
    failures: tuple[Failure, ...]
    counts: Counts
    aside: Aside
    conflicts: tuple[Conflict, ...] = ()
    circular: tuple[Fact, ...] = ()
    single_origin: tuple[Fact, ...] = ()
    unlisted: Unlisted = Unlisted()
    pages: tuple[ArticlePage, ...]
    withheld: int = 0
    settled: Settled = Settled()
    orphans: tuple[Words, ...] = ()
    """Decisions about words that the adopted reading does not have, a sentence each."""
    cut: Cut = Cut()
    """Conflicts and facts that `top` dropped."""

    @property
    def sentences(self) -> bool:
        """Whether it lists sentences, and not only findings about links."""
        return bool({*CONCERN_OF.values()} & {*self.concerns})

    @property
    def listed(self) -> int:
        """How many sentences the report lists before `top`."""
        return sum(page.listed for page in self.pages)

    @property
    def reprinted(self) -> int:
        """How many sentences are not listed again because they are reprints."""
        return sum(page.reprinted for page in self.pages)

    @property
    def left_out(self) -> int:
        """How many of the listed sentences are not shown."""
        return sum(page.left_out for page in self.pages)

    @property
    def shown(self) -> tuple[ArticlePage, ...]:
        """The pages with sentences to show."""
        return tuple(page for page in self.pages if page.items)

    def without_suggestions(self) -> Self:
        """The same with suggested conflicts counted and not listed."""
        listed = tuple(conflict for conflict in self.conflicts if not conflict.suggested)
        return self.model_copy(update={"conflicts": listed, "withheld": len(self.conflicts) - len(listed)})

    def top(self, limit: int | None) -> Self:
        """The same with at most `limit` sentences, conflicts, and facts of each sort (None: all of them).

        Each page records how many of its sentences were dropped.
        """
        if limit is None:
            return self
        room = limit = max(limit, 0)
        pages = []
        for page in self.pages:
            kept = page.items[:room]
            room -= len(kept)
            pages.append(page.model_copy(update={"items": kept, "left_out": page.listed - len(kept)}))
        linked = {name: getattr(self, name) for name in Cut.model_fields}
        cut = Cut(**{name: max(0, len(found) - limit) for name, found in linked.items()})
        kept_linked = {name: found[:limit] for name, found in linked.items()}
        return self.model_copy(update={"pages": tuple(pages), "cut": cut, **kept_linked})
