"""Copies: which articles share text, and whose text they say it is."""

from sayso.link.copies.credits import credits  # noqa: A004

__all__ = ["credits"]
