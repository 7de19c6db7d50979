"""The article's whole text in order, divided into pieces that are coloured and highlighted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sayso.export.html.highlights import LINKED, REPORTING, ROLES, Highlight, Role, highlights
from sayso.export.html.text_rows import TextRow
from sayso.present.sourcing import PageClass, page_class
from sayso.present.stretches import stretches
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
        """What it rests on, which decides its colour."""
        return page_class(self.statement)


class TextPiece(NamedTuple):
    """Words that are coloured and highlighted alike.

    `role`: their role for the statements in `slots`, of this part of the page. `reports`: the statements in whose
    reporting clause they are. `anchor`: their offset in the text, if a note links to them.
    """

    words: str
    role: Role | None = None
    slots: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()
    anchor: int | None = None


class StatementRun(NamedTuple):
    """Pieces of one statement (`first`: where it begins), or of none: a reporting clause, or text that makes no claims.

    `segment`: the kind, where it is not a plain sentence.
    """

    pieces: tuple[TextPiece, ...]
    numbered: Numbered | None
    first: bool
    segment: SegmentKind | None


class PaneRow(NamedTuple):
    """A row's runs, and the white space from its end to the next row."""

    row: TextRow
    runs: tuple[StatementRun, ...]
    gap: str


class _Tied(NamedTuple):
    mark: Highlight
    to: Numbered


_What = TextRow | Segment | Numbered | _Tied


class _Stretch(NamedTuple):
    """Characters `start:end` of one row, and everything that applies to them."""

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
) -> Iterator[PaneRow]:
    """Every row as a block; pieces and gaps, joined, are `text` from the first row on."""
    ties = [_Tied(mark, each) for each in statements for mark in highlights(each.statement)]
    anchors = {tie.mark.start for tie in ties if tie.mark.role in LINKED}
    ranges: list[tuple[int, int, _What]] = [
        *((row.start, row.end, row) for row in rows),
        *((*segment.span.range, segment) for segment in segments),
        *((start, end, each) for each in statements for start, end in _joined(text, each.statement.spans)),
        *((tie.mark.start, tie.mark.end, tie) for tie in ties),
    ]
    begun: set[int] = set()
    following = [*(row.start for row in rows), len(text)][1:]
    for after, (row, group) in zip(following, groupby(_stretches(ranges), lambda stretch: stretch.row), strict=True):
        runs = tuple(_runs(text, group, anchors, begun))
        yield PaneRow(row, runs, text[row.end : after])


def _stretches(ranges: Iterable[tuple[int, int, _What]]) -> Iterator[_Stretch]:
    for start, end, what in stretches(ranges):
        row = next((value for value in what if isinstance(value, TextRow)), None)
        if row is None:  # white space between paragraphs, in the middle of a statement
            continue
        segment = next((value.kind for value in what if isinstance(value, Segment) and value.kind != "sentence"), None)
        statement = next((value for value in what if isinstance(value, Numbered)), None)
        tied = tuple(tie for tie in what if isinstance(tie, _Tied) and tie.to.part == row.part)
        yield _Stretch(start, end, row, segment, statement, tied)


def _runs(text: str, group: Iterable[_Stretch], anchors: set[int], begun: set[int]) -> Iterator[StatementRun]:
    for (statement, segment), inside in groupby(group, lambda stretch: (stretch.numbered, stretch.segment)):
        pieces = tuple(_piece(text, stretch, anchors) for stretch in inside)
        yield StatementRun(pieces, statement, statement is not None and statement.number not in begun, segment)
        if statement is not None:
            begun.add(statement.number)


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
    """The places of `spans`, joined where only white space is between them."""
    start, end = spans[0].range
    for span in spans[1:]:
        if text[end : span.start].strip():
            yield start, end
            start = span.start
        end = span.end
    yield start, end
