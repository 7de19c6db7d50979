"""An article's text, divided into paragraphs, segments and quotations."""

from sayso.language.detect import expect_english
from sayso.segment.paragraphs import paragraphs
from sayso.segment.segment import segment

__all__ = ["expect_english", "paragraphs", "segment"]
