"""What a person can do about a thing, as it is typed, and what has to be said with it."""

from __future__ import annotations

from typing import NamedTuple

from schemas import IN_OTHERS, IN_OWN_COPY, Judgement, Outcome


class Action(NamedTuple):
    """What is recorded for it, and what has to be said with it.

    `reason`: what `--why` must say; empty where it is optional. `referred`: a reference does as well. `filed`: only a
    reference does, and names of persons are refused.
    """

    judgement: Judgement
    outcome: Outcome | None = None
    reason: str = ""
    referred: bool = False
    filed: bool = False


_REASONS: dict[Outcome, str] = {
    "held-on-file": "where it can be found",
    "public-record": "which record it is",
    "reply-sought": "when and how it was sought",
    "untraceable": "where it was looked for",
    "contradicted": "what contradicts it",
}


def _closing(outcome: Outcome) -> Action:
    reason = _REASONS.get(outcome, "")
    return Action("close", outcome, reason, referred=outcome == "public-record", filed=outcome == "held-on-file")


ACTIONS: dict[str, Action] = {
    "accept": Action("accept", reason="the reason"),
    "confirm": Action("confirm", reason="the reason"),
    "reject": Action("reject", reason="the reason"),
    "reopen": Action("reopen", reason="the reason"),
    "query": Action("query"),
    "answered": Action("answer"),
    "lawyer": Action("refer"),
    "misread": Action("misread"),
    **{outcome: _closing(outcome) for outcome in (*IN_OWN_COPY, *IN_OTHERS)},
}
"""What `sayso decide` takes."""

ASSIGN = Action("assign")
NOTE = Action("note", reason="what to note")
