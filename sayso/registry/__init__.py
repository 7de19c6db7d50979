"""The registry of sources: which source a name means, by the list that comes with Sayso or a newsroom's own."""

from sayso.registry.forms import describes
from sayso.registry.registry import Named, Registry
from schemas import Source

__all__ = ["Named", "Registry", "Source", "describes"]
