"""A ledger in a folder of its own, and a few articles for it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import postgresql
import pytest
from factories import make_article, make_capture, make_extraction, make_failure
from ledger_world import make_item

from sayso.ledger import Item, Ledger


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ledger.db'}"


@pytest.fixture
def ledger(url: str, tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    shutil.copy(blank, tmp_path)
    with Ledger.open(url, actor="desk") as opened:
        yield opened


@pytest.fixture(scope="session")
def socket() -> Iterator[Path]:
    """Where a PostgreSQL server listens; where there can be none it skips, or fails in CI."""
    if why := postgresql.missing():
        (pytest.fail if "CI" in os.environ else pytest.skip)(why)
    with postgresql.server() as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgresql"])
def anywhere(request: pytest.FixtureRequest, url: str) -> str:
    """The URL of an empty database of each kind."""
    return url if request.param == "sqlite" else postgresql.emptied(request.getfixturevalue("socket"))


@pytest.fixture
def kept(anywhere: str, tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    """A ledger in each kind of database."""
    shutil.copy(blank, tmp_path)
    with Ledger.open(anywhere, actor="desk") as opened:
        yield opened


@pytest.fixture
def item() -> Callable[..., Item]:
    return make_item


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger of which `filled` hands out copies; tests do not change it."""
    file = tmp_path_factory.mktemp("filled") / "ledger.db"
    long = make_article("A sentence that is said again and again. " * 200, url="https://globe.example/long")
    with Ledger.open(f"sqlite:///{file}", actor="desk") as opened:
        opened.append(*make_item())
        opened.append_problem(make_failure())
        opened.append(make_capture(long, "long.txt"), long, make_extraction(long))
    return file


@pytest.fixture
def filled(filled_once: Path, tmp_path: Path, url: str) -> str:
    """The URL of a ledger of five entries: two articles read, and a file that could not be."""
    for path in filled_once.parent.iterdir():
        shutil.copy(path, tmp_path)
    return url


@pytest.fixture
def matches() -> Callable[[Sequence[str], Sequence[str]], None]:
    """Every sentence matches the pattern at its place, and there are as many as patterns."""

    def check(sentences: Sequence[str], patterns: Sequence[str]) -> None:
        fits = [re.fullmatch(pattern, one) for one, pattern in zip_longest(sentences, patterns, fillvalue="-")]
        assert all(fits), "\n".join(sentences)

    return check
