"""Worlds put together: so many witnesses, and pages that add none; the count is that of the witnesses.

The words of each page differ; that what is added comes from somebody who is there already is known by construction.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from by_installed import origins
from origin_world import copied, credit, outlet, pronoun, told, unnamed

from schemas import Credit, Derivation, PublishedClaim

World = tuple[list[PublishedClaim], list[Derivation], list[Credit]]

FIRST = told("Globe", "Ann Roe", on="2024-05-01")
WITNESSES = [FIRST, told("Post", "Bo Lind"), told("Herald", "Cy Dean")]
REPRINT = told("Reprint Daily", "Ann Roe", on="2024-05-02")
BARE = told("Bare Daily")
WIRED = told("Wired Daily", "Ann Roe")
CITING = told("Quoting Daily", outlet("Bare Daily"))

ECHOES: dict[str, World] = {
    "the first on another page": ([told("Courier", "Ann Roe")], [], []),
    "the first over an agency": ([told("Ledger", "Ann Roe", "Reuters")], [], []),
    "the first over two carriers": ([told("Argus", "Ann Roe", "Reuters", outlet("Tribune"))], [], []),
    "a reprint of the first": ([REPRINT], [copied(FIRST, REPRINT, FIRST)], []),
    "a page that credits an agency for the first": ([WIRED], [], [credit(WIRED, "Reuters", "part")]),
    "a paper that cites the paper of the first": ([told("Echo", outlet("Globe"))], [], []),
    "a page that gives no source": ([BARE], [], []),
    "a page that gives no source, and its copy that cites it": ([BARE, CITING], [copied(BARE, CITING, BARE)], []),
    "somebody of whom nothing is known": ([told("Mirror", unnamed("witness"))], [], []),
    "a pronoun that nothing explains": ([told("Sketch", pronoun("He"))], [], []),
    "somebody who denies it": ([told("Record", "Di Ek", denied=True)], [], []),
    "somebody who could not confirm it": ([told("Chronicle", "Di Ek", cue="could not confirm")], [], []),
    "a circle of two papers": (
        [told("Ring One", outlet("Ring Two")), told("Ring Two", outlet("Ring One"))],
        [],
        [],
    ),
}
"""Pages that add no origin."""

OTHERS: dict[str, tuple[World, int]] = {
    "another witness": (([told("Star", "Ed Fox")], [], []), 1),
    "two others, each over an agency of its own": (
        ([told("Star", "Ed Fox", "Reuters"), told("Sun", "Fay Gil", "Interfax")], [], []),
        2,
    ),
    "two others over one agency": (
        ([told("Star", "Ed Fox", "Interfax"), told("Sun", "Fay Gil", "Interfax")], [], []),
        1,
    ),
    "a government and its state agency": (
        ([told("Star", "Kremlin"), told("Sun", "TASS")], [], []),
        1,
    ),
    "two governments": (
        ([told("Star", "Kremlin"), told("Sun", "Israeli Foreign Ministry")], [], []),
        2,
    ),
}
"""Pages that add this many origins."""


def together(witnesses: int, *added: World) -> int:
    """How many origins a world has that is made of so many witnesses and all that is added."""
    pages = WITNESSES[:witnesses] + [page for one in added for page in one[0]]
    return origins(
        pages, [each for one in added for each in one[1]], [each for one in added for each in one[2]]
    ).independent


@pytest.mark.parametrize("witnesses", [1, 2, 3])
@pytest.mark.parametrize(("one", "other"), list(combinations(ECHOES, 2)), ids=str)
def test_echoes_add_no_origin(witnesses: int, one: str, other: str) -> None:
    assert together(witnesses, ECHOES[one], ECHOES[other]) == witnesses


@pytest.mark.parametrize("echo", ECHOES)
@pytest.mark.parametrize("others", OTHERS)
def test_origins_known_to_be_distinct_are_counted_beside_echoes(others: str, echo: str) -> None:
    world, more = OTHERS[others]
    assert together(2, world, ECHOES[echo]) == 2 + more
