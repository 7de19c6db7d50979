"""What can be decided about an item, each with the key that decides it and goes on to the next."""

from __future__ import annotations

from typing import NamedTuple

from sayso.errors import UsageError
from sayso.present.actions import ACTIONS, ASSIGN, NOTE, Action
from sayso.present.questions import answers


class Choice(NamedTuple):
    """A button: what it does, its words, its key, and which field has to be filled in first ("" for none)."""

    action: str
    words: str
    key: str
    needs: str = ""


class ChoiceGroup(NamedTuple):
    """Choices that belong together."""

    name: str
    choices: tuple[Choice, ...]


TAKE, ASSIGNED, NOTED = "take", "assign", "note"
STAY = frozenset((TAKE, ASSIGNED, NOTED))
"""After these the item is still to be decided."""
EVERY: dict[str, Action] = {**ACTIONS, TAKE: ASSIGN, ASSIGNED: ASSIGN, NOTED: NOTE}

GROUPS: tuple[ChoiceGroup, ...] = (
    ChoiceGroup(
        "The work",
        (
            Choice("misread", "Misread by the machine", "m"),
            Choice("query", "Asked somebody", "q"),
            Choice("answered", "Answer came", "a"),
            Choice("lawyer", "With the lawyer", "l"),
            Choice(TAKE, "I take it", "i"),
            Choice(ASSIGNED, "Give it to …", "g", "to"),
            Choice(NOTED, "Note", "n", "why"),
        ),
    ),
    ChoiceGroup(
        "Cleared, in our own copy",
        (
            Choice("sourced-in-copy", "Sourced in copy", "s"),
            Choice("reply-printed", "Reply is printed", "s"),
            Choice("reply-sought", "Reply sought in vain", "w", "why"),
            Choice("witnessed", "Witnessed", "w"),
            Choice("held-on-file", "Held on file", "h", "reference"),
            Choice("public-record", "Public record", "p", "reference"),
            Choice("common-knowledge", "Common knowledge", "c"),
            Choice("reworded", "Reworded", "r"),
            Choice("cut", "Cut", "x"),
            Choice("corrected", "Corrected in print", "z"),
        ),
    ),
    ChoiceGroup(
        "Came of it, in others’ articles",
        (
            Choice("traced", "Traced", "t"),
            Choice("untraceable", "Untraceable", "y", "why"),
            Choice("contradicted", "Contradicted", "d", "why"),
        ),
    ),
    ChoiceGroup(
        "Ruled",
        (
            Choice("accept", "Accept", "v", "why"),
            Choice("confirm", "It is right", "b", "why"),
            Choice("reopen", "Reopen", "o", "why"),
        ),
    ),
)


def choices_for(question: str) -> tuple[ChoiceGroup, ...]:
    """The choices that answer a question, or say how far the work is; their keys are different."""
    return tuple(
        ChoiceGroup(group.name, tuple(one for one in group.choices if _answers(one, question))) for group in GROUPS
    )


def _answers(choice: Choice, question: str) -> bool:
    outcome = EVERY[choice.action].outcome
    return outcome is None or answers(outcome, question)


CHOICES = {choice.action: choice for group in GROUPS for choice in group.choices}
_FIELDS = {"why": "a reason", "reference": "where it is kept or which record it is", "to": "a name"}


def expect_filled_in(action: str, fields: dict[str, str]) -> Action:
    """The action of this name; UsageError for none, and where a field that it needs is empty."""
    if action not in EVERY:
        raise UsageError(f"expected one of the choices on the page, found {action[:40]!r}")
    choice = CHOICES.get(action)
    if choice and choice.needs and not fields.get(choice.needs) and not (choice.needs == "reference" and _said(fields)):
        raise UsageError(f"“{choice.words}” needs {_FIELDS[choice.needs]}: fill in the field, then press it again")
    return EVERY[action]


def _said(fields: dict[str, str]) -> bool:
    return fields.get("action") == "public-record" and bool(fields.get("why"))
