"""Speed of linking 1,000 new claims: `python tests/benchmarks/link_against_brute_force.py [CLAIMS ...]`.

For each number of known claims (10000, 100000 and 1000000, unless told others): how long the index took to make (their
texts and vectors included), its size, and how long to open; then what `link` takes for 1,000 new claims, encoded,
looked up, compared and all, and what looking them up among all vectors by brute force takes beside it, in the same run.
Seconds of work are this process's own: what a machine that is shared with others cannot stretch.

The known claims are composed: words by how often news uses them, out of the articles that come with Sayso, and names
that nobody has. Encoding a million of them would take an hour, so the vector of a known claim is made of two encoded
sentences of those articles and a little noise, whereas the new ones are really encoded; half of these repeat a known
claim with other words around it, and its vector has then been encoded as well.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from flows.process_setup import THREADS

os.environ.update(dict.fromkeys(THREADS, "1"))  # as the command line does

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from factories import make_article, make_claim

from sayso.link.link import link
from sayso.link.retrieve import Index, embed
from sayso.link.retrieve.terms import terms
from sayso.link.retrieve.text_table import TextTable
from sayso.registry import Registry
from schemas import Hop, Publication, PublishedClaim, Span, Statement
from schemas.frame import Filler, Frame

ROOT = Path(__file__).parents[2]
NEW = 1_000
STEP = 10_000
NOISE = 0.6
Floats = NDArray[np.float32]


class Clock:
    """Seconds since it was made: those that passed, and those that this process worked."""

    def __init__(self) -> None:
        self.passed, self.worked = -time.perf_counter(), -time.process_time()

    def stop(self) -> Clock:
        self.passed += time.perf_counter()
        self.worked += time.process_time()
        return self

    def __str__(self) -> str:
        return f"{self.passed:.1f} s (of work {self.worked:.1f})"


class World:
    """Claims by number: what each says, and for the known ones a vector."""

    def __init__(self, seed: int = 7) -> None:
        self.random = np.random.default_rng(seed)
        texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds" / "articles").rglob("*.txt"))]
        self.sentences = [one.strip() for text in texts for one in text.split(". ") if 20 < len(one.strip()) < 300]
        words = [word.strip('.,;:"“”()') for text in texts for word in text.split()]
        kinds, counts = np.unique([word for word in words if word], return_counts=True)
        self.words, self.shares = kinds, counts / counts.sum()
        self.encoded = embed(self.sentences)

    def texts(self, count: int) -> list[str]:
        """Claims of nine words of the articles' and three names or figures."""
        picked = self.random.choice(self.words, size=(count, 9), p=self.shares)
        names = np.minimum(self.random.zipf(1.3, size=(count, 2)), 10**7)
        figures = self.random.integers(2, 5_000, size=count)
        return [
            f"{self.name(a)} told {self.name(b)} that {' '.join(row)} {n}"
            for row, (a, b), n in zip(picked, names.tolist(), figures.tolist(), strict=True)
        ]

    @staticmethod
    def name(number: int) -> str:
        """A made-up surname; one a number."""
        name = ""
        while number:
            number, rest = divmod(number, 60)
            name += "bdfgklmnprst"[rest % 12] + "aeiou"[rest // 12]
        return name.capitalize() + "sen"

    def vectors(self, count: int) -> Floats:
        """Each between two of the encoded sentences, with noise."""
        first, second = self.random.integers(0, len(self.encoded), size=(2, count))
        mixed = self.encoded[first] + self.random.random((count, 1), np.float32) * self.encoded[second]
        mixed += NOISE / 384**0.5 * self.random.standard_normal((count, 384), np.float32)
        scaled: Floats = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
        return scaled


def repeats(known: Sequence[str]) -> list[str]:
    """Known claims with other words around them."""
    return [f"On Monday {text}, it was said" for text in known]


def _filler(role: str, word: str) -> Filler:
    return Filler(role=role, head=word.lower(), words=word)


def slots(text: str) -> dict[str, Any]:
    """The slots of a composed claim, as splitting would fill them."""
    who, whom, *rest = [word for word in text.split() if word not in ("On", "Monday", "told", "that")]
    fillers = (_filler("who", who), _filler("whom", whom), _filler("that", rest[0]))
    under = tuple(_filler(role, word) for role, word in zip(("who", "whom", "in", "of"), rest[1:5], strict=True))
    frames = (Frame(predicate="tell", fillers=fillers), Frame(predicate=rest[0].lower(), fillers=under))
    return {"who": who, "what": "told", "whom": whom, "frames": frames}


class Numbered(PublishedClaim):
    """A claim that has a number for an id: to hash a million of them is not what is measured."""

    number: str

    @property
    def id(self) -> str:
        return self.number


def told(number: str, text: str) -> PublishedClaim:
    """A claim in an article of its own, in the article's own voice."""
    article = make_article(text, key=number, published="2026-01-02")
    publisher = Hop(role="publisher", name=article.outlet, kind="news_outlet")
    spans = (Span.of(text, 0, len(text)),)
    statement = Statement(article=article.id, spans=spans, chain=(publisher,), sourcing="none-given")
    claim = make_claim(article, statement, **slots(text))
    return Numbered(claim=claim, statement=statement, publication=Publication.of(article), number=number)


def make(world: World, count: int, folder: Path) -> list[str]:
    """Make an index of `count` known claims in the folder; returns their texts."""
    index, texts = Index.open(folder), []
    for start in range(0, count, STEP):
        some, vectors = world.texts(min(STEP, count - start)), world.vectors(min(STEP, count - start))
        if not start:
            vectors[: NEW // 2] = embed(some[: NEW // 2])
        ids = [f"known-{row}" for row in range(start, start + len(some))]
        index.add_vectors(ids, vectors, [terms(text) for text in some])
        texts += some
    index.save()
    return texts


def by_brute_force(known: NDArray[np.int8], lengths: Floats, new: Floats, top: int) -> NDArray[np.int64]:
    """The `top` nearest rows of each new vector, over all known ones."""
    best = np.zeros((len(new), 0), np.float32)
    rows = np.zeros((len(new), 0), np.int64)
    for start in range(0, len(known), 16_384):
        block = known[start : start + 16_384].astype(np.float32)
        best = np.concatenate([best, new @ block.T / lengths[start : start + 16_384]], axis=1)
        rows = np.concatenate([rows, np.tile(np.arange(start, start + len(block)), (len(new), 1))], axis=1)
        if best.shape[1] > top:
            kept = np.argpartition(-best, top, axis=1)[:, :top]
            best, rows = np.take_along_axis(best, kept, 1), np.take_along_axis(rows, kept, 1)
    return np.take_along_axis(rows, np.argsort(-best, axis=1), 1)


def measured(count: int) -> None:
    """Print a line for an index of `count` known claims."""
    world = World()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "index"
        making = Clock()
        texts = make(world, count, folder)
        making.stop()
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        new = repeats(texts[: NEW // 2]) + world.texts(NEW - NEW // 2)
        encoding = Clock()
        vectors = embed(new)
        encoding.stop()
        table = TextTable.load(folder)
        brute = Clock()
        exact = by_brute_force(table.vectors.values, table.lengths.values, vectors, 20)
        brute.stop()
        del table
        opening = Clock()
        index = Index.open(folder)
        opening.stop()
    looking = Clock()
    found = index.nearest_vectors(vectors, [terms(text) for text in new], 20)
    looking.stop()

    class Known:
        def article_ids(self, claims: Iterable[str]) -> dict[str, str]:
            return {claim: f"article of {claim}" for claim in claims if claim.startswith("known-")}

        def published_claims(self, claims: Iterable[str]) -> list[PublishedClaim]:
            return [told(claim, texts[int(claim.removeprefix("known-"))]) for claim in claims]

    fresh = [told(f"new-{i}", text) for i, text in enumerate(new)]
    registry = Registry.installed()
    linking = Clock()
    links = link(fresh, index, Known(), registry)
    linking.stop()
    names = [{near.id for near in some} for some in found]
    first = np.mean([f"known-{rows[0]}" in some for rows, some in zip(exact, names, strict=True)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{count:>9} known: made in {making}, {size:.0f} MB; opened in {opening}; peak {peak:.1f} GB\n"
        f"          1,000 new: linked in {linking}, {len(links)} links; encoded in {encoding}; looked up in {looking}, "
        f"by brute force in {brute}; the first by brute force is among the 20 in {first:.3f}",
        flush=True,
    )


def main() -> None:
    """Print a line for each number of claims."""
    for count in [int(word) for word in sys.argv[1:]] or [10_000, 100_000, 1_000_000]:
        measured(count)


if __name__ == "__main__":
    main()
