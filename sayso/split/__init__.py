"""Splits statements into atomic claims: one fact each, as a sentence that can be read alone."""

from sayso.split.claims import split

__all__ = ["split"]
