"""What a statement stands on: its colour on the page, and a sign and words for those who do not see colours."""

from __future__ import annotations

from typing import Literal, get_args

from schemas import Statement

Kind = Literal["named", "unnamed", "own", "open", "attitude"]
KINDS: tuple[Kind, ...] = get_args(Kind)

SIGNS: dict[Kind, str] = {"named": "●", "unnamed": "○", "own": "□", "open": "?", "attitude": "◇"}
WORDS: dict[Kind, str] = {
    "named": "named source",
    "unnamed": "unnamed source",
    "own": "no source given",
    "open": "left open",
    "attitude": "wants or thinks",
}


def kind(statement: Statement) -> Kind:
    """What it stands on. What somebody wants or thinks is nothing that he said, whoever he is."""
    if statement.sourcing == "undetermined":
        return "open"
    if statement.mode == "attitude":
        return "attitude"
    if statement.sourcing == "none-given":
        return "own"
    return "unnamed" if statement.unnamed else "named"
