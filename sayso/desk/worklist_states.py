"""How far the work on each item of a worklist has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import orjson

from sayso.desk.worklist_rows import FindingRow, WorklistView
from sayso.ledger import Snapshot
from sayso.present.item_state import ItemState, item_state
from schemas import Decision

POINTS: Mapping[str, str] = {"accusation": "reply", "headline": "headline"}
"""Which question a kind of item asks; any other asks for the source."""
OPEN = ItemState()
_NEVER = datetime.min.replace(tzinfo=UTC)

Claim = tuple[str, str, str, str]
"""A claim's id and digest, and those of its statement."""


def states(snapshot: Snapshot, rows: Iterable[FindingRow]) -> list[ItemState]:
    """The state of each finding, by the decisions on its claims and their statements, in the order of the rows."""
    decided = snapshot.decided()
    asked = [(question(row), _claims(row, decided)) for row in rows]
    made = _made(snapshot, {thing for _, claims in asked for claim in claims for thing in (claim[0], claim[2])})
    return [_joint([_of(claim, point, made) for claim in claims]) if claims else OPEN for point, claims in asked]


def questions(view: WorklistView, things: Iterable[str]) -> set[str]:
    """The questions that the items with these claims or statements (ids) ask."""
    return {question(row) for thing in things for row in view.about(thing)}


def question(row: FindingRow) -> str:
    """The question that an item asks."""
    return POINTS.get(row.kinds.split()[0], "source")


def _claims(row: FindingRow, decided: set[str]) -> Sequence[Claim]:
    """The claims of a finding, if anything was decided about one of them."""
    claims: list[Claim] = orjson.loads(row.claims) if decided else []
    return claims if any(one[0] in decided or one[2] in decided for one in claims) else ()


def _made(snapshot: Snapshot, things: set[str]) -> dict[str, list[tuple[int, Decision]]]:
    """The decisions about these things, each with its number in the order of the ledger."""
    made: dict[str, list[tuple[int, Decision]]] = {}
    for number, decision in enumerate(snapshot.decisions(*things) if things else ()):
        made.setdefault(decision.about, []).append((number, decision))
    return made


def _of(claim: Claim, point: str, made: Mapping[str, list[tuple[int, Decision]]]) -> ItemState:
    """The state of one claim: a decision on its statement is one on it."""
    id_, version, statement, of_statement = claim
    on_statement = (
        (number, one.model_copy(update={"version": version}) if one.version == of_statement else one)
        for number, one in made.get(statement, ())
    )
    both = sorted((*made.get(id_, ()), *on_statement), key=lambda found: found[0])
    return item_state([decision for _, decision in both], version, point)


def _joint(found: Sequence[ItemState]) -> ItemState:
    """The state of several claims: that of the open ones, if any; of these the one that was decided on last."""
    left = [state for state in found if not state.settled] or found
    return max(left, key=lambda state: state.last.at if state.last else _NEVER)


def changed(state: ItemState) -> bool:
    """Whether it was cleared, and says something else since."""
    return state.state == "reopened" and state.last is not None and state.last.judgement != "reopen"
