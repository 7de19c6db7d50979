"""Whom a surname means in an article."""

from __future__ import annotations

from functools import cached_property

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.sources.persons import People
from sayso.language.parse import parse
from sayso.registry import Registry
from schemas import Article, Segmentation


class Surnames:
    """The surnames of the persons that an article names; it is parsed when the first one is asked for."""

    def __init__(self, article: Article, segmentation: Segmentation, registry: Registry) -> None:
        self._article = article
        self._segmentation = segmentation
        self._registry = registry

    def mean(self, surname: str, name: str | None) -> bool:
        """Whether `surname` is the last word of a person's `name`, and nobody else in the article bears it."""
        if name is None or len(surname.split()) != 1 or name.split()[-1].casefold() != surname.casefold():
            return False
        bearers = {person.name for person in self._people.persons if _last(person.name) == _last(surname)}
        return len(bearers) < 2

    @cached_property
    def _people(self) -> People:
        breaks = [paragraph.start for paragraph in self._segmentation.paragraphs]
        doc = parse(self._article.text, breaks)
        return People(ParsedArticle(self._article, doc, self._segmentation, self._registry))


def _last(name: str) -> str:
    return name.split()[-1].casefold()
