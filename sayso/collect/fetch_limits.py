"""How much is fetched at most, and how long is waited for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bytes of an answer as it comes and when unpacked; seconds for it all and between two pieces; redirects."""

    size: int = 10_000_000
    whole: float = 60.0
    idle: float = 15.0
    redirects: int = 8
