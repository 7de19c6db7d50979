"""Whole chains in texts of a few sentences with bait, by construction.

The tables mark what the engine gets wrong; such a line fails as soon as the engine gets it right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from chain_tables import Case, Expected, cases, casts
from seams import PUBLISHER, holding, named, read, shown

ALL = list(cases())

_EMPTY = frozenset(("a", "an", "the"))
_ACT = re.compile(r" \[act of .*\]$")
"""Whose act it is need not be expected of what is simply nobody's word."""
_WORD = re.compile(r"[\w’'.-]*\w")


def answers(case: Case, expected: Expected) -> str:
    """The chain that the engine finds for those words, or why there is none."""
    assert case.text.count(expected.words) == 1, f"{expected.words!r} does not stand once in {case.text!r}"
    start = case.text.index(expected.words)
    extraction = read(case.text, case.title)
    found = holding(extraction, start, start + len(expected.words))
    return shown(found[0]) if len(found) == 1 else f"{len(found)} statements hold all of it"


def agrees(found: str, expected: str) -> bool:
    """Whether the chain is one of the expected ones."""
    chains = expected.split(" / ")
    hops = (_ACT.sub("", found) if "-" in chains or "? -" in chains else found).split(" > ")
    return any(
        len(hops) == len(good)
        and all(_speakers(is_) in map(_speakers, may.split(" or ")) for is_, may in zip(hops, good, strict=True))
        for good in (chain.split(" > ") for chain in chains)
    )


def _speakers(hop: str) -> list[str]:
    return sorted(map(_bare, hop.split(" & ")))


def _bare(name: str) -> str:
    """The name in lower case without articles and quotation marks, with straight apostrophes."""
    plain = re.sub(r"[“”\"]", "", name.lower()).replace("’", "'").replace("(", "( ").replace("[", "[ ")
    return " ".join(word for word in plain.split() if word not in _EMPTY)


def baited(case: Case) -> list[str]:
    """The bait that is named in any chain of the text."""
    statements = read(case.text, case.title).statements
    called = [name for statement in statements for hop in statement.chain[:-1] for name in named(hop)]
    return [bait for bait in re.split("; | or ", case.never.chain) for name in called if bait and _names(name, bait)]


def _names(name: str, bait: str) -> bool:
    """Whether a source's name is that of the bait: some of its words, or all of them after a title."""
    head = _words(re.split(r" (?:of|for|at|to|by|in|with|between|from|on) ", name)[0])
    return bool(head) and (head <= _words(bait) or _words(bait) <= head)


def _words(name: str) -> set[str]:
    return {word for word in _WORD.findall(name.lower()) if word not in _EMPTY}


def lines() -> Iterator[object]:
    """The lines of each text that are right, together; then each line that is known to be wrong, by itself.

    Those of one text follow each other, so that its reading is still cached.
    """
    for case in ALL:
        every = [(row, row.reason(case.cast)) for row in (*case.expected, case.never)]
        yield pytest.param(case, [row for row, wrong in every if not wrong], id=case.id)
        for row, wrong in every:
            if wrong:
                mark = pytest.mark.xfail(strict=True, reason=wrong, raises=AssertionError)
                yield pytest.param(case, [row], id=f"{case.id}: {row.words}", marks=mark)


@pytest.mark.parametrize(("case", "expected"), list(lines()))
def test_the_chain_is_the_expected_one_without_bait(case: Case, expected: list[Expected]) -> None:
    found = {row.words: (answers(case, row), row.chain) for row in expected if row != case.never}
    assert {words: both for words, both in found.items() if not agrees(*both)} == {}
    assert case.never not in expected or baited(case) == []
    assert {statement.chain[-1].name for statement in read(case.text, case.title).statements} <= {PUBLISHER}


def test_the_tables_are_sound() -> None:
    """No construction twice, none without an expected chain, and no `wrong` mark for a cast that is not used."""
    ids = [case.id for case in ALL]
    assert len(set(ids)) == len(ids)
    assert [case.id for case in ALL if not case.expected] == []
    played = {(case.name, case.cast) for case in ALL}
    marked = {(case.name, cast) for case in ALL for row in (*case.expected, case.never) for cast in row.wrong if cast}
    assert marked <= played
    assert {name for name, fill in casts().items() if "person" not in fill} <= {case.cast for case in ALL}
