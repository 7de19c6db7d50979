"""A campaign against the record: damage it at random, and see what `verify` says against the head that was printed.

`python tests/ledger/damage.py FLIPS WALS EDITS [SEED]` (600 150 150) flips so many bytes of the file, damages the
write-ahead log so often, and makes so many edits in SQL as somebody would who knows SQLite: triggers and checks off,
the edit, all on again. Nothing is noted beside the file. What passes must tell the same as before, in every entry and
in all that is folded from them; what tells otherwise and passes is missed, and any error but our own is a fault.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1]))

from factories import make_failure
from ledger_world import make_decision, make_derivation, make_item, make_link, make_linking, tell_thrice

from sayso.errors import SaysoError
from sayso.ledger import Ledger
from sayso.ledger.log.merkle import MerkleTree
from schemas import EngineVersion, Head, pair_of_articles

Damage = Callable[[Path, random.Random], str]
"""Damages the ledger in a folder; what was done, in words."""

SIZE = 15
LATER = EngineVersion(sayso="0.2.0", model="m" * 12, registry="r" * 12)
FILE, LOG = "ledger.db", "ledger.db-wal"


def url_of(folder: Path) -> str:
    return f"sqlite:///{folder / FILE}"


def fill(ledger: Ledger) -> None:
    """`SIZE` entries of every kind; the last are decisions.

    They reject a link, confirm a derivation, say that two articles tell one story, and adopt another engine's reading.
    """
    claims, articles = tell_thrice(ledger)
    link, derivation = make_link(claims[0], claims[2]), make_derivation(articles[0], articles[1])
    ledger.append_linking(make_linking([link], [derivation]))
    ledger.append_problem(make_failure())
    ledger.append(*make_item("The road is shut. Two bridges were closed."))
    ledger.append(*make_item("The road is shut. Two bridges were closed.", engine=LATER))
    ledger.decide(make_decision(link.id, "reject", 1))
    ledger.decide(make_decision(derivation.id, "confirm", 2))
    pair = articles[0], articles[1]
    ledger.decide(make_decision(pair_of_articles(*pair), "confirm", 3, articles=pair))
    ledger.decide(make_decision(LATER.id, "accept", 4))
    assert ledger.head.size == SIZE


def told(folder: Path) -> Any:
    """Everything that can be read from a ledger."""
    with Ledger.open(url_of(folder), write=False, ignore_noted=True) as ledger:
        with ledger.snapshot() as now:
            entries = [now.show(number) for number in range(1, ledger.head.size + 1)]
            claims = [one.model_dump() for one in now.dossiers()]
            found = [one.model_dump() for one in now.find("bridges")]
            articles = [article.id for _, article in now.articles()]
            things = now.judged(), now.derivations_of(articles), list(now.problems()), list(now.links())
            decided = now.pair_rulings(), now.adopted(), now.adoptions(), now.orphaned()
        return entries, claims, found, articles, things, decided


@dataclass
class Figures:
    """Results of a campaign: how often damage was found or harmless, and what was missed or failed, in words."""

    counts: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def campaign(kept: Path, head: Head, damage: Damage, times: int, seed: int) -> Figures:
    """Damage copies of the ledger in the folder `kept`, whose head was printed as `head`."""
    figures, rng, printed = Figures(), random.Random(seed), Head(size=head.size, root=head.root)
    with tempfile.TemporaryDirectory() as place:  # reading moves what is in the log into the file
        before = told(Path(shutil.copytree(kept, Path(place) / "home")))
    for _ in range(times):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(shutil.copytree(kept, Path(place) / "home"))
            what = damage(folder, rng)
            try:
                verdict = _verdict(folder, printed, before)
            except Exception:  # noqa: BLE001  any of them is what we look for
                figures.faults.append(f"{what}\n{traceback.format_exc()}")
            else:
                figures.counts[verdict] += 1
                if verdict == "missed":
                    figures.missed.append(what)
    return figures


def _verdict(folder: Path, printed: Head, before: Any) -> str:
    try:
        with Ledger.open(url_of(folder), write=False) as ledger:
            if not ledger.verify(printed).ok:
                return "found"
        return "harmless" if told(folder) == before else "missed"
    except SaysoError:
        return "refused"


def flip(folder: Path, rng: random.Random) -> str:
    """One byte of the file becomes another; half of the time one that is used."""
    raw = bytearray((folder / FILE).read_bytes())
    at = rng.choice([at for at, byte in enumerate(raw) if byte] if rng.random() < 0.5 else range(len(raw)))
    raw[at] ^= rng.randrange(1, 256)
    (folder / FILE).write_bytes(raw)
    return f"byte {at} becomes {raw[at]}"


PAGE, FRAME, HEADER = 4096, 4096 + 24, 32
"""Bytes of a page, of a frame of the log, and before the first of them."""


def damage_log(folder: Path, rng: random.Random) -> str:
    """The log loses its end or a stretch, has bytes changed, or frames exchanged, repeated or taken out."""
    path = folder / LOG
    raw = bytearray(path.read_bytes())
    frames = (len(raw) - HEADER) // FRAME
    at, other = rng.randrange(len(raw)), rng.randrange(len(raw))
    one, two = (HEADER + rng.randrange(frames) * FRAME for _ in range(2))
    kind = rng.choice(["flip", "flip", "cut", "zeros", "gone", "exchange", "repeat", "without"])
    if kind == "flip":
        raw[at] ^= rng.randrange(1, 256)
    elif kind == "cut":
        del raw[at:]
    elif kind == "zeros":
        raw[min(at, other) : max(at, other)] = bytes(abs(at - other))
    elif kind == "exchange":
        raw[one : one + FRAME], raw[two : two + FRAME] = raw[two : two + FRAME], raw[one : one + FRAME]
    elif kind == "repeat":
        raw[one : one + FRAME] = raw[two : two + FRAME]
    elif kind == "without":
        del raw[one : one + FRAME]
    if kind == "gone":
        path.unlink()
    else:
        path.write_bytes(raw)
    return f"the log: {kind} at {at}, {other}, {one}, {two}"


def edit(folder: Path, rng: random.Random) -> str:
    """An edit in SQL, with every guard off while it lasts."""
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        what = rng.choice(EDITS)(connection, rng)
        for _, sql in guards:
            connection.execute(sql)
    return what


Edit = Callable[[sqlite3.Connection, random.Random], str]


def _run(connection: sqlite3.Connection, statement: str, *values: Any) -> str:
    try:
        connection.execute(statement, values)
    except sqlite3.Error as error:  # what the database refuses even now changes nothing
        return f"{statement} {values}: {error}"
    return f"{statement} {values}"


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found if name != "ledger_version"]


def _cell(connection: sqlite3.Connection, rng: random.Random) -> tuple[str, str, int, Any]:
    table = rng.choice([name for name in _tables(connection) if connection.execute(f"SELECT 1 FROM {name}").fetchone()])
    column = rng.choice([row[1] for row in connection.execute(f"PRAGMA table_info({table})")])
    row, value = rng.choice(connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall())
    return table, column, row, value


def _changed(value: Any, rng: random.Random) -> Any:
    if isinstance(value, bytes) and value:
        at = rng.randrange(len(value))
        return value[:at] + bytes([value[at] ^ rng.randrange(1, 256)]) + value[at + 1 :]
    if isinstance(value, str) and value:
        at = rng.randrange(len(value))
        return value[:at] + chr((ord(value[at]) + rng.randrange(1, 9)) % 0x10000) + value[at + 1 :]
    return (value or 0) + rng.choice([-9, -1, 1, 9, 2**40]) if isinstance(value, int) else "x"


def change_a_cell(connection: sqlite3.Connection, rng: random.Random) -> str:
    """A little."""
    table, column, row, value = _cell(connection, rng)
    return _run(connection, f"UPDATE {table} SET {column} = ? WHERE rowid = ?", _changed(value, rng), row)


def change_a_type(connection: sqlite3.Connection, rng: random.Random) -> str:
    """To another type, or to nothing."""
    table, column, row, _ = _cell(connection, rng)
    value = rng.choice([None, "", b"", 0, 1, -1, 2**62, "reject", 1.5, "\ud83d".encode("utf-16", "surrogatepass")])
    return _run(connection, f"UPDATE {table} SET {column} = ? WHERE rowid = ?", value, row)


def drop_rows(connection: sqlite3.Connection, rng: random.Random) -> str:
    """One row, or all from one on."""
    table, _, row, _ = _cell(connection, rng)
    return _run(connection, f"DELETE FROM {table} WHERE rowid {rng.choice(['=', '>='])} ?", row)


def copy_a_row(connection: sqlite3.Connection, rng: random.Random) -> str:
    """To a number below, above or between."""
    table, _, row, _ = _cell(connection, rng)
    columns = [one[1] for one in connection.execute(f"PRAGMA table_info({table})")]
    number = rng.choice([0, -1, -(2**63), SIZE + 1, SIZE + 2, 99, 2**31, 2**62])
    values = f"SELECT ?, {', '.join(columns[1:])} FROM {table} WHERE rowid = ?"
    return _run(connection, f"INSERT INTO {table} ({', '.join(columns)}) {values}", number, row)


def exchange_cells(connection: sqlite3.Connection, rng: random.Random) -> str:
    """Of two rows."""
    table, column, row, value = _cell(connection, rng)
    other, theirs = rng.choice(connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall())
    _run(connection, f"UPDATE {table} SET {column} = ? WHERE rowid = ?", theirs, row)
    return _run(connection, f"UPDATE {table} SET {column} = ? WHERE rowid = ?", value, other)


def cut_together(connection: sqlite3.Connection, rng: random.Random) -> str:
    """Cut the last entries with their views and adjust the head: only a head kept elsewhere detects that."""
    size = rng.randrange(SIZE)
    for name in _tables(connection):
        if name != "head":
            connection.execute(f"DELETE FROM {name} WHERE {'number' if name == 'entry' else 'entry'} > ?", (size,))
    _write_head(connection)
    return f"cut to {size} entries, head and views with them"


def rewrite_together(connection: sqlite3.Connection, rng: random.Random) -> str:
    """Give an entry another leaf and adjust the head: only a head kept elsewhere detects that."""
    number = rng.randrange(1, SIZE + 1)
    connection.execute("UPDATE entry SET leaf = randomblob(32) WHERE number = ?", (number,))
    _write_head(connection)
    return f"entry {number} rewritten, the head with it"


def _write_head(connection: sqlite3.Connection) -> None:
    tree = MerkleTree().extend(leaf for (leaf,) in connection.execute("SELECT leaf FROM entry ORDER BY number"))
    connection.execute("UPDATE head SET size = ?, root = ?, peaks = ?", (tree.size, tree.root, b"".join(tree.peaks)))


SCHEMA = (
    "CREATE TABLE mine (a)",
    "DROP INDEX view_decision_about",
    "CREATE INDEX mine ON view_decision (judgement) WHERE judgement = 'reject'",
    "CREATE VIEW mine AS SELECT * FROM entry",
    "ALTER TABLE view_decision ADD COLUMN mine GENERATED ALWAYS AS (judgement || 'x')",
    "CREATE TRIGGER mine AFTER INSERT ON entry BEGIN DELETE FROM view_decision; END",
    "ALTER TABLE entry RENAME COLUMN actor TO who",
    "DROP TABLE view_decision",
    "CREATE TABLE other AS SELECT * FROM entry; DROP TABLE entry; ALTER TABLE other RENAME TO entry",
    "DROP TABLE view_decision; CREATE VIEW view_decision AS SELECT 1 entry, 'a' id, 'b' about, 'reject' judgement",
    "CREATE TABLE other AS SELECT * FROM entry; DROP TABLE entry; ALTER TABLE other RENAME TO entry; "
    "INSERT INTO entry SELECT * FROM entry WHERE number = 12; UPDATE entry SET number = NULL WHERE number = 3",
)


def change_the_schema(connection: sqlite3.Connection, rng: random.Random) -> str:
    """Add or remove tables, indexes and triggers."""
    statements = rng.choice(SCHEMA)
    try:
        connection.executescript(statements)
    except sqlite3.Error as error:
        return f"{statements}: {error}"
    return statements


EDITS: tuple[Edit, ...] = (
    change_a_cell,
    change_a_cell,
    change_a_type,
    drop_rows,
    copy_a_row,
    copy_a_row,
    exchange_cells,
    cut_together,
    rewrite_together,
    change_the_schema,
)


def worlds(place: Path) -> tuple[Path, Path, Head]:
    """Two folders with the same ledger, whole in its file, and with its last entries in the log; and its head."""
    whole, logged = place / "whole", place / "logged"
    with Ledger.open(url_of(whole)) as ledger:
        pass
    with Ledger.open(url_of(whole)) as ledger:
        fill(ledger)
        logged.mkdir()
        for name in (FILE, LOG):
            shutil.copy(whole / name, logged)
        head = ledger.head
    (whole / f"{FILE}.head").unlink()
    return whole, logged, head


def campaigns(flips: int, logs: int, edits: int, seed: int) -> Iterator[tuple[str, Figures]]:
    """All three."""
    with tempfile.TemporaryDirectory() as place:
        whole, logged, head = worlds(Path(place))
        yield "byte flips", campaign(whole, head, flip, flips, seed)
        yield "damages to the log", campaign(logged, head, damage_log, logs, seed)
        yield "edits in SQL", campaign(whole, head, edit, edits, seed)


if __name__ == "__main__":
    counts = [int(one) for one in sys.argv[1:]]
    for name, found in campaigns(*counts, *[1][len(counts) - 3 :]):
        print(name, dict(found.counts), f"missed {len(found.missed)}, faults {len(found.faults)}", flush=True)
        print(*found.missed, *found.faults, sep="\n", end="")
