"""Ways that share nobody: the number is that of trying everything, and the cut separates all ways."""

from itertools import combinations

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.origins.max_flow import cut, disjoint

WAYS = st.lists(
    st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4, unique=True).map(tuple), min_size=1, max_size=8
)


def by_trying(ways):
    """The largest number of ways of which no two share a vertex."""
    for size in range(len(ways), 0, -1):
        for some in combinations(ways, size):
            if all(not set(a) & set(b) for a, b in combinations(some, 2)):
                return size
    return 0


@given(WAYS)
@examples(80)
def test_as_many_as_there_are_and_each_was_told(ways):
    found = disjoint(ways)
    assert len(found) == by_trying(sorted(set(ways)))
    assert set(found) <= set(ways)
    assert all(not set(a) & set(b) for a, b in combinations(found, 2))


@given(WAYS)
@examples(40)
def test_no_way_gets_past_the_cut_and_no_smaller_one_would_do(ways):
    found = cut(ways)
    assert all(set(way) & set(found) for way in ways)
    assert len(found) >= by_trying(sorted(set(ways)))


def test_a_way_that_nobody_told_is_none():
    """A over R to page x, B over R to page y, B over P to page x: in by A and R, out to y is nobody's way."""
    ways = [("A", "R", "x"), ("B", "R", "y"), ("B", "P", "x")]
    assert len(disjoint(ways)) == 1
    assert len(cut(ways)) == 2


@pytest.mark.parametrize(
    ("ways", "limit"),
    {
        "a wire in the middle": ([("A", "W", "x"), ("B", "W", "y")], ["W"]),
        "one origin": ([("A", "W", "x"), ("A", "V", "y")], ["A"]),
        "an origin and a wire": ([("A", "x"), ("A", "y"), ("B", "W", "z"), ("C", "W", "v")], ["A", "W"]),
    }.values(),
    ids=["a wire in the middle", "one origin", "an origin and a wire"],
)
def test_the_cut_is_whom_all_have_in_common(ways, limit):
    assert cut(ways) == limit


def test_very_many_entangled_ways_are_never_counted_too_high():
    ways = [(f"o{i % 17}", f"c{i % 13}", f"c{(i * 7) % 13} again", f"p{i % 23}") for i in range(60)]
    found = disjoint(ways)
    assert 0 < len(found) <= 13
    assert all(not set(a) & set(b) for a, b in combinations(found, 2))
