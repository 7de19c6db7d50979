"""A ledger from before articles had salts: what it holds keeps its ids, what is new gets the new kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from before_world import DECIDED_WITHOUT_SALTS, HEAD_WITHOUT_SALTS, WITHOUT_SALTS, unpack
from factories import ENGINE
from ledger_world import make_decision, make_item

from sayso.ingest import ingest
from sayso.ledger import Ledger, Snapshot

CLAIM, STATEMENT, CONFIRMED, REJECTED = DECIDED_WITHOUT_SALTS


@pytest.fixture
def before(tmp_path: Path) -> str:
    return unpack(tmp_path / "home", WITHOUT_SALTS)


def ids(now: Snapshot) -> set[str]:
    """All that can be decided on."""
    return {id_ for one in now.dossiers() for id_ in (one.claim.id, one.statement.id, *(link.id for link in one.links))}


def test_it_verifies_and_its_entries_stay_as_they_were(before: str) -> None:
    with Ledger.open(before) as ledger:
        found = ledger.verify()
        assert ((found.entries, found.root), found.findings) == (HEAD_WITHOUT_SALTS, ())


def test_decisions_hold_what_they_held(before: str) -> None:
    with Ledger.open(before) as ledger, ledger.snapshot() as now:
        made = {thing: now.decisions(thing) for thing in DECIDED_WITHOUT_SALTS}
        assert {thing: one.judgement for thing, (one,) in made.items()} == DECIDED_WITHOUT_SALTS
        assert {thing: one.version for thing, (one,) in made.items()} == {thing: now.version(thing) for thing in made}
        assert (ids(now) >= {CLAIM, STATEMENT, CONFIRMED}, REJECTED in ids(now)) == (True, False)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["the same bytes", "other bytes"])
def test_what_is_captured_again_finds_the_id_it_has(before: str, tmp_path: Path, mark: bytes) -> None:
    with Ledger.open(before) as ledger:
        with ledger.snapshot() as now:
            held = now.dossier(CLAIM).article
        (tmp_path / "moved.txt").write_bytes(mark + held.text.encode())
        [(capture, article)] = ingest(tmp_path / "moved.txt")
        assert article is not None
        made = ledger.append(capture, article)
        assert (made.new, made.captured[0].article) == (1 if mark else 0, held)
        with ledger.snapshot() as now:
            assert now.known([article]) == {article.digest}
        assert ledger.verify().findings == ()


def test_it_goes_on_with_articles_of_the_new_kind_and_decisions_on_old_ids(before: str) -> None:
    with Ledger.open(before, actor="desk") as ledger:
        with ledger.snapshot() as now:
            old = ids(now)
        ledger.append(*make_item(salt=None))
        ledger.decide(make_decision(CLAIM, "reopen", 1), make_decision(REJECTED, "reopen", 2))
        with ledger.snapshot() as now:
            assert [article.salt is None for _, article in now.articles()] == [True, True, True, True, False]
            assert {one.judgement for one in now.decisions(CLAIM)} == {"accept", "reopen"}
            assert ids(now) > {*old, REJECTED}
        ledger.rebuild()
        assert ledger.verify().findings == ()


def test_another_engines_readings_have_the_same_ids(before: str) -> None:
    with Ledger.open(before) as ledger:
        with ledger.snapshot() as now:
            old, captured = ids(now), [now.captured(number) for number in now.unread_by(ENGINE.id)]
            read = [one.extraction.model_copy(update={"engine": ENGINE}) for one in now.read_articles()]
        for (capture, article), extraction in zip(captured, read, strict=True):
            assert ledger.append(capture, article, extraction).new == 1
        ledger.decide(make_decision(ENGINE.id, "accept"))
        with ledger.snapshot() as now:
            assert (ids(now), now.orphaned()) == (old, ())
            assert {one.engine for one in now.dossiers()} == {ENGINE}
        assert ledger.verify().findings == ()
