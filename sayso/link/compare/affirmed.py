"""What a claim denies, put as if it were so: `called_false`, `affirmed`."""

from __future__ import annotations

import re

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


_I = re.IGNORECASE
_FRAMES = (
    (re.compile(rf"{_DENY} (?:as {_UNTRUE} |it )?that ", _I), re.compile(rf" as {_UNTRUE}|$", _I)),
    (
        re.compile(rf"{_DENY} (?:the |these |those |any |all )?(?:\w+ )?{_REPORTS} ", _I),
        re.compile(rf" as {_UNTRUE}|$", _I),
    ),
    (re.compile(rf"\bit (?:is|was|as|to be|)(?: \w+ly)? ?{_UNTRUE} that ", _I), re.compile(r"$")),
    (
        re.compile(
            r"\b(?:no|any|little) (?:evidence|proof|truth|indication|sign|suggestion|basis) (?:that|of|in|for) ", _I
        ),
        re.compile(r"$"),
    ),
    (re.compile(rf"\b{_REPORTS} ", _I), re.compile(rf",? (?:is|are|was|were)(?: \w+ly)? {_UNTRUE}\b", _I)),
    (
        re.compile(rf"\b{_REPORTS} ", _I),
        re.compile(rf",? (?:is|are|was|were|have been|has been)(?: \w+ly)? {_REFUTED}\b", _I),
    ),
)
"""What stands before the denied words, and after them."""
_WORDS = (
    (re.compile(r"\b(?:did|does|do)(?: not|n['’]t)(?: ever| actually| even)?\b ?", _I), ""),
    (re.compile(r"\bcannot\b|\bcan['’]t\b", _I), "can"),
    (re.compile(r"\bwon['’]t\b", _I), "will"),
    (re.compile(r"\bain['’]t\b", _I), "is"),
    (re.compile(r"n['’]t\b", _I), ""),
    (re.compile(r"\bno longer |\bfail(?:s|ed|ing)? to ", _I), ""),
    (re.compile(r"\bden(?:y|ies|ied) (?=(?:having|being|\w+ing)\b)", _I), ""),
    (re.compile(r"\b(?:not|never)(?: actually| ever| even)?\b ?", _I), ""),
    (re.compile(r"\b(?:no one|nobody|none)\b", _I), "some"),
    (re.compile(r"\bnothing\b", _I), "something"),
    (re.compile(r"\bnowhere\b", _I), "somewhere"),
    (re.compile(r"\bneither\b|\bno\b", _I), "a"),
    (re.compile(r"\bnor\b", _I), "and"),
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


def _up_to(rest: str, after: re.Pattern[str]) -> str | None:
    end = after.search(rest)
    return rest[: end.start()] if end else None
