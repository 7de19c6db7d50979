"""Who says what: attributions, and the statements and chains made of them."""

from sayso.attribute.attribute import attribute
from sayso.attribute.tagger.tagger import Tagger

__all__ = ["Tagger", "attribute"]
