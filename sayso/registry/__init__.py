"""Who is meant by a name: the registry of sources that comes with Sayso, known to every stage."""

from sayso.registry.family import family, government_of
from sayso.registry.registry import Named, Registry, Source, registry

__all__ = ["Named", "Registry", "Source", "family", "government_of", "registry"]
