"""Content of decision entries, as canonical bytes and back.

The facts are `{"decision": {...}, "schema": 1}`; what the person typed is the note, `{"decision": ["WHY"]}`. The words
are `{"version": "DIGEST"}`: the digest of what was judged would confirm a guess of its words, so it can be removed with
them, and the note stays. Entries of older versions have it among the facts, and no words.
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
    judged = take_apart(decision, typed)
    words = encode({"version": judged.pop("version")})
    facts = encode({"decision": judged, "schema": SCHEMA})
    return EntryDraft("decision", {"facts": facts, "words": words, "note": encode({"decision": typed.all})})


def read_decided(stored: Stored) -> DecisionContent:
    """The content of a decision entry; ValueError where its parts do not decode to one."""
    facts, note = decode(stored, "note")
    words = decode(stored)[1] if "words" in stored.parts else {}
    return DecisionContent(join(Decision, facts["decision"] | words, note["decision"]))
