"""Who says what: attributions, and the statements and chains made of them."""

from sayso.attribute.attribute import attribute
from sayso.attribute.tagger.network import load, model_digest
from sayso.registry import registry

__all__ = ["attribute", "load", "model_digest", "registry_digest"]


def registry_digest() -> str:
    """SHA-256 of the registry of sources, in hexadecimal."""
    return registry().digest
