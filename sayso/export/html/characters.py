"""Article text as HTML that shows every character, and obeys none."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from sayso.present.safe import CONTROLS, TURNS, UNWRITABLE

# Controls, marks that turn the direction of what follows, and what HTML or UTF-8 cannot carry.
_OBEYED = re.compile(f"[{CONTROLS}{TURNS}{UNWRITABLE}\x0b-\x0d\x85]")
_CARRIED = re.compile(f"[\x01-\x7f{TURNS}]")


def shown(words: str) -> Markup:
    """`words`, each character that a screen would obey kept out of sight in its place, and its code shown there.

    What HTML cannot carry (NUL, the C1 controls, noncharacters, half surrogates) is U+FFFD, one for one. A carriage
    return, which is shown as a space, is written so that no reader of HTML drops it.
    """
    parts, at = [], 0
    for match in _OBEYED.finditer(words):
        parts += [escape(words[at : match.start()]), _coded(match[0])]
        at = match.end()
    return Markup("").join([*parts, escape(words[at:])])


def _coded(character: str) -> Markup:
    number = ord(character)
    if character == "\r":
        return Markup("&#13;")
    kept = Markup("&#{};").format(number) if _CARRIED.match(character) else "\ufffd"
    return Markup('<i class="code" data-code="{}"><b hidden>{}</b></i>').format(f"{number:02X}", kept)
