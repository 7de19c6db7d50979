"""A mention of a source as its own words describe it, before its antecedent is looked for."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.attribute.quotation_marks import unquoted
from schemas import SourceKind

_DETERMINERS = re.compile(r"^(?:an?|the|another|this|that)\s+", re.IGNORECASE)


class Mention(NamedTuple):
    """A source's kind and name, and whether it is anonymous: a reader could not find out who it is.

    `name` is None for a source that is not named; `descriptor` is how such a source is described. `open`: the words
    refer to an earlier mention ("the official", "the newspaper"), which may give the name.
    """

    kind: SourceKind
    anonymous: bool
    name: str | None = None
    descriptor: str | None = None
    registry: str | None = None
    open: bool = False


def unnamed(kind: SourceKind, words: str, *, points_back: bool = False) -> Mention:
    """The mention of an anonymous source, described by `words`."""
    return Mention(kind, True, descriptor=descriptor(words), open=points_back)


def descriptor(words: str) -> str:
    """The description of an unnamed source: the mention without article or quotation marks."""
    return without_article(unquoted(words)).strip(" ,")


def without_article(words: str) -> str:
    """Words without an article or "this" before them."""
    return _DETERMINERS.sub("", words)
