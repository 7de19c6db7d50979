"""What a ledger costs as it grows: `python tests/benchmarks/growing_ledger.py [--read FILE] [--at 300,600,1000,1500]`.

Articles are told anew from some that the engine read (`varied`): those of `seeds/articles` and of the passages that the
evaluation scores against, or those of FILE, JSON lines with a text each. With `--as-they-are` FILE's own are taken as
they stand. They come in runs of 48, appended and linked eight at a time, as `sayso run` does it; every size is one of
whole runs, since a dozen articles may be half as dear again as others. Printed at each size, in seconds of processor
time: linking an article (in the last two runs, since one alone is a tenth dearer or cheaper), and `sayso report` as a
process of its own, that by the clock as well; and the kilobytes that an article takes in the ledger. What the engine
reads is kept in the folder `--kept`, for the next time.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[1]))

from installed import extract, registry
from varied import stories

from flows.process_setup import COLLECTIONS
from flows.retries import BATCH
from sayso.desk.indexes import indexes
from sayso.desk.linking import link_entries
from sayso.errors import UnreadableError
from sayso.ingest import ingest
from sayso.ledger import Item, Ledger
from schemas import Article, Capture

OURS = Path(__file__).parents[2]
SAYSO = (sys.executable, "-c", "from flows.cli.main import main; main()")
RUN = 48
"""Articles a run."""


def texts(file: Path | None) -> Iterator[tuple[Capture, Article]]:
    """What is to be read, with its capture."""
    places = [file] if file else [OURS / "seeds/articles", OURS / "tests/evaluation/passages/text"]
    yield from ((capture, article) for capture, article in ingest([str(one) for one in places]) if article)


def read(file: Path | None, most: int, kept: Path) -> list[Item]:
    """What the engine reads in them."""
    found: list[Item] = []
    kept.mkdir(parents=True, exist_ok=True)
    for capture, article in islice(texts(file), most):
        place = kept / f"{hashlib.sha256(article.digest.encode()).hexdigest()[:32]}.pickle"
        if not place.exists():
            try:
                place.write_bytes(pickle.dumps(extract(article)))
            except UnreadableError:
                place.write_bytes(pickle.dumps(None))
        if extraction := pickle.loads(place.read_bytes()):
            found.append((capture, article, extraction))
    return found


def fill(ledger: Ledger, folder: Path, items: Iterator[Item], count: int) -> float:
    """Append and link until there are `count` articles; seconds of work for linking one of the last two runs."""
    took: list[float] = []
    while adopted(ledger) < count and (some := list(islice(items, RUN))):
        for start in range(0, len(some), BATCH):
            ledger.append_many(some[start : start + BATCH])
        begin = time.process_time()
        with indexes(ledger, folder, print, 1) as ours:
            waiting = ours.position.waiting
            for start in range(0, len(waiting), BATCH):
                link_entries(ledger, ours, waiting[start : start + BATCH], registry)
        took.append((time.process_time() - begin) / len(some))
    return fmean(took[-2:])


def adopted(ledger: Ledger) -> int:
    """How many articles count."""
    with ledger.snapshot() as now:
        return len(now.adopted())


def reported(home: Path) -> tuple[float, float, int]:
    """Seconds of work of `sayso report`, its start with it, the same by the clock, and the bytes of its page."""
    out = home / "report.html"
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environment = {**os.environ, "SAYSO_HOME": str(home)}
    subprocess.run([*SAYSO, "report", "--format", "html", "--out", str(out)], env=environment, check=True)
    took, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return work, took, out.stat().st_size


def linked(ledger: Ledger, claims: list[str]) -> tuple[int, int]:
    """How many links there are, and how many of these claims have one."""
    with ledger.snapshot() as now:
        links = now.links_of(claims)
    return len(links), len({end for one in links for end in (one.a, one.b)})


def main() -> None:
    """Print a line a size."""
    gc.set_threshold(*COLLECTIONS)  # as `sayso` does
    options = argparse.ArgumentParser()
    options.add_argument("--read", type=Path)
    options.add_argument("--as-they-are", action="store_true")
    options.add_argument("--most", type=int, default=10_000)
    options.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "sayso-growing")
    options.add_argument("--at", default="300,600,1000,1500")
    options.add_argument("--ledger", type=Path)
    given = options.parse_args()
    sizes = [-(-int(one) // RUN) * RUN for one in given.at.split(",")]
    items = read(given.read, given.most, given.kept)
    gc.freeze()  # a run does not hold all of them
    told = iter(items) if given.as_they_are else stories(sizes[-1], [(one[1], one[2]) for one in items])
    with tempfile.TemporaryDirectory() as place:
        folder = given.ledger or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "ledger.db"
        with Ledger.open(f"sqlite:///{file}", actor="desk") as ledger:
            for size in sizes:
                linking = fill(ledger, folder / "indexes", told, size)
                work, took, page = reported(folder)
                with ledger.snapshot() as now:
                    ids = [one.id for _, one in now.claims()]
                links, ends = linked(ledger, ids)
                print(
                    f"{adopted(ledger):>6} articles, {len(ids)} claims, {ends} of them with {links} links: "
                    f"linking {linking:.3f} an article, "
                    f"report {work:.1f}, by the clock {took:.1f} ({page // 1000} KB), "
                    f"{file.stat().st_size / 1000 / size:.1f} KB an article, "
                    f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most",
                    flush=True,
                )


if __name__ == "__main__":
    main()
