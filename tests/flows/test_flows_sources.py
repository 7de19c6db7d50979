"""The newsroom's sources, as commands read with them: additions count, and without its list nothing is attributed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from before_world import unpack
from factories import make_article, make_capture
from flows_world import Sayso, fill
from installed import engine
from warm import WarmPool

from flows.cli.commands import retrace
from flows.cli.main import exit_code
from flows.workers.shared_pools import ended_with
from sayso.ledger import Ledger
from sayso.ledger.store.migrate import HEAD
from sayso.settings import settings

ADD = ["sources", "add", "Harbour Wire", "--kind", "news_agency", "--why", "the agency of our ports"]
REFUSED = (
    "sayso: could not read which sources the newsroom lists, without which names would be taken for others, and read "
    "no article: "
)


def schema(number: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE ledger_version SET version_num = ?", (number,))

    return change


def of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE flow_run (id)")


def overwritten(start: int, count: int) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        held = file.read_bytes()
        file.write_bytes((held[:start] + b"\x5a" * count + held[start + count :])[: len(held)])

    return change


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def without_a_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE view_decision")


def much_older(file: Path) -> None:
    file.unlink()
    unpack(file.parent)


WHERE = "the ledger {}: "
OLDER = f"expected a ledger of schema {HEAD}, found 000{{}}: an older version of Sayso made it; "
UNREAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "older": (schema("0006"), OLDER.format(6) + "`sayso ledger rebuild` brings it up to date"),
    "much older": (much_older, OLDER.format(2) + "`sayso ledger rebuild` brings it up to date"),
    "newer": (schema("0999"), f"expected a ledger of schema {HEAD}, found 0999: a newer version of Sayso made it; "),
    "no database": (overwritten(0, 1_000_000), WHERE + "it is not an SQLite"),
    "other tables": (of_another_program, "expected a ledger or an empty database, found the tables flow_run"),
    "a damaged header": (overwritten(0, 100), WHERE + "it is not an SQLite database"),
    "damaged pages": (overwritten(4096, 400_000), WHERE + "its file is damaged"),
    "cut": (cut, WHERE + "its file is damaged"),
    "a folder": (a_folder, WHERE + "it cannot be opened"),
    "without a table": (without_a_table, "the ledger {} could not be read or written: no such table"),
}


@pytest.fixture
def ledger_file(home: Path) -> Path:
    assert exit_code(ADD) == 0
    return home / "ledger.db"


@pytest.mark.usefixtures("extracting_warm")
@pytest.mark.parametrize("kind", UNREAD)
def test_nothing_is_read_where_the_newsrooms_sources_cannot_be(
    kind: str, ledger_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, why = UNREAD[kind]
    change(ledger_file)
    capsys.readouterr()
    assert exit_code(["extract", str(fill(tmp_path / "inbox")), "--format", "html"]) == 4
    told, said = capsys.readouterr()
    assert told == ""
    assert said.startswith(REFUSED + why.format(ledger_file)), said
    assert said.count("\n") == 1


@pytest.mark.usefixtures("extracting_warm")
def test_it_reads_again_once_the_ledger_is_rebuilt(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unpack(home)
    article = home / "a.txt"
    article.write_text("The port stays closed, TASS reported.\n", "utf-8")
    codes = [exit_code(arguments) for arguments in (["extract", str(article)], ["ledger", "rebuild"])]
    assert (codes, exit_code(["extract", str(article)])) == ([4, 0], 0)
    assert "TASS" in capsys.readouterr().out


@pytest.mark.usefixtures("extracting_warm")
def test_an_empty_database_lists_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.mkdir()
    (home / "ledger.db").touch()
    (home / "a.txt").write_text("The port stays closed, TASS reported.\n", "utf-8")
    assert exit_code(["extract", str(home / "a.txt")]) == 0
    assert "TASS" in capsys.readouterr().out


OLD = "The port of Sund stays closed, Harbour Wire reported on Monday.\n"
NEW = "The ferries of Sund sail again, Harbour Wire reported on Friday.\n"


def agencies() -> list[tuple[str | None, str]]:
    """Who said it, in each article as it counts today, and what kind of source that is."""
    with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
        return [(one.statement.chain[0].registry, one.statement.chain[0].kind) for one in now.dossiers()]


@pytest.fixture
def own_readers(warm_pool: WarmPool, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Readers of this test alone: they keep the home, and so the newsroom's list, with which they began."""
    monkeypatch.setattr(retrace, "WorkerPool", warm_pool)
    with ended_with():
        pass
    with ended_with():
        yield


@pytest.mark.skipif(
    "CI" not in os.environ, reason="starts readers of its own, and the next test others; runs where CI is set"
)
@pytest.mark.usefixtures("own_readers")
def test_an_added_source_counts_for_new_articles_and_for_old_ones_once_they_are_retraced(
    here: Sayso, tmp_path: Path
) -> None:
    old = make_article(OLD, outlet="The Globe")
    with Ledger.open(settings().database_url) as ledger:
        ledger.append(make_capture(old, "old.txt"), old, engine.extract(old))
    assert agencies() == [(None, "person")]
    assert here(*ADD).returncode == 0
    (tmp_path / "new.txt").write_text(NEW, "utf-8")
    done = here("run", tmp_path / "new.txt")
    assert done.returncode == 0, done.stderr
    assert agencies() == [(None, "person"), ("harbour-wire", "news_agency")]
    told = here("retrace", "--workers", "1")
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == [
        "1 article first read by another engine, 1 of them differently",
        "",
        "     1  the same names, taken for other sources",
        "        old.txt: The port of Sund stays closed",
        "          was Harbour Wire (not listed), The Globe (not listed)",
        "          is  Harbour Wire (harbour-wire), The Globe (not listed)",
    ]
    assert here("retrace", "--adopt", "--why", "our agency", "--workers", "1").returncode == 0
    assert agencies() == [("harbour-wire", "news_agency")] * 2
