"""Answers to the lines of a sheet, by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from sayso.clear import Sheet, SheetLine, SheetView, viewed
from sayso.desk.deed import Deed, Thing
from sayso.desk.drafts import Drafts
from sayso.desk.what_is_said import expect_fitting, expect_no_name, expect_said
from sayso.errors import UsageError
from sayso.present.actions import ACTIONS
from schemas import IN_OWN_COPY, Decision

ANSWERS: tuple[str, ...] = (*IN_OWN_COPY, "query", "answered", "lawyer", "reopen", "misread")
"""All answers, as people type them; the first are outcomes, on which a line is cleared."""

NAMED_IN_COPY = ("sourced-in-copy", "reworded", "cut", "corrected")
"""Answers about what the draft itself says now: names in it are no secret."""

LONGEST = 2000
"""The most characters of what people type."""


@dataclass(frozen=True)
class Answer:
    """An answer to the line of a `number`; `word` is one of `ANSWERS`.

    `seen`: the version that whoever answers had before him, None for the newest. `place`: what a problem is named by,
    such as a row of a table.
    """

    number: int
    word: str
    by: str
    why: str = ""
    reference: str | None = None
    to: str | None = None
    until: datetime | None = None
    seen: int | None = None
    place: str = ""

    def deed(self, point: str | None = None) -> Deed:
        """What was done about this question."""
        said = (self.by.strip(), self.why.strip(), self.to or None, self.until, self.reference or None)
        return Deed(ACTIONS[self.word], *said, point)


class Answered(NamedTuple):
    """The sheet with the answers, the numbers of the lines that got one, and a sentence for each that was refused."""

    sheet: SheetView
    recorded: tuple[int, ...]
    problems: tuple[str, ...]


def answer(drafts: Drafts, name: str, answers: Sequence[Answer], *, whole: bool = False) -> Answered:
    """Record those of `answers` that fit their lines, all in one go, and say what is wrong with the others.

    `whole`: where one is refused none is recorded, and `UsageError` says why. Two answers to one line that differ are
    both refused. An answer that a line has already is not recorded again.
    """
    with drafts.opened(drafts.find(name)) as draft, draft.ledger() as ledger:
        before = viewed(draft.sheet, draft.decisions(ledger))
        twice = _contradicted(answers)
        refused = [(one, twice.get(one.number) or problem(draft.sheet, one)) for one in answers]
        if whole and (first := next((why_not for _, why_not in refused if why_not), None)):
            raise UsageError(first)
        good = [one for one, why_not in refused if why_not is None and not _said_already(before, one)]
        now = datetime.now(UTC)
        ledger.decide(*(_decision(_line(draft.sheet, one.number), one, now) for one in good))
        after = viewed(draft.sheet, draft.decisions(ledger))
    problems = tuple(f"{one.place}: {why_not}" if one.place else why_not for one, why_not in refused if why_not)
    return Answered(after, tuple(dict.fromkeys(one.number for one in good)), problems)


def problem(sheet: Sheet, answer: Answer) -> str | None:
    """What is wrong with an answer, in a sentence; None if it can be recorded."""
    try:
        line = _line(sheet, answer.number)
        _expect_current(line, answer)
        _expect_whole(answer)
        expect_fitting(ACTIONS[answer.word].outcome, line.line.point)
        expect_said(answer.deed())
        if answer.reference or (line.line.unnamed and answer.word not in NAMED_IN_COPY):
            expect_no_name("--reference", answer.reference or "")
        if line.line.unnamed and answer.word not in NAMED_IN_COPY:
            expect_no_name("--why", answer.why)
    except UsageError as error:
        return str(error)
    return None


def _line(sheet: Sheet, number: int) -> SheetLine:
    for line in sheet.lines:
        if line.number == number:
            return line
    last = max((line.number for line in sheet.lines), default=0)
    there = (
        f"a line of the sheet {sheet.name}, 1 to {last}" if last else f"no answer: the sheet {sheet.name} has no lines"
    )
    raise UsageError(f"expected {there}, found {number}")


def _expect_current(line: SheetLine, answer: Answer) -> None:
    """`UsageError` where the words that were answered are no longer those of the line."""
    number, words = line.number, _short(line.line.words)
    if line.gone is not None:
        raise UsageError(f"line {number} (“{words}”) went with version {line.gone}: nothing is left to answer")
    if answer.seen is not None and answer.seen < line.since:
        raise UsageError(
            f"expected an answer to line {number} of version {line.since}, found one to version {answer.seen}, when it "
            f"read otherwise: look at “{words}”, and answer again"
        )


def _expect_whole(answer: Answer) -> None:
    if answer.word not in ANSWERS:
        raise UsageError(f"expected {', '.join(ANSWERS[:-1])} or {ANSWERS[-1]}, found {_short(answer.word)!r}")
    if not answer.by.strip():
        raise UsageError("expected who answers (--by), found nobody")
    for name, words in (
        ("--why", answer.why),
        ("--by", answer.by),
        ("--reference", answer.reference),
        ("--to", answer.to),
    ):
        if len(words or "") > LONGEST:
            raise UsageError(f"expected at most {LONGEST} characters for {name}, found {len(words or '')}")
    if answer.word == "query" and not answer.to:
        raise UsageError("expected who is asked (--to), found nobody")


def _contradicted(answers: Iterable[Answer]) -> dict[int, str]:
    """A sentence for each line that gets answers that differ."""
    given: dict[int, set[object]] = {}
    for one in answers:
        given.setdefault(one.number, set()).add((one.word, one.by, one.why, one.reference, one.to, one.until))
    return {
        number: f"expected one answer to line {number}, found {len(several)} that differ; leave one"
        for number, several in given.items()
        if len(several) > 1
    }


def _said_already(sheet: SheetView, answer: Answer) -> bool:
    """Whether it is the line's answer already, of the words that stand there now."""
    line = next(one for one in sheet.lines if one.number == answer.number)
    said = (line.answer, line.by, line.why or "", line.reference, line.to, line.until)
    return line.state != "reopened" and said == (
        answer.word, answer.by, answer.why, answer.reference, answer.to, answer.until
    )  # fmt: skip


def _decision(line: SheetLine, answer: Answer, at: datetime) -> Decision:
    about = Thing("line", line.line.about, line.line.reads)
    return answer.deed(line.line.point).on(about, at)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"
