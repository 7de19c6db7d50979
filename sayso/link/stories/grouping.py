"""`Grouping`: which articles tell one story, given an index of them and what people ruled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.link.stories.agglomerate import Agglomeration
from sayso.link.stories.bonds import Bonds, Ruling
from sayso.link.stories.likeness import BAR, Alike
from sayso.link.stories.story_index import Facts, StoryIndex
from sayso.link.stories.surroundings import COPIES, MOST, Surroundings

STORY = "t-"
"""The id of a story is this and the id of the article that was read first of it."""

SAMPLED = 512
"""Articles that are compared, when units are large: as many of each, from 2 to 16, those with the lowest ids."""


@dataclass(frozen=True)
class Story:
    """A story: its articles (ids), the one read first coming first, and the one with the most central headline."""

    id: str
    articles: tuple[str, ...]
    central: str


class Grouping:
    """The stories of an index: a function of its articles and of the rulings (the newest first), in whatever order.

    1. an article's surroundings are all that it leads to over pairs as alike as `BAR` and over what binds articles
    together; where these are more than `MOST`, over pairs that are more alike; 2. versions of a page, articles that
    people joined, and those of one supplied story form units; 3. the most alike units are joined, and again, as long as
    they are as alike as `BAR`; 4. then also those that people took out of a story, with any other.

    It is found out article by article, when it is asked for.
    """

    def __init__(self, index: StoryIndex, rulings: Sequence[Ruling] = ()) -> None:
        self._index = index
        self._rulings = [ruling for ruling in rulings if ruling.a in index and ruling.b in index]
        self._surroundings = Surroundings(index, self._rulings)
        self._known: dict[str, Story] = {}

    def story(self, article: str) -> Story:
        """The story of an article (its id); of one that the index does not have, a story of its own."""
        if article not in self._known:
            row = self._index.row(article)
            if row is None:
                return Story(f"{STORY}{article}", (article,), article)
            for story in self._partition(self._surroundings.of(row)):
                self._known |= dict.fromkeys(story.articles, story)
        return self._known[article]

    def same(self, a: str, b: str) -> bool:
        """Whether two articles (ids) tell one story: whatever may be of a's story is known once a's is."""
        if a == b:
            return True
        story, other = self.story(a), self._known.get(b)
        return other is not None and other.id == story.id

    def shared(self, article: str) -> tuple[str, str] | None:
        """The id and the headline of the story that an article (its id) tells with others; None if it is alone."""
        story = self.story(article)
        return (story.id, self.facts(story.central).headline) if len(story.articles) > 1 else None

    def __iter__(self) -> Iterator[Story]:
        """All stories, the one that was first told coming first."""
        for row in self._index.current:
            facts = self._index.facts(row)
            story = self.story(facts.id)
            if story.articles[0] == facts.id:
                yield story

    def facts(self, article: str) -> Facts:
        """What is known of an article (its id) of the index."""
        row = self._index.row(article)
        if row is None:
            raise KeyError(article)
        return self._index.facts(row)

    def beginning(self, beginning: str) -> list[str]:
        """The ids of the articles of the index that begin so, sorted."""
        return self._index.beginning(beginning)

    def last_read(self, story: Story) -> int:
        """The entry in which the last of its articles was first read; 0 for a story that the index does not have."""
        rows = (self._index.row(article) for article in story.articles)
        return max((self._index.first(row) for row in rows if row is not None), default=0)

    def versions(self, a: str, b: str) -> bool:
        """Whether two articles (ids) of the index are versions of one page."""
        work = self.facts(a).work
        return work is not None and work == self.facts(b).work

    def _partition(self, rows: Sequence[int]) -> Iterator[Story]:
        if len(rows) == 1:
            (article,) = (self._index.facts(row).id for row in rows)
            yield Story(f"{STORY}{article}", (article,), article)
            return
        bonds = self._bonds(rows)  # 2
        units = bonds.units()
        of_each = max(2, min(16, SAMPLED // len(units)))
        sampled = [row for unit in units for row in unit[:of_each]]
        alike = self._index.alike([rows[i] for i in sampled])
        sizes = np.array([min(of_each, len(unit)) for unit in units])
        mean, nearest = _between(alike, sizes)
        grown = Agglomeration(mean, nearest, sizes, bonds.apart(units))
        taken_out = bonds.taken_out(units)
        grown.grow(BAR, taken_out)  # 3
        grown.grow(BAR, np.zeros_like(taken_out))  # 4
        owner = np.repeat(np.arange(len(units)), sizes)
        for group in np.unique(grown.group):
            together = np.flatnonzero(grown.group == group)
            within = np.flatnonzero(np.isin(owner, together))
            means = alike[np.ix_(within, within)].mean(1)
            central = self._central([rows[sampled[i]] for i in within], means)
            yield self._story([rows[i] for unit in together for i in units[unit]], central)

    def _central(self, rows: Sequence[int], means: Alike) -> int:
        """The row that is most like the others, of those with a title if there are any; of equals, the first."""

        def order(place: int) -> tuple[bool, float, int]:
            row = rows[place]
            return not self._index.facts(row).title, -round(means[place], 9), self._index.first(row)

        return rows[min(range(len(rows)), key=order)]

    def _story(self, rows: Sequence[int], central: int) -> Story:
        ordered = sorted(rows, key=lambda row: (self._index.first(row), self._index.facts(row).id))
        articles = tuple(self._index.facts(row).id for row in ordered)
        return Story(f"{STORY}{articles[0]}", articles, self._index.facts(central).id)

    def _bonds(self, rows: Sequence[int]) -> Bonds:
        bonds = Bonds(len(rows))
        place = {self._index.facts(row).id: i for i, row in enumerate(rows)}
        works: dict[str, list[int]] = {}
        for i, row in enumerate(rows):
            works.setdefault(self._work(row), []).append(i)
        stories: dict[str, list[int]] = {}
        for versions in works.values():
            if name := self._supplied(rows[i] for i in versions):
                stories.setdefault(name, []).extend(versions)
        bonds.versions(works.values())
        ruled = [one for one in self._rulings if one.a in place and one.b in place]
        bonds.rulings((place[one.a], place[one.b], one.together) for one in ruled)
        bonds.supplied(stories[name] for name in sorted(stories))
        if len(rows) > MOST:
            at = {row: i for i, row in enumerate(rows)}
            bonds.copies((i, at[copy]) for row, i in at.items() for copy in self._index.near(row, COPIES) if copy in at)
        return bonds

    def _work(self, row: int) -> str:
        facts = self._index.facts(row)
        return f"work {facts.work}" if facts.work else f"article {facts.id}"

    def _supplied(self, versions: Iterable[int]) -> str | None:
        """The story that the catalogue names for a page: that of its newest version that has one."""
        named = [row for row in versions if self._index.facts(row).supplied]
        return self._index.facts(max(named, key=self._index.first)).supplied if named else None


def _between(alike: Alike, sizes: np.ndarray) -> tuple[Alike, Alike]:
    """The mean and the greatest likeness between units [n, n], given that of their articles, unit after unit."""
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    sums = np.add.reduceat(np.add.reduceat(alike, begins, 0), begins, 1)
    most = np.maximum.reduceat(np.maximum.reduceat(alike, begins, 0), begins, 1)
    return sums / sizes / sizes[:, None], most
