"""Speed of linking within a ledger: `python tests/benchmarks/link_in_ledger.py [CLAIMS]`.

Composed articles of fifty claims each, as many as hold so many claims (100000, unless told otherwise), are appended
to a SQLite ledger and indexed. Then twenty more come, 1,000 claims, of which half repeat known ones with other words
around them, and are linked as `sayso run` links what is new: the indexes opened and brought up to date, batch after
batch of articles linked, and the links appended. Beside it, in the same run: the same claims, all read into memory, and
compared as if all articles told one story; what the networks found in a pair is forgotten before.

Most of the time goes into reading pairs together: half of these made claims repeat another, and all of them are near.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from claims_in_memory import ClaimsInMemory
from factories import make_article, make_capture, make_claim, make_extraction, make_statement
from link_against_brute_force import NEW, STEP, Clock, World, repeats, slots
from sayso.link.pairs.network import read_together

from flows.retries import BATCH
from sayso.desk.index_position import IndexPosition
from sayso.desk.indexes import STORIES, indexes
from sayso.desk.linking import link_entries
from sayso.ledger import Item, Ledger
from sayso.link.link import link
from sayso.link.retrieve import Index, embed, model_digest
from sayso.link.retrieve.terms import terms
from sayso.link.reuse import Shingles
from sayso.link.stories import StoryIndex
from sayso.registry import Registry

REGISTRY = Registry.installed()
CLAIMS = 50
"""Of an article."""


def article(number: int, texts: Sequence[str]) -> Item:
    """An article of its own outlet that says these things, one a paragraph, in its own voice."""
    made = make_article("\n\n".join(texts), outlet=f"Paper {number}", published="2026-01-02")
    statements = [make_statement(made, text) for text in texts]
    claims = [make_claim(made, one, **slots(text)) for one, text in zip(statements, texts, strict=True)]
    return make_capture(made), made, make_extraction(made, statements, claims=claims)


def articles(texts: Sequence[str], first: int) -> Iterator[Item]:
    """All of them, in articles."""
    for start in range(0, len(texts), CLAIMS):
        yield article(first + start // CLAIMS, texts[start : start + CLAIMS])


def make(world: World, ledger: Ledger, folder: Path, count: int) -> list[str]:
    """Fill the ledger, and make its indexes: the vectors composed as well. Returns what the claims say."""
    texts = world.texts(count)
    claims, shingles = Index.open(folder / "claims"), Shingles.open(folder / "texts")
    stories = StoryIndex.open(folder / STORIES)
    for start in range(0, count, STEP):
        some, vectors = texts[start : start + STEP], world.vectors(min(STEP, count - start))
        if not start:
            vectors[: NEW // 2] = embed(some[: NEW // 2])
        items = list(articles(some, start // CLAIMS))
        ledger.append_many(items)
        shingles.add(*(article for _, article, _ in items if article))
        ids = [claim.id for _, _, extraction in items if extraction for claim in extraction.claims]
        claims.add_vectors(ids, vectors, [terms(text) for text in some])
    with ledger.snapshot() as now:
        known = [article for _, article in now.articles(0)]
        first = now.first_read(article.id for article in known)
        stories.add((first[article.id], article) for article in known)
        for index in (claims, shingles, stories):
            index.save()
        position = IndexPosition.first(now, model_digest())
        sizes = {"claims": len(claims), "texts": len(shingles), "stories": len(stories)}
        position.at(now.head, now.last("extraction"), (), **sizes).save(folder)
    return texts


def main() -> None:
    """Print what the making took, and the linking."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    world = World()
    with (
        tempfile.TemporaryDirectory() as place,
        Ledger.open(f"sqlite:///{place}/ledger.db", actor="desk", salt=lambda: None) as ledger,  # ids as they were made
    ):
        folder, making = Path(place) / "indexes", Clock()
        known = make(world, ledger, folder, count)
        size = (Path(place) / "ledger.db").stat().st_size / 1e6
        print(f"{count:>9} claims: ledger ({size:.0f} MB) and indexes made in {making.stop()}", flush=True)
        new = repeats(known[: NEW // 2]) + world.texts(NEW - NEW // 2)
        ledger.append_many(articles(new, count))
        linking, added = Clock(), 0
        with indexes(ledger, folder, print, 1) as ours:
            opening, waiting = linking.stop(), ours.position.waiting
            linking = Clock()
            for start in range(0, len(waiting), BATCH):
                added += link_entries(ledger, ours, waiting[start : start + BATCH], REGISTRY).new
            linking.stop()
            with ledger.snapshot() as now:
                fresh = list(now.claims_in(waiting))
            reading = Clock()
            with ledger.snapshot() as now:
                known = ClaimsInMemory(claim for _, claim in now.claims())
            reading.stop()
            read_together.cache_clear()
            beside = Clock()
            links = link(fresh, ours.claims, known, REGISTRY)
            beside.stop()
        print(
            f"    1,000 new: indexes opened and brought up to date in {opening}, linked in {linking}, {added} entries\n"
            f"    out of memory: {len(links)} links in {beside}; all claims read into it in {reading}"
        )


if __name__ == "__main__":
    main()
