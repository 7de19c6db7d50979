"""Changing a ledger's database behind its back, and what `verify` finds then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sayso.ledger import Ledger
from sayso.ledger.log.compressed_parts import packed, unpacked

TRIGGERS = [
    f"DROP TRIGGER {name}" for name in ("entry_update", "entry_delete", "head_update", "head_delete", "entry_next")
]


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def tamper(url: str, *statements: str) -> None:
    """Change the database like an attacker who knows SQLite: triggers and checks off, change, triggers on again.

    In the statements `said(part)` is what a part says, and `kept(words)` the part that says so.
    """
    with closing(sqlite3.connect(file_of(url))) as connection:
        connection.create_function("said", 1, lambda part: unpacked(part).decode())
        connection.create_function("kept", 1, lambda words: packed(words.encode()))
        connection.execute("PRAGMA ignore_check_constraints = ON")
        triggers = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
        connection.executescript(";".join([*TRIGGERS, *statements, ""]))
        dropped = [sql for sql in triggers if f"DROP TRIGGER {sql.split()[2]}" in TRIGGERS]
        connection.executescript(";".join([*dropped, ""]).replace("END;", "END;;"))


def findings(url: str) -> tuple[str, ...]:
    """The findings of `verify` in the database alone, without the noted head."""
    file_of(url).with_name(f"{file_of(url).name}.head").unlink(missing_ok=True)
    with Ledger.open(url, write=False, ignore_noted=True) as ledger:
        return ledger.verify().findings
