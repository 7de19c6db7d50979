"""Passives without an agent: "has been agreed upon"."""

from __future__ import annotations

import re

# Participles that do not end in -ed, of verbs that news uses in the passive.
_IRREGULAR = """
    begun bought broken brought built caught chosen cut dealt done drawn driven fed felt fought forbidden
    forgotten found frozen given heard held hidden hit hurt kept known laid led left lent lost made meant met
    overthrown paid put read run said seen sent set shaken shot shown shut sold sought spent split spoken spread
    struck stolen sworn taken taught thought thrown told torn understood undertaken undone won worn withdrawn
    written
"""
# States rather than deeds, and words that only look like a participle.
_NO_DEED = """
    based born concerned dated embed hundred indeed interested involved lined located married naked need needed
    red related retired sacred scared situated supposed tired used wicked worried
"""
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s++(?:(?:also|not|now|never|already|only|just|later|\w+ly)\s++){{0,2}}"
    rf"(?!(?:{'|'.join(_NO_DEED.split())})\b)(?:\w{{2,}}ed|{'|'.join(_IRREGULAR.split())})\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:!?]|,(?=\s(?:and|but|while|which|who|as)\b)", re.IGNORECASE)
_AGENT = re.compile(r"\bby\b(?!\s+(?:\d|the\s+(?:end|time)|then|now|far|way|means))", re.IGNORECASE)


def agentless(words: str) -> bool:
    """Whether a passive in `words` has no "by ..." up to the end of its clause. English only; a heuristic of forms."""
    return any(_lacks_agent(clause) for clause in _CLAUSE_END.split(words))


def _lacks_agent(clause: str) -> bool:
    passives, agents = [*_PASSIVE.finditer(clause)], [*_AGENT.finditer(clause)]
    return bool(passives) and (not agents or agents[-1].start() < passives[-1].end())
