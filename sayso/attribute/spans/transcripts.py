"""Transcripts and interviews: the words from a speaker's name and colon to the next are the speaker's.

So are the words after a question, in an interview that is printed without names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language.english import CLAUSES, PEOPLE

_LABEL = re.compile(
    r"^[ \t]*(?P<bold>\*\*)?(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})(?(bold)(?:\*\*:|:\*\*)|:)(?=[ \t]+\S)",
    re.MULTILINE,
)
_PIECE = re.compile(r"\w+")
_BLANK = re.compile(r"\n\s*\n")
_ASKED = re.compile(r"^[ \t]*(?:\*\*)?[^\W\d_][^\n\"“”]{6,300}\?(?:\*\*)?[ \t]*\n\s*", re.MULTILINE)
"""A line that ends with a question mark."""
_LEAST = 3
"""The fewest turns, or questions, that make a text a transcript."""
_LONGEST = 6
"""The most line breaks in an answer: an essay asks questions too, and answers them at length."""
_SURE, _LESS_SURE = 0.85, 0.7


class Turn(NamedTuple):
    """A turn of a transcript: where it starts, and the places of the speaker's name, of its colon, and of the words."""

    start: int
    name: Range
    colon: Range
    said: Range


def with_turns(parsed: ParsedArticle, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts, with one for each turn of a transcript, which replaces the drafts that overlap it.

    A transcript has at least three lines that begin with a name and a colon, and one of the names occurs twice. A name
    is "Q", "A", or a name that also occurs elsewhere in the text: "Price:" and "Cast:" do not begin turns.
    """
    found = _labelled_turns(parsed)
    spoken = [_spoken(turn) for turn in found if parsed.words(turn.name).lower() not in PEOPLE.interviewers]
    if not found:
        spoken = _answers(parsed)
        found = [Turn(draft.content[0][0], draft.source[0], draft.source[0], draft.content[0]) for draft in spoken]
    if not found:
        return drafts
    kept, starts = [], [turn.start for turn in found]
    for draft in drafts:
        turn = found[max(0, bisect_right(starts, draft.start) - 1)]
        if not turn.start <= draft.start < turn.said[1]:
            kept.append(draft)
        elif _within_turn(draft, turn):
            kept.append(_shortened(parsed, draft))
    return sorted([*kept, *spoken], key=lambda draft: draft.start)


def _spoken(turn: Turn) -> Draft:
    return Draft((turn.name,), (turn.colon,), (turn.said,), confidence=_SURE, verbatim=True)


def _within_turn(draft: Draft, turn: Turn) -> bool:
    """Whether a draft with a source lies wholly within the words of a turn."""
    parts = [*draft.source, *draft.cue, *draft.content]
    return bool(draft.source) and all(turn.said[0] <= start and end <= turn.said[1] for start, end in parts)


def _shortened(parsed: ParsedArticle, draft: Draft) -> Draft:
    """A report within a turn, its content cut at the end of the cue's sentence unless it is quoted."""
    if not draft.cue:
        return draft
    end = parsed.sentence(draft.cue[0])[1]
    content = tuple(
        place if parsed.quoted(place) > 0.5 or place[0] >= end else (place[0], min(place[1], end))
        for place in draft.content
    )
    return replace(draft, content=content)


def _answers(parsed: ParsedArticle) -> list[Draft]:
    """The answers in an interview with the only person named before the first question; empty for any other text."""
    asked = list(_ASKED.finditer(parsed.text))
    if len(asked) < _LEAST:
        return []
    before = [e for e in parsed.entities_in((0, asked[0].start())) if e.label_ == "PERSON"]
    if len({entity[-1].text for entity in before}) != 1:
        return []
    who = before[0].start_char, before[0].end_char
    out = []
    for found, behind in zip(asked, [*asked[1:], None], strict=True):
        said = parsed.trimmed((found.end(), _end(parsed, found.end(), behind.start() if behind else None)))
        long = parsed.text.count("\n", *said) > _LONGEST
        if said[0] >= said[1] or long or parsed.text[said[1] - 1] == "?":
            return []
        out.append(Draft((who,), (), (said,), confidence=_LESS_SURE, inherited=True, verbatim=True))
    return out


def _labelled_turns(parsed: ParsedArticle) -> list[Turn]:
    """The turns that begin with a speaker's name and a colon; empty if the text is not a transcript."""
    labels = list(_LABEL.finditer(parsed.text))
    if len(labels) < _LEAST:
        return []
    names = _names(parsed, {found["name"].casefold() for found in labels})
    labels = [found for found in labels if found["name"].casefold() in names]
    often = Counter(found["name"].casefold() for found in labels)
    if len(labels) < _LEAST or max(often.values()) < 2:
        return []
    ends = [found.start() for found in labels[1:]]
    out = []
    for found, end in zip(labels, [*ends, None], strict=True):
        said = parsed.trimmed((found.end(), _end(parsed, found.end(), end)))
        if said[0] < said[1]:
            out.append(Turn(found.start(), found.span("name"), _colon(parsed, found), said))
    return out


def _colon(parsed: ParsedArticle, found: re.Match[str]) -> Range:
    at = parsed.text.index(":", found.end("name"))
    return at, at + 1


def _names(parsed: ParsedArticle, labels: Iterable[str]) -> set[str]:
    """The labels (in lower case) that name a speaker: an interviewer, "A", or a name that also occurs elsewhere."""
    said: dict[str, list[int]] = {}
    for word in _PIECE.finditer(parsed.text):
        if word.group()[0].isupper():
            said.setdefault(word.group().casefold(), []).append(word.start())
    return {
        name
        for name in labels
        if name in PEOPLE.interviewers | CLAUSES.answers or _occurs_elsewhere(parsed, name.split()[-1], said)
    }


def _occurs_elsewhere(parsed: ParsedArticle, last: str, said: Mapping[str, list[int]]) -> bool:
    """Whether a name occurs somewhere other than at the start of a line or turn."""
    first, name = _PIECE.search(last), re.compile(rf"{re.escape(last)}\b(?!\*?\*?:)", re.IGNORECASE)
    places = said.get(first.group(), []) if first else []
    return any(name.match(parsed.text, at) and not _heads_line(parsed, at) for at in places)


def _heads_line(parsed: ParsedArticle, at: int) -> bool:
    return parsed.text[parsed.text.rfind("\n", 0, at) + 1 : at].strip(" \t*") == ""


def _end(parsed: ParsedArticle, start: int, following: int | None) -> int:
    """The end of a turn: the next question, else the next turn; of the last turn, the end of its paragraph."""
    limit = len(parsed.text) if following is None else following
    gaps = list(_BLANK.finditer(parsed.text, start, limit))
    if following is None and gaps:
        return gaps[0].start()
    ends = [gap.start() for gap in gaps[1:]] + [limit] * bool(gaps)
    asked = (gap for gap, end in zip(gaps, ends, strict=True) if _is_question(parsed.text[gap.end() : end]))
    return next((gap.start() for gap in asked), limit)


def _is_question(paragraph: str) -> bool:
    """Whether a paragraph is a single line that is in bold or ends with a question mark."""
    line = paragraph.strip()
    bold = len(line) > 3 and line.startswith("**") and line.endswith("**")
    return "\n" not in line and (bold or line.rstrip('"”’)').endswith("?"))
