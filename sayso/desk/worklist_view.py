"""What every article gives to the worklist, kept: a view of the ledger that can be deleted and is then made again.

To read it out of an article takes some 20 ms, so nobody who asks for the list should wait for all of them. It is an
SQLite file in the folder of the indexes. Its rows are made of extractions, by the code and the registry that `made_by`
names; what was made by others, or of another ledger, and a damaged file are thrown away.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import orjson

from sayso.ledger import Snapshot, WholeReading
from sayso.registry import Registry
from sayso.worklist import ArticleFindings, Finding, SetAside, found
from schemas import Head

FILE = "worklist.db"
SCHEMA = """
    CREATE TABLE IF NOT EXISTS made (by TEXT NOT NULL, head TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS article (
        entry INTEGER PRIMARY KEY, article TEXT NOT NULL, title TEXT, outlet TEXT, published TEXT, url TEXT,
        file TEXT NOT NULL, recorded TEXT NOT NULL, aside TEXT NOT NULL
    );
    CREATE TABLE IF NOT EXISTS finding (
        entry INTEGER NOT NULL, place INTEGER NOT NULL, kinds TEXT NOT NULL, score REAL NOT NULL, who TEXT NOT NULL,
        claims TEXT NOT NULL, words TEXT NOT NULL, finding BLOB NOT NULL, PRIMARY KEY (entry, place)
    ) WITHOUT ROWID;
"""
PACKAGES = ("worklist", "clear", "report", "present", "language")
"""The packages whose code and word lists decide what an article gives."""
AT_ONCE = 100
"""Articles between two commits: after an interruption the rest goes on from there."""


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


class WorklistView:
    """The open view, up to date with the ledger."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def articles(self) -> list[ArticleRow]:
        """Every article, in the order of the ledger; among them such of which another extraction counts by now."""
        return [ArticleRow(*row) for row in self._connection.execute("SELECT * FROM article ORDER BY entry")]

    def findings(self) -> Iterator[FindingRow]:
        """Every finding, in the order of the ledger."""
        columns = ", ".join(FindingRow._fields)
        return (FindingRow(*row) for row in self._connection.execute(f"SELECT {columns} FROM finding"))  # noqa: S608

    def whole(self, rows: Iterable[FindingRow]) -> Iterator[Finding]:
        """The findings of these rows, in their order."""
        query = "SELECT finding FROM finding WHERE entry = ? AND place = ?"
        for row in rows:
            (blob,) = self._connection.execute(query, (row.entry, row.place)).fetchone()
            yield Finding.model_validate_json(blob)

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
        for place, one in enumerate(given.findings):
            claims = orjson.dumps([[*claim.model_dump().values()] for claim in one.claims]).decode()
            row = FindingRow(
                entry=reading.entry,
                place=place,
                kinds=" ".join(one.kinds),
                score=one.score,
                who="\n".join(one.who),
                claims=claims,
                words=folded(one.sentence),
            )
            self._insert("finding", (*row, one.model_dump_json()))

    def _insert(self, table: str, row: tuple[object, ...]) -> None:
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)  # noqa: S608


def folded(words: str) -> str:
    """A sentence without case and spacing."""
    return " ".join(words.casefold().split())


@contextmanager
def worklist_view(
    snapshot: Snapshot, folder: Path, registry: Registry, patience: float = 60.0
) -> Iterator[WorklistView]:
    """The view in `folder`, up to date with the snapshot for as long as the context lasts.

    1. open it, or make it anew; 2. add the extractions that count and that it lacks; 3. note the head that it has seen.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    by = made_by(registry)
    with closing(_opened(folder / FILE, snapshot, by, patience)) as connection:  # 1
        view = WorklistView(connection)
        missing = iter(sorted({*snapshot.adopted()} - view.entries()))
        while some := list(islice(missing, AT_ONCE)):  # 2
            with connection:
                for reading in snapshot.whole_readings(some):
                    view.add(reading, found(reading.article, reading.extraction, registry))
                _note(connection, by, snapshot.head)  # 3
        yield view


def _opened(file: Path, snapshot: Snapshot, by: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=patience)
    try:
        connection.executescript(SCHEMA)
        if _fits(connection, snapshot, by):
            return connection
    except sqlite3.OperationalError:  # it is locked, or the disk is full: no reason to throw it away
        connection.close()
        raise
    except (sqlite3.DatabaseError, ValueError):
        pass
    connection.close()
    file.unlink(missing_ok=True)
    connection = sqlite3.connect(file, timeout=patience)
    connection.executescript(SCHEMA)
    return connection


def _fits(connection: sqlite3.Connection, snapshot: Snapshot, by: str) -> bool:
    """Whether it was made by this code, of a ledger that this one begins with."""
    noted = connection.execute("SELECT by, head FROM made").fetchone()
    if noted is None:
        return bool(connection.execute("SELECT count(*) FROM article").fetchone() == (0,))
    return bool(noted[0] == by) and snapshot.begins_with(Head.model_validate_json(noted[1]))


def _note(connection: sqlite3.Connection, by: str, head: Head) -> None:
    connection.execute("DELETE FROM made")
    connection.execute("INSERT INTO made VALUES (?, ?)", (by, head.model_dump_json()))


def made_by(registry: Registry) -> str:
    """SHA-256 over the code and the word lists that decide what an article gives, and the registry of sources."""
    digest = hashlib.sha256(registry.digest.encode())
    for package in PACKAGES:
        for path, content in sorted(_contents(package, files("sayso") / package)):
            digest.update(f"{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _contents(path: str, place: Traversable) -> Iterator[tuple[str, bytes]]:
    if place.is_dir():
        for entry in place.iterdir():
            yield from _contents(f"{path}/{entry.name}", entry)
    elif path.endswith((".py", ".yaml")):
        yield path, place.read_bytes()


def aside_of(rows: Collection[ArticleRow]) -> SetAside:
    """How many sentences of these articles are only counted, and why."""
    return sum((SetAside.model_validate_json(row.aside) for row in rows), SetAside())
