"""Claims found by their words or by their meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.desk.sentence_search import in_sentence, is_sentence
from sayso.ledger import Ledger
from schemas import Dossier

if TYPE_CHECKING:
    from sayso.link.retrieve import Index, Near

PATIENCE = 20.0
"""Seconds to wait while another process links."""


def with_words(ledger: Ledger, words: str, as_of: int | None = None) -> Iterator[Dossier]:
    """Every claim whose proposition or statement contains these words, whatever their case and spacing.

    Of a whole sentence also the claims that stand in it, see `sentences`. As of entry `as_of`, by default the last.
    """
    with ledger.snapshot(as_of=as_of) as snapshot:
        yield from in_sentence(snapshot, words) if is_sentence(words) else snapshot.find(words)


def nearest(
    ledger: Ledger, folder: Path, text: str, top: int, notice: Callable[[str], None], as_of: int | None = None
) -> Iterator[tuple[float, Dossier]]:
    """The `top` claims nearest to `text` in meaning and words, best first, each with its score from 0 to 1.

    `folder` holds the indexes, which are brought up to date; `notice` receives a sentence where one had to be rebuilt.
    With `as_of` those of the readings that count now which counted as of that entry.
    """
    from sayso.desk.indexes import indexes  # imported here: it loads the encoder, which no other search needs

    with indexes(ledger, folder, notice, PATIENCE) as current:
        found = _counting(current.claims, ledger, text, top, as_of)
    with ledger.snapshot(as_of=as_of) as snapshot:
        for near in found:
            yield near.score, snapshot.dossier(near.id)


def _counting(claims: Index, ledger: Ledger, text: str, top: int, as_of: int | None) -> list[Near]:
    """The nearest that count: an index may hold claims of readings that no longer do, or did not then."""
    most = top
    while True:
        (found,) = claims.nearest([text], most)
        with ledger.snapshot(as_of=as_of) as snapshot:
            adopted = {claim.id for claim in snapshot.published_claims(near.id for near in found)}
        counting = [near for near in found if near.id in adopted]
        if len(counting) >= top or len(found) < most:
            return counting[:top]
        most *= 4
