"""What a terminal would obey is shown, and not obeyed, by every command, in every format, and in logs."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import make_article, make_capture, make_extraction, make_failure, make_hop, make_statement

from flows.cli.main import exit_code
from flows.cli.progress_bar import Watch
from flows.progress import TracedArticle
from flows.stderr import say
from sayso.desk.recording import Outcome
from sayso.ingest import ArticleLocation, ArticleLocations
from sayso.ledger import Ledger
from sayso.settings import settings

pytestmark = pytest.mark.usefixtures("home")

NAME = (
    "red \x1b[31m\x1b]8;;http://x.example\x1b\\ link\x07 \x9b2J \u202egnp.exe\u2066\x85 "
    "[bold][link=http://x.example]b[/link] :bomb:"
)
TYPED = f"{NAME}\udcff"
"""As it comes from the command line: with a byte that is no UTF-8."""
WORDS = f"=1+1 {NAME} \x00\r\x08"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TEXT = f"The truce {NAME} holds, the \x1b[1mKremlin\x9b said. Two bridges \u202e were closed."

Run = Callable[..., tuple[str, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command in this process; what it wrote on both streams, in which nothing is obeyed."""

    def called(*arguments: str) -> tuple[str, str]:
        exit_code(arguments)
        captured = capsysbinary.readouterr()
        told, beside = captured.out.decode(), captured.err.decode()
        assert OBEYED.findall(told.replace("\r\n", "\n")) == []
        assert OBEYED.findall(beside) == []
        return told, beside

    return called


@pytest.fixture
def claim() -> str:
    """The id of a claim of an article in which everything is hostile."""
    article = make_article(TEXT, title=WORDS, outlet=WORDS, url="https://x.example/\x1b[2J\u202e")
    said = make_statement(article, "The truce", chain=[make_hop(article, "the \x1b[1mKremlin\x9b")])
    own = make_statement(article, "Two bridges \u202e were closed")
    with Ledger.open(settings().database_url, actor="\x1b[31mme") as ledger:
        ledger.append(make_capture(article, f"{NAME}.txt"), article, make_extraction(article, [said, own]))
        ledger.append_problem(make_failure(f"{NAME}.html", f"expected text, found {WORDS}"))
        with ledger.snapshot() as now:
            return next(told.id for _, told in now.claims())


SHOWN: list[tuple[str, ...]] = [
    *(("report", "--format", form) for form in ("html", "md", "json", "csv")),
    ("links", "--format", "jsonl"),
    ("links", "--format", "csv"),
    ("find", "bridges"),
    ("find", "the truce"),
    *(("show", "CLAIM", "--format", form) for form in ("text", "json", "svg")),
    *(("history", "CLAIM", "--format", form) for form in ("text", "json")),
    ("ledger", "log"),
    ("ledger", "show", "1"),
    ("ledger", "show", "2"),
    ("ledger", "show", "3"),
    ("ledger", "verify"),
]


@pytest.mark.parametrize("arguments", SHOWN, ids=lambda one: " ".join(one[:4:1]).partition("\x1b")[0])
def test_nothing_of_the_ledger_is_obeyed(run: Run, claim: str, arguments: tuple[str, ...]) -> None:
    run("decide", claim, "confirm", "--why", WORDS.replace("\x00", ""), "--by", NAME)
    told, _ = run(*(claim if one == "CLAIM" else one for one in arguments))
    assert told
    if "json" in arguments:
        assert json.loads(told)


WRONG: list[tuple[str, ...]] = [
    (TYPED,),
    ("run", TYPED),
    ("extract", TYPED),
    ("extract", "-", "--format", TYPED),
    ("report", "--since", TYPED),
    ("report", "--format", "md", "--out", f"/dev/null/{TYPED}"),
    ("links", "--since", TYPED),
    ("links", "--format", TYPED),
    ("show", TYPED),
    ("find", TYPED),
    ("find", "--like", "x", "--top", TYPED),
    ("decide", TYPED, "confirm", "--why", TYPED),
    ("match", "--claims", TYPED, "--queries", TYPED),
    ("compare", TYPED),
    ("copies", TYPED),
    ("evaluate", TYPED),
    ("ledger", TYPED),
    ("serve", "--timezone", TYPED),
    ("serve", "--report-at", TYPED),
    ("serve", "--overlap", TYPED),
    ("status", "--format", TYPED),
    ("config", TYPED),
]


