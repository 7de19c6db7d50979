"""Derivations: which articles reuse the text of which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sayso.link.reuse.article_pair import ArticlePair, WordedArticle
from sayso.link.reuse.derivation_signals import signals
from sayso.link.reuse.precedence import earlier
from sayso.link.reuse.shingles import LEAST, Shared, Shingles
from sayso.registry import Registry
from schemas import Article, Derivation


def derivations(articles: Iterable[Article], registry: Registry, least: float = LEAST) -> list[Derivation]:
    """The derivations among articles, given in any order: pairs that share text, and not only quotations.

    Credits are resolved by `registry`. `least`: the least containment of a pair. A quotation in both articles shows a
    common source, not a copy, so a pair must share a run of eight words that is not a quotation in both.
    """
    found = (derivation(pair) for pair in pairs(articles, registry, least))
    return sorted(filter(None, found), key=lambda edge: (edge.a, edge.b))


def derived(
    new: Article, index: Shingles, known: Callable[[Sequence[str]], Iterable[Article]], registry: Registry
) -> list[Derivation]:
    """The derivations between one article and those in `index`; `known` gives articles for ids.

    The index does not change: call `index.add(new)` for the articles that follow.
    """
    page = WordedArticle(new, registry)
    shared = index.sharing(new.id, page.wording.distinct)
    others = {article.id: article for article in known([match.other for match in shared])} if shared else {}
    found = [
        derivation(_pair(page, WordedArticle(others[match.other], registry), match))
        for match in shared
        if match.other in others
    ]
    return sorted(filter(None, found), key=lambda edge: (edge.a, edge.b))


def pairs(articles: Iterable[Article], registry: Registry, least: float = LEAST) -> list[ArticlePair]:
    """Every two of `articles` that share text, even only quotations; an id that comes twice counts once.

    In the order of publication, as far as dates are known: a story that very many carry is traced to its first article.
    """
    pages = {article.id: WordedArticle(article, registry) for article in sorted(articles, key=_order)}
    index = Shingles()
    index.take({article: page.wording.distinct for article, page in pages.items()})
    place = {article: number for number, article in enumerate(pages)}
    found: dict[tuple[int, int], ArticlePair] = {}
    for page in pages.values():
        for match in index.sharing(page.article.id, page.wording.distinct, least):
            pair = _pair(page, pages[match.other], match)
            found.setdefault((place[pair.a.article.id], place[pair.b.article.id]), pair)
    return [found[key] for key in sorted(found)]


def derivation(pair: ArticlePair) -> Derivation | None:
    """The derivation of a pair; None where the articles share only quotations."""
    if not pair.copied:
        return None
    first = earlier(pair.a.article, pair.b.article)
    return Derivation(
        a=pair.a.article.id,
        b=pair.b.article.id,
        containment=min(1.0, pair.containment),
        passages=pair.passages,
        earlier=first.id if first else None,
        signals=signals(pair),
    )


def _pair(page: WordedArticle, other: WordedArticle, shared: Shared) -> ArticlePair:
    first, second = sorted((page, other), key=lambda page: _order(page.article))
    return ArticlePair(first, second, shared.containment, shared.runs)


def _order(article: Article) -> tuple[str, str]:
    return article.published or "9999", article.identity  # not by ids, which differ from ledger to ledger
