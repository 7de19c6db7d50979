"""Who is meant by a name, by a registry of sources: the one that comes with Sayso, or a newsroom's own."""

from sayso.registry.registry import Named, Registry, Source

__all__ = ["Named", "Registry", "Source"]
