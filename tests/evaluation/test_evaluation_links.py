"""Linking on whole stories: what counts as right there, and figures that must not fall."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import make_article, make_capture, make_claim, make_extraction, make_hop, make_statement
from installed import registry

from sayso.evaluate.tallies import Key
from sayso.ledger import Ledger
from schemas import Claim, Extraction, Link, Linker, Linking, PublishedClaim
from tests.evaluation.news.link_lists import lists
from tests.evaluation.news.link_marks import Marks, marks
from tests.evaluation.news.linked_part import LinkedPart
from tests.evaluation.news.links import figures
from tests.evaluation.news.stories import Story
from tests.evaluation.news.telling import tells

LEAST = {
    "told": 0.975,
    "same claim": 0.38,
    "in one cluster": 0.35,
    "joins": 0.97,
    "origins exact": 0.84,
    "origins exact perfect": 0.84,
    "origins exact, two perfect": 0.42,
}
MOST = {"origins too many": 0.011, "origins too many perfect": 0.011}
"""Of development, by `python -m tests.evaluation.news.links development`: raised and lowered when they get better."""


@pytest.mark.skipif("CI" not in os.environ, reason="takes half a minute; runs where CI is set")
def test_linking_on_whole_stories_is_not_worse_than_pinned(development: LinkedPart) -> None:
    found = marks(development)
    assert development.refused == ()
    assert found.overlapping == 0
    shares = {name: measure.value or 0.0 for name, measure in figures(found).items()}
    assert {name: shares[name] for name, least in LEAST.items() if shares[name] < least} == {}
    assert {name: shares[name] for name, most in MOST.items() if shares[name] > most} == {}


TELLING = {
    "the very place": (range(10), range(10), True),
    "more than the place": (range(10), range(50), True),
    "most of the place": (range(10), range(4, 30), True),
    "half of the place": (range(10), range(5, 30), False),
    "a quarter of the place, all of the claim": (range(40), range(10), True),
    "less than a quarter of the place": (range(41), range(10), False),
    "a part of the place, and more of something else": (range(40), range(25, 45), True),
    "half of the claim": (range(40), range(25, 55), False),
    "nothing of it": (range(10), range(10, 20), False),
    "no letters": (range(0), range(10), False),
}


@pytest.mark.parametrize("case", TELLING)
def test_a_claim_tells_what_it_has_most_of_or_is_most_of(case: str) -> None:
    place, claim, told = TELLING[case]
    assert tells(set(place), set(claim)) is told


TEXTS = {
    "a": "Twelve people died, the ministry said. The bridge was closed, Lind said.",
    "b": "The ministry counts twelve dead. Rain fell.",
    "c": "Thirty people died, police said. The bridge was open, Berg said. No bridge was closed, Berg said.",
}
ARTICLES = {name: make_article(text, outlet=f"The {name.upper()}") for name, text in TEXTS.items()}


def reading(name: str, *said: tuple[str, str], also: str = "") -> Extraction:
    """What sources say in an article, a claim each; and a further claim of some of the last one's words."""
    article = ARTICLES[name]
    statements = [make_statement(article, words, chain=[make_hop(article, source)]) for source, words in said]
    claims = [make_claim(article, statement) for statement in statements]
    claims += [make_claim(article, statements[-1], also)] if also else []
    return make_extraction(article, statements, claims=claims)


READ = {
    "a": reading("a", ("the ministry", "Twelve people died"), ("Lind", "The bridge was closed")),
    "b": reading("b", ("The ministry", "twelve dead")),
    "c": reading(
        "c",
        ("police", "Thirty people died"),
        ("Berg", "The bridge was open"),
        ("Berg", "No bridge was closed"),
        also="closed",
    ),
}
(TWELVE, CLOSED), (DEAD,), (THIRTY, OPEN, NONE, PART) = (extraction.claims for extraction in READ.values())


def place(article: str, words: str) -> dict[str, object]:
    start = TEXTS[article].index(words)
    return {"article": article, "spans": [[start, start + len(words)]]}


