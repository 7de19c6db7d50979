"""What reading accusations again costs: `python tests/benchmarks/cross_examination.py [MANY]`.

The same articles are read with and without it, in this process and one thread: the MANY (40) of the corpus's training
part with the most accusations, and as many without any word of wrongdoing. `SAYSO_CORPORA` names their folder.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[2]))

from flows.process_setup import THREADS

os.environ.update(dict.fromkeys(THREADS, "1"))

from sayso.engine import Engine
from sayso.language.wrongdoing import speaks_of_wrongdoing
from schemas import Article, Statement
from tests.evaluation.news.texts import PLACE, texts

WARM = 4
ROUNDS = 2


def unexamined(*given: object) -> tuple[Statement, ...]:
    """The statements as the first reading has them: what stands in for the cross-examination."""
    return given[4]  # type: ignore[return-value]


def seconds(engine: Engine, articles: Sequence[Article]) -> float:
    """CPU time for reading the articles."""
    started = time.process_time()
    for article in articles:
        engine.extract(article)
    return time.process_time() - started


def report(name: str, articles: Sequence[Article]) -> None:
    """Print what it costs, as a share of the time without it; rounds take turns, so that a busy machine slows both."""
    engine = Engine()
    seconds(engine, articles[:WARM])
    with_it = without = 0.0
    for _ in range(ROUNDS):
        with_it += seconds(engine, articles)
        with patch("sayso.engine.cross_examined", unexamined):
            without += seconds(engine, articles)
    print(f"{name:28} {len(articles):4} articles {without:7.1f} s without, {with_it / without - 1:6.1%} more with it")


def main(many: int) -> None:
    """Print both shares."""
    rows = [json.loads(row) for row in (PLACE / "readings" / "train.jsonl").read_text("utf-8").splitlines()]
    found = texts()
    rows.sort(key=lambda row: -len(row["accusations"]))
    named = [row["article"] for row in rows]
    report("most accusations", [Article(text=found[name]) for name in named[:many]])
    others = [name for name in reversed(named) if not speaks_of_wrongdoing(found[name])]
    report("no word of wrongdoing", [Article(text=found[name]) for name in others[:many]])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
