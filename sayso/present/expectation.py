"""Who says so, as people write it: in a cell of a feature's table, and where they correct a reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_MARKS = '"“”„‟«»'
STRAIGHT = str.maketrans({**dict.fromkeys(_MARKS, '"'), "’": "'", "‘": "'"})
QUOTED = re.compile(f"[{_MARKS}]([^{_MARKS}]+)[{_MARKS}]")
"""A name in quotation marks of any kind."""

_OPENINGS = re.compile(r"(?P<denied>denied by )?(?P<quoted>(?:a )?direct quotation of )?(?P<rest>.+)", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:an? )?unnamed:? (?P<who>.+)", re.IGNORECASE)
_WITHOUT = {
    "no source given": "none given",
    "no source": "none given",
    "nobody": "none given",
    "undetermined": "undetermined",
    "alleged without a source": "alleged",
    "no claim": "no claim",
}
Kind = Literal["chain", "none given", "undetermined", "alleged", "no claim"]


@dataclass(frozen=True)
class Expectation:
    """A whole chain, the origin by names or (`unnamed`) by its description, or what stands in place of one."""

    kind: str = "chain"
    names: tuple[str, ...] = ()
    unnamed: str | None = None
    relays: tuple[str, ...] = ()
    denied: bool = False
    quoted: bool = False


def expectation(cell: str) -> Expectation | None:
    """What is expected; None where there are no words.

    "Kremlin via TASS", "an unnamed Israeli official via The New York Times", "denied by Hydrosella", "direct quotation
    of Putin", "no source given". Names may stand in quotation marks; several that speak jointly must.
    """
    cell = " ".join(cell.split()).translate(STRAIGHT)
    if cell.lower() in _WITHOUT:
        return Expectation(kind=_WITHOUT[cell.lower()])
    opening = _OPENINGS.fullmatch(cell)
    if opening is None:
        return None
    origin, *relays = _hops(opening["rest"])
    unnamed = _UNNAMED.fullmatch(origin)
    return Expectation(
        names=() if unnamed else tuple(QUOTED.findall(origin)) or (origin,),
        unnamed=_description(unnamed["who"]) if unnamed else None,
        relays=tuple(relay.strip('"') for relay in relays),
        denied=bool(opening["denied"]),
        quoted=bool(opening["quoted"]),
    )


def _hops(chain: str) -> list[str]:
    """The chain cut at each "via" that is not in quotation marks."""
    parts = chain.split('"')
    parts[::2] = [part.replace(", via ", "\n").replace(" via ", "\n") for part in parts[::2]]
    return '"'.join(parts).split("\n")


def _description(words: str) -> str:
    """The description of an unnamed source; empty for one that is not described."""
    return "" if words in ("source", "not described") else words.strip('"')
