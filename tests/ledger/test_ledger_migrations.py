"""The steps make the tables that the ledger uses, and opening expects the last of them."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import sayso.ledger
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
