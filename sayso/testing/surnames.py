"""Whom a surname means in an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.sources.persons import People
from sayso.language.parse import parse
from sayso.registry import Registry
from schemas import Article, Extraction, Hop


class Surnames:
    """The surnames of the persons that an article names; it is parsed when the first one is asked for."""

    def __init__(self, article: Article, extraction: Extraction, registry: Registry) -> None:
        self._article = article
        self._extraction = extraction
        self._registry = registry

    def mean(self, surname: str, name: str | None) -> bool:
        """Whether `surname` is the last word of a person's `name`, and nobody else in the article bears it."""
        if name is None or len(surname.split()) != 1 or name.split()[-1].casefold() != surname.casefold():
            return False
        bearers = {_plain(one) for one in self._names if _last(one) == _last(surname) and len(one.split()) > 1}
        return len(bearers) < 2

    @cached_property
    def _names(self) -> list[str]:
        """The names of all persons: those that the parse finds, and whoever chains name."""
        segmentation = self._extraction.segmentation
        doc = parse(self._article.text, [paragraph.start for paragraph in segmentation.paragraphs])
        people = People(ParsedArticle(self._article, doc, segmentation, self._registry))
        hops = [hop for statement in self._extraction.statements for hop in statement.mentioned]
        return [*(person.name for person in people.persons), *_named(hops)]


def _named(hops: Iterable[Hop]) -> Iterator[str]:
    for hop in hops:
        if hop.name:
            yield hop.name
        yield from (member.name for member in hop.members)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _last(name: str) -> str:
    return name.split()[-1].casefold()
