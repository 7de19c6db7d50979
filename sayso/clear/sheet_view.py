"""A sheet with its answers: what is shown, printed and read back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import AwareDatetime

from sayso.clear.line import AnsweredAccusation, ClearedCounts
from sayso.clear.sheet import Sheet, SheetLine
from sayso.present.item_state import ItemState, item_state
from sayso.present.safe import plain, plain_if_any
from schemas import Decision, Outcome, Record, Words

LineState = Literal["open", "queried", "answered", "with-lawyer", "reopened", "to-do", "cleared", "misread"]
"""`to-do`: closed as something that changes the copy, which still reads the same."""

CHANGING: tuple[Outcome, ...] = ("cut", "reworded", "corrected")
"""Outcomes that change the copy."""


class LineView(Record):
    """A line as it stands: `state`, and of the newest answer the fixed word, by whom, why, when, on which version.

    `chain`: who says so; `to`, `until`: who was asked, and until when. `misread` is a person's word
    that the machine is wrong.
    """

    number: int
    point: str
    paragraph: int
    words: Words
    chain: Words
    missing: Words
    asks: Words
    grave: bool
    state: LineState
    answer: str | None = None
    by: str | None = None
    why: Words | None = None
    reference: Words | None = None
    to: Words | None = None
    until: AwareDatetime | None = None
    at: AwareDatetime | None = None
    version: int | None = None

    @property
    def open(self) -> bool:
        """Whether somebody has still to answer."""
        return self.state not in ("cleared", "misread")


class SheetView(Record):
    """A sheet as it stands now; `lines` in the draft's order, `gone`: lines that the newest version no longer has."""

    name: str
    file: Words
    version: int
    sha256: str
    read_at: AwareDatetime
    words: int
    lines: tuple[LineView, ...]
    gone: tuple[LineView, ...] = ()
    pairs: tuple[AnsweredAccusation, ...] = ()
    counts: ClearedCounts = ClearedCounts()

    @property
    def open(self) -> tuple[LineView, ...]:
        """The lines that somebody has still to answer."""
        return tuple(line for line in self.lines if line.open)

    @property
    def first(self) -> tuple[LineView, ...]:
        """What stands on top: accusations without a reply, then headlines that say more than the body."""
        replies = [line for line in self.lines if line.point == "reply"]
        return (*replies, *(line for line in self.lines if line.point == "headline"))

    @property
    def rules(self) -> tuple[LineView, ...]:
        """Breaches of the house's standing rules."""
        return tuple(line for line in self.lines if line.point == "rule")

    @property
    def others(self) -> tuple[LineView, ...]:
        """The other lines, in the draft's order."""
        return tuple(line for line in self.lines if line.point == "source")


def viewed(sheet: Sheet, decisions: Iterable[Decision]) -> SheetView:
    """The sheet with what people decided of its lines, oldest decision first."""
    made = list(decisions)
    views = {one.number: _line(sheet, one, made) for one in sheet.lines}
    newest = sheet.version
    return SheetView(
        name=sheet.name,
        file=plain(newest.file),
        version=newest.number,
        sha256=newest.sha256,
        read_at=newest.read_at,
        words=newest.words,
        lines=tuple(views[one.number] for one in sheet.standing),
        gone=tuple(views[one.number] for one in sheet.lines if one.gone is not None),
        pairs=sheet.pairs,
        counts=sheet.counts,
    )


def _line(sheet: Sheet, one: SheetLine, decisions: Iterable[Decision]) -> LineView:
    line = one.line
    state = item_state((made for made in decisions if made.about == line.about), line.reads, line.point)
    last = state.last
    return LineView(
        number=one.number,
        point=line.point,
        paragraph=line.paragraph,
        words=line.words,
        chain=line.who,
        missing=line.missing,
        asks=line.asks,
        grave=line.grave,
        state=_state(one, state),
        answer=_word(last) if last else None,
        by=plain(last.by) if last else None,
        why=plain_if_any(last.why) if last else None,
        reference=plain_if_any(last.reference) if last else None,
        to=plain_if_any(last.to) if last else None,
        until=last.until if last else None,
        at=last.at if last else None,
        version=_version(sheet, last) if last else None,
    )


def _state(one: SheetLine, state: ItemState) -> LineState:
    if state.misread:
        return "misread"
    if state.state != "closed":
        return state.state
    unchanged = one.gone is None and (state.outcome == "cut" or one.since == one.first)
    return "to-do" if state.outcome in CHANGING and unchanged else "cleared"


def _word(decision: Decision) -> str:
    """The fixed word for an answer, as people type it."""
    return decision.outcome or ANSWERS_OF.get(decision.judgement, decision.judgement)


ANSWERS_OF = {"answer": "answered", "refer": "lawyer"}
"""What people type for judgements that have another name."""


def _version(sheet: Sheet, decision: Decision) -> int:
    """The version that stood when it was decided."""
    return max((one.number for one in sheet.versions if one.read_at <= decision.at), default=1)
