"""Vertex-disjoint paths: the number is that of brute force, and the cut separates all paths."""

from itertools import combinations

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.origins.max_flow import cut, disjoint

WAYS = st.lists(
    st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4, unique=True).map(tuple), min_size=1, max_size=8
)


def by_brute_force(paths):
    """The largest number of paths of which no two share a vertex."""
    for size in range(len(paths), 0, -1):
        for some in combinations(paths, size):
            if all(not set(a) & set(b) for a, b in combinations(some, 2)):
                return size
    return 0


@given(WAYS)
@examples(80)
def test_the_number_of_paths_is_the_largest_and_each_is_given(paths):
    found = disjoint(paths)
    assert len(found) == by_brute_force(sorted(set(paths)))
    assert set(found) <= set(paths)
    assert all(not set(a) & set(b) for a, b in combinations(found, 2))


@given(WAYS)
@examples(40)
def test_the_cut_separates_all_paths_and_is_minimal(paths):
    found = cut(paths)
    assert all(set(path) & set(found) for path in paths)
    assert len(found) >= by_brute_force(sorted(set(paths)))


def test_a_path_that_no_text_states_is_not_counted():
    """A over R to page x, B over R to page y, B over P to page x: no text states a path from A over R to y."""
    paths = [("A", "R", "x"), ("B", "R", "y"), ("B", "P", "x")]
    assert len(disjoint(paths)) == 1
    assert len(cut(paths)) == 2


@pytest.mark.parametrize(
    ("paths", "limit"),
    {
        "a wire in the middle": ([("A", "W", "x"), ("B", "W", "y")], ["W"]),
        "one origin": ([("A", "W", "x"), ("A", "V", "y")], ["A"]),
        "an origin and a wire": ([("A", "x"), ("A", "y"), ("B", "W", "z"), ("C", "W", "v")], ["A", "W"]),
    }.values(),
    ids=["a wire in the middle", "one origin", "an origin and a wire"],
)
def test_the_cut_is_the_common_vertex(paths, limit):
    assert cut(paths) == limit


def test_very_many_entangled_paths_are_never_counted_too_high():
    paths = [(f"o{i % 17}", f"c{i % 13}", f"c{(i * 7) % 13} again", f"p{i % 23}") for i in range(60)]
    found = disjoint(paths)
    assert 0 < len(found) <= 13
    assert all(not set(a) & set(b) for a, b in combinations(found, 2))
