"""Ids are identity, digests are content: what may change without making a thing another one."""

from __future__ import annotations

from typing import Any

import pytest
from factories import (
    ENGINE,
    NOON,
    find,
    make_article,
    make_attribution,
    make_capture,
    make_claim,
    make_extraction,
    make_hop,
    make_statement,
)

from schemas import Decision, EngineVersion, Link, OtherReading, Record, Resolution, Signal, Slots, Span, hash_of

ARTICLE = make_article("Kremlin said that talks failed, TASS reported. Kyiv disagreed.")
STATEMENT = make_statement(ARTICLE, "talks failed", chain=[make_hop(ARTICLE, "Kremlin")])
TOLD = make_statement(ARTICLE, "Kyiv disagreed")
CLAIM = make_claim(ARTICLE, STATEMENT)
ATTRIBUTION = make_attribution(ARTICLE, "talks failed", source="Kremlin", cue="said")
LINK = Link(a="a" * 32, b="b" * 32, relation="repeats", confidence=0.9)


def changed(record: Record, **facts: Any) -> Record:
    fields = {name: getattr(record, name) for name in type(record).model_fields}
    return type(record).model_validate({**fields, **facts})


SAME_THING: dict[str, tuple[Record, dict[str, Any]]] = {
    "an article with another title, date and byline": (
        ARTICLE,
        {"title": "Talks", "published": "2022-08-09", "byline": "A. Berg", "story": "talks"},
    ),
    "a capture from another file, later": (
        make_capture(ARTICLE),
        {"file": "moved/elsewhere.txt", "captured": NOON.replace(year=2023)},
    ),
    "an attribution read as a doubtful denial": (
        ATTRIBUTION,
        {"stance": "doubt", "polarity": "denied", "manner": "direct", "mode": "attitude", "confidence": 0.4},
    ),
    "an attribution with a hedge": (ATTRIBUTION, {"hedge": find(ARTICLE, "reported")}),
    "a statement less sure and denied": (STATEMENT, {"confidence": 0.4, "polarity": "denied", "sourcing": "sourced"}),
    "a statement with a holder": (TOLD, {"holder": make_hop(ARTICLE, "Kyiv")}),
    "a statement read otherwise": (
        STATEMENT,
        {"sourcing": "undetermined", "other_reading": OtherReading(rewrite="alone", origin=find(ARTICLE, "TASS"))},
    ),
    "a hop with another name, kind and resolution": (
        STATEMENT,
        {
            "chain": (
                make_hop(
                    ARTICLE,
                    "Kremlin",
                    name="Presidency of Russia",
                    kind="government",
                    resolved_from=Resolution(mention=find(ARTICLE, "Kyiv"), confidence=0.5),
                ),
                *STATEMENT.chain[1:],
            )
        },
    ),
    "a claim in other words": (CLAIM, {"proposition": "The talks failed.", "slots": Slots(who="talks")}),
    "a claim of a statement with another chain": (CLAIM, {"statement": "c" * 32}),
    "a link of another kind, with signals": (
        LINK,
        {
            "relation": "conflicts",
            "confidence": 0.2,
            "one_origin": True,
            "signals": (Signal(name="names", score=1, sentence="Both name the Kremlin."),),
        },
    ),
    "a link the other way round": (LINK, {"a": LINK.b, "b": LINK.a}),
    "an extraction that found nothing": (make_extraction(ARTICLE, [STATEMENT]), {"statements": (), "claims": ()}),
}

ANOTHER_THING: dict[str, tuple[Record, dict[str, Any]]] = {
    "an article with another text": (ARTICLE, {"text": ARTICLE.text + " "}),
    "an article of another outlet": (ARTICLE, {"outlet": "Sputnik"}),
    "an article at another address": (ARTICLE, {"url": "https://example.org/talks"}),
    "a capture of other bytes": (make_capture(ARTICLE), {"sha256": "0" * 64}),
    "a capture that came to a problem": (make_capture(ARTICLE), {"article": None, "problem": "not text"}),
    "an attribution to another source": (ATTRIBUTION, {"source": (find(ARTICLE, "TASS"),)}),
    "an attribution by another cue": (ATTRIBUTION, {"cue": (find(ARTICLE, "reported"),)}),
    "an attribution of other content": (ATTRIBUTION, {"content": (find(ARTICLE, "that talks failed"),)}),
    "an attribution without its source": (ATTRIBUTION, {"source": ()}),
    "a statement elsewhere": (STATEMENT, {"spans": (find(ARTICLE, "Kyiv disagreed"),)}),
    "a statement of another origin": (
        STATEMENT,
        {"chain": (make_hop(ARTICLE, "TASS"), *STATEMENT.chain[1:])},
    ),
    "a statement with one more relay": (
        STATEMENT,
        {"chain": (STATEMENT.chain[0], make_hop(ARTICLE, "TASS", role="relay"), STATEMENT.chain[1])},
    ),
    "a claim elsewhere": (CLAIM, {"spans": (find(ARTICLE, "talks"),)}),
    "a claim of another article": (CLAIM, {"article": "d" * 32}),
    "a link of other claims": (LINK, {"b": "c" * 32}),
    "an engine with another model": (ENGINE, {"model": "x"}),
    "an extraction by another engine": (
        make_extraction(ARTICLE, [STATEMENT]),
        {"engine": EngineVersion(sayso="0.2.0", model="m" * 12, registry="r" * 12)},
    ),
}


