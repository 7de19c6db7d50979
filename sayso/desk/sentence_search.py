"""Claims by a whole sentence, as somebody who complains quotes it: quotation marks and spacing may differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.ledger import Snapshot
from schemas import Dossier

LEAST = 4
"""From this many words on, words are looked for as a sentence."""
_MOST = 60
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[^\w\s]+")


def is_sentence(words: str) -> bool:
    """Whether these are words enough to be looked for as a sentence."""
    return len(_WORD.findall(words)) >= LEAST


def in_sentence(snapshot: Snapshot, words: str) -> Iterator[Dossier]:
    """The dossiers of claims that stand in these words, or in a sentence that has them.

    Only letters and figures count, so that quotation marks, dashes, case and spacing may differ.
    """
    wanted = _plain(words)
    for dossier in snapshot.find_any(_parts(words), words):
        told = dossier.segment.span.words if dossier.segment else dossier.statement.text
        own = (_plain(text) for text in (dossier.claim.proposition, dossier.statement.text, told))
        if any(wanted in text for text in own) or (is_sentence(told) and _plain(told) in wanted):
            yield dossier


def _plain(words: str) -> str:
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _parts(words: str) -> list[str]:
    """Runs of words between marks; of longer ones every stretch of more than half of their words.

    A statement that is shorter stands in the sentence as a whole. Short stretches stand in many claims, and each claim
    that is found costs time.
    """
    found: dict[str, None] = {}
    for run in filter(None, (run.split() for run in _MARK.split(words))):
        size = max(LEAST, len(run) // 2 + 1)
        if len(run) > 1:
            found.update((" ".join(run[at : at + size]), None) for at in range(max(1, len(run) - size + 1)))
    return list(found)[:_MOST]
