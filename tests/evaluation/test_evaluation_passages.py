"""How well attribution works in other styles than PolNeAR's: short articles written for this, with gold beside them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sayso.evaluate import Evaluation, evaluate, fitted, gold, mark
from tests.evaluation.pinned import Reading

PASSAGES = Path(__file__).parent / "passages"
SHA256 = "a4f039adfa4c1b201b7854683acdb2519b35f05b9c90c138e20910a6eb2ccf9f"
"""Over the names and bytes of every file, in name order."""

FLOORS = {
    "attribution": 0.885,
    "content": 0.95,
    "exact": 0.87,
    "cue": 0.93,
    "single": 0.815,
    "multi": 0.45,
    "anonymous": 0.78,
}
"""`single` was .83 while acts and attitudes had their holder as origin, as they have in this gold ("farmers want the
dam to release more", "the charity welcomed the results"); the article tells them itself now, with a holder."""

INVERTED = {
    "attributions": {("court-01-fraud-trial", "spoken to"), ("science-02-blood-test", "brought in")},
    "chains": {("science-02-blood-test", "brought in"), ("translated-02-chinese", "spoken of")},
}
"""The first is one: the jury that hears the charge is its source. In the second a name is cut at its apostrophe
("Parkinson's Now"), and the third has a report within a report, whose relay is called otherwise than in the gold."""

MOST_INVERTED = {"attributions": 1, "chains": 2}


def test_the_passages_are_those_that_the_floors_were_measured_on() -> None:
    digest = hashlib.sha256()
    for path in sorted(PASSAGES.rglob("*.*")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    assert digest.hexdigest() == SHA256


@pytest.fixture(scope="module")
def found(readings: list[Reading]) -> Evaluation:
    """The passages as the engine reads them, against their gold."""
    listed = gold(PASSAGES)
    assert listed.skipped == ()
    read = {one.file.name: one for one in readings if one.file.is_relative_to(PASSAGES)}
    assert len(read) == len(listed.places) == 74
    marked = []
    for place in listed.places:
        _, article, extraction = read[place.text.name]
        marked.append(mark(fitted(place, article), extraction))
    return evaluate(marked)


def test_other_styles_are_read_at_least_as_well_as_pinned(found: Evaluation) -> None:
    assert found.attributions is not None
    assert found.chains is not None
    values = {name: one.value for name, one in (found.attributions.measures | found.chains.measures).items()}
    assert {name: values[name] for name, floor in FLOORS.items() if values[name] < floor} == {}


@pytest.mark.parametrize("section", INVERTED)
def test_nothing_new_is_given_to_one_who_does_not_say_it(found: Evaluation, section: str) -> None:
    inverted = getattr(found, section).inverted
    assert {(place.article, place.how) for place in inverted.places} <= INVERTED[section]
    assert inverted.count <= MOST_INVERTED[section]
