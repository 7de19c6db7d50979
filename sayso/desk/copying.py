"""Articles that share text; nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sayso.link.reuse import ArticlePair, derivation, pairs, signals
from sayso.registry import Registry
from schemas import Article, Credit

SCHEMA = 1
"""The version of what `as_json` returns."""


class Listed(NamedTuple):
    """An article of a list: its file, and what is in it."""

    file: str
    article: Article

    @property
    def named(self) -> str:
        """Its name on the screen and in pairs: the id supplied with it, else its file."""
        return self.article.key or self.file


class Copy(NamedTuple):
    """Two articles that share text, and what they share."""

    a: Listed
    b: Listed
    pair: ArticlePair


def copies(listed: Iterable[Listed], registry: Registry, least: float) -> list[Copy]:
    """The pairs that share at least `least` of the shorter text, those that share most first."""
    articles = [(_with_key(entry), entry) for entry in listed]
    known = {article.id: entry for article, entry in articles}
    found = pairs((article for article, _ in articles), registry, least)
    return [
        Copy(known[pair.a.article.id], known[pair.b.article.id], pair)
        for pair in sorted(found, key=lambda pair: -pair.containment)
    ]


def _with_key(listed: Listed) -> Article:
    """The article, with its file as its key where it has none: the same text in two files is a pair here."""
    article = listed.article
    return article if article.work else article.model_copy(update={"key": listed.file})


def as_json(copy: Copy) -> dict[str, Any]:
    """Everything known of the pair; of the texts, only the passages that both have."""
    pair = copy.pair
    edge = derivation(pair)
    earlier = {pair.a.article.id: "a", pair.b.article.id: "b"}
    return {
        "schema": SCHEMA,
        "a": copy.a.named,
        "b": copy.b.named,
        "containment": round(pair.containment, 3),
        "copied": pair.copied,
        "earlier": earlier[edge.earlier] if edge and edge.earlier else None,
        "articles": {"a": _about(copy.a, pair.a.credits), "b": _about(copy.b, pair.b.credits)},
        "passages": [
            {"a": passage.a, "b": passage.b, "words": pair.a.article.text[slice(*passage.a)]}
            for passage in pair.passages
        ],
        "signals": [signal.model_dump() for signal in (edge.signals if edge else signals(pair))],
    }


def _about(listed: Listed, credited: tuple[Credit, ...]) -> dict[str, Any]:
    known = listed.article.model_dump(include={"title", "outlet", "published", "url"})
    shown = {"name", "registry", "kind", "share"}
    found = [{**credit.model_dump(include=shown), "span": credit.span and credit.span.range} for credit in credited]
    return {"id": listed.article.id, "file": listed.file, **known, "credits": found}


def order(copy: Copy) -> tuple[Listed, Listed, bool]:
    """The earlier of the two and the later; False where nothing shows which is which."""
    edge = derivation(copy.pair)
    earlier = edge.earlier if edge else None
    swapped = earlier == copy.pair.b.article.id
    first, second = (copy.b, copy.a) if swapped else (copy.a, copy.b)
    return first, second, earlier is not None
