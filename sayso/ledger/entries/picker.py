"""`Picker`: single claims, links and derivations out of their entries, without building the whole records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from sayso.errors import TamperedError
from sayso.ledger.entries.contents import join_captured
from sayso.ledger.entries.linking_content import read_derivation, read_link
from sayso.ledger.entries.redactable import join
from sayso.ledger.log.entry_parts import decode
from sayso.ledger.log.entry_rows import entry_of, read
from sayso.ledger.log.leaf import Stored
from schemas import (
    Article,
    Capture,
    Claim,
    Derivation,
    EngineVersion,
    Hop,
    LedgerEntry,
    Link,
    Publication,
    PublishedClaim,
    Segment,
    Span,
    Statement,
)

KEPT = 64
"""Decoded entries that are cached: claims and links that are needed together are often in one entry."""

KEPT_ARTICLES = 1024
"""Articles that are cached: each is needed for every claim that is linked with one of its claims."""

KEPT_CLAIMS = 1 << 14
"""Claims that are cached: a linked claim is needed for every claim that it is linked with."""

KEPT_LINKS = 1 << 15
"""Links that are cached: each is needed at both its ends, and again for counting the origins of the two."""


Place = tuple[int, int, int]
"""Where a claim is: its entry, its place in that extraction, and the place of its statement there."""

Chain = tuple[Hop, ...]


class OpenedExtraction:
    """A decoded extraction entry with its article; its records are built on demand, each once."""

    def __init__(
        self,
        stored: Stored,
        facts: dict[str, Any],
        words: list[str],
        article: Article,
        corrected: Mapping[str, Chain] = MappingProxyType({}),
    ) -> None:
        self._stored = stored
        self._corrected = corrected
        self._facts = facts
        self._words = words
        self._statements: dict[int, Statement] = {}
        self._claims: dict[int, Claim] = {}
        self._segments = facts["segmentation"]["segments"]
        self._begins = [segment["span"][0] for segment in self._segments]
        self.article = article
        self.publication = Publication.of(article)

    @property
    def entry(self) -> LedgerEntry:
        """Its ledger entry."""
        return entry_of(self._stored)

    @property
    def engine(self) -> EngineVersion:
        """The engine that read the article."""
        return join(EngineVersion, self._facts["engine"], self._words)

    def published_claim(self, place: int, of: int) -> PublishedClaim:
        """The claim at `place`, with its statement (at place `of`) and publication."""
        return PublishedClaim(claim=self.claim(place, of), statement=self.statement(of), publication=self.publication)

    def claim(self, place: int, of: int) -> Claim:
        """The claim at `place`, whose statement is at place `of`."""
        if place not in self._claims:
            claim = join(Claim, self._facts["claims"][place], self._words, self.article.text)
            statement = self.statement(of)
            if (claim.article, claim.statement) != (self.article.id, statement.id):
                raise ValueError("a claim, its statement and its article do not belong together")
            self._claims[place] = claim.answered_by(statement.chain) if statement.read_as else claim
        return self._claims[place]

    def around(self, claim: Claim) -> tuple[Segment | None, Span | None]:
        """The segment in which a claim begins, and that segment's paragraph; (None, None) outside of any segment."""
        start, text = claim.spans[0].start, self.article.text
        at = bisect_right(self._begins, start) - 1
        if at < 0 or start >= self._segments[at]["span"][1]:
            return None, None
        segment = join(Segment, self._segments[at], self._words, text)
        paragraphs = self._facts["segmentation"]["paragraphs"]
        return segment, join(Span, paragraphs[segment.paragraph], self._words, text)

    def statement(self, place: int) -> Statement:
        """The statement at `place`, with the chain that a person gave it, if one did."""
        if place not in self._statements:
            read = join(Statement, self._facts["statements"][place], self._words, self.article.text)
            chain = self._corrected and self._corrected.get(read.id)
            self._statements[place] = read.corrected(chain) if chain else read
        return self._statements[place]


class Picker:
    """Reads single records in one transaction. Every entry's hashes are checked; TamperedError where they differ.

    `corrected`: the chains that people gave statements (ids): they outrank what was read, wherever it is read from.
    """

    def __init__(self, connection: Connection, corrected: Mapping[str, Chain] = MappingProxyType({})) -> None:
        self._connection = connection
        self._corrected = corrected
        self._decoded = lru_cache(KEPT)(self._decode)
        self._linked = lru_cache(2 * KEPT)(self._decode)
        self._captured = lru_cache(KEPT_ARTICLES)(self._read_captured)
        self.opened = lru_cache(KEPT)(self._open)
        self._kept: dict[Place, PublishedClaim] = {}
        self._gathered: set[int] = set()
        self.link = lru_cache(KEPT_LINKS)(self._link)
        """The link at a place in an entry."""

    def published_claim(self, number: int, place: int, of: int) -> PublishedClaim:
        """The claim at `place` in extraction entry `number`, whose statement is at place `of`."""
        if found := self._kept.get((number, place, of)):
            return found
        with naming(number):
            return self._keep((number, place, of), self.opened(number).published_claim(place, of))

    def _keep(self, place: Place, claim: PublishedClaim) -> PublishedClaim:
        self._kept[place] = claim
        if len(self._kept) > KEPT_CLAIMS:
            del self._kept[next(iter(self._kept))]
        return claim

    def unread(self, claims: Iterable[Place]) -> list[int]:
        """The entries of those of these claims that are not cached, except entries that `remember` has read before."""
        return sorted({place[0] for place in claims if place not in self._kept} - self._gathered)

    def remember(self, claims: Iterable[Place]) -> None:
        """Cache these claims (all linked claims of their entries), so that no entry is decoded once per claim."""
        for place in claims:
            self._gathered.add(place[0])
            self.published_claim(*place)

    def article(self, number: int) -> Article:
        """The article in capture entry `number`."""
        with naming(number):
            return self._captured(number)[1]

    def capture(self, number: int) -> Capture:
        """The capture with the article that extraction entry `number` was read from."""
        with naming(number):
            return self._captured(self._decoded(number)[1]["read_from"])[0]

    def captured(self, number: int) -> tuple[Capture, Article]:
        """The capture and the article in capture entry `number`."""
        with naming(number):
            return self._captured(number)

    def _link(self, number: int, place: int) -> Link:
        with naming(number):
            return read_link(*self._linked(number)[1:], place)

    def derivation(self, number: int, place: int) -> Derivation:
        """The derivation at `place` in entry `number`."""
        with naming(number):
            return read_derivation(*self._linked(number)[1:], place)

    def _open(self, number: int) -> OpenedExtraction:
        stored, facts, words = self._decoded(number)
        _, article = self._captured(facts["read_from"])
        return OpenedExtraction(stored, facts["extraction"], words["extraction"], article, self._corrected)

    def _decode(self, number: int) -> tuple[Stored, dict[str, Any], dict[str, Any]]:
        stored = read(self._connection, number)
        return stored, *decode(stored)

    def _read_captured(self, number: int) -> tuple[Capture, Article]:
        _, facts, words = self._decode(number)
        capture, article = join_captured(facts, words)
        if article is None:
            raise ValueError("expected an article, found none")
        return capture, article


@contextmanager
def naming(number: int) -> Iterator[None]:
    """Turn the errors of reading entry `number` into a TamperedError that names it."""
    try:
        yield
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise TamperedError(f"entry {number}: {error}; `sayso ledger verify` shows the details") from error
