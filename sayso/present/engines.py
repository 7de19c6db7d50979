"""An engine in words."""

from __future__ import annotations

from schemas import EngineVersion

_DIGITS = 12
"""Digits of a digest that are shown: enough to tell any two engines apart."""


def engine_in_words(version: EngineVersion) -> str:
    """Its version of Sayso and what else it is made of; older versions of Sayso recorded none of the rules."""
    rules = f", rules {version.rules[:_DIGITS]}" if version.rules else ""
    model, sources = version.model[:_DIGITS], version.registry[:_DIGITS]
    return f"Sayso {version.sayso}, model {model}, sources {sources}{rules}"


def engine_with_id(version: EngineVersion) -> str:
    """The same after its id, which covers libraries too."""
    return f"{version.id[:_DIGITS]} ({engine_in_words(version)})"
