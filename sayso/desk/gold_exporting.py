"""What people corrected and confirmed, as a folder of gold: the newsroom's own test of any engine."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from sayso.desk.gold_readings import GoldReading, fitting
from sayso.desk.report_files import write_bytes, write_new_bytes
from sayso.desk.rulings import SAYING, ruling
from sayso.desk.spec_articles import stem_of
from sayso.errors import UsageError
from sayso.evaluate.folder import READINGS
from sayso.ingest import ingest
from sayso.ingest.catalogue import CATALOGUE
from sayso.ledger import Snapshot
from sayso.present.safe import csv_cell, csv_line
from schemas import Article, Dossier, Statement

_NOTED = ("title", "outlet", "published", "byline")
"""What is noted of an article: its reading depends on it."""


class ExportedGold(NamedTuple):
    """How many articles and statements were written, and a sentence for each that could not be."""

    articles: int
    statements: int
    left_out: tuple[str, ...]


def export_gold(snapshot: Snapshot, folder: Path) -> ExportedGold:
    """Write the articles of which a statement was corrected or confirmed to `folder`, as `sayso evaluate` reads them.

    Only these statements are gold: of the rest of an article nothing is claimed. `UsageError` where the folder is not
    empty, or nothing was corrected or confirmed.
    """
    _expect_empty(folder)
    rows, notes, left_out, written = [], [], [], 0
    for dossier, statements in _ruled(snapshot):
        reading = GoldReading(dossier.article)
        added, unfit = fitting(reading, statements)
        place = _text(dossier, folder / "text") if added else None
        left_out += [f"{dossier.capture.file}: {sentence}" for sentence in unfit]
        if place:
            written += added
            rows.append(reading.read(place.stem).model_dump_json(exclude_defaults=True))
            notes.append(csv_line([place.name, *_notes(dossier.article)]))
        elif added:
            left_out.append(f"{dossier.capture.file}: its text cannot be kept in a file of text; left out")
    if not rows:
        raise UsageError(_nothing(left_out))
    write_bytes("".join([csv_line(["file", *_NOTED]), *notes]).encode(), folder / "text" / CATALOGUE)
    write_bytes("".join(f"{row}\n" for row in rows).encode(), folder / READINGS)
    return ExportedGold(len(rows), written, tuple(left_out))


def _expect_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        found = "one with files" if folder.is_dir() else "a file"
        raise UsageError(f"expected a new or empty folder at {str(folder)!r}, found {found}; name another")


def _ruled(snapshot: Snapshot) -> Iterator[tuple[Dossier, list[Statement]]]:
    """Each article with a statement of which a person said how it reads, with those statements."""
    decided = (one for one in snapshot.dossiers(links="none") if one.decisions) if snapshot.decided() else ()
    for _, of_article in groupby(decided, key=lambda one: one.article.id):
        dossiers = list(of_article)
        statements = {one.statement.id: one.statement for one in dossiers}
        said = [one for one in statements.values() if _is_said(snapshot, one, dossiers)]
        if said:
            yield dossiers[0], said


def _is_said(snapshot: Snapshot, statement: Statement, dossiers: list[Dossier]) -> bool:
    """Whether a person said that it reads as it does now."""
    claims = [one.claim for one in dossiers if one.statement.id == statement.id]
    made = ruling(snapshot, statement, claims)
    if made is None or made.judgement not in SAYING:
        return False
    return made.judgement == "confirm" or bool(statement.read_as)


def _text(dossier: Dossier, folder: Path) -> Path | None:
    """The article's text in a file of its own; None where it would not be read again as it is."""
    article = dossier.article
    try:
        content = article.text.encode()
    except UnicodeEncodeError:
        return None
    place = write_new_bytes(content, folder, stem_of(article, dossier.capture.file), "txt")
    [(_, again)] = ingest(place, literal=True)
    if again is None or again.text != article.text:
        place.unlink()
        return None
    return place


def _notes(article: Article) -> list[str]:
    """What is known of the article; without what a spreadsheet would calculate, which could not be read again."""
    known = (getattr(article, name) or "" for name in _NOTED)
    return [value if csv_cell(value) == value else "" for value in known]


def _nothing(left_out: list[str]) -> str:
    if left_out:
        return f"expected readings that gold can hold, found none: {left_out[0]}"
    return (
        "expected readings that somebody corrected or confirmed, found none; `sayso correct ID CHAIN` corrects one, "
        "`sayso decide ID confirm` confirms one"
    )
