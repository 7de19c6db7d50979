"""Which outcomes answer which question."""

from __future__ import annotations

import pytest

from sayso.present.questions import QUESTIONS, Question, answers, fitting, only_question
from schemas import IN_OTHERS, Outcome

FITTING: dict[str, str] = {
    "source": "sourced-in-copy held-on-file witnessed public-record common-knowledge reworded cut corrected",
    "reply": "held-on-file public-record reply-printed reply-sought reworded cut corrected",
    "headline": "sourced-in-copy held-on-file witnessed public-record reworded cut corrected",
}
ONLY: dict[Outcome, Question | None] = {
    "reply-sought": "reply",
    "reply-printed": "reply",
    "common-knowledge": "source",
    "witnessed": None,
    "cut": None,
    "traced": None,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_has_its_outcomes(question: str) -> None:
    assert fitting(question) == tuple(FITTING[question].split())
    assert all(answers(one, question) for one in IN_OTHERS)


@pytest.mark.parametrize("outcome", ONLY)
def test_an_outcome_may_answer_one_question_alone(outcome: Outcome) -> None:
    assert only_question(outcome) == ONLY[outcome]
