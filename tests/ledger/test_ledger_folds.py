"""For links and decisions in any order, dossiers as of an entry are a fold of the entries up to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from ledger_world import make_decision, make_link, make_linking, tell_thrice

from sayso.ledger import Ledger
from schemas import Decision, Dossier, Link

PLACES = st.integers(0, 5)
PAIRS = st.tuples(PLACES, PLACES).filter(lambda pair: pair[0] != pair[1])
RELATIONS = st.sampled_from(["repeats", "conflicts"])
ORIGINS = st.sampled_from([None, True, False])
BATCHES = st.lists(st.tuples(PAIRS, RELATIONS, ORIGINS), min_size=1, max_size=4)
JUDGEMENTS = st.tuples(PAIRS, st.sampled_from(["confirm", "reject", "reopen"]))
STEPS = st.lists(st.one_of(BATCHES, JUDGEMENTS), min_size=1, max_size=6)


@dataclass
class Model:
    """The expected state as of each entry: the newest link of each pair, and the decisions."""

    links: dict[str, Link] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    history: list[tuple[set[Link], list[Decision]]] = field(default_factory=list)

    def linked(self, batch: list[Link]) -> bool:
        """Whether any of these is new."""
        kept = dict(self.links)
        for link in {one.id: one for one in batch}.values():
            old = self.links.get(link.id)
            if old is None or (old.relation, old.one_origin) != (link.relation, link.one_origin):
                kept[link.id] = link
        changed, self.links = kept != self.links, kept
        return changed

    def note(self) -> None:
        """An entry was added."""
        newest = {one.about: one.judgement for one in self.decisions}
        standing = {link for link in self.links.values() if newest.get(link.id) != "reject"}
        self.history.append((standing, list(self.decisions)))


def step(ledger: Ledger, model: Model, claims: list[str], what: Any, number: int) -> None:
    if isinstance(what, list):
        batch = [make_link(claims[a], claims[b], relation=rel, one_origin=one) for (a, b), rel, one in what]
        changed = model.linked(batch)
        assert ledger.append_linking(make_linking(batch)).new == changed
        assert ledger.append_linking(make_linking({one.id: one for one in batch}.values())).new == 0
        if changed:
            model.note()
        return
    (a, b), judgement = what
    link = make_link(claims[a], claims[b])
    if link.id in model.links:
        model.decisions.append(make_decision(link.id, judgement, number))
        assert ledger.decide(model.decisions[-1]).new == 1
        model.note()


@examples(12)
@given(steps=STEPS)
def test_as_of_every_entry_dossiers_are_the_fold_of_the_entries_before(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Any]
) -> None:
    model = Model()
    with Ledger.open(f"sqlite:///{tmp_path_factory.mktemp('folds') / 'ledger.db'}") as ledger:
        claims, _ = tell_thrice(ledger)
        for number, what in enumerate(steps):
            step(ledger, model, claims, what, number)
        for number, (standing, decisions) in enumerate(model.history, start=7):
            with ledger.snapshot(as_of=number) as now:
                assert set(now.links_of(claims)) == standing
                dossiers = list(now.dossiers())
            assert {link for one in dossiers for link in one.links} == standing
            assert {one.id for dossier in dossiers for one in dossier.decisions} == {one.id for one in decisions}
            assert all(ends_meet(one) for one in dossiers)
        with ledger.snapshot() as now:
            before = list(now.dossiers())
        ledger.rebuild()
        with ledger.snapshot() as now:
            assert list(now.dossiers()) == before
        assert ledger.verify().findings == ()


def ends_meet(dossier: Dossier) -> bool:
    """The others are the claims at the links' other ends, in the same order."""
    claim = dossier.claim.id
    return [({link.a, link.b} - {claim}).pop() for link in dossier.links] == [one.id for one in dossier.others]
