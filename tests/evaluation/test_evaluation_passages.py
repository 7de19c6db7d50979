"""How well attribution works in other styles than PolNeAR's: short articles written for this, with gold beside them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sayso.evaluate import evaluate, fitted, gold, mark
from sayso.ingest import ingest
from sayso.pipeline import extract

PASSAGES = Path(__file__).parent / "passages"
SHA256 = "a4f039adfa4c1b201b7854683acdb2519b35f05b9c90c138e20910a6eb2ccf9f"
"""Over the names and bytes of every file, in name order."""

FLOORS = {
    "attribution": 0.875,
    "content": 0.95,
    "exact": 0.87,
    "cue": 0.93,
    "single": 0.83,
    "multi": 0.39,
    "anonymous": 0.75,
}


def test_the_passages_are_those_that_the_floors_were_measured_on() -> None:
    digest = hashlib.sha256()
    for path in sorted(PASSAGES.rglob("*.*")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    assert digest.hexdigest() == SHA256


def test_other_styles_are_read_at_least_as_well_as_pinned() -> None:
    listed = gold(PASSAGES)
    assert listed.skipped == ()
    marked = []
    for place in listed.places:
        ((capture, article),) = ingest(place.text)
        assert article is not None, capture.problem
        marked.append(mark(fitted(place, article), extract(article)))
    found = evaluate(marked)
    assert found.attributions is not None
    assert found.chains is not None
    values = {name: one.value for name, one in (found.attributions.measures | found.chains.measures).items()}
    assert {name: values[name] for name, floor in FLOORS.items() if values[name] < floor} == {}
