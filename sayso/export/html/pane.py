"""The article's text, whole and in its order, divided into what is coloured and what is lit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sayso.export.html.highlights import LINKED, REPORTING, ROLES, Highlight, Role, highlights
from sayso.export.html.stretches import stretches
from sayso.export.html.text_rows import TextRow
from sayso.present.sourcing import PageClass, page_class
from schemas import Segment, SegmentKind, Span, Statement


@dataclass(frozen=True, eq=False)
class Numbered:
    """A statement, its number in the article (from 1), and its slot (from 1) in a part of the page."""

    statement: Statement
    number: int
    slot: int
    part: int

    @property
    def kind(self) -> PageClass:
        """What it stands on."""
        return page_class(self.statement)


class TextPiece(NamedTuple):
    """Words that are one thing throughout.

    `role` and `slots`: what they are to which statements of this part. `reports`: the statements whose reporting
    clause they are in. `anchor`: their place in the text, where a note leads to them.
    """

    words: str
    role: Role | None = None
    slots: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()
    anchor: int | None = None


class StatementRun(NamedTuple):
    """Pieces of one statement, `first` of its parts, or of none: a reporting clause, or what makes no claims.

    `segment`: the kind, where it is not a plain sentence.
    """

    pieces: tuple[TextPiece, ...]
    numbered: Numbered | None
    first: bool
    segment: SegmentKind | None


class Block(NamedTuple):
    """A row's runs, and the white space from its end to the next row."""

    row: TextRow
    runs: tuple[StatementRun, ...]
    gap: str


class _Tied(NamedTuple):
    mark: Highlight
    to: Numbered


_What = TextRow | Segment | Numbered | _Tied


class _Stretch(NamedTuple):
    """Characters `start:end` in one row, and all that holds of them."""

    start: int
    end: int
    row: TextRow
    segment: SegmentKind | None
    numbered: Numbered | None
    tied: tuple[_Tied, ...]


def numbered(rows: Iterable[TextRow], statements: Sequence[Statement]) -> Iterator[Numbered]:
    """`statements`, which are in text order, with their numbers and slots."""
    for row in rows:
        for index in range(row.first, row.last):
            yield Numbered(statements[index], index + 1, index - row.part + 1, row.part)


def blocks(
    text: str, rows: Sequence[TextRow], segments: Iterable[Segment], statements: Sequence[Numbered]
) -> Iterator[Block]:
    """Every row as a block; their pieces and gaps, one after the other, are `text` from the first row on."""
    ties = [_Tied(mark, one) for one in statements for mark in highlights(one.statement)]
    anchors = {tie.mark.start for tie in ties if tie.mark.role in LINKED}
    ranges: list[tuple[int, int, _What]] = [
        *((row.start, row.end, row) for row in rows),
        *((*one.span.range, one) for one in segments),
        *((start, end, one) for one in statements for start, end in _joined(text, one.statement.spans)),
        *((tie.mark.start, tie.mark.end, tie) for tie in ties),
    ]
    begun: set[int] = set()
    following = [*(row.start for row in rows), len(text)][1:]
    for after, (row, group) in zip(following, groupby(_stretches(ranges), lambda one: one.row), strict=True):
        runs = tuple(_runs(text, group, anchors, begun))
        yield Block(row, runs, text[row.end : after])


def _stretches(ranges: Iterable[tuple[int, int, _What]]) -> Iterator[_Stretch]:
    for start, end, what in stretches(ranges):
        row = next((one for one in what if isinstance(one, TextRow)), None)
        if row is None:  # white space between paragraphs, in the middle of a statement
            continue
        segment = next((one.kind for one in what if isinstance(one, Segment) and one.kind != "sentence"), None)
        one = next((one for one in what if isinstance(one, Numbered)), None)
        tied = tuple(tie for tie in what if isinstance(tie, _Tied) and tie.to.part == row.part)
        yield _Stretch(start, end, row, segment, one, tied)


def _runs(text: str, group: Iterable[_Stretch], anchors: set[int], begun: set[int]) -> Iterator[StatementRun]:
    for (one, segment), inside in groupby(group, lambda stretch: (stretch.numbered, stretch.segment)):
        pieces = tuple(_piece(text, stretch, anchors) for stretch in inside)
        yield StatementRun(pieces, one, one is not None and one.number not in begun, segment)
        if one is not None:
            begun.add(one.number)


def _piece(text: str, stretch: _Stretch, anchors: set[int]) -> TextPiece:
    reporting = [tie for tie in stretch.tied if tie.mark.role in REPORTING] if stretch.numbered is None else []
    return TextPiece(
        words=text[stretch.start : stretch.end],
        role=min((tie.mark.role for tie in stretch.tied), key=ROLES.index, default=None),
        slots=_slots(stretch.tied),
        reports=_slots(reporting),
        anchor=stretch.start if stretch.start in anchors else None,
    )


def _slots(ties: Iterable[_Tied]) -> tuple[int, ...]:
    return tuple(sorted({tie.to.slot for tie in ties}))


def _joined(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The places of `spans`, those with only white space between them as one."""
    start, end = spans[0].range
    for span in spans[1:]:
        if text[end : span.start].strip():
            yield start, end
            start = span.start
        end = span.end
    yield start, end
