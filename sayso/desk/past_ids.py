"""Claims, statements and articles by the beginning of an id, also of readings that no longer count."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sayso.desk.id_lookup import FEW, of_its_sentence
from sayso.errors import UsageError
from sayso.ledger import Snapshot
from sayso.report import CLUSTER, SENTENCE

Kind = Literal["claim", "statement", "sentence", "article"]


class PastThing(NamedTuple):
    """What an id stands for: its kind, itself, and the claims that are meant (none of an article)."""

    kind: Kind
    id: str
    claims: tuple[str, ...] = ()


def past_thing(snapshot: Snapshot, given: str) -> PastThing:
    """The claim, statement, sentence ("s-...") or article whose id begins so; an article also by its address.

    `UsageError` for none and for several.
    """
    if pages := snapshot.versions_of([given.strip()]):
        return PastThing("article", pages[-1])
    said = given.strip().lower()
    beginning = said.removeprefix(SENTENCE).removeprefix(CLUSTER)
    things = [one for one in snapshot.things(beginning, FEW) if one[0] in ("claim", "statement")]
    found = [*things, *(("article", one) for one in snapshot.past.articles(beginning, FEW))]
    if len(found) != 1:
        several = ", ".join(f"{kind} {thing[: len(beginning) + FEW]}" for kind, thing in found[:FEW]) or "none"
        more = "; give more of the id" if found else "; `sayso find` prints ids"
        wanted = f"a claim, a statement or an article whose id begins with {beginning[:80]!r}"
        raise UsageError(f"expected {wanted}, found {several}{more}")
    kind, id_ = found[0]
    if kind == "article":
        return PastThing("article", id_)
    if kind == "statement":
        return PastThing("statement", id_, _claims_of(snapshot, id_))
    if said.startswith(SENTENCE):
        return PastThing("sentence", id_, tuple(one.claim.id for one in of_its_sentence(snapshot, id_)))
    return PastThing("claim", id_, (id_,))


def _claims_of(snapshot: Snapshot, statement: str) -> tuple[str, ...]:
    readings = snapshot.past.readings(snapshot.past.articles_of([statement]))
    made = (claim.id for one in readings for claim in one.extraction.claims if claim.statement == statement)
    return tuple(dict.fromkeys(made))
