"""Claims by their words, or by what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.ledger import Ledger
from schemas import Dossier

PATIENCE = 20.0
"""Seconds to wait for another program that is linking."""


def with_words(ledger: Ledger, words: str) -> Iterator[Dossier]:
    """Every claim whose proposition or statement holds these words, in any case and however spaced."""
    with ledger.snapshot() as snapshot:
        yield from snapshot.find(words)


def nearest(
    ledger: Ledger, folder: Path, text: str, top: int, notice: Callable[[str], None]
) -> Iterator[tuple[float, Dossier]]:
    """The `top` claims nearest to `text` in meaning and words, the best first, each with its score from 0 to 1.

    `folder` holds the indexes, which are brought up to date; `notice` gets a sentence about what had to be built again.
    """
    from sayso.desk.indexes import indexes  # it loads the encoder, which no other search needs

    with indexes(ledger, folder, notice, PATIENCE) as current:
        (found,) = current.claims.nearest([text], top)
    with ledger.snapshot() as snapshot:
        adopted = {claim.id for claim in snapshot.published_claims(near.id for near in found)}
        for near in found:
            if near.id in adopted:  # an index may hold what counts no more
                yield near.score, snapshot.dossier(near.id)
