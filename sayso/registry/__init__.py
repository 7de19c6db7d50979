"""Who is meant by a name: the registry of sources that comes with Sayso, known to every stage."""

from sayso.registry.registry import Named, Registry, Source, registry

__all__ = ["Named", "Registry", "Source", "registry"]
