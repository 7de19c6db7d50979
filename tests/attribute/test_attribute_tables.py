"""Who says what in texts of a few sentences, with bait beside: whole chains, by construction.

What the engine gets wrong is told in the tables, beside what is right, and is a failure as soon as it is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from chain_tables import Case, Expected, cases, casts
from seams import PUBLISHER, holding, named, read, shown

ALL = list(cases())

_EMPTY = frozenset(("a", "an", "the"))
_WORD = re.compile(r"[\w’'.-]*\w")


def answers(case: Case, expected: Expected) -> str:
    """The chain that the engine has for those words, or why there is none."""
    assert case.text.count(expected.words) == 1, f"{expected.words!r} does not stand once in {case.text!r}"
    start = case.text.index(expected.words)
    extraction = read(case.text, case.title)
    found = holding(extraction, start, start + len(expected.words))
    return shown(found[0]) if len(found) == 1 else f"{len(found)} statements hold all of it"


def agrees(found: str, expected: str) -> bool:
    """Whether the chain is one of those that are as good."""
    hops = found.split(" > ")
    return any(
        len(hops) == len(good)
        and all(_speakers(is_) in map(_speakers, may.split(" or ")) for is_, may in zip(hops, good, strict=True))
        for good in (chain.split(" > ") for chain in expected.split(" / "))
    )


def _speakers(hop: str) -> list[str]:
    return sorted(map(_bare, hop.split(" & ")))


def _bare(name: str) -> str:
    """Without articles and quotation marks, whatever the apostrophe and the case of letters."""
    plain = re.sub(r"[“”\"]", "", name.lower()).replace("’", "'").replace("(", "( ").replace("[", "[ ")
    return " ".join(word for word in plain.split() if word not in _EMPTY)


def baited(case: Case) -> list[str]:
    """Those who are named in any chain of the text and must not be."""
    called = [name for one in read(case.text, case.title).statements for hop in one.chain[:-1] for name in named(hop)]
    return [bait for bait in re.split("; | or ", case.never.chain) for name in called if bait and _names(name, bait)]


def _names(name: str, bait: str) -> bool:
    """Whether a source's name is that of the bait: some of its words, or all of them behind a title."""
    head = _words(re.split(r" (?:of|for|at|to|by|in|with|between|from|on) ", name)[0])
    return bool(head) and (head <= _words(bait) or _words(bait) <= head)


def _words(name: str) -> set[str]:
    return {word for word in _WORD.findall(name.lower()) if word not in _EMPTY}


def lines() -> Iterator[object]:
    """Of each text what is right; then each line that is known to be wrong, while the text is still at hand."""
    for case in ALL:
        every = [(one, one.reason(case.cast)) for one in (*case.expected, case.never)]
        yield pytest.param(case, [one for one, wrong in every if not wrong], id=case.id)
        for one, wrong in every:
            if wrong:
                mark = pytest.mark.xfail(strict=True, reason=wrong, raises=AssertionError)
                yield pytest.param(case, [one], id=f"{case.id}: {one.words}", marks=mark)


@pytest.mark.parametrize(("case", "expected"), list(lines()))
def test_the_chain_is_the_one_that_the_text_tells(case: Case, expected: list[Expected]) -> None:
    found = {one.words: (answers(case, one), one.chain) for one in expected if one != case.never}
    assert {words: both for words, both in found.items() if not agrees(*both)} == {}
    assert case.never not in expected or baited(case) == []
    assert {one.chain[-1].name for one in read(case.text, case.title).statements} <= {PUBLISHER}


def test_the_tables_are_sound() -> None:
    """No construction twice, nothing without an expectation, and no mark for a cast that does not play."""
    ids = [case.id for case in ALL]
    assert len(set(ids)) == len(ids)
    assert [case.id for case in ALL if not case.expected] == []
    played = {(case.name, case.cast) for case in ALL}
    marked = {(case.name, cast) for case in ALL for one in (*case.expected, case.never) for cast in one.wrong if cast}
    assert marked <= played
    assert {name for name, fill in casts().items() if "person" not in fill} <= {case.cast for case in ALL}
