"""An engine in words."""

from __future__ import annotations

from schemas import EngineVersion

_DIGITS = 12
"""Digits of a digest that are shown: enough to distinguish any two engines."""


def engine_in_words(version: EngineVersion) -> str:
    """An engine's version of Sayso and digests of its parts; older versions recorded no rules."""
    rules = f", rules {version.rules[:_DIGITS]}" if version.rules else ""
    model, sources = version.model[:_DIGITS], version.registry[:_DIGITS]
    return f"Sayso {version.sayso}, model {model}, sources {sources}{rules}"


def engine_with_id(version: EngineVersion) -> str:
    """The same, after the engine's id, which covers libraries too."""
    return f"{version.id[:_DIGITS]} ({engine_in_words(version)})"
