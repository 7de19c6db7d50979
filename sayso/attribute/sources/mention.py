"""What one mention says by itself, before anything is resolved."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.attribute.quotation_marks import unquoted
from schemas import SourceKind

_DETERMINERS = re.compile(r"^(?:an?|the|another|this|that)\s+", re.IGNORECASE)


class Mention(NamedTuple):
    """Kind, name, and whether the reader could find out who it is.

    `name` is None for a source that is not named; `descriptor` is how such a source is described. `open` tells that
    the words point back to something ("the official", "the newspaper") and may turn out to be named.
    """

    kind: SourceKind
    anonymous: bool
    name: str | None = None
    descriptor: str | None = None
    registry: str | None = None
    open: bool = False


def unnamed(kind: SourceKind, words: str, *, points_back: bool = False) -> Mention:
    """A source that is only described, by the words of the mention without article or quotation marks."""
    return Mention(kind, True, descriptor=descriptor(words), open=points_back)


def descriptor(words: str) -> str:
    """How an unnamed source is described: the mention without article or quotation marks."""
    return without_article(unquoted(words)).strip(" ,")


def without_article(words: str) -> str:
    """Words without an article or "this" before them."""
    return _DETERMINERS.sub("", words)
