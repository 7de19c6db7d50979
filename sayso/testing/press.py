"""Articles of several outlets, and the number of origins of claims that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sayso.link.credits import credits  # noqa: A004
from sayso.link.origins import introductions, origins
from sayso.link.reuse import derivations
from sayso.registry import Registry
from sayso.registry.meaning import plain
from sayso.testing.article_reading import ArticleReading
from sayso.testing.feature_files import different
from schemas import Origins, PublishedClaim


class Press:
    """Articles by the names that a feature gives them, and their claims that say the same."""

    def __init__(self, readings: Mapping[str, ArticleReading], registry: Registry) -> None:
        self._readings = readings
        self._registry = registry
        self._same: list[tuple[str, PublishedClaim]] = []

    def alike(self, rows: Iterable[Sequence[str]]) -> None:
        """Claims that say the same, one a row: the name of an article, and words of one of its statements."""
        for name, words in rows:
            if name not in self._readings:
                raise different(f"an article {name}", f"{', '.join(self._readings) or 'none'}", "in the feature")
            self._same += [(words, claim) for claim in self._readings[name].published_claims(words)]

    def expect_independent(self, words: str, count: int) -> None:
        """`words`, with the claims that say the same, rest on this number of independent origins.

        Where no table says what is the same, it is what stands in the same words in any of the articles.
        """
        if not self._same:
            self.alike((name, words) for name, reading in self._readings.items() if reading.holds(words))
        if plain(words) not in [plain(said) for said, _ in self._same]:
            raise different(f"“{words}” among what says the same", "it nowhere", "in the feature")
        found = self._origins
        if found.independent != count:
            expected = f"{count or 'no'} independent origin{'' if count < 2 else 's'}"
            raise different(expected, f"{found.independent}: {found.sentence}", self._where)

    def expect_sentence(self, sentence: str) -> None:
        """The explanation of the number for an editor, word for word."""
        if self._origins.sentence != sentence:
            raise different(f"“{sentence}”", f"“{self._origins.sentence}”", self._where)

    def expect_speakers(self, names: Sequence[str]) -> None:
        """The sources that are said to know."""
        self._expect_names(names, self._origins.speakers, "speakers")

    def expect_carriers(self, names: Sequence[str]) -> None:
        """The relays that only carry it."""
        self._expect_names(names, self._origins.carriers, "carriers")

    def expect_circle(self, names: Sequence[str]) -> None:
        """Outlets that cite each other in a ring."""
        found = [circle.names for circle in self._origins.circles]
        if sorted(names) not in [sorted(ring) for ring in found]:
            rings = "; ".join(", ".join(ring) for ring in found) or "none"
            raise different(f"{', '.join(names)} in a circle", rings, self._where)

    @cached_property
    def _origins(self) -> Origins:
        registry = self._registry
        articles = [reading.article for reading in self._readings.values()]
        credited = [credit for article in articles for credit in credits(article, registry)]
        introduced = [one for article in articles for one in introductions(article)]
        same = [claim for _, claim in self._same]
        return origins(same, derivations(articles, registry), credited, introduced, registry=registry)

    def _expect_names(self, names: Sequence[str], found: Sequence[str], who: str) -> None:
        if sorted(names) != sorted(found):
            expected = f"the {who} {', '.join(names)}" if names else f"no {who}"
            raise different(expected, ", ".join(found) or "none", self._where)

    @property
    def _where(self) -> str:
        return "in " + ", ".join(self._readings)
