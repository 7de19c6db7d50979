"""On how many independent origins a cluster of claims rests."""

from sayso.link.origins.origins import one_origin, origins

__all__ = ["one_origin", "origins"]
