"""Single claims, links and derivations out of their entries, without reading all that those say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from sayso.errors import TamperedError
from sayso.ledger.apart import join
from sayso.ledger.linked import read_derivation, read_link
from sayso.ledger.parts import decode
from sayso.ledger.rows import read
from schemas import Article, Claim, Derivation, Link, Publication, Statement, Told

KEPT = 32
"""Entries that are remembered, decoded: claims and links that are asked for together often stand together."""


class Picker:
    """Picks in one transaction. The hashes of every entry are checked; TamperedError where they do not fit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._decoded = lru_cache(KEPT)(self._decode)
        self._article = lru_cache(KEPT)(self._read_article)

    def told(self, number: int, place: int, of: int) -> Told:
        """The claim at `place` in extraction entry `number`, whose statement is at place `of`."""
        with _of(number):
            facts, words = self._decoded(number)
            article, extraction = self._article(facts["read_from"]), facts["extraction"]
            claim = join(Claim, extraction["claims"][place], words["extraction"], article.text)
            statement = join(Statement, extraction["statements"][of], words["extraction"], article.text)
            if (claim.article, claim.statement) != (article.id, statement.id):
                raise ValueError("a claim, its statement and its article do not belong together")
            return Told(claim=claim, statement=statement, publication=Publication.of(article))

    def article(self, number: int) -> Article:
        """The article that extraction entry `number` was read from."""
        with _of(number):
            return self._article(self._decoded(number)[0]["read_from"])

    def link(self, number: int, place: int) -> Link:
        """The link at `place` in entry `number`."""
        with _of(number):
            return read_link(*self._decoded(number), place)

    def derivation(self, number: int, place: int) -> Derivation:
        """The derivation at `place` in entry `number`."""
        with _of(number):
            return read_derivation(*self._decoded(number), place)

    def _decode(self, number: int) -> tuple[dict[str, Any], dict[str, Any]]:
        return decode(read(self._connection, number))

    def _read_article(self, number: int) -> Article:
        facts, words = self._decode(number)
        return join(Article, facts["article"], words["article"])


@contextmanager
def _of(number: int) -> Iterator[None]:
    """Name the entry in which what is looked for is not to be found."""
    try:
        yield
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise TamperedError(f"entry {number}: {error}; `sayso ledger verify` tells more") from error
