"""What every article gives to the worklist, kept: a view of the ledger that can be deleted and is then made again.

To read it out of an article takes some 20 ms, so nobody who asks for the list should wait for all of them. It is an
SQLite file in the folder of the indexes. Its rows are made of extractions, by the code and the registry that `made_by`
names; what was made by others, or of another ledger, and a damaged file are thrown away.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path

from sayso.desk.worklist_rows import SCHEMA, VERSION, WorklistView
from sayso.errors import LedgerError
from sayso.ledger import Snapshot
from sayso.registry import Registry
from sayso.worklist import BrokenRule, found, with_broken_rules
from schemas import Article, Extraction, Head

FILE = "worklist.db"
PACKAGES = ("worklist", "clear", "report", "present", "language")
"""The packages whose code and word lists decide what an article gives."""
Broken = Callable[[Article, Extraction], Sequence[BrokenRule]]
"""Gives the standing rules that an article breaks."""
AT_ONCE = 100
"""Articles between two commits: after an interruption the rest goes on from there."""


@contextmanager
def worklist_view(
    snapshot: Snapshot,
    folder: Path,
    registry: Registry,
    patience: float = 60.0,
    broken: Broken = lambda *_: (),
) -> Iterator[WorklistView]:
    """The view in `folder`, up to date with the snapshot for as long as the context lasts.

    `broken` gives the newsroom's standing rules that an article breaks; it is asked once, when the article is new.

    LedgerError where it cannot be written. 1. open it, or make it anew; 2. add the extractions that count and that it
    lacks, or whose chains were corrected since; 3. tell anew what changed links touch; 4. note how far it has come.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    by = made_by(registry)
    try:
        with closing(_opened(folder / FILE, snapshot, by, patience)) as connection:  # 1
            view = WorklistView(connection)
            _read(connection, view, snapshot, registry, by, broken)  # 2
            _tell(connection, view, snapshot, registry, by)  # 3
            yield view
    except sqlite3.OperationalError as error:
        raise LedgerError(
            f"expected to keep the worklist in {str(folder)!r}, could not ({error}); make room there, or try again"
        ) from error


@contextmanager
def noted_view(folder: Path, patience: float = 60.0) -> Iterator[WorklistView]:
    """The view in `folder` as it stands, however old; LookupError where there is none that can be read."""
    uri = f"{(folder / FILE).absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=patience)) as connection:
            yield WorklistView(connection)
    except sqlite3.Error as error:
        raise LookupError(f"expected the kept worklist in {str(folder)!r}, could not read it ({error})") from error


def _read(
    connection: sqlite3.Connection, view: WorklistView, snapshot: Snapshot, registry: Registry, by: str, broken: Broken
) -> None:
    corrected = _corrected_since(snapshot, connection)
    missing = iter(sorted({*snapshot.adopted()} - view.entries() | corrected))
    while some := list(islice(missing, AT_ONCE)):
        with connection:
            view.drop(corrected.intersection(some))
            for reading in snapshot.whole_readings(some):
                read = (reading.article, reading.extraction)
                view.add(reading, with_broken_rules(found(*read, registry), *read, registry, broken(*read)))
            _note(connection, by, snapshot, _linked(connection))  # 4


def _tell(connection: sqlite3.Connection, view: WorklistView, snapshot: Snapshot, registry: Registry, by: str) -> None:
    seen = _linked(connection)
    if seen == snapshot.as_of:
        return
    with connection:
        if touched := snapshot.touched_claims(seen):
            from sayso.desk.worklist_facts import around  # imported here: it loads the code of linking

            for one in around(snapshot, touched, registry):
                view.tell(one.claims, one.findings)
        _note(connection, by, snapshot, snapshot.as_of)  # 4


def _opened(file: Path, snapshot: Snapshot, by: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=patience)
    try:
        if _fits(connection, snapshot, by):
            return connection
    except sqlite3.OperationalError:  # it is locked, or cannot be read: no reason to throw it away
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
    if connection.execute("PRAGMA user_version").fetchone() != (VERSION,):
        return False
    noted = connection.execute("SELECT by, head FROM made").fetchone()
    if noted is None:
        return bool(connection.execute("SELECT count(*) FROM article").fetchone() == (0,))
    return bool(noted[0] == by) and snapshot.begins_with(Head.model_validate_json(noted[1]))


def _corrected_since(snapshot: Snapshot, connection: sqlite3.Connection) -> set[int]:
    """The extractions with chains that people have corrected since the head that was noted."""
    noted = connection.execute("SELECT head FROM made").fetchone()
    if noted is None:
        return set()
    changed = snapshot.corrections(Head.model_validate_json(noted[0]).size)
    return {entry for entries in changed.values() for entry in entries}


def _linked(connection: sqlite3.Connection) -> int:
    """The entry up to which links, and decisions on them, are taken into account."""
    noted = connection.execute("SELECT linked FROM made").fetchone()
    return int(noted[0]) if noted else 0


def _note(connection: sqlite3.Connection, by: str, snapshot: Snapshot, linked: int) -> None:
    connection.execute("DELETE FROM made")
    connection.execute("INSERT INTO made VALUES (?, ?, ?)", (by, snapshot.head.model_dump_json(), linked))


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