@pytest.mark.parametrize("arguments", WRONG, ids=lambda one: one[0] if one[0].isalpha() else "no command")
def test_nothing_of_what_was_typed_is_obeyed(run: Run, claim: str, arguments: tuple[str, ...]) -> None:
    told, beside = run(*arguments)
    assert (told, beside.count("\n")) == ("", 1)
    assert beside.startswith("sayso: ")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Two files with one text, one that is none, one that is passed over, all with hostile names."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for end in ("a.txt", "b.txt"):
        (folder / f"{NAME.replace('/', ' ')}{end}").write_bytes(
            f"date 2024-01-02\n{TEXT} {'The mayor said that the harbour bridge was closed on Tuesday. ' * 3}".encode()
        )
    (folder / "\x1b[31mempty.txt").write_bytes(b"")
    (folder / "\x1b]8;;x\x07.pdf").write_bytes(b"x")
    return folder


FILES: list[tuple[str, ...]] = [
    *(("extract", "INBOX", "--format", form) for form in ("text", "jsonl", "brat", "html")),
    ("copies", "INBOX"),
    ("copies", "INBOX", "--format", "jsonl"),
]


@pytest.mark.usefixtures("extracting_warm")
@pytest.mark.parametrize("arguments", FILES, ids=" ".join)
def test_nothing_of_files_is_obeyed(run: Run, inbox: Path, arguments: tuple[str, ...]) -> None:
    told, beside = run(*(str(inbox) if one == "INBOX" else one for one in arguments))
    assert told
    assert "empty.txt" in beside
    assert ".pdf" in beside


def test_nothing_of_lines_is_obeyed(run: Run, tmp_path: Path) -> None:
    texts, pairs = tmp_path / "\x1b[31mtexts.jsonl", tmp_path / "\x1b[31mpairs.jsonl"
    name = {"id": f"x{NAME}"}
    wrong = "no row \x1b[31m \x9b\n" + '{"id": "\\u001b[2J", "text": 5, "a": 1}\n'
    texts.write_text(f"{json.dumps(name | {'text': f'The bridge was closed. {NAME}'})}\n{wrong}", "utf-8")
    pairs.write_text(f"{json.dumps(name | {'a': WORDS, 'b': 'It is open.'})}\n{wrong}", "utf-8")
    for told, beside in (run("match", "--claims", str(texts), "--queries", str(texts)), run("compare", str(pairs))):
        assert [json.loads(line)["id"] for line in told.splitlines()] == [f"x{NAME}"]
        assert beside.count("sayso: ") >= 2


def test_nothing_that_a_run_tells_is_obeyed(run: Run, claim: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    failure = make_failure(f"{NAME}.html", f"expected text, found {WORDS}")
    with Ledger.open(settings().database_url) as ledger:
        with ledger.snapshot() as now:
            dossier = now.dossier(claim)
        ledger.append_problem(failure)
    outcomes = Outcome(dossier.capture, dossier.article, "read"), Outcome(failure, None, "unreadable", failure.problem)
    locations = tuple(ArticleLocation(outcome.capture.file) for outcome in outcomes)
    with Watch() as watch:
        watch.expect(ArticleLocations(locations, passed_over=(f"{NAME}.pdf",), waiting=(f"{NAME}.txt",)))
        watch.done([TracedArticle.of(outcome) for outcome in outcomes])
        watch.notice(WORDS)
    traced = {"read": 1, "known": 0, "unreadable": 1, "engine_seconds": 1.0, "unlinked": 1}
    watch.summarise(traced, {"listed": 2, "path": f"/srv/{NAME}", "settled": 0})
    captured = capsysbinary.readouterr()
    for stream in (captured.out.decode(), captured.err.decode()):
        assert OBEYED.findall(stream) == []
        assert "[link=http://x.example]" in re.sub(r"\s+", "", stream)
        assert ":bomb:" in stream


def test_nothing_in_logs_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    logger = logging.getLogger("prefect.flow_runs")
    monkeypatch.setattr(logger, "handlers", [handler])  # Prefect's own sends to its API, and warns outside of a run
    logger.error("could not read %s", NAME)
    try:
        raise ValueError(WORDS)
    except ValueError:
        logger.exception("failed: %r", WORDS)
    assert OBEYED.findall(written.getvalue()) == []
    assert r"could not read red \u001b[31m" in written.getvalue()
    assert r"ValueError: =1+1 red \u001b[31m" in written.getvalue()


def test_what_is_said_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("expected a\nb\u2028c\x0bd, found \x1b[2J")
    assert capsys.readouterr().err == "sayso: expected a b c d, found \\x1b[2J\n"
