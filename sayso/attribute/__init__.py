"""Who says what: attributions, and the statements and chains made of them."""

from sayso.attribute.attribute import attribute
from sayso.attribute.cross_examination import cross_examined
from sayso.attribute.tagger.tagger import Tagger

__all__ = ["Tagger", "attribute", "cross_examined"]
