"""Taking decisions back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import takewhile
from typing import NamedTuple

from sayso.desk.deciding import judged
from sayso.desk.deed import Deed, Thing
from sayso.desk.grounding_again import ground_again
from sayso.desk.id_lookup import FEW
from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.present.actions import Action
from sayso.registry import Registry
from schemas import Decision

DECISION = "d-"
"""What the printed id of a decision begins with."""


class Undone(NamedTuple):
    """A decision that was taken back, the entry of the undo, and its id."""

    decision: Decision
    entry: int
    undo: str


def undo(
    ledger: Ledger,
    about: str | None,
    *,
    by: str,
    why: str = "",
    account: str | None = None,
    registry: Registry | None = None,
) -> list[Undone]:
    """Take back the newest decision of this person, or the newest on the thing with this id, whoever made it.

    What one command decided on several things is taken back together. An undo is passed over; it is itself taken back
    by its own id ("d-..."), as any decision can be. With the `registry`, links of claims whose correction is taken back
    are told anew at once, else by the next run. `UsageError` where there is nothing to take back.
    """
    with ledger.snapshot() as snapshot:
        back = _newest_by(snapshot, by) if about is None else _on(snapshot, about.strip().lower())
    return _undone(ledger, back, Deed(Action("undo"), by, why, account=account), registry)


def undo_together(
    ledger: Ledger, decision: Decision, *, by: str, account: str | None = None, registry: Registry | None = None
) -> list[Undone]:
    """Take back this decision, and what the same person decided with it at the same moment; `registry` as in `undo`."""
    with ledger.snapshot() as snapshot:
        gone = snapshot.undone()
        if decision.id in gone:
            raise UsageError(f"expected a decision that counts, found {DECISION}{decision.id} taken back already")
        newest = (one for _, one in snapshot.decisions_by(decision.by))
        since = takewhile(lambda one: one.at >= decision.at, newest)
        back = [one for one in since if one.at == decision.at and one.id not in gone]
    return _undone(ledger, back[::-1], Deed(Action("undo"), by, account=account), registry)


def _undone(ledger: Ledger, back: list[Decision], deed: Deed, registry: Registry | None) -> list[Undone]:
    now = datetime.now(UTC)
    made = [deed.on(Thing("", one.about, one.version), now, undoes=one.id) for one in back]
    entries = ledger.decide(*made).numbers
    if registry and entries:
        ground_again(ledger, min(entries) - 1, registry)
    return [Undone(*each) for each in zip(back, entries, (one.id for one in made), strict=True)]


def _newest_by(snapshot: Snapshot, by: str) -> list[Decision]:
    gone = snapshot.undone()
    standing = (one for _, one in snapshot.decisions_by(by) if one.judgement != "undo" and one.id not in gone)
    if found := _together(standing):
        return found
    raise UsageError(f"expected a decision of {by} to take back, found none; give the id of what was decided on")


def _on(snapshot: Snapshot, about: str) -> list[Decision]:
    if about.startswith(DECISION):
        return [_one(snapshot, about.removeprefix(DECISION))]
    gone = snapshot.undone()
    made = [one for one in snapshot.decisions(*_things(snapshot, about)) if one.judgement != "undo"]
    newest = _together(one for one in reversed(made) if one.id not in gone)
    if not newest:
        raise UsageError(f"expected a decision on {about} to take back, found none that counts")
    recorded = [found for one in newest for _, found in snapshot.decision(one.id)]  # about what it was about then
    return [one for one in recorded if one.id in {each.id for each in newest}]


def _things(snapshot: Snapshot, about: str) -> list[str]:
    """The ids of what `about` stands for, and of the statements of its claims."""
    things = [*judged(snapshot, about, "undo")]
    claims = [thing.id for thing in things if thing.kind == "claim"]
    return [*(thing.id for thing in things), *{one.claim.statement for one in snapshot.published_claims(claims)}]


def _one(snapshot: Snapshot, beginning: str) -> Decision:
    found = [one for _, one in snapshot.decision(beginning, FEW)]
    if len(found) != 1:
        several = ", ".join(DECISION + one.id[: len(beginning) + FEW] for one in found) or "none"
        raise UsageError(f"expected one decision whose id begins with {DECISION}{beginning}, found {several}")
    if found[0].id in snapshot.undone():
        raise UsageError(f"expected a decision that counts, found {DECISION}{found[0].id} taken back already")
    return found[0]


def _together(newest_first: Iterator[Decision]) -> list[Decision]:
    """The newest decision, and those made with it at the same moment, oldest first."""
    found: list[Decision] = []
    for one in newest_first:
        if found and (one.by, one.at) != (found[0].by, found[0].at):
            break
        found.insert(0, one)
    return found
