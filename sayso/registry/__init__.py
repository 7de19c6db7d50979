"""The registry of sources: which source a name means, by the list that comes with Sayso or a newsroom's own."""

from sayso.registry.registry import Named, Registry, Source

__all__ = ["Named", "Registry", "Source"]
