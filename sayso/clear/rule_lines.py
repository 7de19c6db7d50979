"""Breaches of the house's standing rules, as lines of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.clear.line import Line
from sayso.present.safe import plain
from schemas import Claim, Extraction, Segment


class Breach(NamedTuple):
    """A rule by its name, the character of the draft where it is broken (None: as a whole), and what is missing."""

    rule: str
    start: int | None
    missing: str


def rule_lines(extraction: Extraction, breaches: Iterable[Breach]) -> Iterator[Line]:
    """A line for each rule and sentence, at the first sentence where the draft breaks a rule as a whole.

    Answers are kept under an id, which no other of these lines has: that of a claim or statement of the sentence, else
    of the draft.
    """
    broken: dict[tuple[str, int], list[Breach]] = {}
    for breach in breaches:
        broken.setdefault((breach.rule, _segment(extraction, breach.start or 0).span.start), []).append(breach)
    used: set[str] = set()
    for (rule, start), found in broken.items():
        segment = _segment(extraction, start)
        span = segment.span
        there = [one for one in extraction.claims if span.start <= one.spans[0].start < span.end]
        ids = (*_ids(there), *_ids(extraction.claims))
        about = next((one for one in ids if one not in used), rule)
        used.add(about)
        yield Line(
            point="rule",
            about=about,
            claims=tuple(one.id for one in there or extraction.claims[:1]),
            start=span.start,
            end=span.end,
            paragraph=segment.paragraph + 1,
            words=plain(span.words),
            who=plain(f"house rule “{rule}”"),
            why=("rule",),
            missing=plain("; ".join(dict.fromkeys(one.missing for one in found))),
            asks="desk",
        )


def _ids(claims: Sequence[Claim]) -> Iterator[str]:
    yield from (one.id for one in claims)
    yield from (one.statement for one in claims)


def _segment(extraction: Extraction, start: int) -> Segment:
    segments = extraction.segmentation.segments
    return next((one for one in segments if start < one.span.end), segments[-1])
