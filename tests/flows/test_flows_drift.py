"""`sayso drift`: what it prints in each format of a small ledger, and what it says where there is nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from flows.cli.main import exit_code
from sayso.ledger import Ledger
from sayso.settings import settings
from schemas import Article, Extraction, Link, Linker, Linking

pytestmark = pytest.mark.usefixtures("home")

HOSTILE = '<script>alert("1")</script> =1+1 \x1b[31m'
WIRE = make_article(
    "The dam may have burst at night, Tove Lind said.", outlet="Wire", published="2024-03-01", title="Dam"
)
ECHO = make_article("The dam burst at night.", outlet="=Echo", published="2024-03-02", title=HOSTILE)
LATER = make_article("The dam may have burst at night, Tove Lind told Wire.", outlet="Later", published="2024-03-03")
NOWHERE = make_article("At night the dam burst.", outlet="Nowhere")


def read(article: Article, words: str, source: str | None = None) -> Extraction:
    chain = [make_hop(article, source)] if source else []
    return make_extraction(article, [make_statement(article, words, chain=chain)])


READ = {
    WIRE: read(WIRE, "The dam may have burst at night", "Tove Lind"),
    ECHO: read(ECHO, "The dam burst at night"),
    LATER: read(LATER, "The dam may have burst at night", "Tove Lind"),
    NOWHERE: read(NOWHERE, "At night the dam burst"),
}
CLAIMS = [extraction.claims[0] for extraction in READ.values()]

UNKNOWN = "it is not known whether it came before the others or after them, so nothing is told of what it lost"
EARLIEST = "compared with the earliest telling known"
FEW = "fewer than 20 are too few to say how often it is lost"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `sayso drift` in this process: its exit code, and what it wrote on both streams."""

    def called(*arguments: str | Path) -> tuple[int, str, str]:
        code = exit_code(["drift", *map(str, arguments)])
        captured = capsysbinary.readouterr()
        return code, captured.out.decode(), captured.err.decode()

    return called


@pytest.fixture
def ledger() -> None:
    """A ledger in which four articles tell one fact, one of them at a time that nobody knows."""
    with Ledger.open(settings().database_url) as made:
        for article, extraction in READ.items():
            made.append(make_capture(article), article, extraction)
        links = [
            Link(a=one.id, b=other.id, relation="qualifies" if number else "corroborates", confidence=0.9)
            for number, one in enumerate(CLAIMS)
            for other in CLAIMS[number + 1 :]
        ]
        made.append_linking(Linking(linker=Linker(sayso="0.1.0", model="m", registry="r"), links=tuple(links)))


@pytest.mark.usefixtures("ledger")
def test_as_text(run: Run) -> None:
    code, out, err = run(CLAIMS[0].id[:12])
    assert (code, err) == (0, "")
    assert [line.rstrip() for line in out.splitlines()] == [
        "fact         The dam may have burst at night",
        "lost         2 losses",
        "2024-03-01   Wire | Dam",
        "             Tove Lind: The dam may have burst at night",
        f"{'':13}{UNKNOWN}",
        '2024-03-02   =Echo | <script>alert("1")</script> =1+1 \\x1b[31m',
        "             no source given: The dam burst at night",
        "LOST         “may have” is gone: what was left open is told as a fact.",
        "LOST         “Tove Lind” is gone: the article says it itself.",
        f"{'':13}beside Wire | Dam: {EARLIEST}, since it names no source",
        "2024-03-03   Later",
        "             Tove Lind: The dam may have burst at night",
        f"{'':13}nothing of what it retells is seen to be lost; beside Wire | Dam: {EARLIEST}, "
        "which goes back to the same source",
        "no date      Nowhere",
        "             no source given: At night the dam burst",
        f"{'':13}{UNKNOWN}",
        "",
        "outlet       =Echo, 1 retelling",
        f"{'':13}hedges: 1 retelling of something with a hedge; {FEW}",
        f"{'':13}sources: 1 retelling of something with a source; {FEW}",
        "outlet       Later, 1 retelling",
        f"{'':13}hedges: 1 retelling of something with a hedge; {FEW}",
        f"{'':13}sources: 1 retelling of something with a source; {FEW}",
        "",
    ]


@pytest.mark.usefixtures("ledger")
def test_as_json(run: Run) -> None:
    found = json.loads(run(f"s-{CLAIMS[1].id}", "--format", "json")[1])
    [one] = found["series"]
    assert found["schema"] == 1
    assert [telling["hedges"] for telling in one["tellings"]] == [["may have"], [], ["may have"], []]
    assert [(retelling["basis"], len(retelling["losses"])) for retelling in one["retellings"]] == [
        (None, 0),
        ("no source", 2),
        ("one origin", 0),
        (None, 0),
    ]
    assert [outlet["hedges"]["share"] for outlet in found["outlets"]] == [None, None]


@pytest.mark.usefixtures("ledger")
def test_as_a_table_in_which_nothing_is_calculated(run: Run) -> None:
    out = run(CLAIMS[0].id, "--format", "csv")[1]
    assert out[0] == "\ufeff"
    rows = list(csv.DictReader(io.StringIO(out[1:], newline="")))
    assert [(row["outlet"], row["lost"], row["basis"]) for row in rows] == [
        ("Wire", "", "order unknown"),
        ("'=Echo", "hedge", "no source"),
        ("'=Echo", "source", "no source"),
        ("Later", "", "one origin"),
        ("Nowhere", "", "order unknown"),
    ]


@pytest.mark.usefixtures("ledger")
def test_as_a_picture_and_as_a_page(run: Run, tmp_path: Path) -> None:
    assert run(CLAIMS[0].id, "--format", "svg", "--out", tmp_path / "made" / "drift.svg") == (0, "", "")
    root = ElementTree.parse(tmp_path / "made" / "drift.svg").getroot()
    assert [one.text for one in root.iter() if one.get("class") == "letter"] == ["H", "S"]
    page = run(CLAIMS[0].id, "--format", "html")[1]
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<svg" in page
    assert "http" not in page.replace('xmlns="http://www.w3.org/2000/svg"', "").replace("http-equiv", "")


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "ffffffff",
            "expected a sentence or a claim whose id begins with 'ffffffff', found none; "
            "`sayso worklist` and `sayso find` print the ids of this home",
        ),
        ("", "expected the id of a story or a claim, found nothing; `sayso stories` prints ids"),
        ("s-", "expected the id of a story or a claim, found nothing; `sayso stories` prints ids"),
        ("t-12", "expected stories in which to look for 't-12', found none; run `sayso stories` first"),
    ],
)
def test_an_id_of_nothing_gives_one_sentence(run: Run, asked: str, said: str) -> None:
    assert run(asked) == (2, "", f"sayso: {said}\n")


@pytest.mark.usefixtures("ledger")
def test_a_story(run: Run, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert exit_code(["stories"]) == 0
    capsysbinary.readouterr()
    code, out, _ = run(f"t-{WIRE.id}")
    assert (code, "“may have” is gone" in out) == (0, True)
    assert run("t-ffffffffff")[0] == 2


def test_a_claim_that_nobody_retells(run: Run) -> None:
    with Ledger.open(settings().database_url) as made:
        made.append(make_capture(WIRE), WIRE, READ[WIRE])
    assert run(CLAIMS[0].id) == (0, "nothing of it was told in several articles, as far as is known\n", "")
