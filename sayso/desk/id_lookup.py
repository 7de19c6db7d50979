"""What somebody means by an id, or by the beginning of one."""

from __future__ import annotations

from sayso.errors import UsageError
from sayso.ledger import Snapshot

FEW = 4
"""Things that are named where the beginning of an id fits several."""


def one_claim(snapshot: Snapshot, beginning: str) -> str:
    """The id of the claim that is meant; `UsageError` for none and for several."""
    found = snapshot.claim_ids(beginning, FEW)
    if not found:
        raise UsageError(
            f"expected a claim whose id begins with {beginning!r}, found none; `sayso find` prints their ids"
        )
    if len(found) > 1:
        several = ", ".join(one[: len(beginning) + FEW] for one in found)
        raise UsageError(f"expected one claim whose id begins with {beginning!r}, found {several}; give more of the id")
    return found[0]


def one_thing(snapshot: Snapshot, beginning: str) -> tuple[str, str]:
    """What is meant ("claim", "statement", "link", "derivation" or "engine") and its id.

    `UsageError` for several, `LedgerError` for none.
    """
    found = snapshot.things(beginning, FEW)
    if len(found) > 1:
        several = ", ".join(f"{kind} {one[: len(beginning) + FEW]}" for kind, one in found[:FEW])
        raise UsageError(f"expected one thing whose id begins with {beginning!r}, found {several}; give more of the id")
    if not found:
        snapshot.version(beginning)  # says that there is none
    return found[0]
