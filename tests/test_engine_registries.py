"""Engines with other registries, side by side in one process: each names sources, and whose they are, by its own."""

from __future__ import annotations

from factories import make_article, make_claim, make_statement
from installed import engine

from sayso.engine import Engine
from sayso.link.origins import one_origin
from sayso.registry import Registry
from schemas import Article, Publication, PublishedClaim


def registry(*sources: str) -> Registry:
    """One that lists these sources."""
    return Registry.parse("\n  ".join(["sources:", *sources]).encode(), "ours.yaml")


def published(text: str, outlet: str) -> PublishedClaim:
    """What an outlet says in its own voice."""
    article = make_article(text, outlet=outlet)
    statement = make_statement(article, text)
    return PublishedClaim(
        claim=make_claim(article, statement), statement=statement, publication=Publication.of(article)
    )


OFFICE = registry("press-office: {name: Port of Sund, aliases: Harbour Wire, kind: government}")
AGENCY = registry("harbour-wire: {name: Harbour Wire Service, aliases: Harbour Wire, kind: news_agency}")


def test_each_names_sources_by_its_own() -> None:
    article = Article(text="The bridge is closed, Harbour Wire said on Monday.", outlet="The Sund Post")
    engines = [Engine(registry=OFFICE, tagger=engine.tagger), Engine(registry=AGENCY, tagger=engine.tagger), engine]
    read = [one.extract(article) for one in (*engines, engines[0])]
    origins = [extraction.statements[0].origin for extraction in read]
    assert [(hop.name, hop.registry) for hop in origins if hop] == [
        ("Harbour Wire", "press-office"),
        ("Harbour Wire Service", "harbour-wire"),
        ("Harbour Wire", None),
        ("Harbour Wire", "press-office"),
    ]
    assert [extraction.engine.id for extraction in read] == [one.id for one in (*engines, engines[0])]
    assert len({one.id for one in engines}) == 3


def test_whose_outlets_are_is_asked_of_the_one_that_is_handed_down() -> None:
    post, radio = (published("The bridge is closed.", outlet) for outlet in ("Sund Post", "Sund Radio"))
    owned = registry(
        "sund-media: {name: Sund Media, kind: organisation}",
        "sund-post: {name: Sund Post, kind: news_outlet, parent: sund-media}",
        "sund-radio: {name: Sund Radio, kind: news_outlet, parent: sund-media}",
    )
    assert [one_origin(post, radio, registry=one) for one in (owned, AGENCY, owned)] == [True, None, True]
