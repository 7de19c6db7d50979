"""The page on which a person checks an extraction: the article, and beside each statement who says so."""

from sayso.export.html.document import closing, contents, opening
from sayso.export.html.section import ContentsLine, RenderedSection, UnreadFile, section

__all__ = ["ContentsLine", "RenderedSection", "UnreadFile", "closing", "contents", "opening", "section"]
