"""A PostgreSQL schema is verified like SQLite's: tables, constraints, triggers, functions."""

from __future__ import annotations

from pathlib import Path

import postgresql
import pytest
from ledger_world import make_item
from sqlalchemy import create_engine

from sayso.ledger import Ledger

CHANGED = {
    "ALTER TABLE entry DISABLE TRIGGER entry_change": [
        "trigger entry.entry_change of the database is not as Sayso made it"
    ],
    "DROP TRIGGER entry_next ON entry": ["trigger entry.entry_next is missing from the database"],
    "CREATE TRIGGER mine BEFORE INSERT ON view_link FOR EACH ROW EXECUTE FUNCTION ledger_never()": [
        "trigger view_link.mine was added to the database, and not by Sayso"
    ],
    "CREATE OR REPLACE FUNCTION ledger_never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$": [
        "function ledger_never() of the database is not as Sayso made it"
    ],
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'": [
        "function mine() was added to the database, and not by Sayso"
    ],
    "ALTER TABLE entry DROP CONSTRAINT entry_number": ["constraint entry.entry_number is missing from the database"],
    "ALTER TABLE entry DROP CONSTRAINT entry_number, ADD CONSTRAINT entry_number CHECK (number >= 1) NOT VALID": [
        "constraint entry.entry_number of the database is not as Sayso made it"
    ],
    "CREATE TABLE mine (a int)": [
        "column mine.a was added to the database, and not by Sayso",
        "table mine was added to the database, and not by Sayso",
    ],
    "CREATE TABLE child () INHERITS (view_link)": ["table child was added to the database, and not by Sayso"],
    "CREATE RULE mine AS ON INSERT TO view_decision DO INSTEAD NOTHING": [
        "rule view_decision.mine was added to the database, and not by Sayso"
    ],
    "ALTER TABLE view_link ENABLE ROW LEVEL SECURITY": ["table view_link of the database is not as Sayso made it"],
    "CREATE POLICY mine ON view_link USING (false)": [
        "policy view_link.mine was added to the database, and not by Sayso"
    ],
    "DROP INDEX view_claim_id": ["index view_claim_id is missing from the database"],
    "DROP INDEX view_claim_id; CREATE INDEX view_claim_id ON view_claim (id) WHERE entry > 3": [
        "index view_claim_id of the database is not as Sayso made it"
    ],
    "ALTER TABLE view_decision ALTER about DROP NOT NULL": [
        "column view_decision.about of the database is not as Sayso made it"
    ],
    "ALTER TABLE view_decision ALTER judgement SET DEFAULT 'reject'": [
        "column view_decision.judgement of the database is not as Sayso made it"
    ],
    "ALTER TABLE view_decision ADD COLUMN mine text": [
        "column view_decision.mine was added to the database, and not by Sayso"
    ],
}


@pytest.fixture(scope="module")
def filled_server(socket: Path) -> str:
    """The URL of a ledger on a server, for all of these tests: each leaves it as it was."""
    url = postgresql.database(socket, "filled")
    with Ledger.open(url) as ledger:
        ledger.append(*make_item())
        assert (ledger.verify().findings, ledger.verify().warnings) == ((), ())
    return url


@pytest.mark.parametrize("statement", CHANGED)
def test_a_change_to_the_schema_is_found_and_named(filled_server: str, statement: str) -> None:
    engine = create_engine(filled_server)
    with Ledger.open(filled_server, write=False) as ledger, engine.connect() as connection:
        connection.exec_driver_sql(statement)
        connection.commit()
        try:
            findings = ledger.verify().findings
        finally:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            connection.commit()
    engine.dispose()
    with Ledger.open(filled_server) as ledger:
        ledger.append(*make_item())
    for expected in CHANGED[statement]:
        assert f"The {expected}." in findings, findings


def test_verify_warns_where_the_server_allows_no_schema_to_compare_with(filled_server: str) -> None:
    engine = create_engine(filled_server)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA public TO reader; "
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"
        )
    engine.dispose()
    with Ledger.open(filled_server.replace("sayso@", "reader@"), write=False) as ledger:
        found = ledger.verify()
    assert found.findings == ()
    (warning,) = found.warnings
    assert warning.startswith("The tables, triggers and functions could not be compared with what they should be")
