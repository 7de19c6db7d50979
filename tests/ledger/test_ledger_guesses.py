"""Once an article's words are removed, with their salts, nothing that is left in the home confirms a guess of them.

The removal is done by hand here: words parts and salts, rows and columns of views that hold words or hashes of them,
the indexes and the reports. Then somebody who knows every word, and all ids and facts that are left, computes whatever
hash of the words there may be, and looks for it in every byte of every file.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from factories import make_extraction, make_hop, make_statement
from ledger_world import make_decision, make_derivation, make_link, make_linking

from sayso.desk.indexes import indexes
from sayso.desk.newest_report import NewestReport
from sayso.ingest import ingest
from sayso.ledger import Ledger
from sayso.ledger.entries.contents import version_of
from sayso.ledger.log.compressed_parts import unpacked
from sayso.link.reuse.word_runs import WordRuns
from schemas import Article, Capture, Record, canonical, hash_of

SAID = "The truce along the southern line of the valley holds for now, the Kremlin said."
TEXT = f"{SAID} Two bridges over the river were closed before dawn on Monday.\n"
ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "sha3_256")
KINDS = ("article", "Article", "capture", "text", "version", "about")
CATALOGUE = "file,url,title,outlet\nreprint.txt,https://echo.example/1,Truce holds,Echo\n"


def filled(home: Path, **opened: Any) -> list[Record]:
    """Fill the home: two articles, one captured twice, read, linked and decided on. All that was recorded."""
    inbox = home.with_name("inbox")
    inbox.mkdir()
    (inbox / "articles.csv").write_text(CATALOGUE, "utf-8")
    (inbox / "one.txt").write_text(TEXT, "utf-8")
    (inbox / "reprint.txt").write_text(f"Echo. {TEXT}", "utf-8")
    (inbox / "with-mark.txt").write_bytes(TEXT.encode("utf-8-sig"))
    with Ledger.open(f"sqlite:///{home / 'ledger.db'}", **opened) as ledger:
        taken = list(ingest(inbox))
        ledger.append_many([(capture, article, read(article)) for capture, article in taken if article])
        with ledger.snapshot() as now:
            dossiers, found = list(now.dossiers()), [article for _, article in now.articles()]
        claims = [one.claim for one in dossiers]
        link, derivation = make_link(claims[0].id, claims[2].id), make_derivation(found[0].id, found[1].id)
        ledger.append_linking(make_linking([link], [derivation]))
        things = [*claims, *(one.statement for one in dossiers), link, derivation]
        for number, thing in enumerate({one.id: one for one in things}.values()):
            ledger.decide(make_decision(thing.id, "accept", number, version=thing.digest, why="On file."))
        with indexes(ledger, home / "indexes", print, 1):
            report = home / "reports" / "first.html"
            report.parent.mkdir()
            report.write_text(TEXT, "utf-8")
            NewestReport.of(report, 1, str(ledger.head)).note(home / "indexes")
        with ledger.snapshot() as now:
            again = [now.captured(entry.number) for entry in now.entries() if entry.kind == "capture"]
    return [*things, *(one for pair in (*taken, *again) for one in pair if one)]


def read(article: Article) -> Any:
    said = make_statement(article, SAID.split(",")[0], chain=[make_hop(article, "the Kremlin")])
    return make_extraction(article, [said, make_statement(article, "Two bridges over the river were closed")])


def remove(home: Path) -> None:
    """Remove the words from the home, as a person with the right to do so would have it done."""
    with closing(sqlite3.connect(home / "ledger.db", isolation_level=None)) as database:
        for (guard,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {guard}")
        database.execute("UPDATE entry SET words = NULL, words_salt = NULL")
        database.execute("DELETE FROM view_capture")
        for view in ("view_claim", "view_statement"):
            database.execute(f"UPDATE {view} SET folded = ''")
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("VACUUM")
    for part in ("claims", "texts", "stories"):
        shutil.rmtree(home / "indexes" / part)
    shutil.rmtree(home / "reports")


def left(home: Path) -> bytes:
    """Every byte of every file of the home, and the parts of entries unpacked."""
    with closing(sqlite3.connect(home / "ledger.db")) as database:
        parts = [part for row in database.execute("SELECT facts, words, note FROM entry") for part in row if part]
    files = [file.read_bytes() for file in sorted(home.rglob("*")) if file.is_file()]
    return b"\0".join([*files, *map(unpacked, parts)])


def guesses(records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """What can be computed of the words, of these records but their salts, and of what stays: a name, and a hash."""
    guessed = [one.salted(None) if isinstance(one, Article) else one for one in records]
    articles = [one for one in guessed if isinstance(one, Article)]
    stay = {None, *(one.id for one in records if isinstance(one, Article)), *(article.outlet for article in articles)}
    stay |= {article.work for article in articles}
    whole = {TEXT, TEXT.strip(), SAID, *(article.text for article in articles)}
    for text in {*whole, *(words for one in guessed for words in strings(one.model_dump(mode="json")))}:
        encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1") if text in whole else ("utf-8",)
        for data in (*(text.encode(one, "replace") for one in encodings), canonical([text]), canonical(text)):
            yield from ((f"{name} of words", hashlib.new(name, data).digest()) for name in ALGORITHMS)
            yield "blake2b of words", hashlib.blake2b(data, digest_size=8).digest()
            for kind in KINDS if text in whole else ():
                sha = hashlib.sha256(data).hexdigest()
                for known in stay:
                    for facts in ((known, sha), (sha, known), (known, text), (sha,), (text,)):
                        yield f"hash of {kind}", bytes.fromhex(hash_of(kind, *facts))
    for article in articles:
        yield "identity", bytes.fromhex(article.identity)
        yield "version", bytes.fromhex(version_of(article))
        yield from (("shingle", int(run).to_bytes(8, "little")) for run in WordRuns(article.text).distinct)
    for one in guessed:
        yield f"digest of {type(one).__name__}", bytes.fromhex(one.digest)
        yield f"whole {type(one).__name__}", hashlib.sha256(canonical(one.model_dump(mode="json"))).digest()
        if isinstance(one, Capture):
            yield "id of Capture", bytes.fromhex(one.id)


def strings(value: Any) -> Iterator[str]:
    """All strings in plain JSON values."""
    match value:
        case str():
            yield value
        case dict():
            yield from strings(list(value.values()))
        case list():
            for item in value:
                yield from strings(item)


def confirmed(home: Path, records: Iterable[Record]) -> set[str]:
    """The names of the guesses that something in the home confirms."""
    held = left(home)
    as_bytes, as_digits = ({held[at : at + size] for at in range(len(held))} for size in (8, 12))
    return {
        name
        for name, data in guesses(records)
        if {data[:8], data[7::-1]} & as_bytes or data.hex()[:12].encode() in as_digits
    }


HELD = {"sha256 of words", "identity", "version", "id of Capture", "shingle"}
HELD |= {f"digest of {name}" for name in ("Claim", "Statement", "Link", "Derivation")}
"""What confirms a guess as long as the words are there, so that this test would see it."""


def test_nothing_that_is_left_confirms_a_guess(tmp_path: Path) -> None:
    home = tmp_path / "home"
    records = filled(home)
    assert confirmed(home, records) >= HELD
    remove(home)
    assert confirmed(home, records) == set()


def test_of_an_article_of_an_older_version_its_id_confirms_one(tmp_path: Path) -> None:
    home = tmp_path / "home"
    records = filled(home, salt=lambda: None)
    remove(home)
    assert confirmed(home, records) >= {"identity"}
