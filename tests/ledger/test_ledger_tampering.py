"""`verify` reports every change to what the ledger stores and names the entry."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from factories import make_article, make_capture, make_extraction
from ledger_world import make_decision, make_derivation, make_link, make_linking, tell_thrice
from tampering import TRIGGERS, file_of, findings, tamper

from sayso.errors import LedgerError, SaysoError, TamperedError
from sayso.ledger import Ledger

REFUSED = {
    "UPDATE entry SET actor = 'x' WHERE number = 1": "never changes",
    "DELETE FROM entry WHERE number = 5": "never changes",
    "DELETE FROM entry": "never changes",
    "INSERT OR REPLACE INTO entry (number, kind, recorded_at, actor, leaf) VALUES (2, 'k', 't', 'a', x'')": "only the",
    "REPLACE INTO entry (number, kind, recorded_at, actor, leaf) VALUES (5, 'k', 't', 'a', x'')": "only the",
    "INSERT OR IGNORE INTO entry (number, kind, recorded_at, actor, leaf) VALUES (1, 'k', 't', 'a', x'')": "only the",
    "INSERT INTO entry (number, kind, recorded_at, actor, leaf) VALUES (1, 'k', 't', 'a', x'') "
    "ON CONFLICT DO UPDATE SET actor = 'x'": "only the",
    "INSERT INTO entry (number, kind, recorded_at, actor, leaf) VALUES (7, 'k', 't', 'a', x'')": "only the",
    "INSERT INTO entry (number, kind, recorded_at, actor, leaf) VALUES (0, 'k', 't', 'a', x'')": "only the",
    "UPDATE head SET size = 3": "only grows",
    "DELETE FROM head": "only grows",
    "INSERT OR REPLACE INTO head VALUES (1, 0, x'', x'')": "only grows",
}


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_itself_refuses(filled: str, statement: str) -> None:
    with closing(sqlite3.connect(file_of(filled))) as connection:
        with pytest.raises(sqlite3.IntegrityError, match=REFUSED[statement]):
            connection.execute(statement)
        connection.commit()
    assert findings(filled) == ()


INSERT = "INSERT INTO entry (number, kind, recorded_at, actor, leaf)"
NEVER_WRITTEN = {
    f"{INSERT} VALUES (0, 'decision', 't', 'a', zeroblob(32))": "number",
    f"{INSERT} VALUES (-1, 'decision', 't', 'a', zeroblob(32))": "number",
    f"{INSERT} VALUES (6, 'k', 't', 'a', zeroblob(31))": "hashes",
    f"{INSERT} VALUES (6, 'k', x'00', 'a', zeroblob(32))": "types",
    "UPDATE entry SET facts_salt = x'' WHERE number = 1": "hashes",
    "UPDATE entry SET words = 'text' WHERE number = 1": "types",
    "INSERT INTO head VALUES (2, 0, zeroblob(32), x'')": "id",
    "UPDATE head SET size = -1": "size",
    "INSERT INTO view_decision (entry, id, about, judgement) VALUES (0, 'decision', 'about', 'reject')": "places",
    "INSERT INTO view_link VALUES (1, -1, 'id', 'a', 'b', 'repeats', NULL)": "places",
}


@pytest.mark.parametrize("statement", NEVER_WRITTEN)
def test_constraints_refuse_what_sayso_never_writes_even_without_triggers(filled: str, statement: str) -> None:
    with closing(sqlite3.connect(file_of(filled))) as connection:
        connection.executescript(";".join([*TRIGGERS, "DROP TRIGGER head_insert"]))
        with pytest.raises(sqlite3.IntegrityError, match=f"CHECK constraint failed: .*_{NEVER_WRITTEN[statement]}"):
            connection.execute(statement)


ROOT = r"The root over all leaves is \w+, the head of the ledger says \w+\."
CHECK = r"The database file is damaged: CHECK constraint failed in entry\."
CHANGED = {
    "UPDATE entry SET kind = 'links' WHERE number = 2": [r"Entry 2: its leaf is not the hash of its columns\."],
    "UPDATE entry SET actor = 'x' WHERE number = 3": [r"Entry 3: its leaf is not the hash of its columns\."],
    "UPDATE entry SET actor = CAST(actor AS BLOB) WHERE number = 3": [
        CHECK,
        r"Entry 3: expected text as its actor, .*",
        ROOT,
    ],
    "UPDATE entry SET recorded_at = 'noon' WHERE number = 4": [
        r"Entry 4: its recorded_at is not a time\.",
        r"Entry 4: its leaf is not the hash of its columns\.",
        r"Entry 5: it was recorded before the entry that it follows\.",
    ],
    "UPDATE entry SET facts = said(facts) WHERE number = 2": [
        CHECK,
        r"Entry 2: expected bytes in its facts\.",
        ROOT,
    ],
    "UPDATE entry SET words = kept(replace(said(words), 'Kremlin', 'kremlin')) WHERE number = 2": [
        r"Entry 2: its words have been changed\."
    ],
    "UPDATE entry SET words_salt = randomblob(32) WHERE number = 1": [
        r"Entry 1: its words have been changed\.",
        r"Entry 2: entry 1: its words have been changed; .*",
    ],
    "UPDATE entry SET words_salt = NULL WHERE number = 3": [r"Entry 3: its words and their salt do not fit together\."],
    "UPDATE entry SET words = NULL, words_salt = NULL WHERE number = 3": [
        r"Entry 3: its words have been removed, and no entry records who removed them\."
    ],
    "UPDATE entry SET note = x'00' WHERE number = 3": [r"Entry 3: its note have no hash\.", ROOT],
    "UPDATE entry SET leaf = randomblob(32) WHERE number = 3": [
        r"Entry 3: its leaf is not the hash of its columns\.",
        ROOT,
    ],
    "DELETE FROM entry WHERE number = 3": [r"Entry 3 is missing\.", ROOT, r"Entry 3: view_capture refers to it.*"],
    "DELETE FROM entry WHERE number > 3": [
        r"Entries 4 to 5 are missing\.",
        ROOT,
        r"Entry 4: view_capture refers to it.*",
        r"Entry 5: view_extraction refers to it.*",
    ],
    "DELETE FROM entry": [
        r"Entries 1 to 5 are missing\.",
        ROOT,
        *[rf"Entry {n}: view_.* refers to it.*" for n in (1, 3, 4, 2, 5, 2, 2)],
    ],
    "UPDATE entry SET number = 9 WHERE number = 5": [
        r"Entries 5 to 8 are missing\.",
        r"Entry 9: its leaf is not the hash of its columns\.",
        r"Entries 6 to 9 were added without the head of the ledger growing\.",
        r"Entry 5: view_extraction refers to it.*",
    ],
    "UPDATE head SET size = 4": [r"The head of the ledger has been changed: .*"],
    "UPDATE head SET root = randomblob(32)": [r"The head of the ledger has been changed: .*"],
    "DELETE FROM head": [r"The head of the ledger is gone; .*", r"The table head has 0 rows, 1 expected\."],
    "UPDATE view_claim SET folded = 'x' WHERE entry = 2 AND place = 0": [
        r"Entry 2: view_claim does not agree with it; .*"
    ],
    "DELETE FROM view_statement WHERE entry = 2": [r"Entry 2: view_statement does not agree with it; .*"],
    "UPDATE view_capture SET sha256 = 'x' WHERE entry = 4": [r"Entry 4: view_capture does not agree with it; .*"],
    "INSERT INTO view_extraction VALUES (8, 1, 'a', 'e')": [
        r"Entry 8: view_extraction refers to it, but there is none; .*"
    ],
    "DELETE FROM view_extraction WHERE entry = 5": [
        r"Entry 5: view_extraction does not agree with it; .*",
        r"Entry 4: its article has no extraction\.",
    ],
    "CREATE TABLE mine (a)": [r"The table mine was added to the database, and not by Sayso\."],
    "DROP INDEX view_claim_id": [r"The index view_claim_id is missing from the database\."],
    "DROP TRIGGER head_insert; CREATE TRIGGER head_insert BEFORE INSERT ON head BEGIN SELECT 1; END": [
        r"The trigger head_insert of the database is not as Sayso made it\."
    ],
}


@pytest.mark.parametrize("statement", CHANGED)
def test_a_change_is_found_and_named(filled: str, statement: str, matches: Callable[..., None]) -> None:
    tamper(filled, statement)
    matches(findings(filled), CHANGED[statement])


@pytest.fixture
def linked(url: str) -> str:
    """The URL of a ledger of nine entries: three articles, 7 links two claims and two articles, 8 and 9 judge those."""
    with Ledger.open(url, actor="desk") as ledger:
        claims, articles = tell_thrice(ledger)
        link, derivation = make_link(claims[0], claims[2]), make_derivation(articles[0], articles[1])
        ledger.append_linking(make_linking([link], [derivation]))
        ledger.decide(make_decision(link.id, "confirm", 1))
        ledger.decide(make_decision(derivation.id, "reject", 2))
    return url


def swapped(part: str, number: int, old: str, new: str) -> str:
    return f"UPDATE entry SET {part} = kept(replace(said({part}), '{old}', '{new}')) WHERE number = {number}"


CHANGED_LINKS = {
    swapped("facts", 7, "repeats", "conflicts"): [r"Entry 7: its facts have been changed\."],
    swapped("facts", 7, "0.700", "0.100"): [r"Entry 7: its facts have been changed\."],
    swapped("words", 7, "truce", "bruce"): [r"Entry 7: its words have been changed\."],
    swapped("facts", 8, "confirm", "reject"): [r"Entry 8: its facts have been changed\."],
    swapped("facts", 8, "ana", "eve"): [r"Entry 8: its facts have been changed\."],
    swapped("note", 9, "two", "six"): [r"Entry 9: its note have been changed\."],
    "UPDATE entry SET note = NULL, note_salt = NULL WHERE number = 9": [r"Entry 9: its note have been removed, .*"],
    "UPDATE entry SET kind = 'decision' WHERE number = 7": [r"Entry 7: its leaf is not the hash of its columns\."],
    "DELETE FROM entry WHERE number = 9": [
        r"Entry 9 is missing\.",
        ROOT,
        r"Entry 9: view_decision refers to it, but there is none; .*",
    ],
    "UPDATE view_link SET relation = 'denies'": [r"Entry 7: view_link does not agree with it; .*"],
    "UPDATE view_link SET one_origin = 1": [r"Entry 7: view_link does not agree with it; .*"],
    "DELETE FROM view_derivation": [r"Entry 7: view_derivation does not agree with it; .*"],
    "UPDATE view_derivation SET earlier = a": [r"Entry 7: view_derivation does not agree with it; .*"],
    "UPDATE view_decision SET judgement = 'confirm' WHERE entry = 9": [
        r"Entry 9: view_decision does not agree with it; .*"
    ],
    "INSERT INTO view_decision SELECT 11, id, about, judgement, decider, undoes FROM view_decision WHERE entry = 8": [
        r"Entry 11: view_decision refers to it, but there is none; .*"
    ],
}


@pytest.mark.parametrize("statement", CHANGED_LINKS)
def test_a_changed_link_or_decision_is_found_and_named(
    linked: str, statement: str, matches: Callable[..., None]
) -> None:
    assert findings(linked) == ()
    tamper(linked, statement)
    matches(findings(linked), CHANGED_LINKS[statement])


def test_no_dossier_is_made_of_a_changed_link_or_decision(linked: str) -> None:
    tamper(linked, swapped("facts", 7, "repeats", "updates"), swapped("note", 8, "two", "six"))
    with Ledger.open(linked, write=False) as ledger:
        with ledger.snapshot() as now:
            (_, told), *_ = now.claims()
        with (
            pytest.raises(TamperedError, match=r"entry [78]: its (facts|note) have been changed"),
            ledger.snapshot() as now,
        ):
            now.dossier(told.id)
        with pytest.raises(TamperedError, match="entry 7: its facts have been changed"), ledger.snapshot() as now:
            now.links_of([told.id])


def test_removing_and_restoring_triggers_is_no_finding(filled: str) -> None:
    tamper(filled)
    assert findings(filled) == ()


def test_nothing_is_read_from_or_added_to_a_changed_ledger(filled: str) -> None:
    tamper(filled, "UPDATE entry SET words = x'00' WHERE number = 2", "DELETE FROM entry WHERE number = 5")
    article = make_article("New.")
    with Ledger.open(filled) as ledger:
        with pytest.raises(TamperedError, match="entry 2: its words have been changed"), ledger.snapshot() as now:
            list(now.dossiers())
        with pytest.raises(TamperedError, match="the head of the ledger counts 5 entries, the last is number 4"):
            ledger.append(make_capture(article), article, make_extraction(article))


def contents(file: Path) -> list[object]:
    """Everything that SQLite holds in a file."""
    with closing(sqlite3.connect(file)) as connection:
        connection.text_factory = bytes
        schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
        tables = [name.decode() for kind, name, *_ in schema if kind == b"table"]
        return [schema, *(connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables)]


def verdict(file: Path) -> str:
    try:
        found = findings(f"sqlite:///{file}")
    except SaysoError as error:
        return str(error)
    return " ".join(found)


def flip(file: Path, raw: bytes, at: int, bit: int) -> str:
    changed = bytearray(raw)
    changed[at] ^= 1 << bit
    file.write_bytes(changed)
    return verdict(file)


def test_a_flipped_bit_anywhere_in_the_file_is_found_unless_nothing_stored_has_changed(
    filled: str, tmp_path: Path
) -> None:
    """What goes unnoticed is unused space, and a few counters of SQLite's: every table reads the same as before."""
    raw, held, rng = file_of(filled).read_bytes(), contents(file_of(filled)), random.Random(5)
    copy = tmp_path / "copy.db"
    used = [at for at, byte in enumerate(raw) if byte]
    for at in [*rng.sample(used, 45), *rng.sample(range(len(raw)), 5)]:
        if not flip(copy, raw, at, rng.randrange(8)):
            assert contents(copy) == held, at


