"""States, outcomes, notes and undos, as a desk types them and as it reads them again."""

from __future__ import annotations

import re

import pytest
from factories import make_article, make_capture, make_extraction, make_statement

from flows.cli.main import exit_code
from sayso.desk.opening import opened
from sayso.ledger import Ledger
from sayso.present.decisions import settled, standing
from sayso.settings import settings

pytestmark = pytest.mark.usefixtures("home")

FUTURE = "2999-01-01T16:00"

SAID: dict[tuple[str, ...], tuple[str, str, bool]] = {
    ("accept", "--why", "seen"): ("accept by tester: seen", "closed", True),
    ("confirm", "--why", "seen"): ("confirm by tester: seen", "closed", True),
    ("reject", "--why", "no"): ("reject by tester: no", "open", False),
    ("reopen", "--why", "new"): ("reopen by tester: new", "reopened", False),
    ("query", "--to", "the press office"): ("query to the press office by tester", "queried", False),
    ("query",): ("query by tester", "queried", False),
    ("query", "--to", "Bo", "--until", FUTURE): ("query to Bo until 2999-01-01 16:00 by tester", "queried", False),
    ("answered", "--why", "they deny it"): ("answer noted by tester: they deny it", "answered", False),
    ("lawyer", "--to", "Mo Oduya"): ("with the lawyer (Mo Oduya), by tester", "with-lawyer", False),
    ("misread",): ("called misread by tester", "open", True),
    ("sourced-in-copy",): ("cleared by tester on the source named in the copy", "closed", True),
    ("held-on-file", "--reference", "safe 2, folder 14"): (
        "cleared by tester on what is held on file (safe 2, folder 14)",
        "closed",
        True,
    ),
    ("witnessed",): ("cleared by tester on what was witnessed", "closed", True),
    ("public-record", "--why", "land registry"): (
        "cleared by tester on the public record: land registry",
        "closed",
        True,
    ),
    ("public-record", "--reference", "LR 12"): ("cleared by tester on the public record (LR 12)", "closed", True),
    ("common-knowledge",): ("cleared by tester on common knowledge", "closed", True),
    ("reply-sought", "--why", "by letter, Monday"): (
        "cleared by tester on a reply that was sought in vain: by letter, Monday",
        "open",
        False,
    ),
    ("reply-printed",): ("cleared by tester on the reply that is printed", "open", False),
    ("reworded",): ("reworded by tester", "closed", True),
    ("cut",): ("cut by tester", "closed", True),
    ("corrected", "--why", "print of 3 May"): ("corrected by tester: print of 3 May", "closed", True),
    ("traced",): ("traced to its source by tester", "closed", True),
    ("untraceable", "--why", "asked all three"): ("found to be untraceable by tester: asked all three", "closed", True),
    ("contradicted", "--why", "by the police"): ("found to be contradicted by tester: by the police", "closed", True),
    ("cut", "--point", "headline"): ("cut by tester (headline)", "open", False),
}


@pytest.fixture
def claim() -> str:
    """The id of the first of two claims of one sentence."""
    article = make_article("Two bridges were closed and a road was opened.")
    made = [make_statement(article, "Two bridges were closed"), make_statement(article, "a road was opened.")]
    with Ledger.open(settings().database_url) as ledger:
        ledger.append(make_capture(article), article, make_extraction(article, made))
        with ledger.snapshot() as now:
            return next(told.id for _, told in now.claims())


def state(claim: str) -> tuple[str, bool]:
    with opened(write=False) as ledger, ledger.snapshot() as now:
        dossier = now.dossier(claim)
    return standing(dossier, "source").state, settled(dossier)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    capsys.readouterr()
    assert exit_code(arguments) == 0
    return capsys.readouterr()


