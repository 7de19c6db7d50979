"""A sentence that is reprinted is listed once, with the article that printed it first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.report.model.listed_sentence import ListedSentence, Reason, Reprint
from sayso.report.model.report import ArticlePage
from schemas import Derivation

_WORD = re.compile(r"[^\W_]+")

Same = tuple[str, Reason]
"""Two sentences of a story are the same item if they have the same words and the same reason."""


def fold(pages: Sequence[ArticlePage], derivations: Iterable[Derivation]) -> list[ArticlePage]:
    """The pages, each sentence only on the page of the story's first article that has it, for each reason.

    Articles that share text, directly or through others, are one story. Its first article is the one that others come
    from, else the one with the earliest date, else the one read first.
    """
    edges = list(derivations)
    places = {page.article: place for place, page in enumerate(pages)}
    folded = list(pages)
    rank = _ranks(edges)
    for story in _stories(places, edges):
        together = [pages[places[article]] for article in story]
        for page in _listed_once(sorted(together, key=lambda page: (rank[page.article], page.published or "9999"))):
            folded[places[page.article]] = page
    return folded


def _stories(articles: Iterable[str], edges: Iterable[Derivation]) -> list[list[str]]:
    """Groups of two or more articles connected by shared text, each in the order of `articles`.

    An edge to an article outside `articles` still connects those inside.
    """
    root: dict[str, str] = {}

    def find(article: str) -> str:
        while root.setdefault(article, article) != article:
            root[article] = root[root[article]]
            article = root[article]
        return article

    for edge in edges:
        root[find(edge.a)] = find(edge.b)
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(find(article), []).append(article)
    return [group for group in groups.values() if len(group) > 1]


def _ranks(edges: Iterable[Derivation]) -> Counter[str]:
    """For each article, how many articles it comes from, minus how many come from it."""
    rank: Counter[str] = Counter()
    for edge in edges:
        if edge.earlier:
            rank[edge.earlier] -= 1
            rank[edge.b if edge.earlier == edge.a else edge.a] += 1
    return rank


def _listed_once(pages: Sequence[ArticlePage]) -> list[ArticlePage]:
    """The pages of one story (first article first), each without the sentences that an earlier page lists."""
    reprints: dict[tuple[str, int], list[Reprint]] = {}
    first: dict[Same, tuple[str, int]] = {}
    kept: list[tuple[ArticlePage, list[ListedSentence]]] = []
    for page in pages:
        own: list[ListedSentence] = []
        for item in page.items:
            place = first.setdefault(_same(item), (page.article, item.start))
            if place[0] == page.article or not _same(item)[0]:
                own.append(item)
            else:
                reprints.setdefault(place, []).append(_reprint(page, item))
        kept.append((page, own))
    return [_with(page, own, reprints) for page, own in kept]


def _with(
    page: ArticlePage, own: Sequence[ListedSentence], reprints: dict[tuple[str, int], list[Reprint]]
) -> ArticlePage:
    items = tuple(
        item.model_copy(update={"reprints": tuple(reprints.get((page.article, item.start), ()))}) for item in own
    )
    return page.model_copy(update={"items": items, "reprinted": len(page.items) - len(items)})


def _same(item: ListedSentence) -> Same:
    return " ".join(_WORD.findall(item.sentence.casefold())), item.reason


def _reprint(page: ArticlePage, item: ListedSentence) -> Reprint:
    return Reprint(
        id=item.id,
        article=page.article,
        title=page.title,
        outlet=page.outlet,
        published=page.published,
        url=page.url,
        file=page.file,
        start=item.start,
        end=item.end,
        claims=item.claims,
    )
