"""Sentences that say that somebody was asked and did not answer."""

from __future__ import annotations

import re

_NOT = r"(?:not|n['’]t|never|yet to)(?: \w+ly| yet| been able to)?"
_GIVE = r"(?:\w+ )?(?:to )?(?:(?:give|make|offer|provide) (?:an? |any )?)?"
_SAY = r"(?:comment|answer|respond|reply|speak|be interviewed|discuss|(?:an )?interview|say anything)"
_SILENT = re.compile(
    rf"\b(?:{_NOT} (?:be )?(?:reached|respond|repl|answer|return|comment|available|contacted)\w*"
    rf"|(?:declin|refus)\w* {_GIVE}{_SAY}\w*"
    r"|hung up|no (?:\w+ )?(?:comment|answer|reply|response)\b"
    r"|(?:was|were|could|can)n['’]t (?:be )?(?:reached|returned|answered|available|contacted)"
    r"|(?:were|went|was) (?:unsuccessful|unanswered|unavailable)"
    r"|(?:was|were|been|has|have) (?:approached|asked|contacted)\b.{0,80} (?:for|to) (?:an? )?(?:comment|repl|respon))",
    re.IGNORECASE,
)


def silent(words: str) -> bool:
    """Whether a sentence says that somebody was asked and did not answer."""
    return _SILENT.search(words) is not None