@pytest.mark.parametrize(("record", "facts"), SAME_THING.values(), ids=SAME_THING)
def test_new_content_keeps_the_id_and_changes_the_digest(record: Any, facts: dict[str, Any]) -> None:
    other: Any = changed(record, **facts)
    assert other.id == record.id
    assert other.digest != record.digest


@pytest.mark.parametrize(("record", "facts"), ANOTHER_THING.values(), ids=ANOTHER_THING)
def test_what_a_thing_is_makes_its_id(record: Any, facts: dict[str, Any]) -> None:
    other: Any = changed(record, **facts)
    assert other.id != record.id
    assert other.digest != record.digest


def test_a_statement_without_later_facts_has_the_digest_that_decisions_in_older_ledgers_name() -> None:
    facts = TOLD.model_dump(mode="json")
    assert (facts.pop("holder"), facts.pop("other_reading"), facts.pop("read_as")) == (None, None, [])
    assert TOLD.digest == hash_of("Statement", facts)
    assert type(TOLD).model_validate(facts) == TOLD


def test_the_holder_of_an_attitude_in_an_older_ledger_is_its_origin() -> None:
    old = changed(STATEMENT, mode="attitude", sourcing="none-given")
    new = changed(TOLD, mode="attitude", holder=make_hop(ARTICLE, "Kyiv"))
    holders = [one.held_by for one in (old, new, STATEMENT, TOLD)]
    assert [one and one.called for one in holders] == ["Kremlin", "Kyiv", None, None]


@pytest.mark.parametrize("known", [{"url": "https://example.org/talks"}, {"key": "wire-7"}])
def test_an_address_or_key_outweighs_the_outlet(known: dict[str, str]) -> None:
    assert make_article("Talks failed.", **known).id == make_article("Talks failed.", outlet="Sputnik", **known).id
    assert make_article("Talks failed.", **known).work == next(iter(known.values()))


def test_two_versions_of_one_article_share_their_work_and_not_their_id() -> None:
    first = make_article("Talks failed.", url="https://example.org/talks")
    second = make_article("Talks resumed.", url="https://example.org/talks")
    assert (first.work, first.id == second.id) == (second.work, False)


def test_an_article_without_an_address_has_no_other_versions() -> None:
    assert make_article("Talks failed.").work is None


def test_a_changed_copy_has_an_id_of_its_own() -> None:
    assert ARTICLE.id == make_article(ARTICLE.text).id
    assert ARTICLE.model_copy(update={"text": "x"}).id == make_article("x").id


def test_kinds_do_not_collide() -> None:
    facts = ("a" * 32, [(0, 1)])
    assert len({hash_of(kind, *facts) for kind in ("article", "attribution", "statement", "claim")}) == 4


def test_a_decision_is_about_a_version_and_has_the_id_it_was_given() -> None:
    decision = Decision(
        id="1", about=CLAIM.id, version=CLAIM.digest, judgement="confirm", why="Seen.", by="desk", at=NOON
    )
    again = changed(decision, id="2")
    assert (decision.id, again.digest == decision.digest) == ("1", False)


def test_ids_and_digests_are_the_same_in_every_process() -> None:
    article = make_article("Talks failed.", outlet="TASS", salt=None)
    claim = make_claim(article, make_statement(article, "Talks failed"))
    assert (article.id, claim.id, Span.of("abc", 0, 1).digest) == (
        "5f031e4d1641b53b821a77cdab1fc380",
        "2d4758992b788d163f8d5737245789ca",
        "a53160ac81a584f782cee67af8e4d6a8",
    )
