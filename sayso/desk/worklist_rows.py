"""The tables of the worklist's view, and their rows."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

import orjson

from sayso.ledger import WholeReading
from sayso.present.sourcing import REPORT_CLASSES, report_class
from sayso.worklist import ArticleFindings, Finding, SetAside

VERSION = 2
"""Of the tables: `user_version` in `SCHEMA`."""
SCHEMA = """
    CREATE TABLE IF NOT EXISTS made (by TEXT NOT NULL, head TEXT NOT NULL, linked INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS article (
        entry INTEGER PRIMARY KEY, article TEXT NOT NULL, title TEXT, outlet TEXT, published TEXT, url TEXT,
        file TEXT NOT NULL, recorded TEXT NOT NULL, aside TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS article_id ON article (article);
    CREATE TABLE IF NOT EXISTS finding (
        entry INTEGER NOT NULL, place INTEGER NOT NULL, kinds TEXT NOT NULL, score REAL NOT NULL, who TEXT NOT NULL,
        claims TEXT NOT NULL, words TEXT NOT NULL, finding BLOB NOT NULL, PRIMARY KEY (entry, place)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sourcing (
        entry INTEGER PRIMARY KEY, sourced INTEGER NOT NULL, unnamed INTEGER NOT NULL, none_given INTEGER NOT NULL,
        undetermined INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS told (
        claim TEXT NOT NULL, entry INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (claim, entry, place)
    ) WITHOUT ROWID;
    PRAGMA user_version = 2;
"""
LINKED = 1_000_000
"""The places from which on findings are about linked claims, not about one article."""


class ArticleRow(NamedTuple):
    """An article: the entry of its extraction, its id, what is known of it, and when it was first seen (ISO 8601)."""

    entry: int
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    file: str
    recorded: str
    aside: str


class FindingRow(NamedTuple):
    """A finding as far as ordering and filtering need it: its claims (the fields of `Judged`) as JSON.

    `words` is its sentence folded: two with the same are one and the same text.
    """

    entry: int
    place: int
    kinds: str
    score: float
    who: str
    claims: str
    words: str


class LinkedFinding(NamedTuple):
    """A finding about linked claims (ids), at home in an article (its id)."""

    article: str
    claims: tuple[str, ...]
    finding: Finding


class SourcingRow(NamedTuple):
    """How many statements of an extraction (its entry) are in each class of reports (`present.sourcing`)."""

    entry: int
    sourced: int
    unnamed: int
    none_given: int
    undetermined: int


class WorklistView:
    """The open view."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def articles(self) -> list[ArticleRow]:
        """Every article, in the order of the ledger; among them such of which another extraction counts by now."""
        return [ArticleRow(*row) for row in self._connection.execute("SELECT * FROM article ORDER BY entry")]

    def sourcing(self) -> list[SourcingRow]:
        """What the statements of every article rest on, in the order of the ledger."""
        return [SourcingRow(*row) for row in self._connection.execute("SELECT * FROM sourcing ORDER BY entry")]

    def findings(self) -> Iterator[FindingRow]:
        """Every finding, in the order of the ledger."""
        columns = ", ".join(FindingRow._fields)
        return (FindingRow(*row) for row in self._connection.execute(f"SELECT {columns} FROM finding"))  # noqa: S608

    def about(self, thing: str) -> list[FindingRow]:
        """The findings with this claim or statement (its id)."""
        query = f"SELECT {', '.join(FindingRow._fields)} FROM finding WHERE instr(claims, ?)"  # noqa: S608
        return [FindingRow(*row) for row in self._connection.execute(query, (f'"{thing}"',))]

    def whole(self, rows: Iterable[FindingRow]) -> Iterator[Finding]:
        """The findings of these rows, in their order; LookupError where it does not have one (any more)."""
        query = "SELECT finding FROM finding WHERE entry = ? AND place = ?"
        for row in rows:
            found = self._connection.execute(query, (row.entry, row.place)).fetchone()
            if found is None:
                raise LookupError(f"expected a finding at place {row.place} of entry {row.entry}, found none")
            yield Finding.model_validate_json(found[0])

    def entries(self) -> set[int]:
        """The extractions (entries) that it has."""
        return {number for (number,) in self._connection.execute("SELECT entry FROM article")}

    def add(self, reading: WholeReading, given: ArticleFindings) -> None:
        """Keep what an extraction gives."""
        article = reading.article
        about = ArticleRow(
            entry=reading.entry,
            article=article.id,
            title=given.title,
            outlet=article.outlet,
            published=article.published,
            url=article.url,
            file=reading.capture.file,
            recorded=reading.recorded.isoformat(),
            aside=given.aside.model_dump_json(),
        )
        self._insert("article", about)
        classes = Counter(map(report_class, reading.extraction.statements))
        self._insert("sourcing", (reading.entry, *(classes[one] for one in REPORT_CLASSES)))
        for place, one in enumerate(given.findings):
            self._keep(reading.entry, place, one)

    def drop(self, entries: Iterable[int]) -> None:
        """Throw away what these extractions gave, but for what is about linked claims."""
        for entry in entries:
            self._connection.execute("DELETE FROM article WHERE entry = ?", (entry,))
            self._connection.execute("DELETE FROM sourcing WHERE entry = ?", (entry,))
            self._connection.execute("DELETE FROM finding WHERE entry = ? AND place < ?", (entry, LINKED))

    def tell(self, claims: Iterable[str], findings: Iterable[LinkedFinding]) -> None:
        """Keep what these linked claims (ids) give now, in place of what they gave before."""
        for claim in claims:
            query = "SELECT entry, place FROM told WHERE claim = ?"
            for place in self._connection.execute(query, (claim,)).fetchall():
                self._connection.execute("DELETE FROM finding WHERE entry = ? AND place = ?", place)
                self._connection.execute("DELETE FROM told WHERE entry = ? AND place = ?", place)
        for one in findings:
            entry = self._last("SELECT max(entry) FROM article WHERE article = ?", one.article)
            if entry is not None:
                before = self._last("SELECT max(place) FROM finding WHERE entry = ?", entry)
                at = max(LINKED, (before or 0) + 1)
                self._keep(entry, at, one.finding)
                for claim in one.claims:
                    self._insert("told", (claim, entry, at))

    def _last(self, query: str, value: object) -> int | None:
        (found,) = self._connection.execute(query, (value,)).fetchone()
        return None if found is None else int(found)

    def _keep(self, entry: int, place: int, one: Finding) -> None:
        self._insert("finding", (*row_of(entry, place, one), one.model_dump_json()))

    def _insert(self, table: str, row: tuple[object, ...]) -> None:
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)  # noqa: S608


def row_of(entry: int, place: int, one: Finding) -> FindingRow:
    """The row of a finding of an extraction (its entry), in this place among its findings."""
    return FindingRow(
        entry=entry,
        place=place,
        kinds=" ".join(one.kinds),
        score=one.score,
        who="\n".join(one.who),
        claims=orjson.dumps([[*claim.model_dump().values()] for claim in one.claims]).decode(),
        words=folded(one.sentence),
    )


def folded(words: str) -> str:
    """A sentence without case and spacing."""
    return " ".join(words.casefold().split())


def aside_of(rows: Collection[ArticleRow]) -> SetAside:
    """How many sentences of these articles are only counted, and why."""
    return sum((SetAside.model_validate_json(row.aside) for row in rows), SetAside())
