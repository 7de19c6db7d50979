"""Counts the independent origins on which a cluster of claims rests."""

from sayso.link.origins.cluster_svg import draw
from sayso.link.origins.clustering import clusters, joins
from sayso.link.origins.independent_origins import one_origin, origins
from sayso.link.origins.introductions import Introduction, introductions

__all__ = ["Introduction", "clusters", "draw", "introductions", "joins", "one_origin", "origins"]