GOLD = Story.model_validate(
    {
        "story": "flood",
        "articles": ["a", "b", "c"],
        "facts": {
            "F1": {
                "fewest": 1,
                "most": 1,
                "why": "the ministry",
                "told": [place("a", "Twelve people died"), place("b", "counts twelve dead")],
            },
            "F2": {"fewest": 1, "most": 1, "why": "the police", "told": [place("c", "Thirty people died")]},
            "F3": {"fewest": 2, "most": 2, "why": "two saw it", "told": [place("a", "bridge was closed")]},
            "F4": {"fewest": 0, "most": 0, "why": "nobody", "told": [place("c", "bridge was open")]},
            "F5": {"fewest": 0, "most": 1, "why": "its own", "told": [place("b", "Rain fell")]},
        },
        "relations": [
            {"kind": "conflict", "facts": ["F1", "F2"], "why": "two numbers"},
            {"kind": "denial", "facts": ["F3", "F4"], "why": "closed or open"},
        ],
    }
)


def link(a: Claim, b: Claim, relation: str) -> Link:
    return Link.model_validate({"a": a.id, "b": b.id, "relation": relation, "confidence": 0.9})


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}") as opened:
        for name, article in ARTICLES.items():
            opened.append(make_capture(article), article, READ[name])
        yield opened


def marked(ledger: Ledger, *links: Link) -> tuple[Marks, dict[str, str]]:
    """The marks of these links, and the lists of what is to be read."""
    linker = Linker(sayso="0.1.0", model="m", registry="r")
    ledger.append_linking(Linking(linker=linker, links=links))
    with ledger.snapshot() as now:
        claims: dict[str, tuple[PublishedClaim, ...]] = dict.fromkeys(TEXTS, ())
        names = {article.id: name for name, article in ARTICLES.items()}
        for _, claim in now.claims():
            claims[names[claim.claim.article]] += (claim,)
        part = LinkedPart((GOLD,), now, registry, claims, TEXTS, ())
        found = marks(part)
        return found, {name: "\n".join(lines) for name, lines in lists(part, found).items()}


def counts(found: Marks, measure: str) -> tuple[int, int]:
    """How many of how many."""
    hits, of, _, _ = found.tallies["flood"].get(Key(measure), [0, 0, 0, 0])
    return hits, of


def test_without_links_nothing_is_joined_and_nothing_found(ledger: Ledger) -> None:
    found, written = marked(ledger)
    assert counts(found, "told") == (5, 6)
    assert counts(found, "same claim") == counts(found, "in one cluster") == (0, 1)
    assert counts(found, "at odds found") == (0, 2)
    assert counts(found, "joins") == counts(found, "at odds told") == (0, 0)
    assert found.missed == [(("flood", "F1"), "a", "b")]
    assert written["missed"].splitlines() == [
        "flood F1: a and b",
        "    a [F1] affirmed Twelve people died",
        "    b [F1] affirmed twelve dead",
    ]
    assert found.untold == 1


def test_links_are_right_where_the_gold_says_so(ledger: Ledger) -> None:
    found, written = marked(
        ledger,
        link(TWELVE, DEAD, "repeats"),
        link(TWELVE, THIRTY, "conflicts"),
        link(DEAD, THIRTY, "updates"),
        link(CLOSED, OPEN, "qualifies"),
        link(CLOSED, NONE, "denies"),
        link(TWELVE, OPEN, "denies"),
    )
    assert counts(found, "same claim") == counts(found, "in one cluster") == (1, 1)
    assert counts(found, "at odds found") == (1, 2)
    assert counts(found, "joins") == (1, 2)
    assert counts(found, "at odds told") == (1, 2)
    assert counts(found, "news told") == (1, 1)
    assert [{one.a, one.b} for one in found.unknown] == [{CLOSED.id, NONE.id}]
    assert found.missed == []
    assert sorted(line.split("  ")[0] for line in written["at-odds"].splitlines() if line[0] != " ") == [
        "?",
        "right",
        "wrong",
    ]


def test_origins_are_counted_over_the_cluster_and_over_all_that_tell_a_fact(ledger: Ledger) -> None:
    found, _ = marked(ledger, link(TWELVE, DEAD, "repeats"))
    assert set(found.own["flood", "F1"].claims) == set(found.perfect["flood", "F1"].claims) == {TWELVE.id, DEAD.id}
    for by in ("", " perfect"):
        assert counts(found, f"origins exact{by}") == (2, 4)
        assert counts(found, f"origins too many{by}") == (1, 4)
        assert counts(found, f"origins too few{by}") == (1, 4)
        assert counts(found, f"origins exact, two{by}") == (0, 1)


def test_links_of_words_that_overlap_are_counted(ledger: Ledger) -> None:
    found, _ = marked(ledger, link(NONE, PART, "repeats"), link(OPEN, NONE, "repeats"))
    assert found.overlapping == 1
