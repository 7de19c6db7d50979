"""The page on which a person checks an extraction: the article, and beside each statement who says so."""

from sayso.export.html.page import closing, contents, opening
from sayso.export.html.section import Entry, Failure, Section, section

__all__ = ["Entry", "Failure", "Section", "closing", "contents", "opening", "section"]
