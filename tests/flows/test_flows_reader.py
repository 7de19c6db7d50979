"""An article that ends or hangs its reader costs itself, and nothing else."""

from __future__ import annotations

import os
import threading
import time

import pytest

from flows.reader import Reader, Stopped
from flows.readers import Readers, in_order
from sayso.errors import UnreadableError


def work(what: str) -> str:
    """A stand-in for the engine that can die and hang on demand, in the reader's own process."""
    if what == "dies":
        os._exit(9)
    if what == "hangs":
        time.sleep(60)
    if what == "fails":
        raise UnreadableError("it fails")
    return f"{what} read by {os.getpid()}" if what == "who" else what.upper()


def test_reads_in_another_process() -> None:
    reader = Reader(work)
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
        ("hangs", "expected an article that the engine can read, found no end of it after 2 seconds; please report it"),
    ],
)
def test_a_bad_article_is_a_sentence_and_the_next_is_read(what: str, sentence: str) -> None:
    reader = Reader(work, patience=2)
    reader("warm")
    with pytest.raises(UnreadableError) as error:
        reader(what)
    assert str(error.value) == sentence
    assert reader("next") == "NEXT"
    reader.close()


def test_an_article_in_hand_when_the_run_stops_is_not_called_bad() -> None:
    reader = Reader(work)
    reader("warm")
    threading.Timer(0.2, reader.close).start()
    with pytest.raises(Stopped):
        reader("hangs")


def test_results_come_in_the_order_of_the_articles() -> None:
    words = [f"word {number}" for number in range(30)]
    with Readers(work, 2) as readers:
        results = [result() for result in in_order(readers, ((word,) for word in words), 2)]
    assert results == [word.upper() for word in words]


def test_a_bad_article_among_many_leaves_the_others() -> None:
    with Readers(work, 2) as readers:
        outcomes = []
        for result in in_order(readers, [("a",), ("dies",), ("b",), ("fails",), ("c",)], 2):
            try:
                outcomes.append(result())
            except UnreadableError:
                outcomes.append("bad")
    assert outcomes == ["A", "bad", "B", "bad", "C"]
