"""Whether two claims are the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from schemas import PublishedClaim

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TOKEN = re.compile(
    r"[-+−]?\d+(?:[.,:/]\d+)*"  # a figure, with what makes it another one
    r"|(?:[^\W\d_]\.){2,}"  # "U.S."
    r"|[^\W_]+(?:'[^\W_]+)*"
    r"|[%‰°$€£¥₽₹₴]"
)


def same_words(a: PublishedClaim, b: PublishedClaim) -> bool:
    """Whether the propositions of two claims are one word for word: case, punctuation and quotation marks apart.

    What makes another figure (a sign, a decimal point, a currency) is no punctuation.
    """
    return _plain(a.claim.proposition) == _plain(b.claim.proposition)


@lru_cache(maxsize=16384)
def _plain(text: str) -> tuple[str, ...]:
    folded = _UNSEEN.sub("", unicodedata.normalize("NFKC", text).replace("’", "'")).casefold()
    return tuple(one.replace(".", "") if one[0].isalpha() else one for one in _TOKEN.findall(folded))
