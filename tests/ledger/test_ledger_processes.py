"""Several programs may append at once, and any of them may die at any moment."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from sayso.ledger import Ledger

APPENDING = """
import sys
sys.path[:0] = [{tests!r}, {here!r}]
from ledger_world import make_item
from sayso.ledger import Ledger
print("ready", flush=True)
sys.stdin.readline()
with Ledger.open({url!r}, actor=sys.argv[1]) as ledger:
    for number in range(int(sys.argv[2])):
        ledger.append(*make_item(f"Article {{number}} of {{sys.argv[1]}}. The truce holds, the Kremlin said."))
"""
HERE = Path(__file__).parent


def appending(url: str, actor: str, articles: int) -> subprocess.Popen[bytes]:
    """A program that is ready to append so many articles once it reads a line."""
    program = APPENDING.format(tests=str(HERE.parent), here=str(HERE), url=url)
    started = subprocess.Popen(
        [sys.executable, "-c", program, actor, str(articles)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert started.stdout
    assert started.stdout.readline() == b"ready\n"
    return started


def go(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin
    process.stdin.write(b"\n")
    process.stdin.flush()


def test_several_programs_append_at_once_to_a_ledger_that_none_has_made(url: str) -> None:
    actors = ["ana", "bo", "cy"]
    processes = [appending(url, actor, 5) for actor in actors]
    for process in processes:
        go(process)
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    with Ledger.open(url, write=False) as ledger:
        entries = list(ledger.entries())
        assert ledger.verify().ok
    assert [entry.number for entry in entries] == list(range(1, 31))
    assert Counter(entry.actor for entry in entries) == dict.fromkeys(actors, 10)
    assert sorted(entries, key=lambda entry: entry.recorded_at) == entries


@pytest.mark.parametrize("seed", range(2))
def test_a_program_killed_while_appending_leaves_whole_articles(url: str, seed: int) -> None:
    process = appending(url, "ana", 100_000)
    go(process)
    deadline = time.monotonic() + 30
    while not Path(url.removeprefix("sqlite:///") + "-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(random.Random(seed).uniform(0.05, 0.5))
    os.kill(process.pid, signal.SIGKILL)
    process.wait(30)
    with Ledger.open(url) as ledger:
        kinds = [entry.kind for entry in ledger.entries()]
        assert ledger.verify().findings == ()
        assert kinds == ["capture", "extraction"] * (len(kinds) // 2)
    again = appending(url, "ana", len(kinds) // 2 + 3)
    go(again)
    assert again.wait(60) == 0
    with Ledger.open(url, write=False) as ledger:
        numbers = sorted(int(dossier.article.text.split()[1]) for dossier in ledger.dossiers())
        assert numbers == list(range(len(kinds) // 2 + 3))
        assert ledger.verify().ok
