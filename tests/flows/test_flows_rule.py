"""`sayso rule`: from a decision to a scenario that `sayso spec` runs on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factories import make_article, make_capture, make_hop
from linking_world import read

from flows.cli.main import exit_code
from sayso.ledger import Ledger
from sayso.settings import settings
from schemas import Decision, Dossier

TEXT = """The pier is closed, an official told The New York Times, according to Reuters.

The “old” ferry sank at noon. Bo Ek denied that the crane leans.
"""
ARTICLE = make_article(TEXT, title="Pier & ferry", outlet="Valley Courier", published="2024-05-01T08:00:00+00:00")
PIER = 'an unnamed "official" via "The New York Times" via "Reuters"'

Run = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = exit_code([*arguments])
        told, problems = capfdbinary.readouterr()
        return code, told.decode(), problems.decode()

    return run


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(settings().database_url) as opened:
        opened.append(make_capture(ARTICLE, "pier.html"), ARTICLE, read(ARTICLE))
        yield opened


def claim(ledger: Ledger, words: str) -> Dossier:
    with ledger.snapshot() as now:
        [found] = now.find(words)
        return found


def decide(ledger: Ledger, about: str, judgement: str, version: str = "", **more: object) -> None:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    known = {"id": f"{judgement} {about}", "about": about, "version": version, "judgement": judgement, "at": at}
    ledger.decide(Decision.model_validate({**known, "why": "we hold\n@the letter", "by": "Ana Lind", **more}))


def test_what_was_confirmed_has_to_be_read_so_by_every_later_engine(ledger: Ledger, run: Run) -> None:
    found = claim(ledger, "pier is closed")
    decide(ledger, found.claim.id, "confirm", found.claim.digest)
    code, told, problems = run("rule", f"s-{found.claim.id[:12]}")
    feature = settings().specs.folder / "pier-ferry.feature"
    assert (code, told) == (0, f'"The pier is closed" is attributed to {PIER}\n')
    assert problems == f"added to {feature}: Scenario: “The pier is closed”\n"
    assert feature.read_text("utf-8") == (
        "Feature: Pier & ferry\n\n"
        "  Scenario: “The pier is closed”\n"
        "    Confirmed by Ana Lind on 2026-01-02: we hold @the letter\n"
        '    Given the article "pier-ferry.jsonl"\n'
        f'    Then "The pier is closed" is attributed to {PIER}\n'
    )
    assert run("spec", str(settings().specs.folder)) == (0, "1 of 1 scenarios are right\n", "")
    assert run("rule", found.statement.id)[2] == f"already in {feature}: Scenario: “The pier is closed”\n"


def test_what_was_corrected_is_known_to_be_wrong_until_it_is_read_so(ledger: Ledger, run: Run, tmp_path: Path) -> None:
    found = claim(ledger, "“old” ferry")
    chain = [make_hop(ARTICLE, "Bo Ek"), found.statement.chain[-1]]
    decide(ledger, found.statement.id, "confirm", found.statement.digest)
    decide(ledger, found.statement.id, "correct", chain=[hop.model_dump() for hop in chain])
    code, told, problems = run("rule", found.claim.id, "--into", str(tmp_path / "specs"))
    assert (code, told) == (0, '"The old ferry sank at noon" is attributed to "Bo Ek"\n')
    assert problems.splitlines()[1:] == ["it is not read so yet: `sayso spec` lists it apart until it is"]
    assert run("spec", str(tmp_path / "specs")) == (
        0,
        "pier-ferry.feature:7  “The “old” ferry sank at noon.”\n"
        "  known wrong: Corrected by Ana Lind on 2026-01-02: we hold @the letter\n"
        '  Then "The old ferry sank at noon" is attributed to "Bo Ek"\n'
        '  expected  “The old ferry sank at noon” to stand on "Bo Ek"\n'
        "  found     no source given\n"
        "  in pier-ferry.jsonl, paragraph 2, line 3, characters 80 to 108\n"
        "\n"
        "0 of 1 scenarios are right, 1 known to be wrong\n",
        "",
    )


def test_several_of_one_article_stand_in_one_feature(ledger: Ledger, run: Run) -> None:
    for words in ("pier is closed", "“old” ferry", "crane leans"):
        found = claim(ledger, words)
        decide(ledger, found.claim.id, "confirm", found.claim.digest)
        assert run("rule", found.claim.id)[0] == 0
    folder = settings().specs.folder
    assert sorted(path.name for path in folder.rglob("*.*")) == ["pier-ferry.feature", "pier-ferry.jsonl"]
    assert run("spec", str(folder)) == (0, "3 of 3 scenarios are right\n", "")


REFUSED = {
    "nothing decided": ([], "found none; `sayso correct "),
    "a misreading": (["misread"], "found that Ana Lind decided misread; `sayso correct "),
    "a confirmation that was taken back": (["confirm", "reopen"], "found that Ana Lind decided reopen; "),
    "only that it is settled": (["accept"], "found none; "),
}


@pytest.mark.parametrize(("judgements", "sentence"), REFUSED.values(), ids=REFUSED)
def test_without_a_decision_on_how_it_is_read_there_is_no_rule(
    ledger: Ledger, run: Run, judgements: list[str], sentence: str
) -> None:
    found = claim(ledger, "pier is closed")
    for judgement in judgements:
        decide(ledger, found.claim.id, judgement, found.claim.digest)
    code, told, problems = run("rule", found.claim.id)
    assert (code, told, len(problems.splitlines())) == (2, "", 1)
    assert sentence in problems
    assert not settings().specs.folder.exists()


def test_what_is_no_reading_makes_no_rule(ledger: Ledger, run: Run) -> None:
    found = claim(ledger, "pier is closed")
    engine = found.engine.id
    assert run("rule", f"c-{found.claim.id}")[2] == (
        "sayso: expected the id of a sentence (s-...), a claim or a statement, "
        f"found claims of several articles: c-{found.claim.id}\n"
    )
    assert run("rule", engine)[0] == 2


def test_a_scenario_that_says_otherwise_is_left_alone(ledger: Ledger, run: Run) -> None:
    found = claim(ledger, "pier is closed")
    decide(ledger, found.claim.id, "confirm", found.claim.digest)
    run("rule", found.claim.id)
    feature = settings().specs.folder / "pier-ferry.feature"
    changed = feature.read_text("utf-8").replace('via "Reuters"', "")
    feature.write_text(changed, "utf-8")
    code, _, problems = run("rule", found.claim.id)
    assert (code, feature.read_text("utf-8")) == (2, changed)
    assert problems == (
        f"sayso: expected no other scenario “The pier is closed” in '{feature}', found one in line 3 that says "
        "otherwise; take it out, or change it by hand\n"
    )
