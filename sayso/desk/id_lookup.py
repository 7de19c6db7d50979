"""Claims and other things found by their id, or by the beginning of it."""

from __future__ import annotations

from sayso.errors import UsageError
from sayso.ledger import Snapshot
from sayso.report import sentence_of
from schemas import Dossier

FEW = 4
"""How many candidates an error names where the beginning of an id fits several."""


def one_claim(snapshot: Snapshot, beginning: str) -> str:
    """The id of the one claim whose id begins so; raises `UsageError` for none and for several."""
    found = snapshot.claim_ids(beginning, FEW)
    if not found:
        raise UsageError(
            f"expected a sentence or a claim whose id begins with {beginning!r}, found none; "
            "`sayso worklist` and `sayso find` print the ids of this home"
        )
    if len(found) > 1:
        several = ", ".join(claim[: len(beginning) + FEW] for claim in found)
        raise UsageError(f"expected one claim whose id begins with {beginning!r}, found {several}; give more of the id")
    return found[0]


def of_its_sentence(snapshot: Snapshot, claim: str) -> list[Dossier]:
    """All claims of the sentence in which the claim with this id stands, in text order."""
    own = snapshot.dossier(claim)
    return [one for one in snapshot.about(own.article.id) if sentence_of(one) == sentence_of(own)]


def one_thing(snapshot: Snapshot, beginning: str) -> tuple[str, str]:
    """The kind ("claim", "statement", "link", "derivation", "pair" or "engine") and id of the thing whose id begins so.

    Raises `UsageError` for none and for several.
    """
    found = snapshot.things(beginning, FEW)
    if len(found) > 1:
        several = ", ".join(f"{kind} {thing[: len(beginning) + FEW]}" for kind, thing in found[:FEW])
        raise UsageError(f"expected one thing whose id begins with {beginning!r}, found {several}; give more of the id")
    if not found:
        raise UsageError(
            f"expected the id of a claim, a statement, a link, a derivation or an engine in the ledger, found "
            f"{beginning!r}; `sayso worklist` and `sayso find` print ids"
        )
    return found[0]
