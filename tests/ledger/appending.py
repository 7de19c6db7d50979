"""A program that appends articles to a ledger: `python appending.py URL ACTOR ARTICLES`, once a line comes in."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from ledger_world import make_item

from sayso.ledger import Ledger


def append_articles(url: str, actor: str, articles: int) -> None:
    """Append so many articles of the actor's own, each a capture and an extraction."""
    with Ledger.open(url, actor=actor) as ledger:
        for number in range(articles):
            ledger.append(*make_item(f"Article {number} of {actor}. The truce holds, the Kremlin said."))


if __name__ == "__main__":
    print("ready", flush=True)
    sys.stdin.readline()
    append_articles(sys.argv[1], sys.argv[2], int(sys.argv[3]))
