"""Counts the independent origins on which a cluster of claims rests."""

from sayso.link.origins.clustering import clusters, joins
from sayso.link.origins.draw import draw
from sayso.link.origins.introductions import Introduction, introductions
from sayso.link.origins.origins import one_origin, origins

__all__ = ["Introduction", "clusters", "draw", "introductions", "joins", "one_origin", "origins"]
