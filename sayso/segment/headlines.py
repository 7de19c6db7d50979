"""Headlines: the article's own, and those between its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schemas import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 30
_LONGEST_INSIDE = 15
_LONGEST_ABOVE = 24
_END = re.compile(r"[.?!:;,…—–-][\"'”’)\]]*$")
_STOP = re.compile(r"\.[\"'”’)\]]*$")
_INNER_STOP = re.compile(r"[a-z]{3}[.?!][\"”’]?\s+[“\"‘]?[A-Z]")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_BESIDE = ("aux", "auxpass", "conj")
_SMALL = re.compile(
    r"an?|and|as|at|but|by|for|from|in|into|of|on|or|over|the|to|up|via|vs|with|after|amid|is|be", re.IGNORECASE
)


def is_title(line: str, title: str | None) -> bool:
    """Whether `line` repeats the article's title."""
    return title is not None and _squeezed(line) == _squeezed(title)


def is_top_headline(line: Span, doc: Doc, followed: bool) -> bool:
    """Whether the first line of an article is its headline: short, one sentence, in headlines' capitals or tense."""
    words = line.words.split()
    if not followed or len(words) > _LONGEST or _INNER_STOP.search(line.words) or line.words[-1] in ":,":
        return False
    if not _STOP.search(line.words):
        return True
    return _capitalised(words) or (len(words) <= 20 and not _past(line, doc))


def runs_on(line: str) -> bool:
    """Whether a line is too long and too finished for a headline or standfirst, wherever it stands."""
    return len(line.split()) > _LONGEST_ABOVE and _STOP.search(line) is not None


def is_headline_between(before: str, line: str, after: str) -> bool:
    """Whether a line further down is a headline for what follows.

    It is short, begins with a capital, and has no end mark and no quotation. It is not an item of a list: running text
    follows.
    """
    followed = _END.search(after) is not None or len(after.split()) > _LONGEST_INSIDE
    return (
        followed
        and not before.endswith(":")
        and len(line.split()) <= _LONGEST_INSIDE
        and (line[0].isupper() or line[0].isdigit())
        and _END.search(line) is None
        and not any(mark in line for mark in '"“”@')
    )


def _squeezed(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _capitalised(words: list[str]) -> bool:
    letters = [word.strip("\"'“”‘’(),.;:") for word in words]
    counted = [word for word in letters if word[:1].isalpha() and not _SMALL.fullmatch(word)]
    return len(counted) > 2 and sum(word[0].isupper() for word in counted) >= 0.85 * len(counted)


def _past(line: Span, doc: Doc) -> bool:
    """Whether the line is in the past tense, as an article's first sentence is, or names a weekday."""
    tokens = doc.char_span(line.start, line.end, alignment_mode="expand") or ()
    roots = [token for token in tokens if token.dep_ == "ROOT"]
    verbs = roots + [child for root in roots for child in root.children if child.dep_ in _BESIDE]
    return any(verb.tag_ == "VBD" for verb in verbs) or any(_WEEKDAY.fullmatch(token.text) for token in tokens)
