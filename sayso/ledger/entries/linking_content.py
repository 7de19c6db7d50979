"""What an entry of links says: one batch of what linking found, as canonical bytes and back.

Its facts are `{"linking": {...}, "schema": 1}`, its words `{"linking": [...]}`: the sentences of the signals, which may
quote articles. Links name claims by their ids and derivations name articles: places in them stand as numbers.
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
    """An entry of links."""

    linking: Linking


def draft_linking(linking: Linking) -> EntryDraft:
    """The draft of such an entry."""
    words = WordList()
    facts = encode({"linking": take_apart(linking, words), "schema": SCHEMA})
    return EntryDraft("links", {"facts": facts, "words": encode({"linking": words.all})})


def read_linked(stored: Stored) -> LinkingContent:
    """What an entry of links says; ValueError where its parts say nothing of the kind."""
    facts, words = decode(stored)
    return LinkingContent(join(Linking, facts["linking"], words["linking"]))


def read_link(facts: Any, words: Any, place: int) -> Link:
    """The link at one place of the decoded parts of such an entry."""
    return join(Link, facts["linking"]["links"][place], words["linking"])


def read_derivation(facts: Any, words: Any, place: int) -> Derivation:
    """The derivation at one place of the decoded parts of such an entry."""
    return join(Derivation, facts["linking"]["derivations"][place], words["linking"])
