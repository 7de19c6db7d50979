"""The weight that a mention lends to its entity, by its role in the sentence (after Lappin and Leass 1994)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.language.english import REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEIGHTS = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "agent": 0.6,
    "dobj": 0.5,
    "dative": 0.5,
    "attr": 0.4,
    "pobj": 0.4,
    "poss": 0.4,
}
_OTHER = 0.2
_QUOTED = 0.1
_SPEAKER = 1.3
_LOWER = 0.9
"""The weight of a subject of a subordinate clause, as a share of that of a main clause."""
_OWNER = 0.7
SUBJECTS = ("nsubj", "nsubjpass")


def weight(parsed: ParsedArticle, token: Token) -> float:
    """The weight of a word: more for a subject than an object, most for a speaker, little within quotation marks."""
    role = role_of(token)
    lent = _WEIGHTS.get(role, _OTHER)
    if role == "poss" and token.head.dep_ in SUBJECTS:
        lent = _OWNER
    if role == "nsubj" and _verb(token).lemma_.lower() in REPORTING.speech:
        lent *= _SPEAKER
    if role in SUBJECTS and _verb(token).dep_ in ("ccomp", "advcl", "relcl"):
        lent *= _LOWER
    if role == "pobj" and _credited(token):
        lent = _WEIGHTS["nsubj"] * _SPEAKER
    return lent * _QUOTED if parsed.quotation(token.idx) is not None else lent


def role_of(token: Token) -> str:
    """The dependency label of a word; for a conjunct or apposition, that of the word it belongs to."""
    at = token
    for _ in range(6):
        if at.dep_ not in ("conj", "appos") or at.head.i == at.i:
            break
        at = at.head
    if at.dep_ == "pobj" and at.head.lower_ == "by" and at.head.dep_ == "agent":
        return "agent"
    return at.dep_


def _credited(token: Token) -> bool:
    """Whether a word is the X of "according to X"."""
    while token.dep_ in ("pobj", "compound", "poss"):
        token = token.head
        if token.lower_ == "to" and token.head.lower_ == "according":
            return True
    return False


def _verb(token: Token) -> Token:
    """The verb of a subject, or of the subject that a word is joined to."""
    at = token
    for _ in range(6):
        if at.dep_ not in ("conj", "appos"):
            break
        at = at.head
    return at.head
