"""New claims against known ones: which pairs are linked, and that the order of arrival does not matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from by_installed import link
from claims_in_memory import ClaimsInMemory
from factories import make_article, make_hop, make_statement

from sayso.language.parse import parse
from sayso.link.retrieve import Index
from sayso.split import split
from schemas import Link, Publication, PublishedClaim


def said(outlet: str, words: str, who: str = "the Kremlin", on: str = "2026-03-02") -> PublishedClaim:
    """A claim of a source in an article of `outlet`."""
    article = make_article(f"{words}, {who} said.", outlet=outlet, published=on, url=f"https://{outlet}.example/{on}")
    hop = make_hop(article, who, kind="organisation")
    statement = make_statement(article, words, chain=(hop,))
    claim = split(article, parse(article.text, [0]), [statement])[0]
    return PublishedClaim(claim=claim, statement=statement, publication=Publication.of(article))


class World(NamedTuple):
    """What three outlets print: the first two the same."""

    globe: PublishedClaim
    post: PublishedClaim
    mail: PublishedClaim


@pytest.fixture(scope="module")
def world() -> World:
    return World(
        said("globe", "Talks on the common grid resume in April"),
        said("post", "Talks on the common grid resume in April"),
        said("mail", "Seal numbers in the bay have doubled", "Anna Holt"),
    )


def index_of(world: Sequence[PublishedClaim]) -> Index:
    index = Index.open(None)
    index.add([one.id for one in world], [one.claim.proposition for one in world])
    return index


def linked(new: Sequence[PublishedClaim], old: Sequence[PublishedClaim] = ()) -> tuple[Link, ...]:
    return link(new, index_of(old), ClaimsInMemory(old))


def ends(links: Sequence[Link]) -> set[frozenset[str]]:
    return {frozenset((one.a, one.b)) for one in links}


def test_the_same_claim_in_two_outlets_is_linked_and_has_one_origin(world: World) -> None:
    (found,) = linked([world.post], [world.globe, world.mail])
    assert {found.a, found.b} == {world.globe.id, world.post.id}
    assert found.relation in ("repeats", "corroborates")
    assert found.one_origin is True
    assert found.signals


@pytest.mark.parametrize(
    ("new", "old"),
    [
        pytest.param(["post"], ["globe", "mail"], id="one after the other"),
        pytest.param(["globe"], ["mail", "post"], id="the other way round"),
        pytest.param(["mail", "post", "globe"], [], id="all new"),
        pytest.param(["globe", "post"], ["post", "globe", "mail"], id="all known already"),
    ],
)
def test_a_link_is_the_same_whichever_claim_is_new(world: World, new: list[str], old: list[str]) -> None:
    named = world._asdict()
    found = linked([named[outlet] for outlet in new], [named[outlet] for outlet in old])
    assert found == linked([world.post], [world.globe, world.mail])


def test_new_claims_are_in_the_index_afterwards(world: World) -> None:
    index = index_of([world.mail])
    link([world.globe, world.post], index, ClaimsInMemory([world.mail]))
    assert [claim.id in index for claim in world] == [True, True, True]
    assert len(index) == len(world)


def test_a_claim_that_the_index_has_and_the_ledger_does_not_is_skipped(world: World) -> None:
    assert link([world.post], index_of(world), ClaimsInMemory([world.mail])) == ()


@pytest.mark.parametrize(
    ("first", "second", "relations"),
    [
        ("The seal count in the bay doubled", "In May the seal count in the bay doubled", ["repeats"]),
        ("In May 12 seals died in the bay", "In May 30 seals died in the bay", []),
    ],
    ids=["it repeats itself", "it contradicts itself"],
)
def test_claims_of_one_article_are_linked_only_where_one_repeats_the_other(
    first: str, second: str, relations: list[str]
) -> None:
    article = make_article(f"{first}. {second}.")
    statements = [make_statement(article, words) for words in (first, second)]
    told = [
        PublishedClaim(claim=claim, statement=statement, publication=Publication.of(article))
        for claim, statement in zip(split(article, parse(article.text, [0]), statements), statements, strict=True)
    ]
    assert [one.relation for one in linked(told)] == relations


def test_unrelated_claims_are_not_linked(world: World) -> None:
    assert ends(linked([world.mail], [world.globe, world.post])) == set()


def test_without_new_claims_there_are_no_links(world: World) -> None:
    assert linked([], world) == ()


def test_many_reprints_leave_room_for_claims_that_differ() -> None:
    reprints = [said(f"paper{number}", "12 people were killed in the fire in Lviv") for number in range(30)]
    other = said("globe", "At least 30 people were killed in the fire in Lviv", "Anna Holt")
    found = linked([said("mail", "12 people were killed in the fire in Lviv")], [*reprints, other])
    assert [one.relation for one in found if other.id in (one.a, one.b)] == ["conflicts"]
    assert len(found) == 9
