"""Content of links entries: one batch of links and derivations, as canonical bytes and back.

The facts are `{"linking": {...}, "schema": 1}`, the words `{"linking": [...]}`: the sentences of the signals, which may
quote articles. Links name claims by id, derivations name articles by id and passages by character offsets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.ledger.entries.redactable import WordList, join, take_apart
from sayso.ledger.log.entry_parts import SCHEMA, EntryDraft, decode, encode
from sayso.ledger.log.leaf import Stored
from schemas import Derivation, Link, Linking


@dataclass(frozen=True)
class LinkingContent:
    """Content of a links entry."""

    linking: Linking


def draft_linking(linking: Linking) -> EntryDraft:
    """A linking's draft."""
    words = WordList()
    facts = encode({"linking": take_apart(linking, words), "schema": SCHEMA})
    return EntryDraft("links", {"facts": facts, "words": encode({"linking": words.all})})


def read_linked(stored: Stored) -> LinkingContent:
    """The content of a links entry; ValueError where its parts do not decode to one."""
    facts, words = decode(stored)
    return LinkingContent(join(Linking, facts["linking"], words["linking"]))


def read_link(facts: Any, words: Any, place: int) -> Link:
    """The link at `place` in the decoded parts of a links entry."""
    return join(Link, facts["linking"]["links"][place], words["linking"])


def read_derivation(facts: Any, words: Any, place: int) -> Derivation:
    """The derivation at `place` in the decoded parts of a links entry."""
    return join(Derivation, facts["linking"]["derivations"][place], words["linking"])
