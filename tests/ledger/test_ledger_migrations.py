"""The migrations make the tables that the ledger uses, and opening expects the last of them."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_world import make_item, make_link, make_linking, tell_thrice
from new_ledgers import contents
from older import write_older
from sqlalchemy import create_engine

import sayso.ledger
from sayso.errors import LedgerError, TamperedError
from sayso.ledger import Ledger
from sayso.ledger.store.migrate import HEAD, upgrade
from sayso.ledger.store.tables import metadata

FOLDER = Path(sayso.ledger.__file__).parent / "store" / "migrations"


def test_the_migrations_make_the_tables_that_are_used() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrade(connection)
        context = MigrationContext.configure(connection, opts={"version_table": "ledger_version"})
        assert compare_metadata(context, metadata) == []


def test_the_ledgers_that_tests_make_are_those_that_the_migrations_make(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    Ledger.open(url).close()
    migrated, made = create_engine("sqlite://"), create_engine(url)
    with migrated.begin() as connection, made.connect() as other:
        upgrade(connection)
        assert contents(other) == contents(connection)
    made.dispose()


def test_ledgers_of_tests_are_whole_from_the_first_on(anywhere: str) -> None:
    """`verify` compares what is in the database with what the migrations make."""
    for _ in range(2):
        with Ledger.open(anywhere) as ledger:
            assert ledger.verify().findings == ()
        emptied(anywhere)


def emptied(url: str) -> None:
    """Take everything out of the database."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    if engine.dialect.name == "sqlite":
        Path(str(engine.url.database)).unlink()
    else:
        with engine.connect() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    engine.dispose()


def test_the_last_migration_is_the_one_that_opening_expects() -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [HEAD]


@pytest.fixture(params=["0001", "0002", "0003", "0004", "0005", "0006"])
def old(request: pytest.FixtureRequest, anywhere: str, tmp_path: Path) -> str:
    """The URL of a ledger of each older version, with three articles."""
    with Ledger.open(f"sqlite:///{tmp_path / 'new.db'}") as ledger:
        tell_thrice(ledger)
        write_older(anywhere, request.param, ledger)
    return anywhere


def test_an_older_ledger_is_brought_up_to_date_when_it_is_written_to(old: str) -> None:
    with Ledger.open(old) as ledger:
        with ledger.snapshot() as now:
            claims = [told.id for _, told in now.claims()]
        assert ledger.append_linking(make_linking([make_link(claims[0], claims[2])])).numbers == (7,)
        assert ledger.verify().findings == ()
    with Ledger.open(old, write=False) as ledger, ledger.snapshot() as now:
        assert [len(one.links) for one in now.dossiers()] == [1, 0, 1, 0, 0, 0]


def test_an_older_ledger_is_not_changed_by_reading(old: str) -> None:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(old, write=False)
    assert re.fullmatch(
        r"expected a ledger of schema 0007, found 000[123456]: an older version of Sayso made it; "
        "`sayso ledger rebuild` brings it up to date",
        str(caught.value),
    )


def test_recorded_links_are_folded_into_views_that_a_migration_adds(anywhere: str, tmp_path: Path) -> None:
    with Ledger.open(f"sqlite:///{tmp_path / 'new.db'}") as ledger:
        claims, _ = tell_thrice(ledger)
        ledger.append_linking(make_linking([make_link(claims[0], claims[2])]))
        write_older(anywhere, "0001", ledger)
    with Ledger.open(anywhere) as ledger, ledger.snapshot() as now:
        assert len(now.links_of(claims)) == 1


def test_entries_from_before_the_clock_column_keep_their_leaves(old: str) -> None:
    with Ledger.open(old) as ledger:
        with ledger.snapshot() as now:
            before = [entry.leaf for entry in now.entries()]
        ledger.append(*make_item("New. Two bridges were closed."))
        with ledger.snapshot() as now:
            after = list(now.entries())
        assert [entry.leaf for entry in after[:6]] == before
        assert [entry.clock is None for entry in after] == [True] * 6 + [False] * 2
        assert ledger.verify().findings == ()


FORGED = (
    "INSERT INTO entry (number, kind, recorded_at, actor, leaf) "
    "SELECT 0, kind, recorded_at, actor, leaf FROM entry LIMIT 1",
    "UPDATE entry SET words_salt = NULL, leaf = words_salt || leaf WHERE number = 1",
)


@pytest.mark.parametrize("old", ["0001", "0002"], indirect=True)  # later ones have constraints
@pytest.mark.parametrize("statement", FORGED)
def test_an_older_ledger_with_a_forged_entry_is_left_as_it_is(old: str, statement: str) -> None:
    engine = create_engine(old)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            for name in ("entry_next", "entry_update"):
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("ALTER TABLE entry DISABLE TRIGGER USER")
        connection.exec_driver_sql(statement)
    for _ in range(2):
        with pytest.raises(TamperedError, match="it holds a row that Sayso never writes, and was left as it is"):
            Ledger.open(old)
    engine.dispose()
