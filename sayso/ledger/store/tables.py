"""The tables of the ledger's database, as the migrations leave them.

`entry` is the ledger, `head` its size, root and peaks as of the last append (see `log.merkle.MerkleTree`). Tables named
`view_...` are indexes over the entries: folds that can be made again at any time. The constraints on rows are in the
migrations.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

entry = Table(
    "entry",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("clock", Text),
    Column("actor", Text, nullable=False),
    Column("facts", LargeBinary),
    Column("facts_salt", LargeBinary),
    Column("facts_hash", LargeBinary),
    Column("words", LargeBinary),
    Column("words_salt", LargeBinary),
    Column("words_hash", LargeBinary),
    Column("note", LargeBinary),
    Column("note_salt", LargeBinary),
    Column("note_hash", LargeBinary),
    Column("leaf", LargeBinary, nullable=False),
)

head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("size", Integer, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("peaks", LargeBinary, nullable=False),
)

view_capture = Table(
    "view_capture",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("article", Text),
    Column("version", Text),
    Column("identity", Text),
    Column("work", Text),
    Index("view_capture_id", "id"),
    Index("view_capture_sha256", "sha256"),
    Index("view_capture_version", "version"),
    Index("view_capture_identity", "identity"),
    Index("view_capture_work", "work", "article"),
)
"""By its hashes articles and files are known again. All but `article` confirm a guess of the text, with which the row
goes."""

view_extraction = Table(
    "view_extraction",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("read_from", Integer, nullable=False),
    Column("article", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Index("view_extraction_article", "article", "engine"),
    Index("view_extraction_read_from", "read_from"),
)

view_statement = Table(
    "view_statement",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("chain", Text),
    Index("view_statement_id", "id"),
)

view_claim = Table(
    "view_claim",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("statement", Integer, nullable=False),
    Column("folded", Text, nullable=False),
    Index("view_claim_id", "id"),
)

view_link = Table(
    "view_link",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("one_origin", Integer),
    Index("view_link_id", "id"),
    Index("view_link_a", "a"),
    Index("view_link_b", "b"),
)

view_derivation = Table(
    "view_derivation",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("containment", Integer, nullable=False),
    Column("earlier", Text),
    Index("view_derivation_id", "id"),
    Index("view_derivation_a", "a"),
    Index("view_derivation_b", "b"),
)
"""`containment` in thousandths."""

view_decision = Table(
    "view_decision",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("decider", Text),
    Column("undoes", Text),
    Index("view_decision_id", "id"),
    Index("view_decision_about", "about"),
    Index("view_decision_decider", "decider"),
)
"""`decider`: who decided; `undoes`: the id of the decision that an undo takes back."""

view_pair = Table(
    "view_pair",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Index("view_pair_id", "id"),
)
"""Two articles of which a person decided whether they tell one story; `a` is taken out if they do not."""

VIEWS = (
    view_capture,
    view_extraction,
    view_statement,
    view_claim,
    view_link,
    view_derivation,
    view_decision,
    view_pair,
)
