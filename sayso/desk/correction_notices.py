"""Whether an article says that it was corrected."""

from __future__ import annotations

from typing import NamedTuple

from sayso.language.word_lists import EN, Phrases, load

_HEADING = 40
"""Characters at the beginning of a paragraph within which a heading ends: "Correction, 3 May 2026:"."""


class NoticeWords(NamedTuple):
    """How pages say it; see the file."""

    correction: Phrases
    heading: Phrases


_WORDS = load(NoticeWords, EN / "notices.yaml")


def notices(text: str) -> list[str]:
    """The paragraphs in which the article says that it was corrected, in order."""
    return [paragraph for paragraph in map(str.strip, text.splitlines()) if paragraph and _is_notice(paragraph)]


def _is_notice(paragraph: str) -> bool:
    folded = " ".join(paragraph.casefold().split())
    ends = min((at for mark in ":–—" if (at := folded.find(mark)) >= 0), default=len(folded))
    heading = folded[: min(ends, _HEADING)].partition(",")[0].strip("[]()*. ")
    return heading in _WORDS.heading or any(phrase in folded for phrase in _WORDS.correction)
