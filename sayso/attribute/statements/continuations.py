"""Sentences that may go on with a report without saying so: sourced or not, the text leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribute import lexicon
from sayso.attribute.parsed import Page, Range
from schemas import Statement

_OPENING = "\"'“‘«([{"


def continued(page: Page, ordered: Sequence[Statement]) -> Iterator[Statement]:
    """Mark as undetermined what may go on with a report without saying so."""
    before: Statement | None = None
    for statement in ordered:
        if before is not None and _may_continue(page, before, statement):
            yield statement.model_copy(update={"sourcing": "undetermined"})
        else:
            yield statement
            before = statement


def _may_continue(page: Page, before: Statement, statement: Statement) -> bool:
    """An own-voice sentence right after an indirect report, in its paragraph, that opens as a continuation."""
    own = statement.origin is None and statement.sourcing == "none-given" and statement.hedge is None
    if not own or before.sourcing != "sourced" or before.manner == "direct":
        return False
    start = statement.spans[0].start
    if page.paragraph(start) != page.paragraph(before.spans[-1].start):
        return False
    words = " ".join(span.words for span in statement.spans).lower()
    opening = words.lstrip(_OPENING)
    if opening.startswith(lexicon.CONTINUERS) or " also " in words[:60] or " would " in f" {words} ":
        return True
    return not opening.startswith(lexicon.TURNS) and _present(page, statement.spans[0].range)


def _present(page: Page, place: Range) -> bool:
    """Whether the main verb is in the present, as what a report goes on with often is, and a narrative is not."""
    root = page.head_verb(place)
    if root is None:
        return False
    finite = [root, *(c for c in root.children if c.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ in ("VBZ", "VBP") and t.lemma_ != "have" for t in finite)
