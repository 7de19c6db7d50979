"""Extractions as a whole, each with its article and when it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_rows import entry_of, read
from sayso.ledger.views.read_articles import read_article
from schemas import Article, Capture, Extraction


class WholeReading(NamedTuple):
    """An extraction, the number of its `entry`, when that was recorded, and the article with its capture."""

    entry: int
    recorded: datetime
    capture: Capture
    article: Article
    extraction: Extraction


def whole_readings(connection: Connection, entries: Iterable[int]) -> Iterator[WholeReading]:
    """The extractions in these entries, in their order."""
    reader = ContentReader(connection)
    for number in entries:
        entry = entry_of(read(connection, number))
        yield WholeReading(number, entry.clock or entry.recorded_at, *read_article(reader, number))
