"""The questions that a finding raises, and which outcomes answer which of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from schemas import IN_OWN_COPY, Outcome

Question = Literal["source", "reply", "headline"]
QUESTIONS: tuple[Question, ...] = get_args(Question)

ASKED: Mapping[str, str] = {
    "source": "who says so",
    "reply": "whether the accused were heard",
    "headline": "whether the body bears the headline out",
}
"""The questions in words."""

UNFITTING: Mapping[str, frozenset[Outcome]] = {
    "source": frozenset(("reply-printed", "reply-sought")),
    "reply": frozenset(("sourced-in-copy", "witnessed", "common-knowledge")),
    "headline": frozenset(("common-knowledge", "reply-printed", "reply-sought")),
}
"""The outcomes that leave a question open: that somebody saw it is no answer of the accused."""


def answers(outcome: Outcome, question: str) -> bool:
    """Whether an outcome answers a question; one of an article of others answers any."""
    return outcome not in UNFITTING.get(question, ())


def fitting(question: str) -> tuple[Outcome, ...]:
    """The outcomes in one's own copy that answer a question."""
    return tuple(one for one in IN_OWN_COPY if answers(one, question))


def only_question(outcome: Outcome) -> Question | None:
    """The one question that an outcome can answer; None where it can answer several."""
    found = [one for one in QUESTIONS if answers(outcome, one)]
    return found[0] if len(found) == 1 else None
