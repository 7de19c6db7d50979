"""Who says so, in the newsroom's words."""

from __future__ import annotations

from sayso.present.safe import plain
from schemas import Hop, Statement

NOBODY = "no source given"


def who(statement: Statement) -> str:
    """Origin and carriers: "Kremlin, carried by TASS"; whom the text may still mean, where it leaves that open."""
    if statement.origin is None:
        return "left open" if statement.sourcing == "undetermined" else NOBODY
    said = f"{origin(statement.origin)}{carried(statement)}"
    return plain(f"left open, perhaps {said}" if statement.sourcing == "undetermined" else said)


def origin(hop: Hop) -> str:
    """What to call an origin: its name, or that it is unnamed and how it is described."""
    if hop.members:
        return " and ".join(f"unnamed “{one.name}”" if one.anonymous else one.name for one in hop.members)
    return _unnamed(hop) if hop.anonymous else hop.called or "somebody"


def carried(statement: Statement) -> str:
    """What follows the origin: ", carried by TASS and Interfax", the last carrier first; empty for no carrier."""
    carriers = " and ".join(_carrier(hop) for hop in reversed(statement.relays))
    return f", carried by {carriers}" if carriers else ""


def _carrier(hop: Hop) -> str:
    return _unnamed(hop) if hop.anonymous else hop.called or "somebody"


def _unnamed(hop: Hop) -> str:
    return f"an unnamed source (“{hop.called or 'not described'}”)"
