"""One article with everything that is read in it, and what people decided about that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.errors import UsageError
from sayso.export.html.section import Beside, SectionContext, context
from sayso.ledger import Snapshot
from sayso.present.decided_words import what_was_said
from sayso.present.item_state import without_undone
from schemas import Extraction

__all__ = ["ArticleFile", "Beside", "SectionContext", "article_file"]


class ArticleFile(NamedTuple):
    """The article's page as `sayso extract --format html` has it; by the id of each statement its first claim (id).

    `decided`: what people decided about a statement or its claims and did not take back, a sentence each.
    """

    page: SectionContext
    claims: Mapping[str, str]
    decided: Mapping[str, tuple[str, ...]]


def article_file(snapshot: Snapshot, id_: str) -> ArticleFile:
    """The article with this id, with the reading that counts; UsageError where the ledger has none."""
    for read in snapshot.read_articles([id_]):
        claims: dict[str, str] = {}
        for claim in read.extraction.claims:
            claims.setdefault(claim.statement, claim.id)
        made = context(read.capture, read.article, read.extraction, 1)
        return ArticleFile(made, claims, _decided(snapshot, read.extraction))
    raise UsageError(f"expected the id of an article that was read, found {id_!r}; the worklist leads to articles")


def _decided(snapshot: Snapshot, extraction: Extraction) -> dict[str, tuple[str, ...]]:
    of = {claim.id: claim.statement for claim in extraction.claims}
    of |= {statement.id: statement.id for statement in extraction.statements}
    found: dict[str, dict[str, None]] = {}
    for one in without_undone(snapshot.decisions(*of)):
        found.setdefault(of[one.about], {})[what_was_said(one)] = None
    return {statement: tuple(words) for statement, words in found.items()}
