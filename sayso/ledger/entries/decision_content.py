"""What an entry of a decision says, as canonical bytes and back.

Its facts are `{"decision": {...}, "schema": 1}`. It has no words of articles: what the person typed is its note,
`{"decision": ["WHY"]}`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.entries.redactable import WordList, join, take_apart
from sayso.ledger.log.entry_parts import SCHEMA, EntryDraft, decode, encode
from sayso.ledger.log.leaf import Stored
from schemas import Decision


@dataclass(frozen=True)
class DecisionContent:
    """An entry of a decision."""

    decision: Decision


def draft_decision(decision: Decision) -> EntryDraft:
    """The draft of such an entry."""
    typed = WordList()
    facts = encode({"decision": take_apart(decision, typed), "schema": SCHEMA})
    return EntryDraft("decision", {"facts": facts, "note": encode({"decision": typed.all})})


def read_decided(stored: Stored) -> DecisionContent:
    """What an entry of a decision says; ValueError where its parts say nothing of the kind."""
    facts, note = decode(stored, "note")
    return DecisionContent(join(Decision, facts["decision"], note["decision"]))
