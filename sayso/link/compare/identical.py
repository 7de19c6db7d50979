"""Whether two claims have the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from schemas import PublishedClaim

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TOKEN = re.compile(
    r"[-+−]?\d+(?:[.,:/]\d+)*"  # a figure, with its sign and separators
    r"|(?:[^\W\d_]\.){2,}"  # "U.S."
    r"|[^\W_]+(?:'[^\W_]+)*"
    r"|[%‰°$€£¥₽₹₴]"
)


def same_words(a: PublishedClaim, b: PublishedClaim) -> bool:
    """Whether the propositions are the same text."""
    return same_text(a.claim.proposition, b.claim.proposition)


def same_text(a: str, b: str) -> bool:
    """Whether two texts are the same word for word, ignoring case, punctuation and quotation marks.

    A sign, a decimal point and a currency are part of a figure, not punctuation.
    """
    return _plain(a) == _plain(b)


@lru_cache(maxsize=16384)
def _plain(text: str) -> tuple[str, ...]:
    folded = _UNSEEN.sub("", unicodedata.normalize("NFKC", text).replace("’", "'")).casefold()
    return tuple(token.replace(".", "") if token[0].isalpha() else token for token in _TOKEN.findall(folded))
