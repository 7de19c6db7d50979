"""Words of others made fit to be shown: what a screen would obey is shown, and not obeyed.

Titles, names of files, reasons, addresses and the words of errors come from whoever wrote them. They may hold control
characters, escape sequences that colour, link or delete, and marks that turn the direction of what follows.
"""

from __future__ import annotations

import re

CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
"""Control characters, white space apart."""
TURNS = "\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of what follows."""
UNWRITABLE = "\ufffe\uffff\ud800-\udfff"
"""What is no character, and what UTF-8 cannot write."""

_SPACES = "\x0b\x0c\x85\u2028\u2029"
_OBEYED = re.compile(f"[{CONTROLS}{TURNS}{UNWRITABLE}]")
_OBEYED_IN_LINES = re.compile(f"[{CONTROLS}{TURNS}{UNWRITABLE}{_SPACES}]|\r(?!\n)")
_SPACE = re.compile(r"\s+")


def printable(words: str) -> str:
    r"""`words` on one line: white space evened out, and what a screen would obey as its code (`\x1b`, `\u202e`)."""
    return _OBEYED.sub(_short_code, " ".join(words.split()))


def shown(text: str) -> str:
    r"""`text` with its lines and tabs, what a screen would obey as its code (`\u001b`): JSON stays the same JSON."""
    return _OBEYED_IN_LINES.sub(_code, text)


def plain(words: str) -> str:
    """`words` with every run of white space as one space, and U+FFFD for each character that a screen would obey."""
    return _OBEYED.sub("\ufffd", _SPACE.sub(" ", words))


def _code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _short_code(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"
