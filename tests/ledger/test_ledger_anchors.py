"""A ledger that was rewritten, with every hash made anew, does not begin with a checkpoint that somebody kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_world import make_item, tell_thrice

from sayso.ledger import Ledger
from sayso.ledger.log.entry_rows import typed
from sayso.ledger.log.leaf import Stored
from sayso.ledger.log.merkle import MerkleTree
from sayso.ledger.store.tables import entry
from sayso.ledger.verify.anchors import Anchor
from schemas import Head

Rows = list[Stored]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Anchor]]:
    """A ledger of 8 entries with nothing beside it, and the checkpoints of 4 and of 8 entries."""
    file = tmp_path_factory.mktemp("world") / "ledger.db"
    with Ledger.open(f"sqlite:///{file}", actor="desk") as ledger:
        tell_thrice(ledger)
        heads = [ledger.head]
        ledger.append(*make_item("Nothing was said.", outlet="Echo"))
        heads.append(ledger.head)
        with ledger.tree(file.with_name("tree")):
            pass
    file.with_name("ledger.db.head").unlink()
    assert [head.size for head in heads] == [6, 8]
    return file, [Anchor(head, f"checkpoint of {head.size}") for head in heads]


def rewrite(file: Path, change: Callable[[Rows], Rows]) -> int:
    """Rewrite all entries, numbers, leaves, and the head, so that the ledger fits together; its new size."""
    with closing(sqlite3.connect(file)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        names = [column.name for column in entry.columns]
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        raw = {
            row[0]: row
            for row in connection.execute(f"SELECT {', '.join(names)} FROM entry ORDER BY number").fetchall()
        }
        entries = change([typed(row) for row in raw.values()])
        connection.execute("DELETE FROM entry")
        tree = MerkleTree()
        for number, one in enumerate(entries, 1):
            made = replace(one, number=number).leafed()
            tree = tree.add(made.leaf)
            values = dict(zip(names, raw[one.number], strict=True))
            values |= {"number": number, "actor": made.actor, "kind": made.kind, "leaf": made.leaf}
            marks = ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO entry ({', '.join(values)}) VALUES ({marks})", [*values.values()])
        head = (tree.size, tree.root, b"".join(tree.peaks))
        connection.execute("UPDATE head SET size = ?, root = ?, peaks = ?", head)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()
        return tree.size


def rewrites() -> Iterator[tuple[str, int, Callable[[Rows], Rows]]]:
    """What was done, the first entry that it changed, and how."""
    for at in range(8):
        yield "another actor", at + 1, lambda rows, at=at: _put(rows, at, replace(rows[at], actor="somebody"))
        yield "removed", at + 1, lambda rows, at=at: rows[:at] + rows[at + 1 :]
        yield "inserted again", at + 2, lambda rows, at=at: rows[: at + 1] + rows[at:]
        yield "cut", at + 1, lambda rows, at=at: rows[:at]
        yield "all after it", at + 1, lambda rows, at=at: rows[:at] + [replace(one, actor="x") for one in rows[at:]]
    for at in range(7):
        yield "moved", at + 1, lambda rows, at=at: [*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :]]
    for at in range(3):
        yield "the other way round", at + 1, lambda rows, at=at: rows[:at] + rows[at:][::-1]


def _put(rows: Rows, at: int, one: Stored) -> Rows:
    return [*rows[:at], one, *rows[at + 1 :]]


def test_no_whole_rewrite_passes_for_the_ledger_of_a_checkpoint(
    world: tuple[Path, list[Anchor]], tmp_path: Path
) -> None:
    file, anchors = world
    cases = list(rewrites())
    assert len(cases) == 50
    for what, first, change in cases if "CI" in os.environ else cases[::5]:  # each takes 50 ms
        copy = Path(shutil.copy(file, tmp_path))
        size = rewrite(copy, change)
        with Ledger.open(f"sqlite:///{copy}", write=False, ignore_noted=True) as ledger:
            found = ledger.verify(None, anchors)
            tree = file.with_name("tree")
            last = next((one for one in anchors if one.head.size >= first), None)
            place = last and ledger.first_difference(tree, last.head)
        assert found.anchored == max((one.head.size for one in anchors if one.head.size < first), default=0), what
        said = [one for one in found.findings if one.startswith("The checkpoint") or "those of the checkpoint" in one]
        if last is None:
            assert said == [], what
        else:
            assert len(said) == 1, (what, first, found.findings)
            assert place == first, (what, first)
            of = last.head.size
            gone = f"The checkpoint of {of} counts {of} entries, {size} are there: the rest is gone"
            where = "one of the entries 1 to 6" if last.head.size == 6 else "one of the entries 7 to 8"
            assert (gone if size < last.head.size else where) in said[0], (what, first, said)


def test_it_says_what_is_anchored_and_what_is_not(world: tuple[Path, list[Anchor]]) -> None:
    file, (six, eight) = world
    with Ledger.open(f"sqlite:///{file}", write=False) as ledger:
        partly, whole = ledger.verify(None, [six]), ledger.verify(None, [six, eight])
        other = ledger.verify(None, [Anchor(Head(size=8, root="0" * 64), "checkpoint of a swapped ledger"), six])
    assert (partly.ok, partly.anchored, whole.anchored) == (True, 6, 8)
    assert partly.limit == (
        "Entries 1 to 6 are anchored: a checkpoint vouches for them. Entries 7 to 8 are not: whoever can write to the "
        "database could have rewritten them."
    )
    assert whole.limit == "All entries, 1 to 8, are anchored: a checkpoint vouches for them."
    assert other.findings == (
        "The first 8 entries are not those of the checkpoint of a swapped ledger: the first that was changed, removed, "
        "inserted or moved is one of the entries 7 to 8.",
    )
