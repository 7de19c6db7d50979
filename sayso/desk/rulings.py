"""Which decision says how a statement is to be read."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.ledger import Snapshot
from sayso.present.item_state import without_undone
from schemas import Claim, Decision, Statement

SAYING = ("confirm", "correct")
"""Judgements that say how a statement has to be read."""
_RULING = (*SAYING, "misread", "reject", "reopen")
"""Judgements on how something is read; of these the newest counts."""


def ruling(snapshot: Snapshot, statement: Statement, claims: Iterable[Claim]) -> Decision | None:
    """The newest decision on how a statement, or one of its claims, is read; None without one.

    A confirmation holds only for what was confirmed, and says nothing of what reads otherwise by now.
    """
    versions = {statement.id: statement.digest, **{claim.id: claim.digest for claim in claims}}
    made = without_undone(snapshot.decisions(*versions))
    on_reading = (
        one
        for one in reversed(made)
        if one.judgement in _RULING
        and (one.judgement != "correct" or one.chain)
        and (one.judgement != "confirm" or one.version in versions.values())
    )
    return next(on_reading, None)
