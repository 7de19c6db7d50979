"""How well relations are found on pairs that people have judged, as pinned numbers: raised, never lowered."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from functools import cache
from pathlib import Path

from installed import engine, extract

from sayso.desk.comparing import ComparedSentence, claims_of, strongest
from sayso.ingest import ingest
from sayso.link.compare import compare
from schemas import Publication, PublishedClaim

PRECISION, RECALL = 0.86, 0.32
"""Of `conflicts` and `denies` against RTE-3's contradictions."""

SAME_PRECISION = 0.75
"""Of `repeats`, `corroborates` and `qualifies` against RTE-3's entailments."""


def test_contradictions_of_rte3(corpora: Path) -> None:
    @cache
    def read(text: str, side: str) -> list[PublishedClaim]:
        return claims_of(ComparedSentence(text, None, None), side, engine)

    found: Counter[tuple[str, str | None]] = Counter()
    for line in (corpora / "links" / "rte3-dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        a, b = (read(row[side], side) for side in "ab")  # a sentence stands in several pairs
        found[row["relation"], strongest(a, b, engine.registry).relation] += 1
    conflicts = {
        gold: found[gold, "conflicts"] + found[gold, "denies"] for gold in ("contradicts", "entails", "neutral")
    }
    assert conflicts["contradicts"] / sum(conflicts.values()) >= PRECISION, found
    assert conflicts["contradicts"] / sum(n for (gold, _), n in found.items() if gold == "contradicts") >= RECALL, found
    same: Counter[str] = Counter()
    for (gold, relation), number in found.items():
        same[gold] += number * (relation in {"repeats", "corroborates", "qualifies"})
    assert same["entails"] / same.total() >= SAME_PRECISION, found


def claims(corpora: Path) -> list[PublishedClaim]:
    """Every claim of the five articles about two governments."""
    found = []
    for path in sorted((corpora / "articles").glob("*.txt")):
        ((capture, article),) = ingest(path)
        assert article is not None, capture.problem
        extraction = extract(article)
        statements = {one.id: one for one in extraction.statements}
        found += [
            PublishedClaim(claim=one, statement=statements[one.statement], publication=Publication.of(article))
            for one in extraction.claims
        ]
    return found


def test_articles_about_two_governments(corpora: Path) -> None:
    relations = {
        (a.claim.proposition, b.claim.proposition): compare(a, b, engine.registry)
        for a, b in itertools.combinations(claims(corpora), 2)
    }

    def between(one: str, other: str) -> set[str | None]:
        """The relations between claims with these words."""
        return {c.relation for (a, b), c in relations.items() if (one in a and other in b) or (one in b and other in a)}

    assert [pair for pair, c in relations.items() if c.relation in {"conflicts", "denies"}] == []
    assert between("They mark 30 years", "the thirtieth anniversary") == {"corroborates"}
    assert between("The strengthening of Russian-Israeli cooperation", "the line of strengthening") == {"repeats"}
    assert between("the coordination with Russia regarding Syria", "no longer exists") == {"updates"}
    updates = [c for c in relations.values() if c.relation == "updates"]
    assert {(c.earlier, c.explanation.endswith("order unknown.")) for c in updates} == {(None, True)}
