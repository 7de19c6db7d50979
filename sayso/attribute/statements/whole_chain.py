"""The complete chain of a statement."""

from __future__ import annotations

from collections.abc import Sequence

from schemas import Article, Hop


def whole_chain(article: Article, hops: Sequence[Hop]) -> tuple[Hop, ...]:
    """The first hop as the origin, the others as relays, and the publisher at the end."""
    publisher = Hop(role="publisher", name=article.outlet, kind="news_outlet" if article.outlet else "unknown")
    roles = ["origin", *["relay"] * (len(hops) - 1)] if hops else []
    passed = [hop.model_copy(update={"role": role}) for hop, role in zip(hops, roles, strict=True)]
    return (*passed, publisher)
