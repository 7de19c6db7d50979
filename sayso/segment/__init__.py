"""An article's text, taken apart into paragraphs, segments and quotations."""

from sayso.segment.paragraphs import paragraphs
from sayso.segment.segment import segment

__all__ = ["paragraphs", "segment"]
