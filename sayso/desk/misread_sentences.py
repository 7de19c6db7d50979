"""Sentences that people called misread, and that are no items of a worklist otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import orjson

from sayso.desk.worklist_rows import FindingRow, row_of
from sayso.ledger import Snapshot
from sayso.present.decisions import standing
from sayso.present.item_state import ItemState
from sayso.present.questions import QUESTIONS
from sayso.present.safe import plain
from sayso.report import sentence_of
from sayso.worklist import Finding, Judged, of_misread
from schemas import Dossier


class Misread(NamedTuple):
    """A sentence as an item: its row, the finding, and its state, which says who called it misread."""

    row: FindingRow
    finding: Finding
    state: ItemState


def misread_besides(snapshot: Snapshot, items: Iterable[FindingRow]) -> list[Misread]:
    """The sentences with claims that people called misread, without those of the `items` that are in that state."""
    called = snapshot.decided("misread")
    listed = {claim for row in items for claim, *_ in orjson.loads(row.claims)} if called else set()
    if not called - listed:
        return []
    found: dict[tuple[int, tuple[int, int]], list[tuple[Dossier, ItemState]]] = {}
    for dossier in _dossiers(snapshot, called - listed):
        state = _misread(dossier)
        if state and dossier.claim.id not in listed:
            found.setdefault((dossier.entry.number, sentence_of(dossier)), []).append((dossier, state))
    return [_item(place, *group) for place, group in enumerate(found.values(), 1)]


def _dossiers(snapshot: Snapshot, things: Iterable[str]) -> Iterator[Dossier]:
    """The dossiers of the claims, and of those of the statements, with these ids, each once, in the ledger's order."""
    wanted = list(things)
    claims = snapshot.article_ids(wanted)
    of_statements = (one.claim.id for thing in wanted if thing not in claims for one in snapshot.about(thing))
    return snapshot.dossiers_of({*claims, *of_statements})


def _misread(dossier: Dossier) -> ItemState | None:
    """The state in which the claim is misread, whatever the question was."""
    states = (standing(dossier, question) for question in QUESTIONS)
    return next((state for state in states if state.misread), None)


def _item(place: int, *group: tuple[Dossier, ItemState]) -> Misread:
    (first, state), *_ = group
    who = state.last.by if state.last else ""
    why = f": {state.last.why}" if state.last and state.last.why.strip() else ""
    judged = tuple(
        Judged(
            id=one.claim.id,
            version=one.claim.digest,
            statement=one.statement.id,
            statement_version=one.statement.digest,
        )
        for one, _ in group
    )
    finding = of_misread(first, sentence_of(first), judged, plain(f"{who} says that it is misread{why}."))
    return Misread(row_of(first.entry.number, -place, finding), finding, state)
