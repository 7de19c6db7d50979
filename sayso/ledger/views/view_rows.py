"""The views: rows that tell where in the ledger an id, a file or some words are to be found. Folds of the entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from sayso.ledger.entries.contents import CaptureContent, Content, ExtractionContent
from sayso.ledger.entries.decision_content import DecisionContent
from sayso.ledger.entries.linking_content import LinkingContent
from sayso.ledger.store.tables import (
    view_capture,
    view_claim,
    view_decision,
    view_derivation,
    view_extraction,
    view_link,
    view_statement,
)
from schemas import Derivation, Link

Rows = Mapping[Table, list[dict[str, Any]]]


def fold_words(words: str) -> str:
    """Words as they are searched: case folded, any run of white space (or NUL) one space."""
    return " ".join(words.casefold().replace("\0", " ").split())


def rows_of(number: int, content: Content) -> Rows:
    """What the views hold of entry `number`; KeyError for a claim of no statement."""
    match content:
        case CaptureContent():
            return _capture_rows(number, content)
        case ExtractionContent():
            return _extraction_rows(number, content)
        case LinkingContent():
            linking = content.linking
            return {
                view_link: _placed(number, [_link_row(one) for one in linking.links]),
                view_derivation: _placed(number, [_derivation_row(one) for one in linking.derivations]),
            }
        case DecisionContent():
            one = content.decision
            return {view_decision: [{"entry": number, "id": one.id, "about": one.about, "judgement": one.judgement}]}


def _capture_rows(number: int, content: CaptureContent) -> Rows:
    capture = content.capture
    row = {"entry": number, "id": capture.id, "sha256": capture.sha256, "article": capture.article}
    return {view_capture: [{**row, "version": content.version}]}


def _extraction_rows(number: int, content: ExtractionContent) -> Rows:
    extraction = content.extraction
    statements = [{"id": one.id, "folded": fold_words(one.text)} for one in extraction.statements]
    places = {row["id"]: place for place, row in enumerate(statements)}
    claims = [
        {"id": one.id, "statement": places[one.statement], "folded": fold_words(one.proposition)}
        for one in extraction.claims
    ]
    row = {"entry": number, "read_from": content.read_from, "article": extraction.article}
    return {
        view_extraction: [{**row, "engine": extraction.engine.id}],
        view_statement: _placed(number, statements),
        view_claim: _placed(number, claims),
    }


def _link_row(link: Link) -> dict[str, Any]:
    one_origin = None if link.one_origin is None else int(link.one_origin)
    return {"id": link.id, "a": link.a, "b": link.b, "relation": link.relation, "one_origin": one_origin}


def _derivation_row(one: Derivation) -> dict[str, Any]:
    thousandths = round(one.containment * 1000)
    return {"id": one.id, "a": one.a, "b": one.b, "containment": thousandths, "earlier": one.earlier}


def _placed(number: int, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"entry": number, "place": place, **row} for place, row in enumerate(rows)]
