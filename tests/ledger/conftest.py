"""A ledger in a folder of its own, and a few articles for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import ENGINE, make_article, make_capture, make_extraction, make_failure, make_hop, make_statement

from sayso.ledger import Item, Ledger
from schemas import Article, Engine

TRUCE = "The truce holds, the Kremlin said. Two bridges were closed."


def make_item(text: str = TRUCE, engine: Engine = ENGINE, **known: str) -> Item:
    """An article read: its first sentence by the Kremlin, where it says so, and the rest in its own voice."""
    article = make_article(text, **known)
    own = [make_statement(article, "Two bridges were closed")] if "Two bridges" in text else []
    said = (
        [make_statement(article, "The truce holds", chain=[make_hop(article, "the Kremlin")])]
        if "truce" in text
        else []
    )
    return make_capture(article), article, make_extraction(article, [*said, *own], engine=engine)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ledger.db'}"


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    with Ledger.open(url, actor="desk") as opened:
        yield opened


@pytest.fixture
def item() -> Callable[..., Item]:
    return make_item


@pytest.fixture
def filled(url: str) -> str:
    """The URL of a ledger of five entries: two articles read, and a file that could not be."""
    long = make_article("A sentence that is said again and again. " * 200, url="https://globe.example/long")
    with Ledger.open(url, actor="desk") as opened:
        opened.append(*make_item())
        opened.append_problem(make_failure())
        opened.append(make_capture(long, "long.txt"), long, make_extraction(long))
    return url


def articles(items: list[Item]) -> list[Article]:
    """The articles of some items."""
    return [article for _, article, _ in items if article]
