"""What a run costs that finds nothing new: `python tests/benchmarks/nothing_new.py [ARTICLES]`.

A home is filled with so many short articles, as if they had been read, and a first run makes its indexes. Printed are
the seconds of processor time, of all its processes together, that a second `sayso run` over all of them takes, and one
over a single article in a home of its own, which is what Prefect's start and an empty report cost: the reference.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from factories import make_extraction, make_hop, make_statement

from sayso.ingest import ingest
from sayso.ledger import Ledger

WORDS = "bridge harbour mayor council ferry storm vote price grain union strike court judge river tax road".split()
NAMES = ("Anna Berg", "Tom Hale", "Joan Pryce", "Ben Lund")
SAYSO = str(Path(sys.executable).with_name("sayso"))


def filled(place: Path, count: int) -> tuple[Path, Path]:
    """A home and an inbox of so many articles of some 400 words, three statements in each."""
    home, inbox, chance = place / "home", place / "inbox", random.Random(1)
    inbox.mkdir(parents=True)
    for number in range(count):
        lines = [f"{chance.choice(NAMES)} said that the {chance.choice(WORDS)} {number} would close." for _ in range(3)]
        lines += [" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(25)]
        (inbox / f"{number:05}.txt").write_text("\n\n".join(lines), "utf-8")
    with Ledger.open(f"sqlite:///{home / 'ledger.db'}") as ledger:
        for capture, article in ingest(inbox):
            assert article
            statements = {}
            for line in article.text.split("\n\n")[:3]:
                name, words = line.rstrip(".").split(" said that ")
                statements[words] = make_statement(article, words, chain=[make_hop(article, name)])
            ledger.append(capture, article, make_extraction(article, list(statements.values())))
    return home, inbox


def cost(home: Path, inbox: Path) -> float:
    """Seconds of processor time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "SAYSO_HOME": str(home)}
    subprocess.run([SAYSO, "run", str(inbox)], env=env, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print a line."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with TemporaryDirectory() as folder:
        many, one = filled(Path(folder) / "many", count), filled(Path(folder) / "one", 1)
        cost(*many)
        cost(*one)
        whole, start = cost(*many), cost(*one)
        print(f"{count} articles, all known: {whole:.1f} s, one: {start:.1f} s; {whole - start:.1f} s more")


if __name__ == "__main__":
    main()
