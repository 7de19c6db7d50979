"""Reading and verifying cover the same rows: a row with an impossible number blocks reading and is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from ledger_world import make_decision, make_item, make_link, make_linking, tell_thrice
from sqlalchemy import Connection, create_engine, insert, select
from tampering import TRIGGERS

from sayso.errors import TamperedError
from sayso.ledger import Ledger, Snapshot
from sayso.ledger.entries.decision_content import DecisionContent, draft_decision
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_rows import read
from sayso.ledger.log.leaf import Part
from sayso.ledger.store.tables import entry, view_claim, view_decision, view_extraction, view_link
from sayso.ledger.views.view_rows import rows_of
from schemas import Link

SIZE = 7


@pytest.fixture
def link(anywhere: str) -> Link:
    """A link in a ledger of seven entries, in each kind of database."""
    with Ledger.open(anywhere, actor="desk") as ledger:
        claims, _ = tell_thrice(ledger)
        link = make_link(claims[0], claims[2])
        ledger.append_linking(make_linking([link]))
    return link


@contextmanager
def unguarded(url: str) -> Iterator[Connection]:
    """Triggers and constraints off, as the database's owner can do."""
    engine = create_engine(url)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            for statement in TRIGGERS:
                connection.exec_driver_sql(statement)
        else:
            connection.exec_driver_sql("ALTER TABLE entry DISABLE TRIGGER USER, DROP CONSTRAINT entry_number")
            for view in (view_decision.name, view_extraction.name):
                connection.exec_driver_sql(f"ALTER TABLE {view} DROP CONSTRAINT {view}_places")
        yield connection
    engine.dispose()


def forge_decision(connection: Connection, link: Link, number: int) -> None:
    """An entry that verifies by itself: a rejection, with its row in the view."""
    decision = make_decision(link.id, "reject", by="Ana Lind")
    draft = draft_decision(decision)
    parts = {name: Part.sealed(data) for name, data in draft.parts.items()}
    stored = replace(read(connection, 1), number=number, kind=draft.kind, parts=parts).leafed()
    values = {name: getattr(stored, name) for name in ("number", "kind", "recorded_at", "clock", "actor", "leaf")}
    for name, part in parts.items():
        values |= {name: part.data, f"{name}_salt": part.salt, f"{name}_hash": part.hash}
    connection.execute(insert(entry), values)
    connection.execute(insert(view_decision), rows_of(number, DecisionContent(decision))[view_decision])


READERS: dict[str, Callable[[Snapshot, Link], object]] = {
    "claims": lambda now, link: list(now.claims()),
    "dossiers": lambda now, link: list(now.dossiers()),
    "one dossier": lambda now, link: now.dossier(link.a),
    "links": lambda now, link: now.links_of([link.a]),
    "judgements": lambda now, link: now.judged(),
    "decisions": lambda now, link: now.decisions(link.id),
    "problems": lambda now, link: list(now.problems()),
    "the last": lambda now, link: now.last("decision"),
}
WRITERS: dict[str, Callable[[Ledger, Link], object]] = {
    "appending": lambda ledger, link: ledger.append(*make_item("New. Two bridges were closed.")),
    "deciding": lambda ledger, link: ledger.decide(make_decision(link.id, "confirm", 2)),
}

NUMBERS = [0, -1, -(2**31), SIZE + 1, 2**31 - 1]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_forged_decision_blocks_reading_and_is_reported_by_verify(anywhere: str, link: Link, number: int) -> None:
    with unguarded(anywhere) as connection:
        forge_decision(connection, link, number)
    with Ledger.open(anywhere) as ledger:
        for name, write in WRITERS.items():
            with pytest.raises(TamperedError, match="`sayso ledger verify` shows the details"):
                print(name, write(ledger, link))
        for name, read in READERS.items():
            with (
                pytest.raises(TamperedError, match="`sayso ledger verify` shows the details"),
                ledger.snapshot() as now,
            ):
                print(name, read(now, link))
        found = ledger.verify()
    told = {
        True: f"Entry {number}: there can be none, the first is number 1.",
        False: f"Entries {SIZE + 1} to {number} were added without the head of the ledger growing.",
    }
    assert told[number < 1] in found.findings
    assert found.entries == SIZE + (number > SIZE)


