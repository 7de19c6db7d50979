"""A sheet in words: each wording in one place, for every format."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.clear.line import AnsweredAccusation, ClearedCounts
from sayso.clear.sheet_view import LineState, LineView, SheetView
from sayso.present.decided_words import BASES, at
from sayso.present.numbers import count
from sayso.present.questions import fitting
from schemas import IN_OWN_COPY, Outcome

QUESTION = {"reply": "right of reply", "headline": "headline", "source": "source", "rule": "house rule"}
"""The fixed words for the questions."""

STATE: dict[LineState, str] = {
    "open": "open",
    "queried": "queried",
    "answered": "answered, not cleared",
    "with-lawyer": "with the lawyer",
    "reopened": "reopened",
    "to-do": "still in the draft",
    "cleared": "cleared",
    "misread": "misread",
}

BASIS: dict[Outcome, str] = BASES | {
    "reworded": "the new wording",
    "cut": "its being cut",
    "corrected": "the correction",
}
"""On what a line was cleared."""

outcomes = fitting
"""The outcomes that a line can have: those that answer its question."""
FIRST = "First: accusations without a reply, and headlines that say more than the body"
PAIRS = "Accusations with their reply: nothing to answer, but read them"
RULES = "Standing rules of the house that it breaks"
OTHERS = "In the order of the draft"
GONE = "Lines that went"


def version_of(view: SheetView) -> str:
    """Which version of which file: "version 2 of court.txt, 212 words, read on 2026-11-30 15:30"."""
    return f"version {view.version} of {view.file}, {count(view.words, 'word')}, read on {at(view.read_at)}"


def lead(view: SheetView) -> str:
    """How much there is to answer, in a sentence."""
    if not view.lines:
        return "Nothing to answer."
    grave = sum(line.grave for line in view.open)
    serious = f", {grave} of them about wrongdoing or harm" if grave else ""
    return f"{count(len(view.lines), 'line')} to answer for, {len(view.open)} open{serious}."


def state(line: LineView) -> str:
    """Where a line stands, with who brought it there: "queried: Tom Reyes, until 2026-11-30 16:30 (by Ana Lind)"."""
    if line.by is None:
        return STATE[line.state]
    who = {"queried": f": {line.to}", "with-lawyer": f": {line.to}" if line.to else ""}.get(line.state, "")
    until = f", until {at(line.until)}" if line.until else ""
    answer = f": {line.answer}" if line.state in ("cleared", "to-do", "reopened") else ""
    on = f", on version {line.version}" if line.version else ""
    return f"{STATE[line.state]}{who}{answer}{until} (by {line.by}{on}){_why(line)}"


def cleared(line: LineView) -> str:
    """Who cleared a line on which basis, or that nobody did."""
    if line.state == "misread":
        return f"No question: {line.by} says that the machine misread it{_why(line)}"
    if line.state != "cleared" or line.by is None:
        return "Open" if line.state == "open" else f"Open: {state(line)}"
    outcome = next((one for one in IN_OWN_COPY if one == line.answer), None)
    basis = BASIS[outcome] if outcome else "a decision before"
    return f"Cleared by {line.by} on {basis}{_reference(line)}, {_when(line)}{_why(line)}"


def went(line: LineView) -> str:
    """What was last said of a line that went."""
    return f"{line.answer} (by {line.by}){_why(line)}" if line.by else "not answered"


def uncounted(counts: ClearedCounts) -> str:
    """What the sheet does not list, in a line; empty for nothing."""
    return ", ".join(_counted(counts))


def pair(one: AnsweredAccusation) -> str:
    """How somebody replied, or was asked: "sought on Tuesday, by email"."""
    ways = ", ".join(f"“{words}”" for words in (one.when, one.how) if words)
    return f"{one.kind}{f' ({ways})' if ways else ''}"


def short_hash(sha256: str) -> str:
    """The beginning of a hash, enough to tell two files apart."""
    return sha256[:12]


def _counted(counts: ClearedCounts) -> Iterator[str]:
    told = (
        (counts.sourced, "with a source", "with a source"),
        (counts.replies, "reply", "replies"),
        (counts.commonplace, "commonplace", "commonplace"),
        (counts.headlines, "headline", "headlines"),
        (counts.captions, "caption", "captions"),
        (counts.furniture, "byline, date or the like", "bylines, dates and the like"),
    )
    return (f"{number} {one if number == 1 else many}" for number, one, many in told if number)


def _why(line: LineView) -> str:
    return f": {line.why}" if line.why else ""


def _reference(line: LineView) -> str:
    return f" ({line.reference})" if line.reference else ""


def _when(line: LineView) -> str:
    said = at(line.at) if line.at else ""
    return f"{said}, on version {line.version}" if line.version else said
