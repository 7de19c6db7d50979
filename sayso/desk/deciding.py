"""Decisions of people, on what a report or a claim prints the id of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import uuid4

from sayso.desk.id_lookup import one_claim, one_thing
from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.report import CLUSTER, SENTENCE, sentence_of
from schemas import Decision, Judgement, Link

TAKING_BACK: tuple[Judgement, ...] = ("reject", "reopen")
"""What takes back that an engine was adopted; to adopt one takes more than a decision: reading, and linking."""


class Thing(NamedTuple):
    """What is judged: what it is called, its id, and the digest of what it says now."""

    kind: str
    id: str
    version: str


def decide(ledger: Ledger, about: str, judgement: Judgement, *, why: str, by: str) -> list[tuple[int, Thing]]:
    """Record what a person judged of what has this id, and why; each thing that it is recorded of, with its entry.

    See `judged` for what an id stands for. `UsageError` where it cannot be judged so, `LedgerError` for no such id.
    """
    with ledger.snapshot() as snapshot:
        things = judged(snapshot, about, judgement)
    decisions = (decision(thing.id, thing.version, judgement, why, by) for thing in things)
    return list(zip(ledger.decide(*decisions).numbers, things, strict=True))


def decision(about: str, version: str, judgement: Judgement, why: str, by: str) -> Decision:
    """A new decision, made now."""
    return Decision(
        id=uuid4().hex, about=about, version=version, judgement=judgement, why=why, by=by, at=datetime.now(UTC)
    )


def judged(snapshot: Snapshot, about: str, judgement: Judgement) -> list[Thing]:
    """The things that `about` stands for: itself; the claims of a sentence; the claims or links of a cluster.

    `about` is an id or enough of its beginning. Of a sentence ("s-...") all claims are meant that stand in it. Of a
    cluster ("c-...") what is confirmed or rejected are the links that say that its claims are the same; what is
    accepted are the claims.
    """
    meant = about.strip().lower()
    if meant.startswith(SENTENCE):
        return _sentence(snapshot, one_claim(snapshot, meant.removeprefix(SENTENCE)))
    if meant.startswith(CLUSTER):
        return _cluster(snapshot, one_claim(snapshot, meant.removeprefix(CLUSTER)), judgement)
    kind, thing = one_thing(snapshot, meant)
    if kind == "engine" and judgement not in TAKING_BACK:
        raise UsageError(
            f"expected {' or '.join(TAKING_BACK)} for an engine, found {judgement}; "
            "`sayso retrace --adopt` adopts the one that is installed"
        )
    return [Thing(kind, thing, _version(snapshot, kind, thing))]


def _version(snapshot: Snapshot, kind: str, thing: str) -> str:
    """That of the reading that reports use, which need not be the newest."""
    if kind in ("claim", "statement"):
        for one in snapshot.about(thing):
            return one.claim.digest if kind == "claim" else one.statement.digest
    return snapshot.version(thing)


def _sentence(snapshot: Snapshot, claim: str) -> list[Thing]:
    one = snapshot.dossier(claim)
    return [
        Thing("claim", each.claim.id, each.claim.digest)
        for each in snapshot.about(one.article.id)
        if sentence_of(each) == sentence_of(one)
    ]


def _cluster(snapshot: Snapshot, claim: str, judgement: Judgement) -> list[Thing]:
    from sayso.desk.linking import cluster_of  # it loads what links, which no other id needs

    claims = cluster_of(snapshot, claim)
    links = [Thing("link", one.id, one.digest) for one in _within(snapshot, claims)]
    tellings = [Thing("claim", one.id, one.claim.digest) for one in snapshot.published_claims(claims)]
    match judgement:
        case "accept":
            return tellings
        case "reopen":
            done = snapshot.judged()
            return [one for one in (*tellings, *links) if one.id in done] or tellings
    if not links:
        raise UsageError(f"expected linked claims, found a single one; {judgement} the claim {claim}")
    return links


def _within(snapshot: Snapshot, claims: Sequence[str]) -> list[Link]:
    return [one for one in snapshot.links_of(claims) if one.a in claims and one.b in claims]
