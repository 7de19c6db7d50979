"""A set of an article's characters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range


class Covered:
    """A set of an article's characters; a query takes time linear in the length of its place."""

    def __init__(self, parsed: ParsedArticle, places: Iterable[Range]) -> None:
        self._mask = np.zeros(len(parsed.text), np.bool_)
        for start, end in places:
            self._mask[start:end] = True

    def meets(self, place: Range) -> bool:
        """Whether any character of a place is in the set."""
        return bool(self._mask[slice(*place)].any())

    def holds(self, place: Range) -> bool:
        """Whether more than half of the characters of a place are in the set."""
        return 2 * int(self._mask[slice(*place)].sum()) > place[1] - place[0]
