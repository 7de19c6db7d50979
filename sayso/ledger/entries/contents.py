"""Contents of capture and extraction entries, as canonical bytes and back.

A capture's facts are `{"article": {...} | null, "capture": {...}, "schema": 1}` and its words `{"article": [...],
"capture": [...], "known_by": {...}}`. The last has what would confirm a guess of the text if it stayed when the text is
removed: the hashes of the bytes and of the notes beside them, their number, and the article's salt. In entries of older
versions these are facts, and articles have no salt. An extraction's facts are `{"extraction": {...}, "read_from": N,
"schema": 1}`, where entry N holds the article that it was read from, and its words `{"extraction": [...]}`. The words
of its spans are not stored: they are taken from the article's text, so reading an extraction checks every span. See
`redactable` for the shapes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson

from sayso.errors import UnfitError
from sayso.ledger.entries.decision_content import DecisionContent
from sayso.ledger.entries.linking_content import LinkingContent
from sayso.ledger.entries.redactable import WordList, join, take_apart
from sayso.ledger.log.entry_parts import SCHEMA, EntryDraft, decode, encode
from sayso.ledger.log.leaf import Stored
from schemas import Article, Capture, Extraction

_KNOWN_BY = ("noted", "sha256", "size")
"""Fields of a capture that depend on nothing but the bytes that came, and the notes beside them."""


@dataclass(frozen=True)
class CaptureContent:
    """Content of a capture entry.

    `version` hashes everything known about the article, but its salt: a corrected date changes it.
    """

    capture: Capture
    article: Article | None
    version: str | None


@dataclass(frozen=True)
class ExtractionContent:
    """Content of an extraction entry, read from the article of entry `read_from`."""

    extraction: Extraction
    read_from: int


Content = CaptureContent | ExtractionContent | LinkingContent | DecisionContent
"""Content of an entry of any kind."""


def draft_capture(capture: Capture, article: Article | None) -> tuple[EntryDraft, str | None]:
    """A capture's draft, and the article's version (None without an article)."""
    capture_words, article_words = WordList(), WordList()
    told = take_apart(article, article_words) if article else None
    taken = take_apart(capture, capture_words)
    known_by = {name: taken.pop(name) for name in _KNOWN_BY}
    if told:
        known_by["salt"] = told.pop("salt")
    facts = {"article": told, "capture": taken, "schema": SCHEMA}
    words = {"article": article_words.all, "capture": capture_words.all, "known_by": known_by}
    version = _version(told, article_words.all) if article else None
    return EntryDraft("capture", {"facts": encode(facts), "words": encode(words)}), version


def draft_extraction(article: Article, extraction: Extraction) -> Callable[[int], EntryDraft]:
    """A function from the entry number of the article to the extraction's draft.

    UnfitError where a span's words are not the article's.
    """
    words = WordList()
    try:
        facts = encode(take_apart(extraction, words, article.text))
    except ValueError as error:
        raise UnfitError(f"the extraction does not fit its article: {error}") from error
    encoded = encode({"extraction": words.all})

    def finish(read_from: int) -> EntryDraft:
        whole = {"extraction": orjson.Fragment(facts), "read_from": read_from, "schema": SCHEMA}
        return EntryDraft("extraction", {"facts": encode(whole), "words": encoded})

    return finish


def version_of(article: Article) -> str:
    """The version that a capture entry would record for this article."""
    words = WordList()
    facts = take_apart(article, words)
    del facts["salt"]
    return _version(facts, words.all)


def read_captured(stored: Stored) -> CaptureContent:
    """The content of a capture entry; ValueError where its parts do not decode to one."""
    facts, words = decode(stored)
    capture, article = join_captured(facts, words)
    version = _version(facts["article"], words["article"]) if article else None
    return CaptureContent(capture, article, version)


def join_captured(facts: Any, words: Any) -> tuple[Capture, Article | None]:
    """The capture and the article in the decoded parts of a capture entry; ValueError where they do not fit."""
    known_by = dict(words.get("known_by", {}))
    salt = {"salt": known_by.pop("salt", None)}
    article = facts["article"] and join(Article, facts["article"] | salt, words["article"])
    capture = join(Capture, facts["capture"] | known_by, words["capture"])
    if capture.article != (article and article.id):
        raise ValueError(f"expected the article {capture.article}, found {article and article.id}")
    return capture, article


def read_extracted(stored: Stored, article: Callable[[int], Article]) -> ExtractionContent:
    """The content of an extraction entry; `article` gives the one in the entry with a number.

    ValueError where they do not fit, or there is no such entry before this one.
    """
    facts, words = decode(stored)
    number = facts["read_from"]
    if type(number) is not int or not 0 < number < stored.number:
        raise ValueError(f"expected the number of an earlier entry, found {number!r}")
    read = article(number)
    extraction = join(Extraction, facts["extraction"], words["extraction"], read.text)
    if extraction.article != read.id:
        raise ValueError(f"expected an extraction of {read.id}, found one of {extraction.article}")
    return ExtractionContent(extraction, number)


def _version(facts: Any, words: list[str]) -> str:
    return sha256(encode(["version", facts, words])).hexdigest()[:32]
