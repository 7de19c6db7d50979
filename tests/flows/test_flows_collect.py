"""`sayso collect` and `sayso run ADDRESS`, over real HTTP."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import newsroom as world
import pytest
from newsroom import Newsroom

from flows.cli.main import exit_code

SAID = "The wall will be raised, the mayor said. " * 9
PAGE = f"<html><head><title>Wall</title></head><body><p>{SAID}</p></body></html>"
COMPLAIN = "sayso: sites that are asked do not learn to whom to complain; name an address in [collect] contact\n"


@pytest.fixture(scope="module")
def serving() -> Iterator[Newsroom]:
    with world.newsroom() as made:
        yield made


@pytest.fixture
def news(serving: Newsroom) -> Newsroom:
    """It, at 127.0.0.1, which the desk allows by its setting."""
    os.environ["SAYSO_COLLECT_NETWORKS"] = "127.0.0.1/32"
    serving.published.clear()
    serving.asked.clear()
    return serving


class Said(NamedTuple):
    """The code of a command, and what it printed."""

    code: int
    out: str
    err: str


Sayso = Callable[..., Said]


@pytest.fixture
def sayso(capsys: pytest.CaptureFixture[str]) -> Sayso:
    """Runs a command."""

    def run(*arguments: str) -> Said:
        return Said(exit_code(arguments), *capsys.readouterr())

    return run


def test_collect_prints_the_files_and_says_what_failed(news: Newsroom, sayso: Sayso, home: Path) -> None:
    page = news.publish("127.0.0.1/wall", PAGE)
    result = sayso("collect", page)
    [file] = (home / "inbox" / "127.0.0.1").glob("*.html")
    assert (result.code, result.err) == (0, COMPLAIN)
    assert result.out == f"{file}: {page}\n1 page saved, 0 as before, 0 could not be fetched\n"
    assert {headers["User-Agent"] for _, headers in news.asked} == {"Sayso/0.1.0"}


def test_collect_names_who_asks_and_fails_in_one_sentence(news: Newsroom, sayso: Sayso, tmp_path: Path) -> None:
    os.environ["SAYSO_COLLECT_CONTACT"] = "desk@post.example"
    gone = news.at("127.0.0.1/gone\x1b[31m")
    result = sayso("collect", gone.replace("\x1b", "%1B"), "--into", str(tmp_path))
    assert result.code == 3
    assert result.out == "0 pages saved, 0 as before, 1 could not be fetched\n"
    assert result.err == (
        f"sayso: expected a page at '{news.at('127.0.0.1/gone%1B[31m')}', found no such page (status 404); check the "
        "address, or try later\n"
    )
    assert {headers["User-Agent"] for _, headers in news.asked} == {"Sayso/0.1.0 (+desk@post.example)"}


def test_without_the_setting_nothing_in_ones_own_network_is_asked(news: Newsroom, sayso: Sayso) -> None:
    del os.environ["SAYSO_COLLECT_NETWORKS"]
    result = sayso("collect", news.publish("127.0.0.1/wall", PAGE))
    assert result.code == 3
    assert "found that '127.0.0.1' is at 127.0.0.1 (loopback); name its network in [collect] networks" in result.err
    assert news.asked == []
