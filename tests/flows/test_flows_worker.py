"""An article that ends or hangs its reader costs itself, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from unruly import enough, work

from flows.workers.pool import WorkerPool, in_order
from flows.workers.worker import HinderedError, Stopped, Worker
from sayso.errors import LedgerError, UnreadableError


def test_reads_in_another_process() -> None:
    reader = Worker(work, enough)
    assert reader("a") == "A"
    assert reader("who") != f"who read by {os.getpid()}"
    reader.close()


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("fails", "it fails"),
        (
            "dies",
            "expected an article that the engine can read, found that the process reading it ended with code 9; "
            "please report it",
        ),
        (
            "spins",
            "expected an article that the engine can read, found no end of it after 0.2 seconds of work; "
            "please report it",
        ),
        ("hangs", "expected an end of it, found none after 1 seconds; is the machine too busy?"),
        ("eats", "expected an article that can be read in 1.0 GB of memory, found that it takes more; split it"),
        (
            "falls",
            "expected an article that the engine can read, found RecursionError: maximum recursion depth exceeded; "
            "please report it",
        ),
    ],
)
def test_a_bad_article_is_a_sentence_and_the_next_is_read(what: str, sentence: str) -> None:
    reader = Worker(work, lambda what: 0.05 if what == "hangs" else 0.2, memory=10**9)
    reader("warm")
    with pytest.raises(UnreadableError) as error:
        reader(what)
    assert str(error.value) == sentence
    assert reader("next") == "NEXT"
    reader.close()


def test_what_is_not_the_articles_fault_stays_that_error() -> None:
    reader = Worker(work, enough)
    with pytest.raises(LedgerError, match="it is locked"):
        reader("locked")
    assert reader("next") == "NEXT"
    reader.close()


ALONE = """
import sys
sys.path[:0] = {path!r}
from flows.workers.worker import Worker
from unruly import enough, work
reader = Worker(work, enough)
reader("warm")
print(reader._process.pid, flush=True)
reader({what!r})
"""


@pytest.mark.parametrize("what", ["warm", "hangs", "spins"])
def test_a_reader_ends_with_the_process_that_it_reads_for(what: str) -> None:
    program = ALONE.format(path=[str(Path(__file__).parent)], what=what) + "input()\n"
    owner = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert owner.stdout
    reader = int(owner.stdout.readline())
    time.sleep(0.5)
    assert is_there(reader)
    owner.kill()
    owner.communicate()
    end = time.monotonic() + 20
    while is_there(reader) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_there(reader)


def is_there(process: int) -> bool:
    """Whether a process works or waits: what has ended may stand in the list of processes until it is asked after."""
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_process_that_cannot_be_started_is_not_the_articles_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(HinderedError, match=r"^expected a process to read it, could not start one \("):
        Worker(work, enough)("a")


def test_a_process_that_somebody_kills_is_not_the_articles_fault() -> None:
    reader = Worker(work, enough)
    reader("warm")
    with pytest.raises(HinderedError, match="found the process killed"):
        reader("kills")
    assert reader("next") == "NEXT"
    reader.close()


def test_a_closed_reader_leaves_nothing_open() -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with WorkerPool(work, 2, enough) as readers:
            readers("a")
    assert len(os.listdir("/proc/self/fd")) == before


def test_an_article_in_hand_when_the_run_stops_is_not_called_bad() -> None:
    reader = Worker(work, enough)
    reader("warm")
    threading.Timer(0.2, reader.close).start()
    with pytest.raises(Stopped):
        reader("hangs")


def test_results_come_in_the_order_of_the_articles() -> None:
    words = [f"word {number}" for number in range(30)]
    with WorkerPool(work, 2, enough) as readers:
        results = [result() for result in in_order(readers, ((word,) for word in words), 2)]
    assert results == [word.upper() for word in words]


def test_a_bad_article_among_many_leaves_the_others() -> None:
    with WorkerPool(work, 2, enough) as readers:
        outcomes = []
        for result in in_order(readers, [("a",), ("dies",), ("b",), ("fails",), ("c",)], 2):
            try:
                outcomes.append(result())
            except UnreadableError:
                outcomes.append("bad")
    assert outcomes == ["A", "bad", "B", "bad", "C"]
