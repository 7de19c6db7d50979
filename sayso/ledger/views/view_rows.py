"""The rows of the views, which say in which entry an id, a file or some words are: a fold of the entries."""

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
    view_pair,
    view_statement,
)
from schemas import Decision, Derivation, Link, Statement
from schemas.record import hash_of

Rows = Mapping[Table, list[dict[str, Any]]]


def fold_words(words: str) -> str:
    """Words as they are searched: case folded, each run of white space (or NUL) as one space."""
    return " ".join(words.casefold().replace("\0", " ").split())


def rows_of(number: int, content: Content) -> Rows:
    """The view rows of entry `number`; KeyError for a claim without a statement."""
    match content:
        case CaptureContent():
            return _capture_rows(number, content)
        case ExtractionContent():
            return _extraction_rows(number, content)
        case LinkingContent():
            linking = content.linking
            return {
                view_link: _placed(number, [_link_row(link) for link in linking.links]),
                view_derivation: _placed(number, [_derivation_row(derivation) for derivation in linking.derivations]),
            }
        case DecisionContent():
            decision = content.decision
            return {view_decision: [_decision_row(number, decision)], view_pair: _pair_rows(number, decision)}


def _capture_rows(number: int, content: CaptureContent) -> Rows:
    capture = content.capture
    row = {"entry": number, "id": capture.id, "sha256": capture.sha256, "article": capture.article}
    identity = content.article.identity if content.article else None
    work = hash_of("work", content.article.work) if content.article and content.article.work else None
    return {view_capture: [{**row, "version": content.version, "identity": identity, "work": work}]}


def _extraction_rows(number: int, content: ExtractionContent) -> Rows:
    extraction = content.extraction
    statements = [
        {"id": statement.id, "folded": fold_words(statement.text), "chain": chain_key(statement)}
        for statement in extraction.statements
    ]
    places = {row["id"]: place for place, row in enumerate(statements)}
    claims = [
        {"id": claim.id, "statement": places[claim.statement], "folded": fold_words(claim.proposition)}
        for claim in extraction.claims
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


def _derivation_row(derivation: Derivation) -> dict[str, Any]:
    return {
        "id": derivation.id,
        "a": derivation.a,
        "b": derivation.b,
        "containment": round(derivation.containment * 1000),
        "earlier": derivation.earlier,
    }


def chain_key(statement: Statement) -> str:
    """The same for statements that rest on the same sources in the same way, in whatever article of one page."""
    hops = [(hop.role, hop.registry or fold_words(hop.called or ""), hop.anonymous) for hop in statement.chain[:-1]]
    return hash_of("sources", statement.sourcing, statement.polarity, hops)[:16]


def _decision_row(number: int, decision: Decision) -> dict[str, Any]:
    return {
        "entry": number,
        "id": decision.id,
        "about": decision.about,
        "judgement": decision.judgement,
        "decider": decision.by,
        "undoes": decision.undoes,
    }


def _pair_rows(number: int, decision: Decision) -> list[dict[str, Any]]:
    if decision.articles is None:
        return []
    a, b = decision.articles
    return [{"entry": number, "id": decision.about, "a": a, "b": b}]


def _placed(number: int, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"entry": number, "place": place, **row} for place, row in enumerate(rows)]
