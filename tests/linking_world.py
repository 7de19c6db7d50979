"""A ledger of a few articles, read by the engine, and the way of linking over it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factories import make_article, make_capture
from installed import extract, registry

from sayso.desk.indexes import indexes
from sayso.desk.linking import link_entries
from sayso.ledger import Ledger
from schemas import Article, Extraction

TRUCE = "Russia and Turkey signed a truce"
GLOBE = """\
Russia and Turkey signed a truce in Ankara on Monday, the Kremlin spokesman Dmitry Peskov said.

Two bridges over the Dnieper were closed for repairs in March.
"""
ECHO = """\
The Kremlin spokesman Dmitry Peskov said that Russia and Turkey signed a truce in Ankara on Monday.

Rain fell in the hills.
"""
WIRE = "Shares in Tokyo rose.\n"
TEXTS = {"The Daily Globe": GLOBE, "Echo": ECHO, "Wire": WIRE}


def tell(ledger: Ledger, outlet: str, text: str | None = None, published: str = "2022-08-09", **known: str) -> None:
    """Let an outlet publish its article."""
    article = make_article(text or TEXTS[outlet], outlet=outlet, published=published, **known)
    ledger.append(make_capture(article), article, read(article))


@cache
def read(article: Article) -> Extraction:
    """What the engine reads in it, once."""
    return extract(article)


def link_all(ledger: Ledger, folder: Path, at_once: int = 8, *, again: bool = False) -> list[str]:
    """Link what waits (or everything again), so many articles at once; the notices."""
    notices: list[str] = []
    with indexes(ledger, folder, notices.append, 1) as ours:
        with ledger.snapshot() as now:
            entries = now.adopted() if again else list(ours.position.waiting)
        for start in range(0, len(entries), at_once):
            link_entries(ledger, ours, entries[start : start + at_once], registry)
    return notices


def linked(ledger: Ledger) -> set[tuple[str, bool | None, str]]:
    """Every link: its relation, whether both have one origin, and where from and what the other end is."""
    with ledger.snapshot() as now:
        return {
            (link.relation, link.one_origin, f"{dossier.article.outlet} | {other.publication.outlet}")
            for dossier in now.dossiers()
            for link, other in zip(dossier.links, dossier.others, strict=True)
        }
