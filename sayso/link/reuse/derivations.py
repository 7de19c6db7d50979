"""Which articles' texts were made from which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sayso.link.reuse.article_pair import ArticlePair, WordedArticle
from sayso.link.reuse.precedence import earlier
from sayso.link.reuse.shingles import LEAST, Shared, Shingles
from sayso.link.reuse.signals import signals
from sayso.registry import Registry
from schemas import Article, Derivation


def derivations(articles: Iterable[Article], registry: Registry, least: float = LEAST) -> list[Derivation]:
    """The derivations among articles, in whatever order they come: pairs that share text, and not only quotations.

    Whom they credit is read by `registry`. `least`: the containment from which on a pair counts. The same quotation in
    both is a source that both have, and alone no copy: there has to be a run of eight shared words that is not a
    quotation in both.
    """
    found = (derivation(pair) for pair in pairs(articles, registry, least))
    return sorted(filter(None, found), key=lambda one: (one.a, one.b))


def derived(
    new: Article, index: Shingles, known: Callable[[Sequence[str]], Iterable[Article]], registry: Registry
) -> list[Derivation]:
    """The derivations of one article and those that `index` knows; `known` gives articles for ids.

    The index is left as it is: `index.add(new)` takes the article in for those that come after it.
    """
    page = WordedArticle(new, registry)
    shared = index.sharing(new.id, page.wording.distinct)
    others = {one.id: one for one in known([one.other for one in shared])} if shared else {}
    found = [
        derivation(_pair(page, WordedArticle(others[one.other], registry), one))
        for one in shared
        if one.other in others
    ]
    return sorted(filter(None, found), key=lambda one: (one.a, one.b))


def pairs(articles: Iterable[Article], registry: Registry, least: float = LEAST) -> list[ArticlePair]:
    """Every two of `articles` that share text, be it only quotations; an id that comes twice counts once.

    In the order of publication, as far as dates are known: a story that very many carry is traced to its first.
    """
    pages = {one.id: WordedArticle(one, registry) for one in sorted(articles, key=_order)}
    index = Shingles()
    index.take({article: page.wording.distinct for article, page in pages.items()})
    place = {article: number for number, article in enumerate(pages)}
    found: dict[tuple[int, int], ArticlePair] = {}
    for page in pages.values():
        for one in index.sharing(page.article.id, page.wording.distinct, least):
            pair = _pair(page, pages[one.other], one)
            found.setdefault((place[pair.a.article.id], place[pair.b.article.id]), pair)
    return [found[key] for key in sorted(found)]


def derivation(pair: ArticlePair) -> Derivation | None:
    """The edge between two articles; None where all that they share is quotations."""
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


def _pair(one: WordedArticle, other: WordedArticle, shared: Shared) -> ArticlePair:
    first, second = sorted((one, other), key=lambda page: _order(page.article))
    return ArticlePair(first, second, shared.containment, shared.runs)


def _order(article: Article) -> tuple[str, str]:
    return article.published or "9999", article.id
