"""What changed from one version of a page to the next, in words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.present.numbers import percent

CHANGES = {
    "came": "new claim",
    "gone": "claim gone",
    "spelling": "spelling or marks changed",
    "words": "words changed",
    "figures": "figures changed",
    "denial": "what was affirmed is denied, or the reverse",
    "unnamed": "the source was named, and is not any more",
    "named": "the source is named now",
    "unsourced": "the source is gone: the article says it itself",
    "sourced": "a source is given now",
    "open": "it is open now who says so",
    "relay-dropped": "who carried it is not named any more",
    "relay-added": "who carried it is named now",
    "source": "another source",
}
"""What became of a claim."""

_EXTENTS = {"small": "a small change", "some": "a change", "large": "a very large change: largely another text"}


def extent(kept: float, how: str) -> str:
    """How much changed: "a small change: 95% of the text stays"."""
    return f"{_EXTENTS[how]}: {percent(kept)} of the text stays"


def notice(found: Sequence[str], before: bool) -> str:
    """Whether the later version says that it was corrected."""
    if found:
        return "carries a correction notice"
    return "changed; no new notice found (the version before had one)" if before else "changed; no notice found"


def not_compared(number: int) -> str:
    """That no one engine has read both versions."""
    return (
        f"versions {number} and {number + 1} are not compared: no one engine has read both, and where engines differ "
        "the article need not; `sayso retrace` reads both with the installed one"
    )
