"""What a person settled leaves the report; a sentence does so with its reprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.report.model.counts import Settled
from sayso.report.model.listed_sentence import ListedSentence
from sayso.report.model.report import ArticlePage, Report
from sayso.report.sentences.gravity import page_order

Place = tuple[str, int]
"""An article, and where in it a sentence begins."""


def settled_places(pages: Sequence[ArticlePage]) -> frozenset[Place]:
    """Where the settled sentences stand; of pages as they are before reprints are folded."""
    return frozenset((page.article, item.start) for page in pages for item in page.items if item.settled)


def marked(pages: Sequence[ArticlePage], places: frozenset[Place]) -> list[ArticlePage]:
    """The folded pages; a sentence that is settled in one of its prints is so in all."""
    return [
        page.model_copy(update={"items": tuple(_marked(page.article, item, places) for item in page.items)})
        for page in pages
    ]


def _marked(article: str, item: ListedSentence, places: frozenset[Place]) -> ListedSentence:
    prints = {(article, item.start), *((one.article, one.start) for one in item.reprints)}
    return item.model_copy(update={"settled": True}) if prints & places and not item.settled else item


def without_settled(whole: Report) -> Report:
    """The report without what is settled, which it counts; a page on which nothing is left is left out."""
    items = [item for page in whole.pages for item in page.items if item.settled]
    reprints = Counter(one.article for item in items for one in item.reprints)
    left_of = (_page(one, reprints[one.article]) for one in whole.pages)
    pages = [page for page in left_of if page.items or page.reprinted]
    linked = ("conflicts", "circular", "single_origin")
    left = {name: tuple(one for one in getattr(whole, name) if not one.settled) for name in linked}
    gone = {name: len(getattr(whole, name)) - len(found) for name, found in left.items()}
    return whole.model_copy(
        update={
            **left,
            "pages": tuple(sorted(pages, key=page_order)),
            "clean": whole.clean + len(whole.pages) - len(pages),
            "settled": Settled(
                sentences=len(items),
                conflicts=gone["conflicts"],
                clusters=gone["circular"] + gone["single_origin"],
            ),
        }
    )


def _page(page: ArticlePage, reprints: int) -> ArticlePage:
    """A page without its settled sentences, and without as many reprints of settled ones."""
    items = tuple(item for item in page.items if not item.settled)
    return page.model_copy(update={"items": items, "reprinted": page.reprinted - reprints})
