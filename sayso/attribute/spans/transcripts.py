"""Transcripts and interviews: what stands behind a speaker's name and a colon, up to the next, is the speaker's.

So is what stands behind a question, where an interview is printed without names.
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
"""A line that is a question."""
_LEAST = 3
"""How many turns, or questions, make a transcript of a text."""
_LONGEST = 6
"""Line breaks in an answer: an essay asks questions too, and answers them at length."""
_SURE, _LESS_SURE = 0.85, 0.7


class Turn(NamedTuple):
    """Where it begins, where the speaker's name and its colon stand, and what follows."""

    start: int
    name: Range
    colon: Range
    said: Range


def turns(parsed: ParsedArticle, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts, with one for each turn of a transcript; what others made of its words gives way.

    A text is one where at least three lines begin with a name and a colon, and a name comes back. The names are "Q" and
    "A", or such as stand elsewhere in the text too: "Price:" and "Cast:" head no turns.
    """
    taken = _taken(parsed)
    spoken = [_spoken(one) for one in taken if parsed.words(one.name).lower() not in PEOPLE.interviewers]
    if not taken:
        spoken = _answers(parsed)
        taken = [Turn(draft.content[0][0], draft.source[0], draft.source[0], draft.content[0]) for draft in spoken]
    if not taken:
        return drafts
    kept, starts = [], [one.start for one in taken]
    for draft in drafts:
        turn = taken[max(0, bisect_right(starts, draft.start) - 1)]
        if not turn.start <= draft.start < turn.said[1]:
            kept.append(draft)
        elif _own(draft, turn):
            kept.append(_shortened(parsed, draft))
    return sorted([*kept, *spoken], key=lambda draft: draft.start)


def _spoken(turn: Turn) -> Draft:
    return Draft((turn.name,), (turn.colon,), (turn.said,), confidence=_SURE, verbatim=True)


def _own(draft: Draft, turn: Turn) -> bool:
    """Whether a draft stands wholly in what is said in a turn, with a source there."""
    parts = [*draft.source, *draft.cue, *draft.content]
    return bool(draft.source) and all(turn.said[0] <= start and end <= turn.said[1] for start, end in parts)


def _shortened(parsed: ParsedArticle, draft: Draft) -> Draft:
    """A report in somebody's speech, which ends with its sentence unless it quotes."""
    if not draft.cue:
        return draft
    end = parsed.sentence(draft.cue[0])[1]
    content = tuple(
        place if parsed.quoted(place) > 0.5 or place[0] >= end else (place[0], min(place[1], end))
        for place in draft.content
    )
    return replace(draft, content=content)


def _answers(parsed: ParsedArticle) -> list[Draft]:
    """What stands behind each question of an interview with the one person that is named before the first."""
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


def _taken(parsed: ParsedArticle) -> list[Turn]:
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
    """Those labels (in lower case) that are a speaker's: a letter or word for one, or a name also said elsewhere."""
    said: dict[str, list[int]] = {}
    for word in _PIECE.finditer(parsed.text):
        if word.group()[0].isupper():
            said.setdefault(word.group().casefold(), []).append(word.start())
    return {
        name
        for name in labels
        if name in PEOPLE.interviewers | CLAUSES.answers or _elsewhere(parsed, name.split()[-1], said)
    }


def _elsewhere(parsed: ParsedArticle, last: str, said: Mapping[str, list[int]]) -> bool:
    """Whether a name stands somewhere without heading a line or a turn."""
    first, name = _PIECE.search(last), re.compile(rf"{re.escape(last)}\b(?!\*?\*?:)", re.IGNORECASE)
    places = said.get(first.group(), []) if first else []
    return any(name.match(parsed.text, at) and not _heads_line(parsed, at) for at in places)


def _heads_line(parsed: ParsedArticle, at: int) -> bool:
    return parsed.text[parsed.text.rfind("\n", 0, at) + 1 : at].strip(" \t*") == ""


def _end(parsed: ParsedArticle, start: int, following: int | None) -> int:
    """Where a turn ends: with its paragraph, or, before another turn, with the paragraphs that are no question."""
    limit = len(parsed.text) if following is None else following
    gaps = list(_BLANK.finditer(parsed.text, start, limit))
    if following is None and gaps:
        return gaps[0].start()
    ends = [gap.start() for gap in gaps[1:]] + [limit] * bool(gaps)
    asked = (gap for gap, end in zip(gaps, ends, strict=True) if _is_question(parsed.text[gap.end() : end]))
    return next((gap.start() for gap in asked), limit)


def _is_question(paragraph: str) -> bool:
    """Whether it is one line in bold, or one that ends with a question mark."""
    line = paragraph.strip()
    bold = len(line) > 3 and line.startswith("**") and line.endswith("**")
    return "\n" not in line and (bold or line.rstrip('"”’)').endswith("?"))
