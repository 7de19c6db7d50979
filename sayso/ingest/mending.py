"""What went wrong with a text on its way here, put right where that is certain, and said where it is not."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_GARBLED = re.compile(r"[Â-ô][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ]|‚Ä|√[©®±º≥•]")
"""A letter beside a sign, as where the bytes of UTF-8 were read as another encoding."""

_ESCAPED = re.compile(r"&(?:amp;)*(?:quot|amp|apos|[lr][sd]quo|nbsp|[mn]dash|hellip|shy|#\d{2,5}|#x[\da-fA-F]{2,5});")
_PASSES = 3
_HIDDEN = re.compile("(?<=\\w)[\u00ad\u200b\u2060\ufeff]+(?=\\w)|\u00ad")
_LOST = "\ufffd"

GARBLED = "some characters of the text are garbled: compare it with the page"
LOST = "some characters of the text are lost: compare it with the page"
PUT_RIGHT = "the text had garbled or escaped characters, which were put right"


class Mended(NamedTuple):
    """A text, and sentences about what was wrong with it."""

    text: str
    notes: tuple[str, ...] = ()


def mended(text: str) -> Mended:
    """`text` as it was meant: decoded rightly, unescaped, without the signs within words that no reader sees.

    What cannot be put right with certainty stays, and is noted.
    """
    notes = []
    right, garbled = _encoded(_unescaped(text))
    if right != text:
        notes.append(PUT_RIGHT)
    if garbled:
        notes.append(GARBLED)
    if _LOST in right:
        notes.append(LOST)
    return Mended(_HIDDEN.sub("", right), tuple(notes))


def plain(words: str | None) -> str | None:
    """A name or a headline as it was meant, in one line; None for none."""
    return " ".join(mended(words).text.split()) or None if words else None


def _unescaped(text: str) -> str:
    for _ in range(_PASSES):
        if not _ESCAPED.search(text):
            break
        text = _ESCAPED.sub(lambda found: html.unescape(found[0]), text)
    return text


def _encoded(text: str) -> tuple[str, bool]:
    """`text` without encodings read wrongly, and whether it still looks as if there were some."""
    if not _GARBLED.search(text):
        return text, False
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    lines = [fix_encoding(line) if _GARBLED.search(line) else line for line in text.splitlines(keepends=True)]
    right = "".join(lines)
    return right, bool(_GARBLED.search(right)) and is_bad(right)
