"""What went wrong with a text on its way here, put right where that is certain, and said where it is not."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import NamedTuple

_GARBLED = re.compile(r"[Â-ô][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ]|‚Ä|√[©®±º≥•]")
"""A letter beside a sign, as where the bytes of UTF-8 were read as another encoding."""

_ESCAPED = re.compile(r"&(?:amp;)*(?:(?P<name>[A-Za-z]{2,8}\d{0,2})|#\d{2,5}|#x[\da-fA-F]{2,5});")
_ENDLESS = re.compile(r"&#\d{1000,};?")
"""Python refuses to read numbers of some thousand digits."""
_SIGNS = ("lt", "gt")
"""They may be meant, in a text about such signs."""
_TAGS = re.compile(r"</?(?:p|br|div|em|strong|b|i|u|span|blockquote|h[1-6]|ul|ol|li|a)(?:\s[^<>]{0,300})?\s?/?>")
_ENDS = re.compile(r"(?<!\s)\s*(?:</(?:p|div|blockquote|h[1-6]|li)>|<br\s?/?>)\s*")
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


def unescaped(words: str) -> str:
    """`words` with what its escapes stand for; a number that no sign has stands for a lost one, however long it is."""
    return html.unescape(without_endless(words))


def without_endless(words: str) -> str:
    """`words` without escapes that `html.unescape` refuses."""
    return _ENDLESS.sub(_LOST, words)


def plain(words: str | None) -> str | None:
    """A name or a headline as it was meant, in one line; None for none."""
    return " ".join(mended(words).text.split()) or None if words else None


def _unescaped(text: str) -> str:
    for _ in range(_PASSES):
        right = _ESCAPED.sub(_meant, text)
        if right == text:
            break
        text = right
    return _TAGS.sub("", _ENDS.sub("\n", text)) if "</p>" in text and "<p>" in text else text


def _meant(escaped: re.Match[str]) -> str:
    """What an escape stands for; itself where no sign has that name."""
    name = escaped["name"]
    if name and (name in _SIGNS or f"{name};" not in html5):
        return escaped[0]
    return html.unescape(escaped[0])


def _encoded(text: str) -> tuple[str, bool]:
    """`text` without encodings read wrongly, and whether it still looks as if there were some."""
    if not _GARBLED.search(text):
        return text, False
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    lines = [fix_encoding(line) if _GARBLED.search(line) else line for line in text.splitlines(keepends=True)]
    right = "".join(lines)
    return right, bool(_GARBLED.search(right)) and is_bad(right)
