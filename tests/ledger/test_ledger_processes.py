"""Several programs may append at once, and any of them may die at any moment."""

import random
import time
from collections import Counter
from multiprocessing import get_context
from pathlib import Path

import pytest
from ledger_world import make_item

from sayso.ledger import Ledger

FORK = get_context("fork")  # processes of their own, without loading every library again


def append_articles(url: str, actor: str, articles: int) -> None:
    with Ledger.open(url, actor=actor) as ledger:
        for number in range(articles):
            ledger.append(*make_item(f"Article {number} of {actor}. The truce holds, the Kremlin said."))


def test_several_programs_append_at_once_to_a_ledger_that_none_has_made(url: str) -> None:
    actors = ["ana", "bo", "cy"]
    processes = [FORK.Process(target=append_articles, args=(url, actor, 8)) for actor in actors]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with Ledger.open(url, write=False) as ledger:
        entries = list(ledger.entries())
        assert ledger.verify().findings == ()
    assert [entry.number for entry in entries] == list(range(1, 49))
    assert Counter(entry.actor for entry in entries) == dict.fromkeys(actors, 16)
    assert sorted(entries, key=lambda entry: entry.recorded_at) == entries


@pytest.mark.parametrize("seed", range(4))
def test_a_program_killed_while_appending_leaves_whole_articles(url: str, seed: int) -> None:
    process = FORK.Process(target=append_articles, args=(url, "ana", 100_000))
    process.start()
    deadline = time.monotonic() + 30
    while not Path(url.removeprefix("sqlite:///") + "-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(random.Random(seed).uniform(0.02, 0.4))
    process.kill()
    process.join(30)
    with Ledger.open(url) as ledger:
        kinds = [entry.kind for entry in ledger.entries()]
        assert ledger.verify().findings == ()
        assert kinds == ["capture", "extraction"] * (len(kinds) // 2)
    append_articles(url, "ana", len(kinds) // 2 + 3)
    with Ledger.open(url, write=False) as ledger:
        numbers = sorted(int(dossier.article.text.split()[1]) for dossier in ledger.dossiers())
        assert numbers == list(range(len(kinds) // 2 + 3))
        assert ledger.verify().ok
