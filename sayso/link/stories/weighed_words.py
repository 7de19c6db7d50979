"""The words of an article, each with the weight that it has for telling what the article is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.language import tokenizer
from sayso.link.linking_words import RETRIEVING
from sayso.link.retrieve.terms import Terms, term

MOST = 64
"""Words of an article that count, those of the most weight."""

READ = 20_000
"""Characters of an article that are read for words."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_FINENESS = 16
_HEAVIEST = 255

_COMMONEST = 1995
"""The vocabulary lists whole words by how often they occur: behind this number "the" is the first."""
_WORDS_LISTED = 28_527
_IN_PIECES = 0.1
"""How much rarer a word is for each piece that it is written in, behind the first."""
_MOST_PIECES = 3


class WeighedWords(NamedTuple):
    """Terms, ascending, and the weight of each, 1 to 255."""

    terms: Terms
    weights: NDArray[np.uint8]


def weighed(text: str) -> WeighedWords:
    """The words of a text that say most of what it is about, at most `MOST`.

    A word weighs more the rarer it is in English and the more often it stands in the text: rarity squared, times one
    and the logarithm of how often. It does not depend on other articles, so two articles are always equally alike.
    """
    often: Counter[int] = Counter()
    rarest: dict[int, float] = {}
    for match in _WORD.finditer(text[:READ]):
        word = _POSSESSIVE.sub("", match[0].lower())
        if len(word) > 1 and word not in RETRIEVING.common:
            key = term(word)
            often[key] += 1
            rarest[key] = min(rarest.get(key, _HEAVIEST), _rarity(word))
    weights = {
        key: min(_HEAVIEST, round(_FINENESS * rarest[key] ** 2 * (1 + log(many)))) for key, many in often.items()
    }
    kept = sorted(sorted(weights, key=lambda key: (-weights[key], key))[:MOST])
    some = [key for key in kept if weights[key]]
    return WeighedWords(np.array(some, np.uint32), np.array([weights[key] for key in some], np.uint8))


def _weight(rarity: float, often: int) -> int:
    return min(_HEAVIEST, round(_FINENESS * rarity**2 * (1 + log(often))))


@lru_cache(maxsize=1 << 17)
def _rarity(word: str) -> float:
    """0 for the commonest word of English, 1 for the rarest that the vocabulary lists, above 1 for others."""
    pieces = tokenizer().encode(word.encode("utf-8", "replace").decode()).ids[1:-1]
    if len(pieces) == 1:
        return max(0.0, log(max(1, pieces[0] - _COMMONEST)) / log(_WORDS_LISTED))
    return 1 + _IN_PIECES * min(_MOST_PIECES, len(pieces) - 1)
