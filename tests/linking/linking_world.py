"""A ledger of a few articles, and the way of linking over it."""

from __future__ import annotations

from pathlib import Path

from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.indexes import indexes
from sayso.ledger import Ledger
from sayso.linking import link_entries

GLOBE = "The truce holds, the Kremlin said. Two bridges were closed."
ECHO = "The Kremlin insisted once more that the truce holds. Rain fell in the hills."
WIRE = "Shares rose. The mayor opened a library by the river, and nobody complained about it."
TEXTS = {"The Daily Globe": GLOBE, "Echo": ECHO, "Wire": WIRE}
STATEMENTS = ("Two bridges were closed", "Rain fell in the hills", "Shares rose")


def tell(ledger: Ledger, outlet: str, text: str | None = None, published: str = "2022-08-09", **known: str) -> None:
    """Let an outlet publish its article: what the Kremlin says of the truce, and a statement of its own."""
    article = make_article(text or TEXTS[outlet], outlet=outlet, published=published, **known)
    statements = [make_statement(article, one) for one in STATEMENTS if one in article.text]
    if "Kremlin" in article.text:
        hop = make_hop(article, "Kremlin", registry="kremlin", kind="government")
        statements.append(make_statement(article, "truce holds", chain=[hop]))
    ledger.append(make_capture(article), article, make_extraction(article, statements))


def link_all(ledger: Ledger, folder: Path, at_once: int = 8, *, again: bool = False) -> list[str]:
    """Link what waits (or everything again), so many articles at once; the notices."""
    notices: list[str] = []
    with indexes(ledger, folder, notices.append, 1) as ours:
        entries = ledger.adopted() if again else list(ours.marker.waiting)
        for start in range(0, len(entries), at_once):
            link_entries(ledger, ours, entries[start : start + at_once])
    return notices


def linked(ledger: Ledger) -> set[tuple[str, bool | None, str]]:
    """Every link: its relation, whether both have one origin, and where from and what the other end is."""
    return {
        (link.relation, link.one_origin, f"{dossier.article.outlet} | {other.publication.outlet}")
        for dossier in ledger.dossiers()
        for link, other in zip(dossier.links, dossier.others, strict=True)
    }
