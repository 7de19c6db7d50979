"""The form that corrects who says so: what is typed, and where words were marked."""

from __future__ import annotations

import re

from sayso.errors import UsageError
from sayso.review.access.form_fields import Form

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def typed_chain(form: Form) -> str:
    """The chain as `sayso correct` takes it: "Kremlin via TASS", "unnamed: a senior official", "nobody"."""
    origin, via = form["chain"], form.get("via", "")
    if not origin:
        if via:
            raise UsageError("expected who says so, found only who passes it on; fill in both, or leave both empty")
        return "nobody"
    said = f"unnamed: {origin}" if form.get("unnamed") and not origin.lower().startswith("unnamed:") else origin
    return f"{said} via {via}" if via else said


def marked_places(form: Form) -> tuple[tuple[int, int], ...]:
    """Where the words of the fields were marked (characters of the article, half-open); `UsageError` for no place."""
    return tuple(_place(given) for name in ("chain_at", "via_at") if (given := form.get(name)))


def _place(given: str) -> tuple[int, int]:
    found = _PLACE.fullmatch(given)
    if not found:
        raise UsageError("expected the place of marked words, found none; mark them again, or type them")
    return int(found[1]), int(found[2])
