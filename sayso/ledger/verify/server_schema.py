"""The schema of a PostgreSQL database, from tables to functions, as the server describes it."""

from __future__ import annotations

from secrets import token_hex

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerError
from sayso.ledger.store.failures import cause
from sayso.ledger.store.migrate import upgrade

_CATALOGUE = text("""
WITH relation AS (
    SELECT oid, relname AS name, relkind, concat_ws(' ', relkind, relpersistence, relrowsecurity, relforcerowsecurity)
    AS definition FROM pg_class WHERE relnamespace = current_schema()::text::regnamespace AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'))
SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' ELSE 'relation' END, name, definition
    FROM relation WHERE relkind NOT IN ('i', 'I')
UNION ALL SELECT 'column', name || '.' || attname, concat_ws(' ', format_type(atttypid, atttypmod), attnotnull,
    attgenerated, attidentity, attcollation, pg_get_expr(adbin, adrelid))
    FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE relkind = 'r'
UNION ALL SELECT 'constraint', name || '.' || conname, concat_ws(' ', pg_get_constraintdef(pg_constraint.oid, true),
    convalidated) FROM relation JOIN pg_constraint ON conrelid = relation.oid
UNION ALL SELECT 'index', name, concat_ws(' ', pg_get_indexdef(relation.oid, 0, true), indisvalid, indisready)
    FROM relation JOIN pg_index ON indexrelid = relation.oid
UNION ALL SELECT 'trigger', name || '.' || tgname, concat_ws(' ', pg_get_triggerdef(pg_trigger.oid, true), tgenabled)
    FROM relation JOIN pg_trigger ON tgrelid = relation.oid AND NOT tgisinternal
UNION ALL SELECT 'rule', name || '.' || rulename, pg_get_ruledef(pg_rewrite.oid, true)
    FROM relation JOIN pg_rewrite ON ev_class = relation.oid
UNION ALL SELECT 'policy', name || '.' || polname, concat_ws(' ', polcmd, polpermissive,
    pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
    FROM relation JOIN pg_policy ON polrelid = relation.oid
UNION ALL SELECT 'function', proname || '(' || pg_get_function_identity_arguments(oid) || ')',
    concat_ws(' ', prolang, prorettype, prokind, provolatile, prosecdef, proconfig, prosrc)
    FROM pg_proc WHERE pronamespace = current_schema()::text::regnamespace AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
UNION ALL SELECT 'setting', name, setting FROM pg_settings WHERE name = 'session_replication_role'
""")
"""Kind, name and definition of everything in the current schema, except what belongs to extensions."""

Catalogue = dict[str, tuple[str, ...]]


def catalogue(connection: Connection) -> Catalogue:
    """The definitions in the current schema, by "kind name"."""
    return {f"{kind} {name}": (definition,) for kind, name, definition in connection.execute(_CATALOGUE)}


def expected_catalogue(connection: Connection) -> Catalogue:
    """The catalogue of a new ledger, made by this server in a temporary schema.

    LedgerError where the server does not allow that.
    """
    name = f"sayso_{token_hex(8)}"
    with connection.engine.connect() as other, other.begin() as transaction:
        try:
            other.execute(text(f"CREATE SCHEMA {name}"))
            other.execute(text(f"SET LOCAL search_path TO {name}"))
            upgrade(other)
            return catalogue(other)
        except DBAPIError as error:
            raise LedgerError(
                "the tables, triggers and functions could not be compared with what they should be, since the server "
                f"makes no schema to compare with ({' '.join(cause(error).split())}); verify as the database's owner"
            ) from error
        finally:
            transaction.rollback()
