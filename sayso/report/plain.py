"""Article text made fit to be shown."""

from __future__ import annotations

import re

# Controls a screen obeys, marks that turn the direction of what follows, and what UTF-8 cannot write.
_OBEYED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def plain(words: str) -> str:
    """`words` with every run of white space as one space, and U+FFFD for each character that a screen would obey."""
    return _SPACE.sub(" ", _OBEYED.sub("\ufffd", words))
