"""Why it is open who says an accusation: what a second reading of its sentence gave."""

from __future__ import annotations

from collections.abc import Mapping

from schemas import Rewrite, Statement

FORMS: Mapping[Rewrite, str] = {
    "alone": "read by itself",
    "possessor": "read with “of” for “’s”",
    "voice": "read with active and passive exchanged",
    "relative": "read without its relative clause",
}


def read_otherwise(statement: Statement) -> str | None:
    """To whom the sentence gives a statement in another form; None where every reading gives the same."""
    other = statement.other_reading
    return f"{FORMS[other.rewrite]}, the sentence gives it to “{other.origin.words}”" if other else None
