"""Counts the independent origins on which a cluster of claims rests."""

from sayso.link.origins.clustering import clusters, joins
from sayso.link.origins.draw import draw
from sayso.link.origins.origins import one_origin, origins

__all__ = ["clusters", "draw", "joins", "one_origin", "origins"]
