"""What people decided, in words: "cleared by Ana Lind on the public record: land registry, 12 March"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sayso.present.chain import given
from sayso.present.questions import only_question
from schemas import Decision, Outcome

BASES: dict[Outcome, str] = {
    "sourced-in-copy": "the source named in the copy",
    "held-on-file": "what is held on file",
    "witnessed": "what was witnessed",
    "public-record": "the public record",
    "common-knowledge": "common knowledge",
    "reply-printed": "the reply that is printed",
    "reply-sought": "a reply that was sought in vain",
}
"""On what something is cleared."""
CAME_TO: dict[Outcome, str] = {
    "reworded": "reworded",
    "cut": "cut",
    "corrected": "corrected",
    "traced": "traced to its source",
    "untraceable": "found to be untraceable",
    "contradicted": "found to be contradicted",
}
"""What else came of it."""


def what_was_said(decision: Decision, about: str = "") -> str:
    """What was decided, by whom (on what: `about`) and why: "accept by Ana Lind of the link 3f2a: read both"."""
    why = f": {decision.why}" if decision.why.strip() else ""
    if decision.source:
        about = f"the source {decision.source.name} ({decision.source.key})"
    whole = f" of {about}" if about else ""
    if decision.chain:
        return f"reading{whole} corrected by {decision.by} to “{given(decision.chain)}”{why}"
    return f"{what_was_done(decision)}{whole}{why}"


def what_was_done(decision: Decision) -> str:
    """The same without the reason: "accept by Ana Lind"."""
    plain_point = decision.outcome is not None and only_question(decision.outcome) == decision.point
    point = f" ({decision.point})" if decision.point and not plain_point else ""
    return f"{_SAID.get(decision.judgement, _plainly)(decision)}{point}"


def at(moment: datetime) -> str:
    """A moment in local time: "2026-12-01 16:00"."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _closed(decision: Decision) -> str:
    outcome = decision.outcome
    referred = f" ({decision.reference})" if decision.reference else ""
    if outcome in BASES:
        return f"cleared by {decision.by} on {BASES[outcome]}{referred}"
    return f"{CAME_TO[outcome] if outcome else 'closed'} by {decision.by}{referred}"


def _to(decision: Decision) -> str:
    return f" to {decision.to}" if decision.to else ""


def _named(decision: Decision) -> str:
    return f" ({decision.to})" if decision.to else ""


def _until(decision: Decision) -> str:
    return f" until {at(decision.until)}" if decision.until else ""


def _corrected(decision: Decision) -> str:
    return f"reading corrected by {decision.by} to “{given(decision.chain)}”" if decision.chain else _plainly(decision)


def _plainly(decision: Decision) -> str:
    return f"{decision.judgement} by {decision.by}"


_SAID: dict[str, Callable[[Decision], str]] = {
    "query": lambda decision: f"query{_to(decision)}{_until(decision)} by {decision.by}",
    "answer": lambda decision: f"answer noted by {decision.by}",
    "refer": lambda decision: f"with the lawyer{_named(decision)}{_until(decision)}, by {decision.by}",
    "misread": lambda decision: f"called misread by {decision.by}",
    "assign": lambda decision: f"given to {decision.to or 'nobody'} by {decision.by}",
    "note": lambda decision: f"note by {decision.by}",
    "correct": _corrected,
    "undo": lambda decision: f"taking back by {decision.by}",
    "close": _closed,
}
