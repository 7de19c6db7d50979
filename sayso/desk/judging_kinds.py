"""Which judgements each kind of thing takes."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.errors import UsageError
from sayso.ledger import Snapshot
from sayso.present.item_state import without_undone
from schemas import RULINGS, Judgement

READ = ("claim", "statement")
"""The kinds of things that an engine reads in an article."""

PAIR = "pair"
"""The kind of two articles on which somebody decided whether they tell one story."""

ONLY: Mapping[str, tuple[Judgement, ...]] = {
    "engine": ("reject", "reopen"),
    PAIR: ("confirm", "reject", "reopen"),
    "derivation": (*RULINGS, "assign", "note"),
}
"""The judgements of kinds that do not take all. An engine is adopted by more than a decision: reading and linking."""

_CALLED = {"engine": "an engine", PAIR: "two articles", "derivation": "two articles that share text"}
_OTHERWISE = {"engine": "; `sayso retrace --adopt` adopts the one that is installed"}
_ADOPTING: tuple[Judgement, ...] = ("accept", "confirm")


def expect_judged(snapshot: Snapshot, kind: str, thing: str, judgement: Judgement) -> None:
    """`UsageError` for a judgement that a thing of this kind does not take, or that would change nothing."""
    if judgement == "undo":
        return
    if judgement == "misread" and kind not in READ:
        called = _CALLED.get(kind, f"a {kind}")
        raise UsageError(f"expected a sentence, a claim or a statement that is misread, found {called}; reject it")
    if kind in ONLY and judgement not in ONLY[kind]:
        those = f"{', '.join(ONLY[kind][:-1])} or {ONLY[kind][-1]}"
        raise UsageError(f"expected {those} for {_CALLED[kind]}, found {judgement}{_OTHERWISE.get(kind, '')}")
    if kind == "engine":
        _expect_adopted(snapshot, thing)


def _expect_adopted(snapshot: Snapshot, engine: str) -> None:
    """`UsageError` for an engine that nobody adopted, of which there is nothing to take back."""
    made = [one for one in without_undone(snapshot.decisions(engine)) if one.judgement in RULINGS]
    if not made or made[-1].judgement not in _ADOPTING:
        raise UsageError(
            f"expected an engine that somebody adopted (`sayso retrace --adopt`), found {engine[:12]}, which is not: "
            "nothing is to be taken back; `sayso worklist` and `sayso find` print the ids of what it read"
        )
