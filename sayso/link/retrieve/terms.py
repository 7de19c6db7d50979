"""The terms of a text: its words as numbers, for finding it again."""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.link.linking_words import RETRIEVING

Terms = NDArray[np.uint32]
BITS = 22
"""Terms are below 2 ** BITS. One pair of words in four million shares a term; both then count as slightly less rare."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ADDRESS = re.compile(r"https?://\S+|pic\.twitter\.com/\S+")
_TAG = re.compile(r"[#@]\w+")
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_POSSESSIVE = re.compile(r"['’]s\b")


def terms(text: str) -> Terms:
    """The distinct terms of a text, ascending: its words without the commonest, without case and endings.

    "#FactChecking2020" is three words; addresses of web pages are left out.
    """
    plain = _TAG.sub(lambda tag: _SEAM.sub(" ", tag[0]), _ADDRESS.sub(" ", text))
    words = _WORD.findall(_POSSESSIVE.sub("", plain).lower())
    return np.array(sorted({term(word) for word in words if word not in RETRIEVING.common}), np.uint32)


@lru_cache(maxsize=1 << 17)
def term(word: str) -> int:
    """The term of a word in lower case."""
    return crc32(_stem(word).encode("utf-8", "surrogatepass")) >> (32 - BITS)


def _stem(word: str) -> str:
    """The common part of "strike", "strikes" and "striking", for internal use only."""
    for ending in RETRIEVING.endings:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word
