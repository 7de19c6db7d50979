"""What a report can list."""

from __future__ import annotations

from typing import Literal, get_args

Concern = Literal["no-source", "unnamed", "left-open", "single-origin", "circular", "conflicts"]
"""Sentences with no source, with an unnamed one only, or left open; claims of one origin, in a circle, at odds."""

CONCERNS: tuple[Concern, ...] = get_args(Concern)

LINKED: frozenset[Concern] = frozenset(("single-origin", "circular", "conflicts"))
"""Those that need to know what the claims rest on."""
