"""Tables of entries (which triggers protect from change), head and views."""

from __future__ import annotations

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NEVER = "the ledger never changes or removes what it holds"
NEXT = "the ledger takes only the entry after its last"
GROWS = "the head of the ledger only grows"

LAST = "(SELECT coalesce(max(number), 0) FROM entry)"

SQLITE = (
    f"""CREATE TRIGGER entry_next BEFORE INSERT ON entry WHEN NEW.number IS NOT {LAST} + 1
    BEGIN SELECT RAISE(ABORT, '{NEXT}'); END""",
    f"CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, '{NEVER}'); END",
    f"CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, '{NEVER}'); END",
    f"""CREATE TRIGGER head_insert BEFORE INSERT ON head
    BEGIN SELECT RAISE(ABORT, '{GROWS}'); END""",
    f"""CREATE TRIGGER head_update BEFORE UPDATE ON head WHEN NEW.id IS NOT 1 OR NEW.size <= OLD.size
    BEGIN SELECT RAISE(ABORT, '{GROWS}'); END""",
    f"CREATE TRIGGER head_delete BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, '{GROWS}'); END",
)

POSTGRESQL = (
    f"""CREATE FUNCTION ledger_entry_next() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.number IS DISTINCT FROM {LAST} + 1 THEN RAISE EXCEPTION '{NEXT}'; END IF; RETURN NEW; END $$""",
    f"""CREATE FUNCTION ledger_never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION '{NEVER}'; END $$""",
    f"""CREATE FUNCTION ledger_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.id <> 1 OR NEW.size <= OLD.size THEN RAISE EXCEPTION '{GROWS}'; END IF; RETURN NEW; END $$""",
    "CREATE TRIGGER entry_next BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION ledger_entry_next()",
    "CREATE TRIGGER entry_change BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION ledger_never()",
    "CREATE TRIGGER entry_truncate BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_never()",
    "CREATE TRIGGER head_insert BEFORE INSERT OR DELETE ON head FOR EACH ROW EXECUTE FUNCTION ledger_never()",
    "CREATE TRIGGER head_update BEFORE UPDATE ON head FOR EACH ROW EXECUTE FUNCTION ledger_head_grows()",
    "CREATE TRIGGER head_truncate BEFORE TRUNCATE ON head FOR EACH STATEMENT EXECUTE FUNCTION ledger_never()",
)


def upgrade() -> None:
    """From an empty database."""
    _entries()
    _head()
    _views()
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[op.get_context().dialect.name]:
        op.execute(sa.text(statement))


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _bytes(name: str, nullable: bool = True) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=nullable)


def _entries() -> None:
    parts = [_bytes(part + column) for part in ("facts", "words", "note") for column in ("", "_salt", "_hash")]
    texts = [_text("kind"), _text("recorded_at"), _text("actor")]
    op.create_table("entry", _number("number"), *texts, *parts, _bytes("leaf", nullable=False))


def _head() -> None:
    size = sa.Column("size", sa.Integer, nullable=False)
    root, peaks = _bytes("root", nullable=False), _bytes("peaks", nullable=False)
    head = op.create_table("head", _number("id"), size, root, peaks)
    op.bulk_insert(head, [{"id": 1, "size": 0, "root": sha256(b"").digest(), "peaks": b""}])


def _views() -> None:
    op.create_table(
        "view_capture",
        *(_number("entry"), _text("id"), _text("sha256"), _text("article", nullable=True)),
        _text("version", nullable=True),
    )
    read_from = sa.Column("read_from", sa.Integer, nullable=False)
    op.create_table("view_extraction", _number("entry"), read_from, _text("article"), _text("engine"))
    op.create_table("view_statement", _number("entry"), _number("place"), _text("id"), _text("folded"))
    statement = sa.Column("statement", sa.Integer, nullable=False)
    op.create_table("view_claim", _number("entry"), _number("place"), _text("id"), statement, _text("folded"))
    for column in ("id", "sha256", "version"):
        op.create_index(f"view_capture_{column}", "view_capture", [column])
    op.create_index("view_extraction_article", "view_extraction", ["article", "engine"])
    op.create_index("view_extraction_read_from", "view_extraction", ["read_from"])
    op.create_index("view_statement_id", "view_statement", ["id"])
    op.create_index("view_claim_id", "view_claim", ["id"])
