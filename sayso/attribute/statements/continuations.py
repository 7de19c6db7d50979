"""Sentences that may continue a report without saying so: the text leaves open whether they are sourced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language.english import CLAUSES
from schemas import Statement

_OPENING = "\"'“‘«([{"


def mark_continuations(parsed: ParsedArticle, ordered: Sequence[Statement]) -> Iterator[Statement]:
    """The statements, those that may continue the report before them marked as undetermined."""
    before: Statement | None = None
    for statement in ordered:
        if before is not None and _may_continue(parsed, before, statement):
            yield statement.model_copy(update={"sourcing": "undetermined"})
        else:
            yield statement
            before = statement


def _may_continue(parsed: ParsedArticle, before: Statement, statement: Statement) -> bool:
    """Whether an own-voice statement follows an indirect report in its paragraph and begins like its continuation."""
    own = statement.origin is None and statement.sourcing == "none-given" and statement.hedge is None
    own = own and statement.holder is None
    if not own or before.sourcing != "sourced" or before.manner == "direct":
        return False
    start = statement.spans[0].start
    if parsed.paragraph(start) != parsed.paragraph(before.spans[-1].start):
        return False
    words = " ".join(span.words for span in statement.spans).lower()
    opening = words.lstrip(_OPENING)
    if opening.startswith(CLAUSES.continuing) or " also " in words[:60] or " would " in f" {words} ":
        return True
    return not opening.startswith(CLAUSES.turning) and _present(parsed, statement.spans[0].range)


def _present(parsed: ParsedArticle, place: Range) -> bool:
    """Whether the main verb is in the present, as in many continuations of reports, but seldom in narrative."""
    root = parsed.head_verb(place)
    if root is None:
        return False
    finite = [root, *(c for c in root.children if c.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ in ("VBZ", "VBP") and t.lemma_ != "have" for t in finite)
