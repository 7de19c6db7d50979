"""What a report can list."""

from __future__ import annotations

from typing import Literal, get_args

Concern = Literal["no-source", "unnamed", "left-open", "single-origin", "circular", "conflicts"]
"""Sentences with no source, with only an unnamed one, or left open; claims of one origin, in a circle, in conflict."""

CONCERNS: tuple[Concern, ...] = get_args(Concern)

LINKED: frozenset[Concern] = frozenset(("single-origin", "circular", "conflicts"))
"""Those that need the origins of claims."""
