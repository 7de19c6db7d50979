"""`--as-of` on `show`, `find`, `links` and `report`: what was believed on a day."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from factories import NOON, make_article, make_capture, make_extraction, make_hop, make_statement

from flows.cli.main import exit_code
from sayso.desk.correcting import correct
from sayso.ledger import Ledger
from sayso.registry import Registry
from sayso.settings import settings

Run = Callable[..., tuple[int, str, str]]

TEXT = "Forty people died, the minister \x1b[31m said. The bridge fell."
ARTICLE = make_article(TEXT, title="Bridge \x1b]0;x\x07", url="https://globe.example/bridge")
SAID = make_statement(ARTICLE, "Forty people died", chain=[make_hop(ARTICLE, "minister")])
READ = make_extraction(ARTICLE, [SAID, make_statement(ARTICLE, "The bridge fell")])
DIED = READ.claims[0].id
STATE = "sayso: as of entry 2 of 3, recorded on 9 August 2022, 13:00 BST\n"


@pytest.fixture
def run(home: object, capfd: pytest.CaptureFixture[str]) -> Run:
    """A ledger of an article, corrected on the day after."""
    times = iter([NOON, *[NOON + timedelta(days=1)] * 9])
    with Ledger.open(settings().database_url, clock=lambda: next(times)) as ledger:
        ledger.append(make_capture(ARTICLE), ARTICLE, READ)
        correct(ledger, DIED, "nobody", Registry.installed(), by="ana")

    def called(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = exit_code(arguments)
        return code, *capfd.readouterr()

    return called


def test_each_command_shows_the_state_of_then(run: Run) -> None:
    now, then = (run("show", DIED, *more) for more in ((), ("--as-of", "2022-08-09")))
    assert ("no source given" in now[1], "minister" in then[1].splitlines()[2], then[2]) == (True, True, STATE)
    assert "\x1b" not in then[1]
    found = run("find", "forty people", "--as-of", "2")
    assert ("corrected" in found[1], found[2]) == (False, f"{STATE}sayso: 1 claim with these words\n")
    code, rows, said = run("links", "--as-of", "2022-08-09T13:00")
    assert (code, [json.loads(row)["id"] for row in rows.splitlines()], said) == (
        0,
        [one.id for one in READ.claims],
        STATE,
    )
    report = run("report", "--as-of", "2022-08-09")
    assert "- Period: Everything in the ledger, as of entry 2 of 3, recorded on 9 August 2022, 13:00 BST" in report[1]
    assert report[2] == STATE


@pytest.mark.parametrize("command", [("show", DIED), ("find", "forty"), ("links",), ("report",)])
def test_what_is_no_state_is_refused(run: Run, command: tuple[str, ...]) -> None:
    assert run(*command, "--as-of", "2022-08-08") == (
        2,
        "",
        "sayso: expected for --as-of a time after 9 August 2022, 13:00 BST, when entry 1 was recorded, found "
        "'2022-08-08': there was no ledger then\n",
    )
