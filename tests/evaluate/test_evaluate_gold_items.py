"""Rows of gold chains: what each measures, and the sentence for an invalid row."""

import json

import pytest

from sayso.errors import UnreadableError
from sayso.evaluate.gold_items import GoldItem, items
from sayso.evaluate.word_places import Text

ORIGIN = {"mention": [4, 7], "role": "origin", "kind": "person", "anonymous": True}
RELAY = {"mention": [8, 12], "role": "relay"}
PUBLISHER = {"mention": None, "role": "publisher"}


def item(**fields):
    return {"doc": "a", "content": [0, 3], "chain": [ORIGIN], **fields}


MEASURED = {
    "one hop": (item(), ("single", True)),
    "two hops": (item(chain=[ORIGIN, RELAY]), ("multi", True)),
    "a publisher is no hop": (item(chain=[ORIGIN, PUBLISHER]), ("single", True)),
    "a set of chains": (item(set="single"), ("single", False)),
    "a set of unnamed origins": (item(set="anonymous", chain=[ORIGIN, RELAY]), (None, True)),
}


@pytest.mark.parametrize(("row", "expected"), MEASURED.values(), ids=MEASURED)
def test_the_set_says_what_is_measured(row, expected):
    found = GoldItem.model_validate(row)
    assert (found.chained, found.named_or_not) == expected


REFUSED = {
    "no JSON": "{",
    "no chain": json.dumps({"doc": "a", "content": [0, 3]}),
    "an end before its start": json.dumps(item(content=[3, 0])),
    "no number": json.dumps(item(content=[0, "x"])),
    "a publisher alone": json.dumps(item(chain=[{**ORIGIN, "role": "publisher"}])),
    "a kind that is none": json.dumps(item(chain=[{**ORIGIN, "kind": "ghost"}])),
}


@pytest.mark.parametrize("line", REFUSED.values(), ids=REFUSED)
def test_a_row_that_is_none_costs_only_itself(tmp_path, line):
    path = tmp_path / "chains.jsonl"
    path.write_text(f"{line}\n\n{json.dumps(item(split='dev'))}\n")
    found, ((where, sentence),) = items(path)
    assert [one.line for one in found] == [3]
    assert where == "chains.jsonl:1"
    assert sentence.startswith("expected a row with doc, content and chain, found a fault (")
    assert sentence.endswith("); mend the line")


OUTSIDE = {"content": {"content": [2, 20]}, "a mention": {"chain": [{**ORIGIN, "mention": [2, 20]}]}}


@pytest.mark.parametrize("fields", OUTSIDE.values(), ids=OUTSIDE)
def test_places_must_lie_in_the_text(fields):
    with pytest.raises(UnreadableError) as caught:
        GoldItem.model_validate(item(line=5, **fields)).check(Text("a b c d e"))
    assert str(caught.value) == (
        "line 5 of the chains: expected places of words within the text's 9 characters, found [2, 20]; mend it"
    )
