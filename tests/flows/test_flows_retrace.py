"""`sayso retrace`: what the installed engine reads differently from another, and its adoption."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from before_world import ROOT, SIZE, unpack
from factories import make_article, make_capture, make_extraction, make_hop, make_statement
from flows_world import Sayso, Shared
from fragile import fragile
from installed import engine
from warm import WarmPool

from flows.cli.commands import retrace
from flows.cli.main import exit_code
from sayso.ledger import Ledger
from sayso.ledger.log.merkle import MerkleTree
from sayso.settings import settings
from schemas import Decision, EngineVersion

OTHER = EngineVersion(sayso="0.0.9", model="m" * 12, registry="r" * 12)

pytestmark = pytest.mark.usefixtures("home", "retracing_warm")


@pytest.fixture
def retracing_warm(warm_pool: WarmPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """`sayso retrace` starts no process of its own."""
    monkeypatch.setattr(retrace, "WorkerPool", warm_pool)


@pytest.fixture
def read_before() -> str:
    """A ledger of two articles as another engine read them, the first without a source."""
    first = make_article("The bridge will be closed in May, the ministry said.\n", outlet="The \x1b[31mGlobe")
    second = make_article("BROKEN as it is, the bridge stays shut, the council said.\n")
    with Ledger.open(settings().database_url) as ledger:
        own = make_statement(first, "The bridge will be closed in May")
        ledger.append(make_capture(first, "a\x1b[31m.txt"), first, make_extraction(first, [own], engine=OTHER))
        said = make_statement(second, "the bridge stays shut", chain=[make_hop(second, "the council")])
        ledger.append(make_capture(second, "b.txt"), second, make_extraction(second, [said], engine=OTHER))
        with ledger.snapshot() as now:
            claim = next(one for _, one in now.claims())
        ledger.decide(
            Decision.model_validate(
                {"id": "1", "about": claim.id, "version": claim.claim.digest, "judgement": "confirm"}
                | {"why": "Seen.", "by": "Ana Lind", "at": "2026-01-01T00:00:00Z"}
            )
        )
    return settings().database_url


def kinds() -> list[str]:
    with Ledger.open(settings().database_url, write=False) as ledger:
        assert ledger.verify().ok
        with ledger.snapshot() as now:
            return [one.kind for one in now.entries()]


def sources() -> list[str]:
    with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
        return [one.statement.sourcing for one in now.dossiers()]


def test_it_prints_what_changes_and_adopts_nothing(
    read_before: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrace, "extracted", fragile)
    assert exit_code(["retrace", "--workers", "1"]) == 3
    told, problems = capsys.readouterr()
    assert told.splitlines()[:6] == [
        "1 article first read by another engine, 1 of them differently",
        "",
        "     1  none-given → sourced",
        "        a\\x1b[31m.txt: The bridge will be closed in May",
        "          was the article itself",
        "          is  the ministry",
    ]
    assert "sayso: b.txt: it broke" in problems.splitlines()
    assert kinds() == ["capture", "extraction"] * 2 + ["decision", "extraction"]
    assert sources() == ["none-given", "sourced"]
    assert exit_code(["retrace", "--workers", "1"]) == 3
    assert kinds() == ["capture", "extraction"] * 2 + ["decision", "extraction"]


def test_a_reason_is_asked_for(read_before: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["retrace", "--adopt"]) == 2
    assert capsys.readouterr().err == ("sayso: expected a reason for --adopt, found none; give --why TEXT\n")
    assert kinds()[-1] == "decision"


@pytest.mark.usefixtures("prefect_api")
def test_what_was_adopted_is_taken_back(
    read_before: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    prefect_server: Shared,
) -> None:
    os.environ.update(prefect_server.environment)
    monkeypatch.setattr(retrace, "extracted", fragile)
    before = sources()
    assert exit_code(["retrace", "--adopt", "--why", "better", "--workers", "1"]) == 3  # one article is broken
    assert sources() != before
    [shown] = re.findall(r"`sayso decide ([0-9a-f]{12}) reject` takes that back", capsys.readouterr().err)
    assert exit_code(["decide", shown, "reject", "--why", "worse"]) == 0
    assert f"reject by tester: engine {engine.id}" in capsys.readouterr().err
    assert sources() == before


def test_an_engine_is_adopted_by_retracing_alone(read_before: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["decide", OTHER.id[:12], "accept", "--why", "better"]) == 2
    assert capsys.readouterr().err == (
        "sayso: expected reject or reopen for an engine, found accept; "
        "`sayso retrace --adopt` adopts the one that is installed\n"
    )


def test_a_ledger_of_the_version_before_is_retraced_and_adopted(home: Path, here: Sayso) -> None:
    unpack(home)
    done = here("retrace", "--adopt", "--why", "newer", "--by", "Ana Lind", "--workers", "2")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("4 articles first read by another engine, ")
    assert f"recorded as entry {SIZE + 5}: from now on, 4 articles count as this engine reads" in done.stderr
    with Ledger.open(settings().database_url, write=False) as ledger:
        with ledger.snapshot() as now:
            leaves = [bytes.fromhex(one.leaf) for one in now.entries()]
        assert MerkleTree().extend(leaves[:SIZE]).root.hex() == ROOT
        assert ledger.verify().findings == ()
        with ledger.snapshot() as now:
            assert {one.engine for one in now.dossiers()} == {engine.version}
        with ledger.snapshot(as_of=SIZE + 4) as now:
            assert len({one.engine for one in now.dossiers()}) == 1
        with ledger.snapshot() as now:
            (adoption,) = now.adoptions()
            assert now.show(adoption)["decision"]["by"] == "Ana Lind"
            assert any(one.links for one in now.dossiers())
    assert exit_code(["report", "--format", "json"]) == 0


SPECS = """
Feature: F
  Scenario: Lost
    Given the article "bridge.txt"
    Then "The bridge will be closed in May" has no source given

  Scenario: Gained
    Given the article "bridge.txt"
    Then "The bridge will be closed in May" is attributed to "the ministry"

  Scenario: Of no article in the ledger
    Given the text "The pier is shut, TASS said."
    Then "The pier is shut" has no source given

  Scenario: Rule
    Given every new article
    Then nothing is attributed to "ministry"
