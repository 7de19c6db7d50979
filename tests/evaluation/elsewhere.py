"""How many statements another processor reads otherwise, and which; QEMU's user mode emulates an older one.

    python -m tests.evaluation.elsewhere read here.txt seeds/articles
    qemu-x86_64 -cpu Haswell .venv/bin/python -m tests.evaluation.elsewhere read there.txt seeds/articles
    python -m tests.evaluation.elsewhere compare here.txt there.txt

`read` goes on where it was stopped: emulated, 1,000 words take a minute or more. `compare` ends with 1 where more
statements differ than the suite allows.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sayso.engine import Engine
from sayso.ingest import ingest
from tests.evaluation.differing import differing
from tests.evaluation.pinned import Read, blocks, parsed, written


def read(out: Path, paths: Sequence[str]) -> None:
    """Append the statements of each article that `out` does not have yet."""
    engine, known = Engine(), _read_before(out)
    print(f"engine {engine.id}")
    for capture, article in ingest(paths):
        assert article is not None, capture.problem
        name = f"{capture.file}: {article.title or 'untitled'}"
        if name not in known:
            known[name] = list(blocks(engine.extract(article)))
            out.write_text(written(known), "utf-8")
            print(f"{len(known[name]):4}  {name}", flush=True)


def _read_before(out: Path) -> Read:
    return parsed(out.read_text("utf-8")) if out.exists() else {}


def compare(here: Path, there: Path) -> int:
    """Print which statements differ, and how many of how many."""
    found = differing(_read_before(here), _read_before(there))
    print(found.told)
    return 0 if found.few else 1


def main(command: str, first: str, *more: str) -> int:
    """The command line."""
    if command == "compare":
        return compare(Path(first), Path(*more))
    read(Path(first), more)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
