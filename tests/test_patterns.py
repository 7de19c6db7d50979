"""No regular expression of the packages takes longer than in proportion to the text, whatever the text."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from types import FrameType
from typing import Any

import pytest
from attacks import attacks
from patterns_found import ROOT, Made, Used, found, modules

SMALL, LARGE = 1_000, 8_000
"""Characters of the texts that are compared."""
MANY = int(os.environ.get("SAYSO_ATTACKS", "12"))
"""Texts that each is tried on."""
NOTICED = 0.01
"""Seconds that a quadratic one takes many times of at the larger size, and a linear one a fraction of."""
PATIENCE = 0.3
"""Seconds of processor time after which an exponential one is stopped."""
FACTOR = 2.5
"""By how much a larger text may take longer than in proportion: clocks are no exact instruments."""

MODULES = [str(path.relative_to(ROOT)) for path in modules() if "import re\n" in path.read_text("utf-8")]
RULED = {
    "sayso/attribute/parsed.py",  # a name, letter for letter
    "sayso/attribute/spans/transcripts.py",  # a name, letter for letter
    "sayso/desk/bearers.py",  # a name, letter for letter
    "sayso/desk/naming.py",  # words, letter for letter
    "sayso/ingest/page_boxes.py",  # names of classes: nothing in them repeats but one class of letters
    "sayso/segment/script.py",  # one class of letters
    "sayso/testing/newsroom.py",  # a number
    "sayso/testing/quoted_words.py",  # words, letter for letter, and one class of marks
    "sayso/testing/step_sentence.py",  # a step's sentence, written in the code
    "sayso/worklist/worklist_words.py",  # stems, letter for letter, and the rest of one word
}
"""Modules that make one of what they read: repetition in them is of white space alone."""


class TooLongError(Exception):
    """The clock ran out."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    def stop(signum: int, frame: FrameType | None) -> None:
        raise TooLongError

    kept = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, kept)


def ways(used: Used) -> dict[str, Callable[[Any], object]]:
    """The ways in which it is tried: at one place, or at all."""
    pattern = used.pattern
    tried: dict[str, Callable[[Any], object]] = {"fullmatch": pattern.fullmatch, "match": pattern.match}
    called = {name: way for name, way in tried.items() if name in used.calls}
    return called | ({"finditer": lambda text: [*pattern.finditer(text)]} if used.everywhere else {})


def seconds(way: Callable[[Any], object], text: str, pattern: re.Pattern[Any]) -> float:
    """The least processor time of a few tries."""
    given = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    least = PATIENCE
    for _ in range(3):
        begin = time.process_time()
        way(given)
        least = min(least, time.process_time() - begin)
        if least < NOTICED or least > PATIENCE / 4:
            break
    return least


def slow(way: Callable[[Any], object], small: str, large: str, pattern: re.Pattern[Any]) -> str | None:
    """How long it takes of two texts, where that is longer than in proportion."""
    try:
        with patience(PATIENCE):
            seconds(way, small[:24] + small[-2:], pattern)  # soon over, unless time doubles with each character
            least, most = seconds(way, small, pattern), seconds(way, large, pattern)
    except TooLongError:
        return f"{small[:60]!r}…{small[-3:]!r}: stopped after {PATIENCE} s"
    if most < NOTICED or most < FACTOR * LARGE / SMALL * least:
        return None
    return f"{small[:60]!r}…{small[-3:]!r}: {least:.4f} s, then {most:.4f} s"


def grows_faster(used: Used) -> Iterator[str]:
    """Texts on which it takes longer than in proportion, and does so again."""
    pairs = zip(attacks(used.pattern, SMALL, MANY), attacks(used.pattern, LARGE, MANY), strict=True)
    for (small, large), (name, way) in product(pairs, ways(used).items()):
        found = slow(way, small, large, used.pattern) and slow(way, small, large, used.pattern)
        if found:
            yield f"{name} of {found}"


Patterns = tuple[list[Used], list[Made]]


@pytest.fixture(scope="session")
def patterns() -> Patterns:
    """All that are written out, and those that are not: finding them takes a walk over all modules."""
    return found()


@pytest.mark.parametrize("module", MODULES)
def test_takes_no_longer_than_in_proportion(patterns: Patterns, module: str) -> None:
    slow = {used.where: next(grows_faster(used), None) for used in patterns[0] if used.module == module}
    assert {where: how for where, how in slow.items() if how} == {}


def test_every_one_is_in_a_module_that_is_tested(patterns: Patterns) -> None:
    assert {used.module for used in patterns[0]} <= {*MODULES}


def test_what_is_made_of_text_repeats_nothing_of_it(patterns: Patterns) -> None:
    assert {made.where for made in patterns[1]} == RULED


@pytest.mark.parametrize(
    ("pattern", "calls"),
    [
        (r"\s+$", {"search"}),
        (r"(?:a|a)*b", {"match"}),
        (r"(\w+\s?)*$", {"match"}),
        (r"\w+@", {"search"}),
        (r"(?:^|[.!?:\n][\s\"']*)\s*$", {"search"}),
        (r"\s*:?\s*x", {"fullmatch"}),
        (r"\s*(?:[,;|]|\s[—–-]\s)\s*", {"split"}),
        (r"[A-Z](?:[^.!?]|(?<=\b[A-Z])\.|(?<=\.[A-Z])\.){1,220}? end", {"search"}),
        (r"(?:[A-Z][\w.’'-]*\s+){1,4}Show\b", {"finditer"}),
    ],
)
def test_the_attacks_find_what_is_known_to_be_slow(pattern: str, calls: set[str]) -> None:
    assert next(grows_faster(Used("here", re.compile(pattern), frozenset(calls))), None)


@pytest.mark.parametrize(
    ("pattern", "calls"), [(r"(?<!\s)\s+$", {"search"}), (r"[^.]{3,160}end", {"search"}), (r"\s+x", {"match"})]
)
def test_the_attacks_find_nothing_in_what_is_not(pattern: str, calls: set[str]) -> None:
    assert [*grows_faster(Used("here", re.compile(pattern), frozenset(calls)))] == []
