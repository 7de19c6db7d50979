"""What retellings lose, in words: the one place for the sentences about a loss, an order and a rate."""

from __future__ import annotations

from sayso.present.numbers import count, percent

KINDS = {
    "hedge": "a hedge is lost",
    "number": "a number grew",
    "unnamed": "a name is lost",
    "source": "a source is lost",
}
"""The heading of each kind of loss."""
MARKS = {"hedge": "H", "number": "N", "unnamed": "A", "source": "S"}
"""One letter for each in the picture: H a hedge, N a number, A made anonymous, S a source."""
BASES = {
    "copied": "its text comes from there",
    "credited": "it names that outlet",
    "one origin": "compared with the earliest telling known, which goes back to the same source",
    "no source": "compared with the earliest telling known, since it names no source",
}
"""Why a retelling is compared with what it is compared with."""
NO_ORDER = "it is not known whether it came before the others or after them, so nothing is told of what it lost"
OWN_SOURCE = "it rests on a source of its own, so it is not known to retell any of the others"
NOTHING = "nothing of what it retells is seen to be lost"


def lost(kind: str, before: str, after: str) -> str:
    """A loss in one sentence; `before` and `after` are what stood there and what stands there now."""
    match kind:
        case "hedge" if after:
            return f"“{before}” became “{after}”."
        case "hedge":
            return f"“{before}” is gone: what was left open is told as a fact."
        case "number":
            return f"“{before}” became “{after}”."
        case "unnamed":
            return f"“{before}” became “{after}”: the source has no name any more."
        case _:
            return f"“{before}” is gone: the article says it itself."


def rate(what: str, of: int, interval: tuple[float, float, float] | None, fewest: int) -> str:
    """How often something is lost, as share, interval and counts; or that there are too few retellings to say so."""
    told = f"{what}s: {count(of, 'retelling')} of something with a {what}"
    if interval is None:
        return f"{told}; fewer than {fewest} are too few to say how often it is lost"
    share, low, high = interval
    return f"{told}, of which {percent(share)} lost it (95 % interval: {percent(low)} to {percent(high)})"
