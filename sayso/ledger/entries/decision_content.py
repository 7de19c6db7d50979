"""Content of decision entries, as canonical bytes and back.

The facts are `{"decision": {...}, "schema": 1}`. There are no words from articles: what the person typed is the note,
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
    """Content of a decision entry."""

    decision: Decision


def draft_decision(decision: Decision) -> EntryDraft:
    """A decision's draft."""
    typed = WordList()
    facts = encode({"decision": take_apart(decision, typed), "schema": SCHEMA})
    return EntryDraft("decision", {"facts": facts, "note": encode({"decision": typed.all})})


def read_decided(stored: Stored) -> DecisionContent:
    """The content of a decision entry; ValueError where its parts do not decode to one."""
    facts, note = decode(stored, "note")
    return DecisionContent(join(Decision, facts["decision"], note["decision"]))
