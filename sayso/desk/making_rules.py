"""Scenarios for the newsroom's specs, made of what a person decided on a reading."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.desk.deciding import judged
from sayso.desk.rulings import SAYING, ruling
from sayso.desk.spec_articles import keep_article, stem_of
from sayso.desk.spec_features import Scenario, add_scenario
from sayso.errors import UsageError
from sayso.ledger import Snapshot
from sayso.present.safe import plain
from sayso.registry import Registry
from sayso.report import CLUSTER
from sayso.testing.article_reading import ArticleReading
from sayso.testing.written_step import met, written_step
from schemas import Decision, Dossier, Statement

_NAMED = 60


class MadeRule(NamedTuple):
    """A scenario: its feature, its name, its lines, whether it was added now, and whether it is known to fail."""

    feature: Path
    name: str
    lines: tuple[str, ...]
    added: bool
    known_wrong: bool


class _Ruled(NamedTuple):
    """A statement as a person says that it has to be read, and the decision."""

    statement: Statement
    decision: Decision


def make_rule(snapshot: Snapshot, item: str, folder: Path, registry: Registry) -> MadeRule:
    """Add a scenario to `folder` that says how a sentence, claim or statement has to be read, by a person's decision.

    The newest decision counts: a correction says how, a confirmation says that the reading is right. Raises
    `UsageError` where there is none, or no scenario can be made of it.
    """
    dossiers = _dossiers(snapshot, item)
    rulings = [
        (statement, ruling(snapshot, statement, [one.claim for one in dossiers if one.statement.id == statement.id]))
        for statement in _statements(dossiers)
    ]
    ruled = [_Ruled(_as_ruled(statement, by), by) for statement, by in rulings if by and by.judgement in SAYING]
    if not ruled:
        raise UsageError(_without_ruling(item, [by for _, by in rulings if by]))
    [(capture, article, extraction)] = snapshot.read_articles([dossiers[0].article.id], as_read=True)
    stem = stem_of(article, capture.file)
    reading = ArticleReading(article, extraction, article.title or Path(capture.file).name, registry)
    lines = [written_step(reading, one.statement) for one in ruled]
    known_wrong = not all(met(reading, line) for line in lines)
    scenario = Scenario(
        name=_named(ruled[0].statement),
        about=tuple(dict.fromkeys(_decided(one.decision) for one in ruled)),
        given=keep_article(article, stem, folder),
        lines=tuple(lines),
        known_wrong=known_wrong,
    )
    feature = folder / f"{stem}.feature"
    added = add_scenario(feature, plain(article.title or stem), scenario)
    return MadeRule(feature, scenario.name, tuple(lines), added, known_wrong)


def _dossiers(snapshot: Snapshot, item: str) -> list[Dossier]:
    things = [] if item.strip().lower().startswith(CLUSTER) else judged(snapshot, item, "confirm")
    if not things or any(thing.kind not in ("claim", "statement") for thing in things):
        found = things[0].kind if things else "claims of several articles"
        raise UsageError(f"expected the id of a sentence (s-...), a claim or a statement, found {found}: {item}")
    dossiers = {one.claim.id: one for thing in things for one in snapshot.about(thing.id, links=False)}
    return list(dossiers.values())


def _statements(dossiers: Sequence[Dossier]) -> list[Statement]:
    return list({one.statement.id: one.statement for one in dossiers}.values())


def _as_ruled(statement: Statement, decision: Decision) -> Statement:
    """The statement with the chain of a correction."""
    return statement.corrected(decision.chain) if decision.judgement == "correct" else statement


def _without_ruling(item: str, other: Sequence[Decision]) -> str:
    found = f"that {plain(other[0].by)} decided {other[0].judgement}" if other else "none"
    return (
        f"expected a decision that says how {item} has to be read, found {found}; "
        f"`sayso correct {item}` says how, `sayso decide {item} confirm` that it is right"
    )


def _named(statement: Statement) -> str:
    words = plain(statement.text).strip()
    if len(words) > _NAMED:
        words = f"{words[:_NAMED].rpartition(' ')[0]} ..."
    return f"“{words}”"


def _decided(decision: Decision) -> str:
    done = "Corrected" if decision.judgement == "correct" else "Confirmed"
    why = f": {plain(decision.why).strip()}" if decision.why.strip() else ""
    return f"{done} by {plain(decision.by)} on {decision.at:%Y-%m-%d}{why}"
