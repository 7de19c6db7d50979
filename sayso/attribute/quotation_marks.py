"""Removes quotation marks."""

from __future__ import annotations

import re


def unquoted(words: str) -> str:
    """Words without quotation marks; apostrophes inside words stay."""
    return re.sub(r"(?<!\w)['’‘](?=\w)|(?<=\w)['’](?!\w)|[\"“”„«»]|``|''", "", words).strip()
