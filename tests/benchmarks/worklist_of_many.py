"""What the worklist of a large ledger costs: `python tests/benchmarks/worklist_of_many.py [ARTICLES [DECISIONS]]`.

A home is filled with so many articles, `seeds/articles` told anew, and so many items are decided on. Printed are the
seconds for each article that the first list takes, which reads all of them, then the seconds and the memory of the
process that prints a list when all is kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from varied import stories

from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.worklist_view import worklist_view
from sayso.engine import Engine
from sayso.ingest import ingest
from sayso.ledger import Ledger
from sayso.present.actions import ACTIONS
from sayso.registry import Registry

ROOT = Path(__file__).parents[2]
SAYSO = str(Path(sys.executable).with_name("sayso"))
AT_ONCE = 100
LAUNCHER = """
import resource, subprocess, sys, time
begin = time.monotonic()
subprocess.run(sys.argv[1:], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
took = f"{time.monotonic() - begin:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of processor"
print(f"{took}, at most {used.ru_maxrss / 1024:.0f} MB", file=sys.stderr)
"""
"""A small process of its own: what it starts is not counted with the memory of this one."""


def filled(url: str, count: int) -> Ledger:
    """A ledger in the database `url` with so many articles."""
    engine = Engine()
    read = [(article, engine.extract(article)) for _, article in ingest(ROOT / "seeds" / "articles") if article]
    ledger = Ledger.open(url)
    items = iter(stories(count, read))
    while some := list(islice(items, AT_ONCE)):
        ledger.append_many(some)
    return ledger


def main() -> None:
    """Print three lines."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    decisions = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with TemporaryDirectory() as folder:
        home = Path(folder)
        ledger = filled(f"sqlite:///{home / 'ledger.db'}", count)
        begin = time.monotonic()
        with ledger.snapshot() as snapshot, worklist_view(snapshot, home / "indexes", Registry.installed()) as view:
            made = time.monotonic() - begin
            ids = [finding.id for finding in view.whole(islice(view.findings(), decisions))]
            items = sum(1 for _ in view.findings())
        for one in ids:
            decide(ledger, one, Deed(ACTIONS["query"], by="desk", to="the press office"))
        ledger.close()
        print(f"{count} articles, {items} items: {1000 * made / count:.1f} ms an article to make it", flush=True)
        environment = {**os.environ, "SAYSO_HOME": str(home)}
        printed = subprocess.run(
            [sys.executable, "-c", LAUNCHER, SAYSO, "worklist"], env=environment, check=True, capture_output=True
        )
        print(f"the list, {len(ids)} items decided on: {printed.stderr.decode().splitlines()[-1]}")


if __name__ == "__main__":
    main()
