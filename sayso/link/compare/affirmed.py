"""What a claim denies, put as if it were so: `called_false`, `affirmed`."""

from __future__ import annotations

import re
from typing import NamedTuple

_REPORTS = (
    r"(?:reports?|rumou?rs?|claims?|stor(?:y|ies)|allegations?|accusations?|suggestions?|speculation|ideas?|notion|"
    r"theory) (?:that|of|about)"
)
_UNTRUE = (
    r"(?:false|untrue|not true|wrong|incorrect|inaccurate|baseless|unfounded|fabricated|fake|bogus|nonsense|"
    r"a hoax|a lie|a myth|a fabrication|without foundation)"
)
_REFUTED = r"(?:disprov|debunk|refut|dismiss|deni|reject|discredit|withdraw|retract)\w+"
_DENY = r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|refut\w*|debunk\w*|disprov\w*)"


class _Frame(NamedTuple):
    """What stands before the denied words, and after them; nothing after them where they go on to the end."""

    before: re.Pattern[str]
    after: re.Pattern[str] | None


def _frame(before: str, after: str | None = None) -> _Frame:
    return _Frame(re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE) if after else None)


_FRAMES = (
    _frame(rf"{_DENY} (?:as {_UNTRUE} |it )?that ", rf" as {_UNTRUE}|$"),
    _frame(rf"{_DENY} (?:the |these |those |any |all )?(?:\w+ )?{_REPORTS} ", rf" as {_UNTRUE}|$"),
    _frame(rf"\bit (?:is|was|as|to be|)(?: \w+ly)? ?{_UNTRUE} that "),
    _frame(r"\b(?:no|any|little) (?:evidence|proof|truth|indication|sign|suggestion|basis) (?:that|of|in|for) "),
    _frame(rf"\b{_REPORTS} ", rf",? (?:is|are|was|were)(?: \w+ly)? {_UNTRUE}\b"),
    _frame(rf"\b{_REPORTS} ", rf",? (?:is|are|was|were|have been|has been)(?: \w+ly)? {_REFUTED}\b"),
)
_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (r"\b(?:did|does|do)(?: not|n['’]t)(?: ever| actually| even)?\b ?", ""),
        (r"\bcannot\b|\bcan['’]t\b", "can"),
        (r"\bwon['’]t\b", "will"),
        (r"\bain['’]t\b", "is"),
        (r"n['’]t\b", ""),
        (r"\bno longer |\bfail(?:s|ed|ing)? to ", ""),
        (r"\bden(?:y|ies|ied) (?=(?:having|being|\w+ing)\b)", ""),
        (r"\b(?:not|never)(?: actually| ever| even)?\b ?", ""),
        (r"\b(?:no one|nobody|none)\b", "some"),
        (r"\bnothing\b", "something"),
        (r"\bnowhere\b", "somewhere"),
        (r"\bneither\b|\bno\b", "a"),
        (r"\bnor\b", "and"),
    )
)
_NEGATED = re.compile(r"(?:\bnot|n['’]t|\bnever|\bnor|\bneither)(?: \w+)? $", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno) (?:aware|because|all|alone|always|every\w*|exactly|far|just|least|less|long|merely|"
    r"more|necessarily|only|quite|simply|so|sure|too|true|until|very|yet|den(?:y|ied)|disputed?|rule out)\b"
    r"|\bif\b|\bunless\b|\byet\b",
    re.IGNORECASE,
)
"""Negations of something other than the clause ("not because of"), for a time ("not yet"), or in a condition."""


def called_false(proposition: str) -> str | None:
    """What a proposition says is not so; None where it says it of nothing.

    "Reports that the mine will close are false" gives "the mine will close".
    """
    for before, after in _FRAMES:
        start = before.search(proposition)
        if start and _NEGATED.search(proposition[: start.start()]):
            return None
        if start and (said := _up_to(proposition[start.end() :], after)):
            return said
    return None


def affirmed(proposition: str) -> str | None:
    """A proposition without its negations; None without any, or where it negates something other than its clause.

    "He did not sign it" gives "He sign it": it is read by a network, not by people.
    """
    if _ELSEWHERE.search(proposition):
        return None
    changed = proposition
    for words, put in _WORDS:
        changed = words.sub(put, changed)
    return changed if changed != proposition else None


def _up_to(rest: str, after: re.Pattern[str] | None) -> str | None:
    if after is None:
        return rest
    end = after.search(rest)
    return rest[: end.start()] if end else None
