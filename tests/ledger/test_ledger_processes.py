"""Several programs may append at once, and any of them may die at any moment."""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import appending
import pytest
from appending import append_articles
from ledger_world import make_item

from sayso.ledger import Ledger

# Started anew, not forked: a fork takes along the locks, threads and exit handlers of whatever other tests have run.


def program(url: str, actor: str, articles: int) -> "subprocess.Popen[str]":
    """A program that has loaded everything and appends as soon as `go` calls."""
    pipe = subprocess.PIPE
    command = [sys.executable, appending.__file__, url, actor, str(articles)]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def go(*programs: "subprocess.Popen[str]") -> None:
    for one in programs:
        assert one.stdout
        assert one.stdout.readline() == "ready\n", one.communicate()[1]
    for one in programs:
        assert one.stdin
        one.stdin.write("go\n")
        one.stdin.flush()


def test_several_programs_append_at_once_to_a_new_ledger(url: str) -> None:
    actors = ["ana", "bo", "cy"]
    programs = [program(url, actor, 8) for actor in actors]
    go(*programs)
    assert [(one.communicate(timeout=60)[1], one.returncode) for one in programs] == [("", 0)] * 3
    with Ledger.open(url, write=False) as ledger:
        with ledger.snapshot() as now:
            entries = list(now.entries())
        assert ledger.verify().findings == ()
    assert [entry.number for entry in entries] == list(range(1, 49))
    assert Counter(entry.actor for entry in entries) == dict.fromkeys(actors, 16)
    assert sorted(entries, key=lambda entry: entry.recorded_at) == entries


@pytest.mark.parametrize("seed", range(4))
def test_a_program_killed_while_appending_leaves_whole_articles(url: str, seed: int) -> None:
    running = program(url, "ana", 100_000)
    go(running)
    deadline = time.monotonic() + 30
    while not Path(url.removeprefix("sqlite:///") + "-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(random.Random(seed).uniform(0.02, 0.4))
    running.kill()
    assert (running.communicate(timeout=30)[1], running.returncode) == ("", -signal.SIGKILL)
    with Ledger.open(url) as ledger:
        with ledger.snapshot() as now:
            kinds = [entry.kind for entry in now.entries()]
        assert ledger.verify().findings == ()
        assert kinds == ["capture", "extraction"] * (len(kinds) // 2)
    append_articles(url, "ana", len(kinds) // 2 + 3)
    with Ledger.open(url, write=False) as ledger:
        with ledger.snapshot() as now:
            numbers = sorted(int(dossier.article.text.split()[1]) for dossier in now.dossiers())
        assert numbers == list(range(len(kinds) // 2 + 3))
        assert ledger.verify().ok


@pytest.mark.parametrize("of_the_second", ["write", "read", "make nothing"])
def test_a_ledger_opened_twice_by_a_program_keeps_what_it_appends_while_another_program_closes(
    url: str, of_the_second: str
) -> None:
    """The last connection to close deletes the write-ahead log; it must know of all that are open elsewhere."""
    how = {"write": {}, "read": {"write": False}, "make nothing": {"make": False}}[of_the_second]
    with Ledger.open(url) as first:
        first.append(*make_item("The first."))
        with Ledger.open(url, **how) as second, second.snapshot() as now:
            assert now.size == 2
        other = program(url, "bo", 1)
        go(other)
        assert (other.communicate(timeout=60)[1], other.returncode) == ("", 0)
        first.append(*make_item("The second."))
        last = first.head
        with Ledger.open(url, write=False) as again:
            assert again.head == last
        other = program(url, "cy", 2)
        go(other)
        assert (other.communicate(timeout=60)[1], other.returncode) == ("", 0)
    with Ledger.open(url, write=False) as ledger:
        assert (ledger.head.size, ledger.verify(last).findings) == (10, ())
