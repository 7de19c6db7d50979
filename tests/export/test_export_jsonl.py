"""The line of JSON that other programs read."""

import json

import pytest
from factories import (
    find,
    make_article,
    make_capture,
    make_claim,
    make_extraction,
    make_hop,
    make_statement,
)

from sayso.export import jsonl
from schemas import EngineVersion, Member, Occasion, Resolution

ENGINE = EngineVersion(sayso="0.1.0", model="m", registry="r", rules="u", libraries=("spacy 3.8.18", "thinc 8.3.6"))
TEXT = 'Moscow, Tuesday\n"The talks were useful," he told reporters on Monday, TASS said. Trade grew by 50%.'


@pytest.fixture(scope="module")
def article():
    return make_article(TEXT, url="https://globe.example/talks", title="Useful talks", published="2022-08-09")


@pytest.fixture(scope="module")
def extraction(article):
    he = make_hop(
        article,
        "he",
        name="Vladimir Putin",
        kind="person",
        resolved_from=Resolution(mention=find(article, "Moscow"), confidence=0.87),
    )
    tass = make_hop(article, "TASS", role="relay", kind="news_agency", cue="said", registry="tass")
    talks = make_statement(
        article,
        "The talks were useful",
        chain=[he, tass],
        manner="direct",
        cue="told",
        confidence=0.9,
        occasion=Occasion(when=find(article, "Monday"), audience=find(article, "reporters")),
    )
    trade = make_statement(article, "Trade grew by 50%.")
    claims = [make_claim(article, talks), make_claim(article, trade, "Trade grew by 50%", numbers=("50%",))]
    return make_extraction(article, [talks, trade], claims=claims, kinds={"Moscow": "dateline"}, engine=ENGINE)


def test_a_line_carries_the_contract_and_nothing_is_left_to_guess(article, extraction):
    talks, trade = extraction.statements
    first, second = extraction.claims
    publisher = {
        "role": "publisher",
        "name": "The Daily Globe",
        "mention": None,
        "inherited": False,
        "kind": "news_outlet",
        "anonymous": False,
        "descriptor": None,
        "number": None,
        "reason": None,
        "terms": None,
        "resolved_from": None,
        "members": [],
        "cue": None,
        "registry": None,
    }
    slots = {
        "who": None,
        "what": None,
        "whom": None,
        "when": [],
        "where": [],
        "numbers": [],
        "polarity": "affirmed",
        "modality": "asserted",
        "frames": [],
    }
    assert json.loads(jsonl(make_capture(article, "in/talks.txt"), article, extraction)) == {
        "schema": 1,
        "engine": {
            "sayso": "0.1.0",
            "model": "m",
            "registry": "r",
            "rules": "u",
            "libraries": ["spacy 3.8.18", "thinc 8.3.6"],
        },
        "id": article.id,
        "file": "in/talks.txt",
        "url": "https://globe.example/talks",
        "sha256": article.text_sha256,
        "title": "Useful talks",
        "outlet": "The Daily Globe",
        "published": "2022-08-09",
        "byline": None,
        "key": None,
        "note": None,
        "segments": [
            {"kind": "dateline", "span": [0, 15], "paragraph": 0},
            {"kind": "sentence", "span": [16, 80], "paragraph": 1},
            {"kind": "sentence", "span": [81, 99], "paragraph": 1},
        ],
        "statements": [
            {
                "id": talks.id,
                "digest": talks.digest,
                "spans": [[17, 38]],
                "text": "The talks were useful",
                "sourcing": "sourced",
                "confidence": 0.9,
                "mode": "speech",
                "manner": "direct",
                "stance": "neutral",
                "polarity": "affirmed",
                "hedge": None,
                "occasion": {"when": [62, 68], "where": None, "audience": [49, 58]},
                "cue": [44, 48],
                "holder": None,
                "other_reading": None,
                "chain": [
                    {
                        **publisher,
                        "role": "origin",
                        "name": "Vladimir Putin",
                        "kind": "person",
                        "mention": [41, 43],
                        "resolved_from": {"mention": [0, 6], "confidence": 0.87},
                    },
                    {
                        **publisher,
                        "role": "relay",
                        "name": "TASS",
                        "kind": "news_agency",
                        "mention": [70, 74],
                        "cue": [75, 79],
                        "registry": "tass",
                    },
                    publisher,
                ],
                "claims": [
                    {"id": first.id, "spans": [[17, 38]], "proposition": "The talks were useful", "slots": slots}
                ],
            },
            {
                "id": trade.id,
                "digest": trade.digest,
                "spans": [[81, 99]],
                "text": "Trade grew by 50%.",
                "sourcing": "none-given",
                "confidence": 1.0,
                "mode": "speech",
                "manner": None,
                "stance": "neutral",
                "polarity": "affirmed",
                "hedge": None,
                "occasion": None,
                "cue": None,
                "holder": None,
                "other_reading": None,
                "chain": [publisher],
                "claims": [
                    {
                        "id": second.id,
                        "spans": [[81, 98]],
                        "proposition": "Trade grew by 50%",
                        "slots": {**slots, "numbers": ["50%"]},
                    }
                ],
            },
        ],
    }


def test_joint_speakers_are_one_hop_with_members():
    article = make_article("Putin and Herzog noted that talks go on.")
    members = tuple(Member(name=who, mention=find(article, who), kind="person") for who in ("Putin", "Herzog"))
    joint = make_hop(article, "Putin and Herzog", members=members)
    extraction = make_extraction(article, [make_statement(article, "talks go on", chain=[joint])])
    [statement] = json.loads(jsonl(make_capture(article), article, extraction))["statements"]
    assert statement["chain"][0]["members"] == [
        {"name": "Putin", "mention": [0, 5], "kind": "person", "anonymous": False},
        {"name": "Herzog", "mention": [10, 16], "kind": "person", "anonymous": False},
    ]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, False),
        ({"media": "html"}, True),
        ({"sha256": "0" * 64, "encoding": "cp1251"}, True),
    ],
    ids=["a UTF-8 text file is the text", "a page is not", "a file in another encoding is not"],
)
def test_the_text_is_left_out_only_where_the_file_is_the_text(known, expected):
    article = make_article("Москва молчит.")
    row = json.loads(jsonl(make_capture(article, **known), article, make_extraction(article)))
    assert row.get("text") == (article.text if expected else None)


def test_whatever_the_article_holds_it_stays_one_line_that_reads_back_the_same():
    hostile = "a\nb\u2028c\u2029d\x85e\x0bf\x1b[31m\x9b\x00\u202e \U0001f600 “é”"
    article = make_article(hostile)
    extraction = make_extraction(article, [make_statement(article, hostile)])
    line = jsonl(make_capture(article, "caf\udce9.html", media="html"), article, extraction)
    assert line.splitlines() == [line]
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in line)
    assert line.encode("utf-8")
    row = json.loads(line)
    assert row["file"] == "caf\udce9.html"
    assert row["text"] == row["statements"][0]["text"] == hostile
    assert row["statements"][0]["spans"] == [[0, len(hostile)]]
    assert "“é”" in line
