"""Claims found by their words or by their meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.desk.sentence_search import in_sentence, is_sentence
from sayso.ledger import Ledger
from schemas import Dossier

PATIENCE = 20.0
"""Seconds to wait while another process links."""


def with_words(ledger: Ledger, words: str) -> Iterator[Dossier]:
    """Every claim whose proposition or statement contains these words, whatever their case and spacing.

    Of a whole sentence also the claims that stand in it, see `sentences`.
    """
    with ledger.snapshot() as snapshot:
        yield from in_sentence(snapshot, words) if is_sentence(words) else snapshot.find(words)


def nearest(
    ledger: Ledger, folder: Path, text: str, top: int, notice: Callable[[str], None]
) -> Iterator[tuple[float, Dossier]]:
    """The `top` claims nearest to `text` in meaning and words, best first, each with its score from 0 to 1.

    `folder` holds the indexes, which are brought up to date; `notice` receives a sentence where one had to be rebuilt.
    """
    from sayso.desk.indexes import indexes  # imported here: it loads the encoder, which no other search needs

    with indexes(ledger, folder, notice, PATIENCE) as current:
        (found,) = current.claims.nearest([text], top)
    with ledger.snapshot() as snapshot:
        adopted = {claim.id for claim in snapshot.published_claims(near.id for near in found)}
        for near in found:
            if near.id in adopted:  # an index may hold claims of readings that no longer count
                yield near.score, snapshot.dossier(near.id)
