"""A ledger of the version before opens, reads as before, and can be appended to."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from before_world import CLAIMS, CONFIRMED, DECISIONS, REJECTED, ROOT, SIZE, unpack
from ledger_world import make_decision, make_item, make_link, make_linking

from sayso.ledger import Ledger
from sayso.ledger.log.merkle import MerkleTree


@pytest.fixture
def before(tmp_path: Path) -> str:
    return unpack(tmp_path / "home")


def root(ledger: Ledger, size: int) -> str:
    """The root over the first `size` entries."""
    with ledger.snapshot() as now:
        leaves = [bytes.fromhex(one.leaf) for one in now.entries()][:size]
    return MerkleTree().extend(leaves).root.hex()


def test_it_is_migrated_and_keeps_its_entries(before: str) -> None:
    with Ledger.open(before) as ledger:
        verified = ledger.verify()
        assert (verified.entries, verified.root, verified.findings) == (SIZE, ROOT, ())
    with Ledger.open(before, write=False) as ledger:
        assert ledger.verify().ok


def test_its_content_reads_as_before(before: str) -> None:
    with Ledger.open(before) as ledger:
        with ledger.snapshot() as now:
            dossiers = list(now.dossiers())
        assert Counter(Path(one.capture.file).name for one in dossiers) == CLAIMS
        with ledger.snapshot() as now:
            assert [one.problem for one in now.problems()] == [
                "expected an article, found no text in it; save it again, or take the file away"
            ]
        links = {link.id for one in dossiers for link in one.links}
        assert (len(links), CONFIRMED in links, REJECTED in links) == (17, True, False)
        with ledger.snapshot() as now:
            assert len(now.derivations_of([article.id for _, article in now.articles()])) == 1
            decided = {thing: now.decisions(thing) for thing in DECISIONS}
        assert {thing: (one.judgement, one.by, one.why) for thing, (one,) in decided.items()} == DECISIONS
        assert len({one.id for dossier in dossiers for one in dossier.decisions}) == len(DECISIONS)


def test_it_can_be_appended_to(before: str) -> None:
    with Ledger.open(before, actor="desk") as ledger:
        assert ledger.append(*make_item()).numbers == (SIZE + 1, SIZE + 2)
        with ledger.snapshot() as now:
            known, new = (next(now.claims_in([number])).id for number in (3, SIZE + 2))
        ledger.append_linking(make_linking([make_link(new, known)]))
        ledger.decide(make_decision(new, "confirm"))
        assert root(ledger, SIZE) == ROOT
        assert (ledger.verify().entries, ledger.verify().findings) == (SIZE + 4, ())
        ledger.rebuild()
        assert ledger.verify().findings == ()
        with ledger.snapshot() as now:
            assert [one.judgement for one in now.dossier(new).decisions] == ["confirm"]


def test_what_was_decided_then_can_be_taken_back(before: str) -> None:
    with Ledger.open(before) as ledger:
        with ledger.snapshot() as now:
            (rejected,) = now.decisions(REJECTED)
            assert [entry for entry, _ in now.decisions_by("Ola Berg")] != []
        ledger.decide(make_decision(REJECTED, "undo", 1, undoes=rejected.id))
        with ledger.snapshot() as now:
            assert REJECTED in {link.id for one in now.dossiers() for link in one.links}
        assert ledger.verify().findings == ()