@pytest.mark.parametrize("number", [0, SIZE + 1])
def test_a_view_row_of_an_impossible_entry_blocks_reading_and_is_reported(
    anywhere: str, link: Link, number: int
) -> None:
    with unguarded(anywhere) as connection:
        row = {"entry": number, "id": "decision-9", "about": link.id, "judgement": "reject"}
        connection.execute(insert(view_decision), row)
    with Ledger.open(anywhere) as ledger:
        found_others = f"expected entries 1 to {SIZE}, found others in view_decision"
        for write in WRITERS.values():
            with pytest.raises(TamperedError, match=found_others):
                write(ledger, link)
        for read in READERS.values():
            with pytest.raises(TamperedError, match=found_others), ledger.snapshot() as now:
                read(now, link)
        assert any(
            one.startswith(f"Entry {number}: view_decision refers to it, but there is none")
            for one in ledger.verify().findings
        )


VIEWS = {
    "a row that the entry does not tell of": (
        view_decision,
        {"entry": 1, "id": "x", "about": "y", "judgement": "reject"},
    ),
    "a claim more": (view_claim, {"entry": 2, "place": 9, "id": "x", "statement": 0, "folded": "x"}),
    "a link more": (
        view_link,
        {"entry": 7, "place": 1, "id": "x", "a": "y", "b": "z", "relation": "denies", "one_origin": None},
    ),
}


@pytest.mark.parametrize("what", VIEWS)
def test_a_view_that_is_not_the_fold_is_reported(anywhere: str, link: Link, what: str) -> None:
    view, row = VIEWS[what]
    with unguarded(anywhere) as connection:
        connection.execute(insert(view), row)
    with Ledger.open(anywhere) as ledger:
        expected = f"Entry {row['entry']}: {view.name} does not agree with it; `sayso ledger rebuild` makes it again."
        assert expected in ledger.verify().findings
        ledger.rebuild()
        assert not [one for one in ledger.verify().findings if view.name in one and "Entry" in one]
        with ledger._database.reading() as connection:
            for number in range(1, SIZE + 1):
                rows = rows_of(number, ContentReader(connection).content(number)).get(view, [])
                held = connection.execute(select(view).where(view.c.entry == number)).all()
                assert len(held) == len(rows)


UNKEYED = """CREATE TABLE other AS SELECT * FROM entry; DROP TABLE entry; ALTER TABLE other RENAME TO entry;"""
TWICE = {
    f"{UNKEYED} INSERT INTO entry SELECT * FROM entry WHERE number = 3": "Entry 3 is there more than once.",
    f"{UNKEYED} INSERT INTO entry (number, kind) VALUES (NULL, 'capture')": "The table entry has 8 rows, 7 expected.",
    f"{UNKEYED} INSERT INTO entry (number, kind) VALUES ('7x', 'capture')": "An entry has '7x' in place of a number.",
    f"{UNKEYED} INSERT INTO entry (number, kind) VALUES (3.5, 'capture')": "An entry has 3.5 in place of a number.",
    f"{UNKEYED} UPDATE entry SET number = x'07' WHERE number = 7": "Entry 7 is missing.",
    "DROP TRIGGER head_insert; INSERT INTO head SELECT 2, size, root, peaks FROM head": (
        "The table head has 2 rows, 1 expected."
    ),
}


@pytest.mark.parametrize("anywhere", ["sqlite"], indirect=True)
@pytest.mark.parametrize("statements", TWICE)
def test_rows_without_a_proper_number_are_counted(anywhere: str, link: Link, statements: str) -> None:
    with unguarded(anywhere) as connection:
        for statement in statements.split(";"):
            connection.exec_driver_sql(statement)
    with Ledger.open(anywhere, write=False, ignore_noted=True) as ledger:
        assert TWICE[statements] in ledger.verify().findings


@pytest.mark.parametrize("anywhere", ["sqlite"], indirect=True)
def test_a_head_of_more_entries_than_a_file_can_hold_does_not_cause_an_endless_search(
    anywhere: str, link: Link
) -> None:
    with unguarded(anywhere) as connection:
        connection.exec_driver_sql("UPDATE head SET size = ?, root = zeroblob(32), peaks = zeroblob(32)", (2**62,))
        connection.exec_driver_sql("UPDATE entry SET kind = CAST(x'ff' AS TEXT) WHERE number = 7")
    with Ledger.open(anywhere, write=False, ignore_noted=True) as ledger:
        assert f"Entries 8 to {2**62} are missing." in ledger.verify().findings
