"""`sayso history`: all that was recorded of a claim or an article, oldest first."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import history_world
import pytest
from history_world import FIRST, PAGE, SECOND, Clock

from flows.cli.main import exit_code
from sayso.ledger import Ledger

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("history") / "ledger.db"
    with Ledger.open(f"sqlite:///{file}", actor="desk", clock=Clock()) as ledger:
        history_world.tell(ledger)
    return file


@pytest.fixture
def run(ledger_file: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("SAYSO_DATABASE_URL", f"sqlite:///{ledger_file}")

    def called(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        return exit_code(["history", *arguments]), *capfd.readouterr()

    return called


ARRIVED = """\
entry 1      2022-08-09 13:00, recorded by desk
             the article came as Bridge.txt: Bridge | Globe | https://globe.example/bridge
"""
LINKED = """\
entry 5      2022-08-09 15:00, recorded by desk
             a machine linked “Forty people died” (link LINK): repeats “Forty people died” (Echo \\x1b[31m, 2022-08-09)
"""
DECIDED = """\
entry 6      2022-08-09 16:00, recorded by desk
             reading of “Forty people died” corrected by ana to “TASS”: =I asked \\x1b[2J (taken back)
             who says so is now TASS, and was the minister via TASS

entry 7      2022-08-09 17:00, recorded by desk
             reject by bo of the link LINK: Others died.

entry 8      2022-08-09 18:00, recorded by desk
             taking back by cy: reading of “Forty people died” corrected by ana to “TASS”: =I asked \\x1b[2J
             who says so is now the minister via TASS, and was TASS

entry 9      2022-08-09 19:00, recorded by desk
             version 2 of the page came as Bridge.txt: Bridge | Globe | https://globe.example/bridge
"""
OF_CLAIM = f"""\
history of   claim CLAIM
             Forty people died

{ARRIVED}
entry 2      2022-08-09 13:00, recorded by desk
             it was read by engine 79ed84e6ecbe: 2 claims
             the minister via TASS: “Forty people died”

{LINKED}
{DECIDED}
entry 10     2022-08-09 19:00, recorded by desk
             version 2 was read by engine 79ed84e6ecbe: 2 claims
             the words are now “Fifty people died”, and were “Forty people died”
             who says so is now the minister, and was the minister via TASS

entry 11     2022-08-09 20:00, recorded by desk
             version 2 was read again by engine f830dca588c5: 2 claims
             the same words, from the same source

entry 12     2022-08-09 21:00, recorded by desk
             version 3 of the page came as Weather.txt: Weather | Globe | https://globe.example/bridge

entry 13     2022-08-09 21:00, recorded by desk
             version 3 was read by engine 79ed84e6ecbe: 1 claim
             it is not there any more

"""


@pytest.fixture
def ids(run: Run) -> tuple[str, str]:
    """The claim that forty people died, and the link, by what an article's history names."""
    events = json.loads(run(PAGE, "--format", "json")[1])["events"]
    [linked] = [event for event in events if event["kind"] == "linked"]
    return linked["claim"], linked["link"][:12]


def test_a_claim_is_followed_through_corrections_links_engines_and_versions(run: Run, ids: tuple[str, str]) -> None:
    code, told, said = run(ids[0])
    assert (code, said) == (0, "")
    assert told.replace(ids[0], "CLAIM").replace(ids[1], "LINK") == OF_CLAIM
    assert run(ids[0][:9])[1] == told


def test_an_article_has_the_history_of_its_page_by_id_and_address(run: Run, ids: tuple[str, str]) -> None:
    by_address, first, second = (run(given)[1].partition("\n")[2] for given in (PAGE, FIRST.id, SECOND.id))
    assert by_address == first == second
    for part in (ARRIVED, LINKED, DECIDED):
        assert part.replace("LINK", ids[1]) in by_address
    assert "version 3 was read by engine 79ed84e6ecbe: 1 claim\n" in by_address


def test_a_statement_a_sentence_and_an_earlier_day(run: Run, ids: tuple[str, str]) -> None:
    events = json.loads(run(ids[0], "--format", "json")[1])["events"]
    statement = next(event["about"] for event in events if event["kind"] == "decided")
    of_statement, of_sentence, then = run(statement), run(f"s-{ids[0]}"), run(ids[0], "--as-of", "5")
    assert (
        of_statement[1].partition("\n\n")[2]
        == of_sentence[1].partition("\n\n")[2]
        == run(ids[0])[1].partition("\n\n")[2]
    )
    assert then[1].count("entry") == 3
    assert [event["counts"] for event in events if event["kind"] == "decided"] == [False, True, True]


def test_what_is_not_there_is_said_in_one_sentence(run: Run) -> None:
    assert run("ffff")[::2] == (
        2,
        "sayso: expected a claim, a statement or an article whose id begins with 'ffff', found none; "
        "`sayso find` prints ids\n",
    )
    assert run("")[0] == run("\x1b[2J")[0] == 2


def test_what_changed_from_one_version_to_the_next(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["diff", PAGE]) == 0
    told = capfd.readouterr().out
    assert "versions     1 and 2: a change: 50% of the text stays\n" in told
    assert "notice       changed; no notice found\nclaims       1 claim changed, 1 did not\n" in told
    assert (
        "changed      figures changed; who carried it is not named any more\nfigures      Forty became Fifty\n" in told
    )
    assert exit_code(["diff", SECOND.id[:9], "--format", "json"]) == 0
    found = json.loads(capfd.readouterr().out)["versions"]
    assert [(one["compared"], one["extent"]) for one in found] == [(True, "some"), (True, "large")]
