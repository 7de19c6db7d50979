"""New claims against all that are known: which pairs are linked, and that it does not matter who came first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from by_installed import link
from factories import make_article, make_hop, make_statement

from sayso.language.parse import parse
from sayso.link.retrieve import Index
from sayso.split import split
from schemas import Link, Publication, PublishedClaim


def said(outlet: str, words: str, who: str = "the Kremlin", on: str = "2026-03-02") -> PublishedClaim:
    """A claim that an article of `outlet` has from somebody."""
    article = make_article(f"{words}, {who} said.", outlet=outlet, published=on, url=f"https://{outlet}.example/{on}")
    hop = make_hop(article, who, kind="organisation")
    statement = make_statement(article, words, chain=(hop,))
    claim = split(article, parse(article.text, [0]), [statement])[0]
    return PublishedClaim(claim=claim, statement=statement, publication=Publication.of(article))


GLOBE = said("globe", "Talks on the common grid resume in April")
POST = said("post", "Talks on the common grid resume in April")
MAIL = said("mail", "Seal numbers in the bay have doubled", "Anna Holt")
WORLD = (GLOBE, POST, MAIL)


def known_of(world: Sequence[PublishedClaim]) -> Callable[[Sequence[str]], list[PublishedClaim]]:
    def known(ids: Sequence[str]) -> list[PublishedClaim]:
        assert len(set(ids)) == len(ids)
        return [one for one in world if one.id in ids]

    return known


def index_of(world: Sequence[PublishedClaim]) -> Index:
    index = Index.open(None)
    index.add([one.id for one in world], [one.claim.proposition for one in world])
    return index


def linked(new: Sequence[PublishedClaim], old: Sequence[PublishedClaim] = ()) -> tuple[Link, ...]:
    return link(new, index_of(old), known_of(old))


def ends(links: Sequence[Link]) -> set[frozenset[str]]:
    return {frozenset((one.a, one.b)) for one in links}


def test_the_same_claim_in_two_outlets_is_linked_and_has_one_origin() -> None:
    (found,) = linked([POST], [GLOBE, MAIL])
    assert {found.a, found.b} == {GLOBE.id, POST.id}
    assert found.relation in ("repeats", "corroborates")
    assert found.one_origin is True
    assert found.signals


@pytest.mark.parametrize(
    ("new", "old"),
    [
        pytest.param((POST,), (GLOBE, MAIL), id="one after the other"),
        pytest.param((GLOBE,), (MAIL, POST), id="the other way round"),
        pytest.param((MAIL, POST, GLOBE), (), id="all new"),
        pytest.param((GLOBE, POST), (POST, GLOBE, MAIL), id="all known already"),
    ],
)
def test_a_link_is_the_same_whichever_claim_is_new(
    new: Sequence[PublishedClaim], old: Sequence[PublishedClaim]
) -> None:
    assert linked(new, old) == linked([POST], [GLOBE, MAIL])


def test_new_claims_are_in_the_index_afterwards() -> None:
    index = index_of([MAIL])
    link([GLOBE, POST], index, known_of([MAIL]))
    assert {one.id for one in WORLD if one.id in index} == {one.id for one in WORLD}
    assert len(index) == len(WORLD)


def test_a_claim_that_the_index_has_and_the_ledger_does_not_is_passed_over() -> None:
    assert link([POST], index_of(WORLD), known_of([MAIL])) == ()


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


def test_what_has_nothing_in_common_is_not_linked() -> None:
    assert ends(linked([MAIL], [GLOBE, POST])) == set()


def test_nothing_new_makes_no_links() -> None:
    assert linked([], WORLD) == ()


def test_many_reprints_leave_room_for_who_says_otherwise() -> None:
    reprints = [said(f"paper{number}", "12 people were killed in the fire in Lviv") for number in range(30)]
    other = said("globe", "At least 30 people were killed in the fire in Lviv", "Anna Holt")
    found = linked([said("mail", "12 people were killed in the fire in Lviv")], [*reprints, other])
    assert [one.relation for one in found if other.id in (one.a, one.b)] == ["conflicts"]
    assert len(found) == 9
