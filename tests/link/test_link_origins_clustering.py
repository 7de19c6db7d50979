"""Clusters of claims that say the same, by links and decisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.origins import clusters
from schemas import Link


def link(a, b, confidence=0.8, relation="repeats"):
    return Link(a=a, b=b, relation=relation, confidence=confidence)


AB, BC, CD, AC = link("a", "b", 0.9), link("b", "c", 0.72), link("c", "d", 0.8), link("a", "c", 0.75)


@pytest.mark.parametrize(
    ("links", "rejected", "confirmed", "groups"),
    {
        "none": ([], [], [], []),
        "over a third": ([AB, BC], [], [], [("a", "b", "c")]),
        "only what says the same": ([AB, link("b", "c", relation="conflicts")], [], [], [("a", "b")]),
        "a rejected link joins nothing": ([AB, CD], [AB.id], [], [("c", "d")]),
        "never again through a third": ([AB, BC, AC], [AC.id], [], [("a", "b")]),
        "apart at the weakest link": (
            [AB, BC, CD, link("a", "d", 0.1)],
            [link("a", "d").id],
            [],
            [("a", "b"), ("c", "d")],
        ),
        "confirmed holds": ([AB, BC, AC], [AC.id], [BC.id], [("b", "c")]),
        "two rejected": ([AB, BC, CD, AC], [AC.id, link("b", "d").id], [], [("a", "b"), ("c", "d")]),
        "unsure": ([link("a", "b", 0.65)], [], [], []),
        "unsure, but confirmed": ([link("a", "b", 0.65)], [], [link("a", "b").id], [("a", "b")]),
        "each only like the next": (
            [link("a", "b", 0.9), link("b", "c", 0.8), link("c", "d", 0.7)],
            [],
            [],
            [("a", "b", "c")],
        ),
        "like half of the others": (
            [link("a", "b", 0.9), link("b", "c", 0.8), link("c", "d", 0.7), link("a", "d", 0.7)],
            [],
            [],
            [("a", "b", "c", "d")],
        ),
        "corroborates": ([link("a", "b", relation="corroborates")], [], [], [("a", "b")]),
    }.values(),
)
def test_groups(links, rejected, confirmed, groups):
    assert clusters(links, rejected, confirmed) == groups


LINKS = st.lists(
    st.builds(
        link,
        st.sampled_from("abc"),
        st.sampled_from("defg"),
        st.sampled_from([0.3, 0.5, 0.9]),
        st.sampled_from(["repeats", "corroborates", "qualifies"]),
    ),
    unique_by=lambda one: one.id,
    max_size=10,
)


@given(LINKS, st.data())
def test_a_rejected_pair_is_apart_in_any_order(links, data):
    rejected = {one.id for one in links if data.draw(st.booleans())}
    found = clusters(links, rejected)
    assert found == clusters(data.draw(st.permutations(links)), rejected)
    for one in links:
        together = any({one.a, one.b} <= set(group) for group in found)
        assert not (together and one.id in rejected)
    assert len([claim for group in found for claim in group]) == len({claim for group in found for claim in group})
