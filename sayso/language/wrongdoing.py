"""Words of wrongdoing: by them a sentence is known to accuse somebody."""

from __future__ import annotations

import re

from sayso.language.english import WRONGDOING

_ACCUSING = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, WRONGDOING.stems)))})", re.IGNORECASE)


def speaks_of_wrongdoing(words: str) -> bool:
    """Whether a word of wrongdoing is among `words`."""
    return bool(_ACCUSING.search(words))
