"""Where and when an article appeared, in words."""

from __future__ import annotations

from sayso.present.numbers import day


def appearance(outlet: str | None, published: str | None, file: str) -> str:
    """Its outlet and its day, as far as they are known, and the file that it was read from."""
    return " · ".join([outlet or "outlet not known", day(published) if published else "date not known", file])
