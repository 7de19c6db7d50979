"""Records split into words and facts and join again without loss."""

from datetime import UTC, datetime, timedelta, timezone

import orjson
import pytest
import rfc8785
from examples import examples
from factories import ENGINE, make_article, make_attribution, make_extraction, make_hop, make_statement
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import LedgerError
from sayso.ledger.entries.redactable import WordList, join, take_apart
from sayso.ledger.log.entry_parts import encode
from schemas import (
    Article,
    Attribution,
    Capture,
    Claim,
    Decision,
    Extraction,
    Hop,
    Link,
    Occasion,
    Record,
    Resolution,
    Segment,
    Segmentation,
    Signal,
    Slots,
    Span,
    Statement,
    canonical,
)
from schemas.statement import Member

characters = st.characters(exclude_categories=["Cs"])
words = st.text(characters, max_size=8)
maybe = st.none() | words
moments = st.datetimes(min_value=datetime(1900, 1, 1)).map(lambda at: at.replace(tzinfo=UTC)) | st.datetimes(
    min_value=datetime(1900, 1, 1)
).map(lambda at: at.replace(tzinfo=timezone(timedelta(hours=2))))
confidences = st.floats(0, 1)

captures = st.builds(
    Capture,
    file=words,
    sha256=words,
    size=st.integers(0, 2**53),
    captured=st.none() | moments,
    encoding=maybe,
    extractor=maybe,
    raw=maybe,
    article=maybe,
    problem=maybe,
)
articles = st.builds(
    Article, text=words, url=maybe, key=maybe, title=maybe, outlet=maybe, published=maybe, byline=maybe, story=maybe
)
slots = st.builds(
    Slots, who=maybe, what=maybe, whom=maybe, when=st.lists(words, max_size=2), numbers=st.lists(words, max_size=2)
)
links = st.builds(
    Link,
    a=st.just("a"),
    b=st.just("b"),
    relation=st.sampled_from(["repeats", "denies"]),
    confidence=confidences,
    signals=st.lists(st.builds(Signal, name=words, score=confidences, sentence=words), max_size=2),
    one_origin=st.none() | st.booleans(),
)
decisions = st.builds(
    Decision,
    id=words,
    about=words,
    version=words,
    judgement=st.just("reject"),
    why=st.text(characters, min_size=1),
    by=st.text(characters, min_size=1),
    at=moments,
    signature=maybe,
)


@examples(60)
@given(captures | articles | slots | links | decisions)
def test_a_record_taken_apart_joins_to_itself(record: Record) -> None:
    kept = WordList()
    facts = encode(take_apart(record, kept))
    again = join(type(record), orjson.loads(facts), orjson.loads(encode(kept.all)))
    assert again == record
    assert again.digest == record.digest


@st.composite
def extractions(draw: st.DrawFn) -> tuple[Article, Extraction]:
    text = draw(st.text(characters, min_size=4, max_size=30).filter(str.strip))
    article = make_article(text)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda place: place[0] < place[1])
    spans = places.map(lambda place: Span.of(text, *place))
    attribution = Attribution(
        article=article.id,
        source=tuple(draw(st.lists(spans, max_size=2))),
        content=(draw(spans),),
        hedge=draw(st.none() | spans),
        occasion=draw(st.none() | st.builds(Occasion, when=st.none() | spans, where=st.none() | spans)),
        confidence=draw(confidences),
    )
    hop = Hop(
        role="origin",
        name=draw(maybe),
        mention=draw(spans),
        resolved_from=draw(st.none() | st.builds(Resolution, mention=spans, confidence=confidences)),
        members=tuple(draw(st.lists(st.builds(Member, name=words, mention=spans), max_size=2))),
    )
    chain = (hop, Hop(role="publisher", name=draw(maybe)))
    whole = Span.of(text, 0, len(text))
    statement = Statement(article=article.id, spans=(whole,), chain=chain, sourcing="sourced")
    claim = Claim(article=article.id, statement=statement.id, spans=(whole,), proposition=text, slots=draw(slots))
    segments = (Segment(kind="sentence", span=whole, paragraph=0),)
    return article, Extraction(
        article=article.id,
        engine=ENGINE,
        segmentation=Segmentation(paragraphs=(whole,), segments=segments, quotations=()),
        attributions=(attribution,),
        statements=(statement,),
        claims=(claim,),
    )


@examples(40)
@given(extractions())
def test_the_words_of_spans_are_rebuilt_from_the_text(read: tuple[Article, Extraction]) -> None:
    article, extraction = read
    kept = WordList()
    facts = encode(take_apart(extraction, kept, article.text))
    assert join(Extraction, orjson.loads(facts), kept.all, article.text) == extraction


def test_no_words_are_among_the_facts() -> None:
    article = make_article("Ana was seen in Odesa, said Bo.")
    said = make_attribution(article, "Ana was seen in Odesa", source="Bo", cue="said")
    statement = make_statement(article, "Ana was seen in Odesa", chain=[make_hop(article, "Bo")], cue="said")
    kept = WordList()
    facts = encode(take_apart(make_extraction(article, [statement], attributions=[said]), kept, article.text))
    assert [word for word in (b"Ana", b"Odesa", b"Bo", b"Globe") if word in facts] == []
    assert kept.all == ["Bo", "The Daily Globe", "Ana was seen in Odesa"]


def test_a_span_whose_words_are_not_the_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 'Ana' at 0:3, found 'Bob'"):
        take_apart(Span.of("Ana", 0, 3), WordList(), "Bob said")


@pytest.mark.parametrize("number", [-1, 7, True, "0", None])
def test_words_that_are_not_there_are_refused(number: object) -> None:
    facts = {"role": "x", "article": None, "text": number}
    with pytest.raises(ValueError, match="expected"):
        join(Article, facts, ["a"])


json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(characters),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text("abcxyz_", max_size=4), one, max_size=3),
    max_leaves=10,
)


@examples(60)
@given(json)
def test_encoded_bytes_are_those_of_rfc_8785(value: object) -> None:
    assert encode(value) == rfc8785.dumps(value) == canonical(value)  # type: ignore[arg-type]


def test_a_lone_surrogate_is_refused_in_one_sentence() -> None:
    with pytest.raises(LedgerError, match="expected text that can be written as UTF-8"):
        encode({"words": ["\ud800"]})


def test_an_entry_older_than_a_field_gets_its_default():
    facts = take_apart(make_hop(make_article("A diplomat said so."), "A diplomat", anonymous=True), WordList(), None)
    old = {name: fact for name, fact in facts.items() if name not in ("number", "terms", "mention")}
    assert join(Hop, old, ["A diplomat"]) == Hop(role="origin", anonymous=True, descriptor="A diplomat")
