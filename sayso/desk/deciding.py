"""Decisions of people, on anything whose id a report or a claim prints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sayso.desk.deed import Deed, Thing
from sayso.desk.id_lookup import of_its_sentence, one_claim, one_thing
from sayso.desk.judging_kinds import expect_judged
from sayso.desk.what_is_said import expect_fitting, expect_said
from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.present.questions import ASKED, QUESTIONS, answers, only_question
from sayso.report import CLUSTER, SENTENCE
from schemas import Judgement, Link

Asked = Callable[[Snapshot, Iterable[str]], Collection[str]]
"""Gives the questions that the items of a list with these claims (ids) raise."""


def nothing_asked(snapshot: Snapshot, claims: Iterable[str]) -> Collection[str]:
    """No question: where no list is kept."""
    return ()


def decide(ledger: Ledger, about: str, deed: Deed, asked: Asked = nothing_asked) -> list[tuple[int, Thing]]:
    """Record what a person did about the thing with this id; returns what was judged, with entry numbers.

    See `judged` for what an id stands for. Raises `UsageError` where something is not said that has to be, or is said
    that has no place there, for a judgement that does not fit the thing or the questions that are `asked` about it, and
    for an unknown id.
    """
    expect_said(deed)
    with ledger.snapshot() as snapshot:
        things = judged(snapshot, about, deed.action.judgement)
        deed = _on_its_question(snapshot, deed, things, asked)
    now = datetime.now(UTC)
    return list(zip(ledger.decide(*(deed.on(thing, now) for thing in things)).numbers, things, strict=True))


def _on_its_question(snapshot: Snapshot, deed: Deed, things: Iterable[Thing], asked: Asked) -> Deed:
    """The deed; on the reply alone where its outcome speaks of that, so that it does not settle who says so."""
    outcome = deed.action.outcome
    if outcome is None:
        return deed
    if deed.point:
        expect_fitting(outcome, deed.point)
        return deed
    if any(not answers(outcome, one) for one in QUESTIONS):
        questions = asked(snapshot, [thing.id for thing in things])
        if questions and not any(answers(outcome, one) for one in questions):
            other = next(one for one in QUESTIONS if answers(outcome, one))
            expect_fitting(outcome, sorted(questions)[0], f"; with --point {other} it says {ASKED[other]}")
    return replace(deed, point="reply") if only_question(outcome) == "reply" else deed


def judged(snapshot: Snapshot, about: str, judgement: Judgement) -> list[Thing]:
    """The things that `about` stands for: itself; the claims of a sentence; the claims or links of a cluster.

    `about` is an id or enough of its beginning. A sentence ("s-...") stands for all its claims. A cluster ("c-...")
    stands for the links that join its claims when it is confirmed or rejected, else for its claims.
    """
    meant = about.strip().lower()
    if meant.startswith(SENTENCE):
        return _sentence(snapshot, one_claim(snapshot, meant.removeprefix(SENTENCE)))
    if meant.startswith(CLUSTER):
        return _cluster(snapshot, one_claim(snapshot, meant.removeprefix(CLUSTER)), judgement)
    kind, thing = one_thing(snapshot, meant)
    expect_judged(snapshot, kind, thing, judgement)
    return [Thing(kind, thing, _version(snapshot, kind, thing))]


def _version(snapshot: Snapshot, kind: str, thing: str) -> str:
    """The digest of the adopted reading, the one that reports show, which need not be the newest."""
    if kind in ("claim", "statement"):
        for dossier in snapshot.about(thing):
            return dossier.claim.digest if kind == "claim" else dossier.statement.digest
    return snapshot.version(thing)


def _sentence(snapshot: Snapshot, claim: str) -> list[Thing]:
    return [Thing("claim", one.claim.id, one.claim.digest) for one in of_its_sentence(snapshot, claim)]


def _cluster(snapshot: Snapshot, claim: str, judgement: Judgement) -> list[Thing]:
    from sayso.desk.linking import cluster_of  # imported here: only clusters need the linking code

    claims = cluster_of(snapshot, claim)
    links = [Thing("link", link.id, link.digest) for link in _within(snapshot, claims)]
    members = [Thing("claim", member.id, member.claim.digest) for member in snapshot.published_claims(claims)]
    if judgement == "reopen":
        already = {made.about for made in snapshot.decisions(*(thing.id for thing in (*members, *links)))}
        return [thing for thing in (*members, *links) if thing.id in already] or members
    if judgement == "undo":
        return [*members, *links]
    if judgement not in ("confirm", "reject"):
        return members
    if not links:
        raise UsageError(f"expected linked claims, found a single one; {judgement} the claim {claim}")
    return links


def _within(snapshot: Snapshot, claims: Sequence[str]) -> list[Link]:
    return [link for link in snapshot.links_of(claims) if link.a in claims and link.b in claims]