"""


@pytest.mark.usefixtures("prefect_api")
def test_the_newsrooms_specs_stand_before_and_after_and_what_they_lose_is_not_adopted(
    read_before: str, home: Path, capsys: pytest.CaptureFixture[str], prefect_server: Shared
) -> None:
    os.environ.update(prefect_server.environment)
    folder = home / "specs"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "bridge.txt").write_text("The bridge will be closed in May, the ministry said.\n", "utf-8")
    (folder / "a.feature").write_text(SPECS, "utf-8")
    (folder / "b.feature").write_text("Given", "utf-8")
    adopt = ["retrace", "--adopt", "--why", "better", "--workers", "1"]
    before = sources()
    assert exit_code(adopt) == 1
    told, problems = capsys.readouterr()
    assert told[told.index(f"\n{folder}") :] == (
        f"\n{folder}: before, 1 of 2 scenarios are right (the others name no article of the ledger); after, "
        "1 of 3 scenarios are right, 2 not\n"
        "\n"
        "right before, and not now: a.feature:5  Lost\n"
        '  Then "The bridge will be closed in May" has no source given\n'
        "  expected  “The bridge will be closed in May” to have no source given\n"
        '  found     "the ministry"\n'
        "  in bridge.txt, paragraph 1, line 1, characters 0 to 32\n"
        "\n"
        "right now, and not before: a.feature:7  Gained\n"
        "1 standing rule: before, 0 breaches; after, 1\n"
        "new:\n"
        'a\\x1b[31m.txt: Rule (a.feature:17): expected nothing attributed to "ministry", '
        'found “The bridge will be closed in May” ("the ministry", paragraph 1), in the article\n'
        "1 breach of standing rules, in 1 article\n"
    )
    assert f"sayso: {folder}: b.feature:1: expected " in problems
    assert problems.splitlines()[-1:] == [
        "sayso: not adopted: 1 scenario right before and wrong now; give the tag @corrected to each that you put up "
        "with, and adopt again",
    ]
    assert sources() == before

    (folder / "a.feature").write_text(SPECS.replace("  Scenario: Lost", "  @corrected\n  Scenario: Lost"), "utf-8")
    assert exit_code(adopt) == 0
    assert sources() != before