@pytest.mark.parametrize("part", ["facts", "facts_salt", "facts_hash", "words", "words_salt", "words_hash", "leaf"])
@pytest.mark.parametrize("number", [2, 4])
def test_a_flipped_bit_of_an_entry_names_the_entry(filled: str, tmp_path: Path, part: str, number: int) -> None:
    with closing(sqlite3.connect(file_of(filled))) as connection:
        (blob,) = connection.execute(f"SELECT {part} FROM entry WHERE number = ?", (number,)).fetchone()
    raw = file_of(filled).read_bytes()
    windows = (blob[at : at + 32] for at in range(0, len(blob), 8))
    at = raw.index(next(window for window in windows if raw.count(window) == 1))
    assert f"Entry {number}: its" in flip(tmp_path / "copy.db", raw, at, 1)


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_file_cut_short_is_damaged(filled: str, tmp_path: Path, keep: float) -> None:
    raw = file_of(filled).read_bytes()
    (tmp_path / "copy.db").write_bytes(raw[: int(len(raw) * keep)])
    assert "damaged" in verdict(tmp_path / "copy.db")


def test_verify_says_that_it_cannot_detect_a_tail_cut_together_with_the_head(url: str) -> None:
    with Ledger.open(url) as ledger:
        limit = ledger.verify().limit
    assert limit.startswith("No head kept elsewhere was compared")


def test_a_file_that_is_not_a_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_text("This is not a database, and never was one. " * 100)
    with pytest.raises(LedgerError, match="it is not an SQLite database, or its first bytes are damaged"):
        Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}")
