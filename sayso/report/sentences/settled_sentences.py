"""Settled items leave the report; a settled sentence leaves with its reprints, and with it what only these tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.report.model.counts import Settled
from sayso.report.model.linked import Fact, LinkedFindings
from sayso.report.model.listed_sentence import ListedSentence
from sayso.report.model.report import ArticlePage, Report
from sayso.report.sentences.gravity import page_order

Place = tuple[str, int]
"""An article (id), and the offset at which a sentence begins."""


def settled_places(pages: Sequence[ArticlePage]) -> frozenset[Place]:
    """The places of the settled sentences; `pages` must not be folded yet."""
    return frozenset((page.article, item.start) for page in pages for item in page.items if item.settled)


def marked(pages: Sequence[ArticlePage], places: frozenset[Place]) -> list[ArticlePage]:
    """The folded pages, with a sentence marked as settled if any of its prints is."""
    return [
        page.model_copy(update={"items": tuple(_marked(page.article, item, places) for item in page.items)})
        for page in pages
    ]


def _marked(article: str, item: ListedSentence, places: frozenset[Place]) -> ListedSentence:
    prints = {(article, item.start), *((reprint.article, reprint.start) for reprint in item.reprints)}
    return item.model_copy(update={"settled": True}) if prints & places and not item.settled else item


def settled_claims(pages: Sequence[ArticlePage]) -> frozenset[str]:
    """The claims (ids) of the settled sentences of folded pages, and of their reprints."""
    settled = [item for page in pages for item in page.items if item.settled]
    own = {claim for item in settled for claim in item.claims}
    return frozenset(own | {claim for item in settled for reprint in item.reprints for claim in reprint.claims})


def with_settled(found: LinkedFindings, claims: frozenset[str]) -> LinkedFindings:
    """The findings, with a fact marked as settled if all of its claims are among these."""

    def marked_facts(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(
            fact if fact.settled or not claims.issuperset(fact.claims) else fact.model_copy(update={"settled": True})
            for fact in facts
        )

    facts = {"circular": marked_facts(found.circular), "single_origin": marked_facts(found.single_origin)}
    return found.model_copy(update=facts)


def without_settled(whole: Report) -> Report:
    """The report with settled items counted and not listed; a page that becomes empty is left out."""
    items = [item for page in whole.pages for item in page.items if item.settled]
    reprints = Counter(reprint.article for item in items for reprint in item.reprints)
    left_of = (_page(page, reprints[page.article]) for page in whole.pages)
    pages = [page for page in left_of if page.items or page.reprinted]
    linked = ("conflicts", "circular", "single_origin")
    left = {name: tuple(found for found in getattr(whole, name) if not found.settled) for name in linked}
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
    """A page without its settled sentences; `reprints` of settled sentences no longer count as reprinted."""
    items = tuple(item for item in page.items if not item.settled)
    return page.model_copy(update={"items": items, "reprinted": page.reprinted - reprints})
