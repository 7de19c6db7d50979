"""What an entry of a decision says, as canonical bytes and back.

Its facts are `{"decision": {...}, "schema": 1}`. It has no words of articles: what the person typed is its note,
`{"decision": ["WHY"]}`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.entries.redactable import WordList, join, take_apart
from sayso.ledger.log.leaf import Stored
from sayso.ledger.log.parts import SCHEMA, Draft, decode, encode
from schemas import Decision


@dataclass(frozen=True)
class Decided:
    """An entry of a decision."""

    decision: Decision


def draft_decision(decision: Decision) -> Draft:
    """The draft of such an entry."""
    typed = WordList()
    facts = encode({"decision": take_apart(decision, typed), "schema": SCHEMA})
    return Draft("decision", {"facts": facts, "note": encode({"decision": typed.all})})


def read_decided(stored: Stored) -> Decided:
    """What an entry of a decision says; ValueError where its parts say nothing of the kind."""
    facts, note = decode(stored, "note")
    return Decided(join(Decision, facts["decision"], note["decision"]))
