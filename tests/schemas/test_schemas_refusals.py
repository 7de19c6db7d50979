"""What the nouns refuse, each with what was expected and what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from factories import NOON, find, make_article, make_claim, make_extraction, make_hop, make_statement
from pydantic import ValidationError

from schemas import Article, Claim, Decision, Hop, Link, OtherReading, Resolution, Segment, Span, Statement

ARTICLE = make_article("Kremlin said that talks failed. Kyiv disagreed.")
TALKS = find(ARTICLE, "talks failed")
PUBLISHER = Hop(role="publisher", name="The Daily Globe")
ORIGIN = make_hop(ARTICLE, "Kremlin")
RELAY = make_hop(ARTICLE, "Kyiv", role="relay")


def statement(*chain: Hop, spans: tuple[Span, ...] = (TALKS,)) -> Statement:
    return Statement(article=ARTICLE.id, spans=spans, chain=chain, sourcing="sourced")


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "a span that ends where it starts": (lambda: Span(start=3, end=3, words=""), "expected 0 <= start < end"),
    "a span that ends before it starts": (lambda: Span(start=3, end=1, words="ab"), "found 3:1"),
    "a span before the text": (lambda: Span(start=-1, end=1, words="ab"), "found -1:1"),
    "a span with too many words": (lambda: Span(start=0, end=2, words="abc"), "expected 2 characters, found 3: 'abc'"),
    "a span beyond its text": (lambda: Span.of("abc", 2, 5), "expected 3 characters, found 1: 'c'"),
    "an empty chain": (lambda: statement(), "at least 1"),
    "a chain without a publisher": (lambda: statement(ORIGIN), "found ['origin']"),
    "a chain that ends in its origin": (lambda: statement(PUBLISHER, ORIGIN), "found ['publisher', 'origin']"),
    "a chain of relays without an origin": (lambda: statement(RELAY, PUBLISHER), "found ['relay', 'publisher']"),
    "a chain with two origins": (lambda: statement(ORIGIN, ORIGIN, PUBLISHER), "found ['origin', 'origin', "),
    "a holder of what has a source": (
        lambda: Statement.model_validate({**dict(statement(ORIGIN, PUBLISHER)), "holder": ORIGIN}),
        "expected a holder with the role of an origin, and a chain of the publisher alone",
    ),
    "a holder that is a relay": (
        lambda: Statement.model_validate({**dict(statement(PUBLISHER)), "holder": RELAY}),
        "expected a holder with the role of an origin",
    ),
    "another reading of what is not open": (
        lambda: Statement.model_validate(
            {**dict(statement(ORIGIN, PUBLISHER)), "other_reading": OtherReading(rewrite="alone", origin=TALKS)}
        ),
        "expected another reading only of what is undetermined and has an origin",
    ),
    "a statement nowhere": (lambda: statement(PUBLISHER, spans=()), "at least 1"),
    "a statement whose spans overlap": (
        lambda: statement(PUBLISHER, spans=(TALKS, find(ARTICLE, "failed"))),
        "expected spans in text order that do not overlap",
    ),
    "a statement whose spans are out of order": (
        lambda: statement(PUBLISHER, spans=(find(ARTICLE, "Kyiv disagreed"), TALKS)),
        "expected spans in text order",
    ),
    "a claim nowhere": (lambda: Claim(article="a", statement="s", spans=(), proposition="x"), "at least 1"),
    "a link of a claim with itself": (
        lambda: Link(a="a", b="a", relation="repeats", confidence=1),
        "expected two claims, found a twice",
    ),
    "a confidence above one": (lambda: Resolution(mention=TALKS, confidence=1.1), "less than or equal to 1"),
    "a confidence below nothing": (lambda: Resolution(mention=TALKS, confidence=-0.1), "greater than or equal to 0"),
    "a decision without a reason": (
        lambda: Decision(id="1", about="a", version="v", judgement="confirm", why="", by="desk", at=NOON),
        "expected a reason for confirm",
    ),
    "an outcome of something that is not closed": (
        lambda: Decision(id="1", about="a", version="v", judgement="note", outcome="cut", by="desk", at=NOON),
        "expected an outcome where something is closed, found note, cut",
    ),
    "something closed without an outcome": (
        lambda: Decision(id="1", about="a", version="v", judgement="close", by="desk", at=NOON),
        "expected an outcome where something is closed",
    ),
    "an undo of nothing": (
        lambda: Decision(id="1", about="a", version="v", judgement="undo", by="desk", at=NOON),
        "expected the decision that is undone",
    ),
    "a decision by nobody": (
        lambda: Decision(id="1", about="a", version="v", judgement="confirm", why="x", by="", at=NOON),
        "at least 1 character",
    ),
    "a time without a zone": (
        lambda: Decision(
            id="1", about="a", version="v", judgement="confirm", why="x", by="desk", at=NOON.replace(tzinfo=None)
        ),
        "timezone",
    ),
    "a relation that nobody knows": (lambda: Link(a="a", b="b", relation="likes", confidence=1), "repeats"),  # type: ignore[arg-type]
    "a segment of no kind": (lambda: Segment(kind="verse", span=TALKS, paragraph=0), "headline"),  # type: ignore[arg-type]
    "a text that is bytes": (lambda: Article(text=b"\xff"), "valid"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("make", "message"), REFUSED.values(), ids=REFUSED)
def test_a_noun_refuses_what_cannot_be(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        make()
    assert message in str(refusal.value)


def test_a_span_whose_words_moved_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 'talks failed' at 18:30, found 'at talks fai'"):
        TALKS.check("As " + ARTICLE.text)


def test_an_extraction_fits_its_own_article() -> None:
    made = make_statement(ARTICLE, "talks failed", chain=[ORIGIN], cue="said")
    make_extraction(ARTICLE, [made]).check(ARTICLE)


def test_an_extraction_of_another_article_is_refused() -> None:
    other = make_article("Kremlin said that talks failed.")
    with pytest.raises(ValueError, match=f"expected an extraction of {ARTICLE.id}, found one of {other.id}"):
        make_extraction(other).check(ARTICLE)


MOVED = Span(start=0, end=12, words="talks failed")


@pytest.mark.parametrize(
    "facts",
    [
        {"spans": (MOVED,)},
        {"cue": MOVED},
        {"chain": (Hop(role="origin", mention=MOVED), PUBLISHER)},
        {"holder": Hop(role="origin", mention=MOVED)},
        {"chain": (Hop(role="origin", resolved_from=Resolution(mention=MOVED, confidence=1)), PUBLISHER)},
    ],
    ids=["its spans", "its cue", "a mention", "a holder", "a resolution"],
)
def test_an_extraction_is_refused_wherever_words_moved(facts: dict[str, Any]) -> None:
    good = make_extraction(ARTICLE, [statement(ORIGIN, PUBLISHER)])
    bad = good.model_copy(update={"statements": (good.statements[0].model_copy(update=facts),)})
    with pytest.raises(ValueError, match="expected 'talks failed' at 0:12, found 'Kremlin said'"):
        bad.check(ARTICLE)


def test_an_extraction_finds_the_claims_of_a_statement() -> None:
    first, second = make_statement(ARTICLE, "talks failed"), make_statement(ARTICLE, "Kyiv disagreed")
    claims = [make_claim(ARTICLE, second), make_claim(ARTICLE, first, "talks"), make_claim(ARTICLE, first, "failed")]
    made = make_extraction(ARTICLE, [first, second], claims=claims)
    assert made.claims_of(first) == tuple(claims[1:])


@pytest.mark.parametrize(
    ("kind", "claims"),
    {
        "headline": True,
        "sentence": True,
        "caption": True,
        "dateline": False,
        "byline": False,
        "boilerplate": False,
    }.items(),
)
def test_datelines_bylines_and_boilerplate_claim_nothing(kind: Any, claims: bool) -> None:
    assert Segment(kind=kind, span=TALKS, paragraph=0).claims is claims
