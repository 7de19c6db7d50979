"""Whether a person said what a decision needs, and nothing that does not belong there."""

from __future__ import annotations

from sayso.desk.deed import Deed
from sayso.errors import UsageError
from sayso.present.questions import ASKED, answers, fitting
from schemas import Outcome

WITHOUT_NAMES = (
    "names of confidential sources are never typed into the record, which keeps every word for good; "
    "say where it is kept, or what it is, without a name"
)


def expect_said(deed: Deed) -> None:
    """`UsageError` where a reason or a reference is missing, has a name in it, or does not belong to the action."""
    action = deed.action
    name = action.outcome or action.judgement
    if action.filed:
        _expect(bool(deed.reference), f"a reference for {name} (--reference): {action.reason}")
        for option, words in (("--reference", deed.reference), ("--why", deed.why)):
            expect_no_name(option, words or "")
    elif action.reason:
        given = bool(deed.why.strip()) or (action.referred and bool(deed.reference))
        _expect(given, f"a reason for {name} (--why): {action.reason}")
    asked = action.judgement in ("query", "refer")
    _expect(asked or action.judgement == "assign" or not deed.to, "--to only with query or lawyer", deed.to)
    _expect(
        asked or not deed.until, "--until only with query or lawyer", deed.until.isoformat() if deed.until else None
    )
    _expect(action.judgement == "close" or not deed.reference, "--reference only with an outcome", deed.reference)


def expect_fitting(outcome: Outcome | None, question: str, otherwise: str = "") -> None:
    """`UsageError` where an outcome leaves the question open that is asked; it names those that answer it."""
    if outcome is not None and not answers(outcome, question):
        *others, last = fitting(question)
        those = f"{', '.join(others)} or {last}"
        raise UsageError(f"expected an outcome that says {ASKED[question]} ({those}), found {outcome}{otherwise}")


def expect_no_name(option: str, words: str) -> None:
    """`UsageError` where these words, given for an option, look as if they named a person."""
    from sayso.clear.person_words import names_somebody  # imported here: it reads word lists

    if name := names_somebody(words):
        raise UsageError(f"expected no name of a person for {option}, found {name!r}: {WITHOUT_NAMES}")


def _expect(good: bool, expected: str, found: str | None = None) -> None:
    if not good:
        raise UsageError(f"expected {expected}, found {'none' if found is None else repr(found)}")
