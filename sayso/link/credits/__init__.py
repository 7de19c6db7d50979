"""Credits: the agencies and outlets to which an article credits its text."""

from sayso.link.credits.credits import credits  # noqa: A004

__all__ = ["credits"]
