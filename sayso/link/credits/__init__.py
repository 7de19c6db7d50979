"""Credits: whose text an article says it is."""

from sayso.link.credits.credits import credits  # noqa: A004

__all__ = ["credits"]
