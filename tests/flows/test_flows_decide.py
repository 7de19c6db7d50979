"""`sayso decide`: a person's judgement goes into the ledger, signed; and `sayso ledger rebuild`."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_article, make_capture, make_extraction, make_statement

from flows.cli.main import exit_code
from sayso.ledger import Ledger
from sayso.settings import settings

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def claim() -> str:
    """The id of the one claim of a ledger."""
    article = make_article("Two bridges were closed.")
    statement = make_statement(article, "Two bridges were closed")
    with Ledger.open(settings().database_url) as ledger:
        ledger.append(make_capture(article), article, make_extraction(article, [statement]))
        with ledger.snapshot() as now:
            return now.dossier(next(told.id for _, told in now.claims())).claim.id


def test_a_decision_is_recorded_with_its_reason_and_signer(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["decide", claim, "confirm", "--why", "I saw them."]) == 0
    assert exit_code(["decide", claim, "reject", "--why", "They are open again.", "--by", "Ana Lind"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        f"recorded as entry 3: confirm by tester: claim {claim}",
        f"recorded as entry 4: reject by Ana Lind: claim {claim}",
    ]
    with Ledger.open(settings().database_url, write=False) as ledger:
        with ledger.snapshot() as now:
            dossier = now.dossier(claim)
        assert [(one.judgement, one.why, one.by, one.version) for one in dossier.decisions] == [
            ("confirm", "I saw them.", "tester", dossier.claim.digest),
            ("reject", "They are open again.", "Ana Lind", dossier.claim.digest),
        ]
        assert ledger.verify().findings == ()


REFUSED = {
    ("nothing", "confirm", "--why", "x"): (
        2,
        "expected the id of a claim, a statement, a link, a derivation or an engine in the ",
    ),
    ("CLAIM", "confirm"): (2, "expected a reason for confirm (--why): the reason, found none"),
    ("CLAIM", "confirm", "--why", " "): (2, "expected a reason for confirm (--why): the reason, found none"),
    ("CLAIM", "perhaps", "--why", "x"): (2, "Invalid value for 'ACTION': 'perhaps' is not one of 'accept', 'confirm'"),
    ("CLAIM", "untraceable"): (2, "expected a reason for untraceable (--why): where it was looked for, found none"),
    ("CLAIM", "contradicted"): (2, "expected a reason for contradicted (--why): what contradicts it, found none"),
    ("CLAIM", "reply-sought"): (
        2,
        "expected a reason for reply-sought (--why): when and how it was sought, found none",
    ),
    ("CLAIM", "witnessed", "--point", "reply"): (
        2,
        "expected an outcome that says whether the accused were heard (held-on-file, public-record, reply-printed, ",
    ),
    ("CLAIM", "public-record"): (2, "expected a reason for public-record (--why): which record it is, found none"),
    ("CLAIM", "held-on-file", "--why", "x"): (2, "expected a reference for held-on-file (--reference): where it can"),
    ("CLAIM", "held-on-file", "--reference", "safe 2, Jan Peters"): (
        2,
        "expected no name of a person for --reference, found 'Jan Peters': names of confidential sources are never",
    ),
    ("CLAIM", "held-on-file", "--reference", "safe 2", "--why", "Mr Moe"): (
        2,
        "expected no name of a person for --why",
    ),
    ("CLAIM", "accept", "--why", "x", "--to", "Bo"): (2, "expected --to only with query or lawyer, found 'Bo'"),
    ("CLAIM", "cut", "--until", "2999-01-01"): (2, "expected --until only with query or lawyer, found '2999-01-01T23"),
    ("CLAIM", "query", "--reference", "x"): (2, "expected --reference only with an outcome, found 'x'"),
    ("CLAIM", "query", "--until", "2020-01-01"): (2, "expected a time that is still to come, found 2020-01-01 when"),
    ("CLAIM", "query", "--until", "soon"): (2, "expected a time of today such as 16:00, or a date such as"),
}


REJECT = ("reject", "--why", "x")
OF_ANOTHER_KIND: dict[tuple[str, tuple[str, ...]], str] = {
    ("engine", REJECT): "expected an engine that somebody adopted (`sayso retrace --adopt`), found ",
    ("engine", ("reopen", "--why", "x")): "expected an engine that somebody adopted",
    ("engine", ("accept", "--why", "x")): "expected reject or reopen for an engine, found accept; `sayso retrace",
    ("engine", ("query",)): "expected reject or reopen for an engine, found query; `sayso retrace --adopt`",
    ("engine", ("witnessed",)): "expected reject or reopen for an engine, found close; `sayso retrace --adopt`",
    ("engine", ("misread",)): "expected a sentence, a claim or a statement that is misread, found an engine; reject it",
    ("article", REJECT): "expected the id of a claim, a statement, a link, a derivation or an engine",
    ("capture", REJECT): "expected the id of a claim, a statement, a link, a derivation or an engine",
    ("story", REJECT): "expected the id of a claim, a statement, a link, a derivation or an engine",
    ("decision", REJECT): "expected the id of a claim, a statement, a link, a derivation or an engine",
}


@pytest.mark.parametrize(("kind", "action"), OF_ANOTHER_KIND, ids=lambda one: "".join(one[:7]))
def test_what_is_not_decided_on_is_refused(
    claim: str, kind: str, action: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
        dossier = now.dossier(claim)
    ids = {
        "engine": dossier.engine.id,
        "article": dossier.article.id,
        "capture": dossier.capture.id,
        "story": f"t-{dossier.article.id}",
        "decision": "d-0123456789ab",
    }
    assert exit_code(["decide", ids[kind], *action]) == 2
    assert capsys.readouterr().err.startswith(f"sayso: {OF_ANOTHER_KIND[kind, action]}")
    with Ledger.open(settings().database_url, write=False) as ledger:
        assert ledger.head.size == 2


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_cannot_be_decided_is_told(
    claim: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, sentence = REFUSED[arguments]
    assert exit_code(["decide", *(claim if one == "CLAIM" else one for one in arguments)]) == code
    assert capsys.readouterr().err.startswith(f"sayso: {sentence}")
    with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
        assert len(list(now.entries())) == 2


@pytest.mark.parametrize("command", [["decide", "x", "confirm", "--why", "x"], ["ledger", "rebuild"], ["link"]])
def test_no_ledger_is_made_where_there_is_none(
    command: list[str], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(command) == 4
    assert capsys.readouterr().err.startswith(f"sayso: expected a ledger at {home / 'ledger.db'}, found no file")
    assert not home.exists()


def test_views_are_made_anew(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger.open(settings().database_url) as ledger, ledger._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM view_claim")
    assert exit_code(["ledger", "verify"]) == 1
    assert exit_code(["ledger", "rebuild"]) == 0
    assert exit_code(["ledger", "verify"]) == 0
    assert "view_claim does not agree with it; `sayso ledger rebuild` makes it again" in capsys.readouterr().out
    with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
        assert now.dossier(claim).claim.id == claim
