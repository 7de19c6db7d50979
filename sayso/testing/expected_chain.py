"""Chains in the words of features."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.present.chain import FEATURE, NO_SOURCE, chain, via
from schemas import Statement

_DENIED = "denied by "


def chain_in_words(statement: Statement) -> str:
    """The chain without its publisher ("Kremlin" via "TASS"), or what stands in place of a source."""
    said = chain(statement, FEATURE)
    if statement.sourcing == "undetermined" or statement.origin is None:
        return said
    said = f"{_DENIED if statement.polarity == 'denied' else ''}{said}"
    return said if statement.sourcing == "sourced" else f"{NO_SOURCE} ({said})"


def expected_in_words(names: Sequence[str], unnamed: str | None, relays: Sequence[str], denied: bool) -> str:
    """The chain that a step expects, in the same wording."""
    described = FEATURE.unnamed.format(unnamed) if unnamed else FEATURE.undescribed
    origin = described if unnamed is not None else " and ".join(map(FEATURE.named.format, names))
    return f"{_DENIED if denied else ''}{via([origin, *map(FEATURE.named.format, relays)])}"
