"""Whether the ledger is as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from sayso.errors import TamperedError
from sayso.ledger.check_database import file_findings, schema_findings
from sayso.ledger.check_entries import REBUILD, Sweep, missing
from sayso.ledger.failures import UNREADABLE, cause
from sayso.ledger.head import read_head
from sayso.ledger.merkle import Tree
from sayso.ledger.verification import Verification
from sayso.ledger.views import strays, unread


def verify(connection: Connection) -> Verification:
    """Check everything that the database holds, in one transaction, an entry at a time.

    1. the database file's own structure, 2. its tables and triggers, 3. the head by itself, 4. every entry: number,
    time, kind, hashes, leaf, what its parts say, and the views of it, 5. the head against the entries, 6. the views
    of entries that are not there, and articles without an extraction.
    """
    findings: list[str] = []
    if connection.dialect.name == "sqlite":
        findings += file_findings(connection)  # 1
        findings += schema_findings(connection)  # 2
    head, trouble = _head(connection)  # 3
    findings += trouble
    sweep = Sweep(connection, head.size if head else 0)
    findings += sweep.findings()  # 4
    findings += _head_findings(head, sweep) if head else ()  # 5
    findings += _view_findings(connection)  # 6
    return Verification(sweep.tree.size, sweep.tree.root.hex(), tuple(findings))


def _head(connection: Connection) -> tuple[Tree | None, list[str]]:
    try:
        return read_head(connection), []
    except TamperedError as error:
        sentence = str(error)
        return None, [f"{sentence[0].upper()}{sentence[1:]}."]
    except UNREADABLE as error:
        return None, [f"The head of the ledger cannot be read: {cause(error)}."]


def _head_findings(head: Tree, sweep: Sweep) -> Iterator[str]:
    if sweep.last < head.size:
        yield missing(sweep.last + 1, head.size)
    elif sweep.last > head.size:
        yield f"Entries {head.size + 1} to {sweep.last} were added without the head of the ledger growing."
    if sweep.tree.root != head.root:
        yield f"The root over all leaves is {sweep.tree.root.hex()}, the head of the ledger says {head.root.hex()}."


def _view_findings(connection: Connection) -> Iterator[str]:
    try:
        for view, number in strays(connection):
            yield f"Entry {number}: {view} tells of it, but there is none; {REBUILD}."
        for number in unread(connection):
            yield f"Entry {number}: its article has no extraction."
    except UNREADABLE as error:
        yield f"The views cannot be read ({cause(error)}); {REBUILD}."
