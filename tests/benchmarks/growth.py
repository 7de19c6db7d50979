"""Whether time grows with an article's length and no faster: `python tests/benchmarks/growth.py [WORDS [SHAPE...]]`.

Each shape is read at WORDS words and at twice as many; printed are the seconds of processor time that every stage
takes at the smaller size, and by how much the larger takes longer: 2.0 is in proportion, 4.0 is with the square. The
factor of a stage that takes next to nothing says nothing, and is left out. At 100000 words the larger articles have the
200,000 words that an article may have.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from robust_shapes import SHAPES

from sayso import engine
from sayso.errors import UnreadableError
from sayso.export import brat, jsonl, text
from sayso.ingest import ArticleLocation, read

STAGES = ("expect_english", "paragraphs", "parse", "segment", "attribute", "split")
SMALLEST = 0.05
"""Seconds below which a factor says nothing."""
ENGINE = engine.Engine()


@contextmanager
def clocked(seconds: dict[str, float]) -> Iterator[None]:
    """Within it, what the engine's stages take is added up in `seconds`."""
    kept = {name: getattr(engine, name) for name in STAGES}

    def timed(name: str, stage: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object) -> object:
            begin = time.process_time()
            try:
                return stage(*args)
            finally:
                seconds[name] = time.process_time() - begin

        return run

    for name, stage in kept.items():
        setattr(engine, name, timed(name, stage))
    try:
        yield
    finally:
        for name, stage in kept.items():
            setattr(engine, name, stage)


def measured(words: str) -> dict[str, float]:
    """Seconds of processor time for each stage of an article of these `words`."""
    seconds: dict[str, float] = {}
    begin = time.process_time()
    capture, article = read(ArticleLocation("a.txt", content=words.encode()))
    seconds["ingest"] = time.process_time() - begin
    if article is None:
        return seconds
    with clocked(seconds):
        try:
            extraction = ENGINE.extract(article)
        except UnreadableError:
            return seconds
    begin = time.process_time()
    extraction.check(article)
    jsonl(capture, article, extraction)
    brat(article, extraction)
    text(article, extraction)
    seconds["export"] = time.process_time() - begin
    return seconds


def main() -> None:
    """Print a line a shape."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    measured(SHAPES["prose"](200))
    for name in sys.argv[2:] or SHAPES:
        shape = SHAPES[name]
        small, large = measured(shape(words)), measured(shape(2 * words))
        factors = [
            f"{stage} {took:.2f} s x{large.get(stage, 0) / took:.1f}"
            for stage, took in small.items()
            if took >= SMALLEST
        ]
        print(f"{name}: {sum(small.values()):.1f} s; {', '.join(factors) or 'next to nothing'}", flush=True)


if __name__ == "__main__":
    main()
