"""What a page adds to the end of a paragraph: scripts, "Read more here", "(Reporting by ...)"."""

from __future__ import annotations

import re

_CREW = r"(?:additional |with |further )*(?:reporting|writing|editing|compiled|edited|translated|written|reported)"
_TAIL = re.compile(
    rf"(?:(?<=\s)\((?i:{_CREW}) by [^()]{{3,300}}\)\.?"
    r"|(?<=[.!?”\"’]\s)(?:(?:Read|See|Watch) more (?:here|about \w+ here)\.?|\((?i:via|h/t)[^()]{0,40}\)"
    r"|\[(?:[^\[\]]{4,100}: [^\[\]]{4,100}|(?i:read|see|related|photos?|video)\b[^\[\]]{2,160})\])"
    r"|(?<=\s)(?:\$|jQuery|\w+(?:\.\w+)+)\((?:function\b|['\"#]).*[;})]"
    r"|(?<=\s)(?:@media\b|[.#][\w-]+\s*\{).*\}"
    r")\s*$",
    re.DOTALL,
)
_LONGEST = 2000
_SIGN = re.compile(r"[(){}\[\]]|\bmore (?:here|about)\b")


def tail_at(line: str) -> int | None:
    """The offset at which such an addition at the end of `line` begins; None where the line has none, or is one."""
    if not _SIGN.search(line):
        return None
    start = max(0, len(line) - _LONGEST)
    found = _TAIL.search(line, start)
    return found.start() if found and line[: found.start()].strip() else None
