"""Every noun survives the way through JSON, and refuses what it doesn't know."""

from __future__ import annotations

import json
from typing import Any

import orjson
import pytest
import rfc8785
from factories import (
    ENGINE,
    NOON,
    find,
    make_article,
    make_attribution,
    make_capture,
    make_claim,
    make_dossiers,
    make_entry,
    make_extraction,
    make_hop,
    make_statement,
)
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas import (
    Decision,
    Link,
    Member,
    Occasion,
    OtherReading,
    Quotation,
    Record,
    Resolution,
    Segmentation,
    Signal,
    Slots,
    Span,
    Statement,
    canonical,
)

ARTICLE = make_article(
    "A senior official, who feared for her job, told TASS on Friday in Sochi that talks “failed” 🙂.",
    url="https://example.org/1",
    key="k",
    title="Talks",
    published="2022-08-09",
    byline="A. Berg",
    story="talks",
)
ORIGIN = make_hop(
    ARTICLE,
    "A senior official",
    anonymous=True,
    kind="person",
    inherited=True,
    number="one",
    reason="feared for her job",
    terms="who",
    cue="told",
    resolved_from=Resolution(mention=find(ARTICLE, "her"), confidence=0.75),
    members=(Member(name="B", mention=find(ARTICLE, "official"), kind="person", anonymous=True),),
    registry="b",
)
OCCASION = Occasion(when=find(ARTICLE, "Friday"), where=find(ARTICLE, "Sochi"), audience=find(ARTICLE, "TASS"))
STATEMENT = make_statement(
    ARTICLE,
    "that talks",
    "failed",
    chain=[ORIGIN, make_hop(ARTICLE, "TASS", role="relay", kind="news_agency")],
    mode="attitude",
    manner="mixed",
    polarity="denied",
    stance="doubt",
    hedge="feared",
    occasion=OCCASION,
    cue="told",
    confidence=0.5,
)
REREAD = make_statement(
    ARTICLE,
    "that talks",
    chain=[ORIGIN],
    sourcing="undetermined",
    other_reading=OtherReading(rewrite="voice", origin=find(ARTICLE, "TASS")),
)
HELD = make_statement(ARTICLE, "feared for her job", mode="attitude", holder=ORIGIN)
CLAIM = make_claim(
    ARTICLE,
    STATEMENT,
    who="talks",
    what="failed",
    whom="nobody",
    when=("Friday",),
    where=("Sochi",),
    numbers=("12",),
    polarity="denied",
    modality="possible",
)
ATTRIBUTION = make_attribution(
    ARTICLE,
    "talks “failed”",
    source="A senior official",
    cue="told",
    mode="attitude",
    manner="mixed",
    polarity="denied",
    stance="factive",
    hedge=find(ARTICLE, "feared"),
    occasion=OCCASION,
    confidence=0.123,
)
QUOTATION = Quotation(span=find(ARTICLE, "“failed”"), depth=1, closed=False, continues=True)
EXTRACTION = make_extraction(ARTICLE, [STATEMENT], claims=[CLAIM], attributions=[ATTRIBUTION])
LINK = Link(
    a=CLAIM.id,
    b="b" * 32,
    relation="denies",
    confidence=0.9,
    signals=(Signal(name="names", score=0.25, sentence="Both name TASS."),),
    one_origin=False,
)
DECISION = Decision(
    id="1", about=CLAIM.id, version=CLAIM.digest, judgement="reject", why="No.", by="desk", at=NOON, signature="s"
)

RECORDS: list[Record] = [
    ARTICLE,
    ATTRIBUTION,
    make_capture(ARTICLE, raw="x", media="html", extractor="e"),
    CLAIM,
    DECISION,
    ENGINE,
    EXTRACTION,
    LINK,
    LINK.signals[0],
    OCCASION,
    ORIGIN,
    ORIGIN.members[0],
    QUOTATION,
    EXTRACTION.segmentation,
    EXTRACTION.segmentation.segments[0],
    Segmentation(paragraphs=(), segments=(), quotations=(QUOTATION,)),
    STATEMENT,
    HELD,
    REREAD,
    OtherReading(rewrite="alone", origin=find(ARTICLE, "TASS")),
    CLAIM.slots,
    Slots(),
    find(ARTICLE, "🙂"),
    make_entry(3),
    make_dossiers(ARTICLE, EXTRACTION)[0].model_copy(update={"links": (LINK,), "decisions": (DECISION,)}),
]
NAMES = [f"{number}-{type(record).__name__}" for number, record in enumerate(RECORDS)]


@pytest.mark.parametrize("record", RECORDS, ids=NAMES)
def test_a_record_survives_json(record: Record) -> None:
    again = type(record).model_validate_json(record.model_dump_json())
    assert (again, again.digest) == (record, record.digest)


@pytest.mark.parametrize("record", RECORDS, ids=NAMES)
def test_a_record_survives_its_canonical_bytes(record: Record) -> None:
    again = type(record).model_validate(orjson.loads(canonical(record.model_dump(mode="json"))))
    assert again.digest == record.digest


@pytest.mark.parametrize("record", RECORDS, ids=NAMES)
def test_a_record_is_frozen_and_refuses_unknown_fields(record: Record) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, next(iter(type(record).model_fields)), None)
    with pytest.raises(ValidationError, match="Extra inputs"):
        type(record).model_validate({**record.model_dump(), "colour": "red"})


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="ascii"), max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_canonical_bytes_are_those_of_rfc_8785(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@given(st.floats(0, 1))
def test_numbers_with_a_fraction_become_text_with_three_decimals(value: float) -> None:
    assert json.loads(canonical({"confidence": value})) == {"confidence": f"{value:.3f}"}


@given(st.floats(0, 1))
def test_a_confidence_keeps_three_decimals_and_its_digest(value: float) -> None:
    resolution = Resolution(mention=find(ARTICLE, "her"), confidence=value)
    assert resolution.confidence == round(value, 3)
    assert Resolution.model_validate_json(resolution.model_dump_json()).digest == resolution.digest


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_a_span_knows_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    span.check(text)
    assert (span.range, span.words) == ((start, end), text[start:end])
    assert Span.model_validate_json(span.model_dump_json()) == span


def test_a_statement_tells_its_origin_and_its_relays() -> None:
    assert (STATEMENT.origin, STATEMENT.relays, STATEMENT.unnamed) == (ORIGIN, STATEMENT.chain[1:2], True)
    assert STATEMENT.text == "that talks ... failed"


def test_a_statement_in_the_own_voice_has_no_origin() -> None:
    own: Statement = make_statement(ARTICLE, "failed")
    assert (own.origin, own.relays, own.unnamed) == (None, (), False)