@pytest.mark.parametrize("action", SAID, ids=" ".join)
def test_what_is_typed_is_recorded_told_and_counts(
    claim: str, action: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    words, expected, leaves = SAID[action]
    _, told = printed(capsys, "decide", claim[:10], *action)
    assert told == f"recorded as entry 3: {words.split(': ')[0]}: claim {claim}\n"
    assert state(claim) == (expected, leaves)
    assert f"decision     {words}\n" in printed(capsys, "show", claim)[0]
    assert f"decision     {words}\n" in printed(capsys, "find", "Two bridges")[0]
    assert (f"Decided: {words}" in printed(capsys, "report")[0]) == (not leaves)


def test_a_sentence_is_given_noted_and_taken_back_as_a_whole(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["assign", f"s-{claim}", "Bo Ek"]) == 0
    assert exit_code(["note", f"s-{claim}", "calls back"]) == 0
    assert exit_code(["decide", f"s-{claim}", "cut"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[1] for line in told] == [
        *["given to Bo Ek by tester"] * 2, *["note by tester"] * 2, *["cut by tester"] * 2,
    ]  # fmt: skip
    assert "Two bridges" not in printed(capsys, "report")[0]
    _, told = printed(capsys, "undo")
    assert [re.sub("d-[0-9a-f]{12}", "d-", line.split(": ", 1)[1]) for line in told.splitlines()] == [
        f"taken back: cut by tester of {one}; `sayso undo d-` brings it back" for one in both(claim)
    ]
    text, _ = printed(capsys, "report")
    assert "Decided: given to Bo Ek by tester; note by tester: calls back" in text
    assert "cut by tester (taken back)" in printed(capsys, "show", claim)[0]


def both(claim: str) -> list[str]:
    with opened(write=False) as ledger, ledger.snapshot() as now:
        return [told.id for _, told in now.claims()]


def test_undoing_goes_further_back_each_time_and_is_itself_undone_by_its_id(
    claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for action in (["accept", "--why", "a"], ["query"], ["cut"]):
        assert exit_code(["decide", claim, *action]) == 0
    found = []
    for _ in range(3):
        _, told = printed(capsys, "undo")
        found.append((told.split(": ")[2].split(" of ")[0], state(claim)[0]))
    assert found == [("cut by tester", "queried"), ("query by tester", "closed"), ("accept by tester", "open")]
    assert exit_code(["undo"]) == 2
    assert capsys.readouterr().err == (
        "sayso: expected a decision of tester to take back, found none; give the id of what was decided on\n"
    )
    with opened(write=False) as ledger, ledger.snapshot() as now:
        first = next(one for one in now.decisions(claim) if one.judgement == "undo")
    printed(capsys, "undo", f"d-{first.id[:12]}")
    assert state(claim)[0] == "closed"
    assert exit_code(["undo", f"d-{first.id}"]) == 2
    assert "taken back already" in capsys.readouterr().err


def test_somebody_elses_decision_is_taken_back_by_what_it_is_on(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["decide", claim, "cut", "--by", "Ana Lind"]) == 0
    assert exit_code(["undo"]) == 2
    _, told = printed(capsys, "undo", claim[:12], "--why", "still in the copy")
    assert "taken back: cut by Ana Lind of " in told
    assert state(claim) == ("open", False)
    assert exit_code(["undo", claim]) == 2
    assert "expected a decision on" in capsys.readouterr().err


REFUSED = {
    ("assign", "CLAIM"): "expected a name or --nobody, found neither; give one of them",
    ("assign", "CLAIM", "Bo", "--nobody"): "expected a name or --nobody, found both; give one of them",
    ("note", "CLAIM", " "): "expected a reason for note (--why): what to note, found none",
    ("undo", "d-0123"): "expected one decision whose id begins with d-0123, found none",
}


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_cannot_be_recorded_is_told(
    claim: str, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code([claim if one == "CLAIM" else one for one in arguments]) == 2
    assert capsys.readouterr().err == f"sayso: {REFUSED[arguments]}\n"
