"""The steps make the tables that the ledger uses, and opening expects the last of them."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_world import make_link, make_linking, tell_thrice
from sqlalchemy import Connection, create_engine, inspect

import sayso.ledger
from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.migrate import HEAD, upgrade
from sayso.ledger.tables import metadata

FOLDER = Path(sayso.ledger.__file__).parent / "migrations"


def test_the_steps_make_the_tables_that_are_used() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrade(connection)
        context = MigrationContext.configure(connection, opts={"version_table": "ledger_version"})
        assert compare_metadata(context, metadata) == []


def test_the_last_step_is_the_one_that_opening_expects() -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [HEAD]


VIEWS_OF_LINKS = ("view_link", "view_derivation", "view_decision")


def turn_back(connection: Connection) -> None:
    """To schema 0001: as a version of Sayso left the ledger that linked nothing."""
    for view in VIEWS_OF_LINKS:
        connection.exec_driver_sql(f"DROP TABLE {view}")
    connection.exec_driver_sql("UPDATE ledger_version SET version_num = '0001'")


@pytest.fixture
def old(anywhere: str) -> str:
    """The URL of a ledger of that version, with three articles."""
    with Ledger.open(anywhere) as ledger:
        tell_thrice(ledger)
        with ledger._database.writing() as connection:
            turn_back(connection)
    return anywhere


def test_an_older_ledger_is_brought_up_to_date_when_it_is_written_to(old: str) -> None:
    with Ledger.open(old) as ledger:
        claims = [told.id for _, told in ledger.claims()]
        assert ledger.append_linking(make_linking([make_link(claims[0], claims[2])])).numbers == (7,)
        assert ledger.verify().findings == ()
    with Ledger.open(old, write=False) as ledger:
        assert [len(one.links) for one in ledger.dossiers()] == [1, 0, 1, 0, 0, 0]


def test_an_older_ledger_is_not_changed_by_reading(old: str) -> None:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(old, write=False)
    assert str(caught.value) == (
        "expected a ledger of schema 0002, found 0001: an older version of Sayso made it; "
        "`sayso ledger rebuild` brings it up to date"
    )


def test_links_that_are_there_are_folded_into_views_made_later(anywhere: str) -> None:
    with Ledger.open(anywhere) as ledger:
        claims, _ = tell_thrice(ledger)
        ledger.append_linking(make_linking([make_link(claims[0], claims[2])]))
        with ledger._database.writing() as connection:
            turn_back(connection)
            assert "view_link" not in inspect(connection).get_table_names()
    with Ledger.open(anywhere) as ledger:
        assert len(ledger.links_of(claims)) == 1
