"""Correcting who is answerable for a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.desk.deciding import judged
from sayso.desk.deed import Deed, Thing
from sayso.desk.grounding_again import ground_again
from sayso.desk.marked_words import marked_spans
from sayso.desk.naming import Naming
from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.present.actions import Action
from sayso.present.chain import TERMINAL, chain, via
from sayso.present.expectation import Expectation, expectation
from sayso.registry import Registry
from sayso.registry.meaning import meant
from schemas import Decision, Dossier, Hop, Statement

CORRECT = Action("correct")
_AND = re.compile(",? and |, ")
_UNNAMED = re.compile(r"(?:an? )?unnamed:? (.+)", re.IGNORECASE)


class Corrected(NamedTuple):
    """The entry of a correction, the correction, and who said so before, in words."""

    entry: int
    decision: Decision
    before: str


def correct(
    ledger: Ledger,
    about: str,
    words: str,
    registry: Registry,
    *,
    by: str,
    why: str = "",
    account: str | None = None,
    marked: Sequence[tuple[int, int]] = (),
) -> Corrected:
    """Record that a statement has the chain in `words` ("Kremlin via TASS", "nobody"), whatever a machine reads.

    `about` is the id of the statement, of a claim, or of a sentence that is one statement. `UsageError` where it is
    none of these, where the article does not have the words, or where it reads so already. Links of its claims are told
    anew whether they lead back to one origin. `marked`: where in the article (characters, half-open) words of the chain
    stand that somebody marked; each has to name a source of it.
    """
    expected = _expected(words)
    with ledger.snapshot() as snapshot:
        dossier = _dossier(snapshot, about)
        read = {one.statement.id: one.statement for one in snapshot.about(dossier.article.id, links=False)}
    hops = [hop for statement in read.values() for hop in (*statement.mentioned, *statement.read_as)]
    statement = dossier.statement
    naming = Naming(dossier.article, statement, hops[::-1], registry, marked_spans(dossier.article, marked))
    given = _chain(expected, naming, statement, registry)
    naming.expect_used(given)
    if statement.corrected(given).sourcing == statement.sourcing and _same(given, statement.chain):
        raise UsageError(
            f"expected another chain, found that it reads {chain(statement, TERMINAL)} already; confirm it"
        )
    decision = Deed(CORRECT, by, why, account=account).on(
        Thing("statement", statement.id, statement.digest), chain=given
    )
    entry = ledger.decide(decision).numbers[0]
    ground_again(ledger, entry - 1, registry)
    return Corrected(entry, decision, chain(statement, TERMINAL))


def _expected(words: str) -> Expectation:
    expected = expectation(words)
    if expected is None or expected.kind not in ("chain", "none given") or expected.denied or expected.quoted:
        raise UsageError(
            f'expected who is answerable, such as "Kremlin via TASS", "unnamed: a senior official via Reuters" or '
            f'"nobody", found {words!r}'
        )
    return expected


def _dossier(snapshot: Snapshot, about: str) -> Dossier:
    """A dossier of the one statement that is meant."""
    found: dict[str, Dossier] = {}
    for thing in judged(snapshot, about, "correct"):
        if thing.kind not in ("claim", "statement"):
            raise UsageError(f"expected a sentence, a claim or a statement to correct, found a {thing.kind}")
        for dossier in snapshot.about(thing.id, links=False):
            found.setdefault(dossier.statement.id, dossier)
    if not found:
        raise UsageError(f"expected words that the reading that counts still has, found none for {about}")
    if len(found) > 1:
        listed = "; ".join(f"{one.claim.id[:12]} “{one.claim.proposition}”" for one in found.values())
        raise UsageError(f"expected one statement, found {len(found)}: give a claim of the one you mean: {listed}")
    return next(iter(found.values()))


def _chain(expected: Expectation, naming: Naming, statement: Statement, registry: Registry) -> tuple[Hop, ...]:
    publisher = statement.chain[-1]
    if expected.kind != "chain":
        return (publisher,)
    relays = [_relay(naming, name) for name in expected.relays]
    if own := next((hop for hop in relays if publisher.name and meant(publisher.name, hop, registry)), None):
        raise UsageError(f"expected those before the publisher, found {own.called}, which prints it; leave it out")
    hops = [_origin(naming, expected), *(hop.model_copy(update={"role": "relay"}) for hop in relays)]
    called = [hop.registry or hop.called for hop in hops if not hop.anonymous]
    if len({*called}) < len(called):
        raise UsageError(f"expected each source once, found {via(filter(None, called))}")
    return (*hops, publisher)


def _origin(naming: Naming, expected: Expectation) -> Hop:
    if expected.unnamed is not None:
        return naming.unnamed(expected.unnamed)
    names = expected.names
    if len(names) == 1 and not naming.knows(names[0]) and len(parts := _AND.split(names[0])) > 1:
        try:
            return naming.joint(parts)
        except UsageError:
            return naming.named(names[0])
    return naming.joint(names) if len(names) > 1 else naming.named(names[0])


def _relay(naming: Naming, name: str) -> Hop:
    match = _UNNAMED.fullmatch(name)
    return naming.unnamed("" if match[1] == "source" else match[1]) if match else naming.named(name)


def _same(given: tuple[Hop, ...], chain: tuple[Hop, ...]) -> bool:
    """Whether both name the same in the same order."""
    return [(hop.role, hop.registry or hop.called, hop.anonymous) for hop in given] == [
        (hop.role, hop.registry or hop.called, hop.anonymous) for hop in chain
    ]
