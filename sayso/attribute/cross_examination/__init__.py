"""Reads sentences that accuse somebody again, in other forms: whose speaker is then another, is left open."""

from sayso.attribute.cross_examination.cross_examine import cross_examined

__all__ = ["cross_examined"]
