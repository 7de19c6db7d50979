"""Claims at odds in pairs are one conflict between two facts, whatever the news and however many the pairs."""

from itertools import product

import pytest
from fact_world import telling
from linked_world import decision, link, linked, origins, same

from sayso.report import report

# Two facts, each as its outlets tell it; all claims of one are at odds with all of the other.
AT_ODDS = {
    "court": (
        ["Globe | the court | Ana Kov was freed", "Echo | - | Ana Kov was freed"],
        ["Mail | ?a clerk | Kov is held"],
    ),
    "the toll of a battle": (
        ["Globe | the ministry | Twelve died at Orlo", "Echo | - | Twelve died at Orlo"],
        ["Mail | the union | Thirty died at Orlo", "Post | - | Thirty died at Orlo"],
    ),
    "a transfer": (
        [f"{paper} | Rovers | Dale has signed" for paper in ("Globe", "Echo", "Mail")],
        ["Post | Dale | Dale has not signed", "Sun | - | Dale has not signed"],
    ),
    "job cuts": (["Globe | Orlo Bank | 400 posts go"], ["Echo | the union | 900 posts go", "Mail | - | 900 posts go"]),
    "who holds a town": (
        ["Globe | the Norland army | Norland holds Sund", "Echo | - | Norland holds Sund"],
        ["Mail | the Sudland army | Sudland holds Sund"],
    ),
    "a recall": (
        ["Globe | Norvik | Every batch was tested", "Globe, 2024-01-02 | - | Every batch was tested"],
        ["Echo | ?a worker | No batch was tested", "Mail | ?workers | No batch was tested"],
    ),
    "a goal": (
        ["Globe | - | The goal stood"],
        ["Echo | the referee | The goal was annulled", "Sun | - | It was annulled"],
    ),
    "a verdict": (
        [f"{paper} | - | Halden was found guilty" for paper in ("Globe", "Echo", "Mail", "Post")],
        ["Sun | Halden | Halden was acquitted"],
    ),
    "a cause": (
        ["Globe | the coastguard | A wave broke the door", "Echo | Vestline | A wave broke the door"],
        ["Mail | the mate | The door was never shut", "Post | - | The door was never shut"],
    ),
    "a strike": (
        ["Globe | the union | The strike goes on", "Echo | - | The strike goes on"],
        [
            "Mail | the opera | The strike is over",
            "Post | the opera | The strike is over",
            "Sun | - | The strike is over",
        ],
    ),
    "pages of unknown outlets": (["?1 | - | The lake rose", "?2 | - | The lake rose"], ["?3 | - | The lake fell"]),
}


def world(sides, judgements=()):
    """Both facts, their pairs at odds, and a decision on each of the first pairs."""
    ours, theirs = ([telling(line) for line in side] for side in sides)
    pairs = [link(a, b, "conflicts", 0.5 + at / 100) for at, (a, b) in enumerate(product(ours, theirs))]
    decisions = [decision(pair, what, hours=at) for at, (pair, what) in enumerate(zip(pairs, judgements, strict=False))]
    known = [origins(*side, sentence="One.") for side in (ours, theirs) if len(side) > 1]
    links = [*pairs, *same(*ours), *same(*theirs)]
    return pairs, linked(*ours, *theirs, links=links, known=known, decisions=decisions)


@pytest.mark.parametrize("sides", AT_ODDS.values(), ids=AT_ODDS)
def test_it_is_told_once_with_the_ids_of_all_pairs(sides) -> None:
    pairs, made = world(sides)
    [one] = report(made, suggestions=True).conflicts
    assert (one.id, one.links) == (pairs[-1].id, tuple(pair.id for pair in pairs[::-1]))
    outlets = [{line.split(",")[0].split("|")[0].strip() for line in side} for side in sides]
    assert sorted(1 + len(side.also) for side in one.sides) == sorted(map(len, outlets))
    assert report(made).withheld == 1


@pytest.mark.parametrize("sides", AT_ODDS.values(), ids=AT_ODDS)
def test_one_confirmed_pair_confirms_it_and_is_told(sides) -> None:
    pairs, made = world(sides, ["confirm"])
    [one] = report(made).conflicts
    assert (one.id, len(one.links), one.status) == (pairs[0].id, len(pairs), "confirmed by Ada Lind")


@pytest.mark.parametrize("sides", AT_ODDS.values(), ids=AT_ODDS)
def test_a_rejected_pair_is_not_among_its_ids_and_without_any_pair_it_is_gone(sides) -> None:
    pairs, made = world(sides, ["reject"])
    [one] = report(made, suggestions=True).conflicts
    assert pairs[0].id not in one.links
    _, none = world(sides, ["reject"] * len(pairs))
    assert report(none, suggestions=True).conflicts == ()


@pytest.mark.parametrize("sides", AT_ODDS.values(), ids=AT_ODDS)
def test_it_contradicts_both_facts_once(sides) -> None:
    _, made = world(sides, ["confirm"])
    whole = report(made)
    [conflict] = whole.conflicts
    for fact in whole.single_origin:
        assert fact.id in [side.fact for side in conflict.sides]
        assert [one.conflict for one in fact.contradicted] == [conflict.id]
