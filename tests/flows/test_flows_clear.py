"""`sayso clear`, `answer` and `clearance`: a draft from its sheet to its clearance, as a desk types it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flows_world import SAYSO, Sayso
from warm import WarmPool
from write_readme import REFERENCE, ROOT

from flows.cli import drafting
from flows.cli.main import exit_code
from sayso.desk.answering import ANSWERS, Answer, answer

CLUB = ROOT / "seeds" / "drafts" / "club.txt"
EXAMPLE = re.compile(r"^\$ sayso clear seeds/drafts/club.txt\n(.*?)^```$", re.MULTILINE | re.DOTALL)
READ_ON = re.compile(r"(?<=read on )[\d :-]{16}")


@pytest.fixture(autouse=True)
def _warm(warm_pool: WarmPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "WorkerPool", warm_pool)


@pytest.fixture
def here(capfd: pytest.CaptureFixture[str]) -> Sayso:
    """Runs `sayso ...` in this process."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        code = exit_code([*map(str, arguments)])
        return subprocess.CompletedProcess(arguments, code, *capfd.readouterr())

    return run


@pytest.fixture
def club(here: Sayso) -> str:
    """The name of a sheet of six lines."""
    assert here("clear", CLUB).returncode == 1
    return "club"


def rows_of(printed: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))


def filled(rows: list[dict[str, str]], answers: dict[int, dict[str, str]], mark: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, [*rows[0]], delimiter=mark)
    writer.writeheader()
    writer.writerows({**row, **answers.get(int(row["number"]), {})} for row in rows)
    return out.getvalue()


def test_the_reference_shows_what_is_printed(here: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    [example] = EXAMPLE.findall(REFERENCE.read_text("utf-8"))
    done = here("clear", "seeds/drafts/club.txt")
    assert READ_ON.sub("", done.stdout) == READ_ON.sub("", example)
    refused = here("answer", "club", "4", "held-on-file", "--reference", "safe 3, Anna Kessler")
    assert (refused.returncode, refused.stderr in REFERENCE.read_text("utf-8")) == (2, True)


def test_lines_are_answered_by_number(here: Sayso, club: str) -> None:
    done = here("answer", club, "3,6-7", "public-record", "--by", "Ana Lind", "--why", "register")
    assert done.returncode == 0
    assert [line[:2] for line in done.stderr.splitlines()] == ["3 ", "6 ", "7 ", "sh"]
    assert done.stderr.splitlines()[-1] == "sheet club: 4 lines open"
    shown = json.loads(here("clear", "--sheet", club, "--format", "json").stdout)
    assert [(line["number"], line["state"], line["by"]) for line in shown["lines"]] == [
        (1, "open", None),
        (2, "open", None),
        (3, "cleared", "Ana Lind"),
        (4, "open", None),
        (5, "open", None),
        (6, "cleared", "Ana Lind"),
        (7, "cleared", "Ana Lind"),
    ]


REFUSED = {
    ("club", "99", "cut"): "expected a line of the sheet club, 1 to 7, found 99",
    ("club", "0", "cut"): "expected a line of the sheet club, 1 to 7, found 0",
    ("club", "x", "cut"): "expected numbers of lines, such as 7 or 3,7-9, found 'x'",
    ("club", "1-99999", "cut"): "expected numbers of lines, such as 7 or 3,7-9, found '1-99999'",
    ("nobodys", "1", "cut"): "expected the name of a sheet, found none for 'nobodys'; the sheets are club",
    ("../club", "1", "cut"): "expected the name of a sheet, found none for '../club'; the sheets are club",
    ("club", "1"): "expected the number of a line and an answer, or --csv with a table; found neither",
    ("club", "1", "query"): "expected who is asked (--to), found nobody",
    ("club", "1", "cut", "--until", "2020-01-01"): "expected a time that is still to come",
    ("club", "1", "query", "--to", "x", "--until", "soon"): "expected a time of today such as 16:00, or a date",
    ("club", "1", "held-on-file"): "expected a reference for held-on-file (--reference): where it can be found",
    ("club", "1", "reopen"): "expected a reason for reopen (--why): the reason, found none",
    ("club", "5", "answered", "--why", "it is Viktor Lem"): "expected no name of a person for --why, found 'Viktor",
    ("club", "5", "query", "--to", "desk", "--why", "call +372 5551 2345"): "expected no name of a person for --why",
    ("club", "1", "held-on-file", "--reference", "lem@gov.ee"): "expected no name of a person for --reference",
    ("club", "1", "cut", "--why", "x" * 3000): "expected at most 2000 characters for --why, found 3000",
    ("club", "1", "cut", "--csv", "x.csv"): "expected either a number with its answer or --csv, found both",
    ("club", "--csv", "none.csv"): "expected a table at 'none.csv', found nothing; check the path",
}  # fmt: skip


UNHEARD = ("witnessed", "common-knowledge", "sourced-in-copy")
"""What is no answer of the accused."""


def test_an_accusation_without_a_reply_is_cleared_by_what_came_of_it(here: Sayso, club: str) -> None:
    for word in UNHEARD:
        assert here("answer", club, "4", word).stderr == (
            "sayso: expected an outcome that says whether the accused were heard (held-on-file, public-record, "
            f"reply-printed, reply-sought, reworded, cut or corrected), found {word}\n"
        )
    assert here("answer", club, "3", "reply-sought", "--why", "by letter").stderr.startswith(
        "sayso: expected an outcome that says who says so (sourced-in-copy, held-on-file, witnessed, public-record, "
    )
    assert here("answer", club, "4", "reply-sought").stderr == (
        "sayso: expected a reason for reply-sought (--why): when and how it was sought, found none\n"
    )
    done = here("answer", club, "4", "reply-sought", "--why", "by letter on Monday", "--by", "Ana Lind")
    assert done.stderr.splitlines()[0].endswith(
        "”: cleared: reply-sought (by Ana Lind, on version 1): by letter on Monday"
    )
    assert "Cleared by Ana Lind on a reply that was sought in vain, " in here("clearance", club).stdout
    page = here("clear", "--sheet", club, "--format", "html").stdout
    assert [page.count(f"<i></i>{word}<") for word in ("reply-sought", "witnessed", "cut")] == [0, 6, 6]


def test_what_cannot_be_recorded_is_refused_with_a_sentence(here: Sayso, club: str) -> None:
    for arguments, sentence in REFUSED.items():
        done = here("answer", *arguments)
        assert done.returncode == 2, arguments
        assert done.stderr.startswith(f"sayso: {sentence}"), done.stderr
    assert "7 open" in here("clear", "--sheet", club).stdout


def test_a_table_is_filled_in_and_read_back(here: Sayso, club: str, tmp_path: Path) -> None:
    rows = rows_of(here("clear", "--sheet", club, "--format", "csv").stdout)
    told = [name for name in rows[0] if any(row[name] for row in rows)]
    assert told == [
        *"sheet version number question grave paragraph words".split(),
        "who says so",
        "missing",
        "for",
        "state",
    ]
    table = tmp_path / "filled.csv"
    answers = {
        2: {"answer": "Sourced in copy", "by": "Ana Lind", "why": "=see paragraph 5"},
        4: {"answer": "held-on-file", "by": "Tom Reyes", "reference": "safe 3/17"},
        5: {"answer": "nonsense"},
        6: {"why": "on it"},
    }
    table.write_bytes(filled(rows, answers, ";").encode("cp1252"))
    done = here("answer", club, "--csv", table)
    assert done.returncode == 3
    assert [line for line in done.stderr.splitlines() if line.startswith("sayso: ")] == [
        "sayso: row 7: expected an answer for line 6, found none beside what is filled in",
        f"sayso: row 6: expected {', '.join(ANSWERS[:-1])} or misread, found 'nonsense'",
    ]
    again = rows_of(here("clear", "--sheet", club, "--format", "csv").stdout)
    assert {int(row["number"]): (row["state"], row["answer"], row["by"], row["why"]) for row in again} == {
        1: ("open", "", "", ""),
        2: ("cleared", "sourced-in-copy", "Ana Lind", "'=see paragraph 5"),
        3: ("open", "", "", ""),
        4: ("cleared", "held-on-file", "Tom Reyes", ""),
        5: ("open", "", "", ""),
        6: ("open", "", "", ""),
        7: ("open", "", "", ""),
    }
    table.write_text(filled(again, {}), "utf-16")
    assert here("answer", club, "--csv", table).stderr.splitlines() == [
        "nothing new to record",
        "sheet club: 5 lines open",
    ]


TABLES = {
    b"": "expected a table with the columns number and answer, found none called number or answer",
    b"a;b\n1;2\n": "expected a table with the columns number and answer, found none called number or answer",
    b"number,answer\n1,cut\n1,witnessed\n": "row 2: expected one answer to line 1, found 2 that differ; leave one",
    b"number,answer\n,cut\n": "row 2: expected the number of a line, found ''",
    b"sheet,number,answer\nother,1,cut\n": "row 2: expected an answer to the sheet club, found one to other",
    b"number\tanswer\tuntil\tto\n1\tquery\tsoon\tdesk\n": "row 2: expected a time of today such as 16:00, or a date",
    b'number,answer\n"1,cut\n' + b"x" * 200_000: "expected a table (CSV), found one that cannot be read: field larger",
}


def test_a_table_that_is_none_is_refused_and_its_good_rows_are_kept(here: Sayso, club: str, tmp_path: Path) -> None:
    for content, sentence in TABLES.items():
        (tmp_path / "t.csv").write_bytes(content)
        done = here("answer", club, "--csv", tmp_path / "t.csv")
        assert (done.returncode in (2, 3), f"sayso: {sentence}" in done.stderr) == (True, True), done.stderr


def test_an_answer_to_words_that_changed_is_refused(here: Sayso, tmp_path: Path) -> None:
    draft, table = tmp_path / "flat.txt", tmp_path / "t.csv"
    draft.write_text("The mayor bought a flat in Tarn in June.")
    table.write_text(filled(rows_of(here("clear", draft, "--format", "csv").stdout), {1: {"answer": "witnessed"}}))
    draft.write_text("The mayor bought a house in Tarn in June.")
    assert here("clear", draft).stderr.splitlines() == [
        "sheet flat, version 2: line 1 reads otherwise and is open again",
    ]  # fmt: skip
    done = here("answer", "flat", "--csv", table)
    assert done.returncode == 3
    assert (
        "row 2: expected an answer to line 1 of version 2, found one to version 1, when it read otherwise"
        in done.stderr
    )
    draft.write_text("The road is closed.")
    assert here("clear", draft).stderr.splitlines() == [
        "sheet flat, version 3: line 1 went",
        "went: 1 “The mayor bought a house in Tarn in June.”",
    ]
    assert (
        "line 1 (“The mayor bought a house in Tarn in June.”) went with version 3"
        in here("answer", "flat", "1", "witnessed").stderr
    )


def test_a_clearance_says_who_cleared_what_on_which_basis(here: Sayso, tmp_path: Path) -> None:
    draft = tmp_path / "flat.txt"
    draft.write_text("The mayor bought a flat in Tarn in June.\n\nHis brother owns the bank.\n")
    here("clear", draft)
    here("answer", "flat", "1", "public-record", "--why", "land register", "--by", "Ana Lind")
    half = here("clearance", "flat")
    assert half.returncode == 1
    assert re.sub(r"[\d-]{10} \d\d:\d\d", "T", half.stdout).splitlines()[3:] == [
        "",
        "    1  “The mayor bought a flat in Tarn in June.”",
        "       Cleared by Ana Lind on the public record, T, on version 1: land register",
        "",
        "    2  “His brother owns the bank.”",
        "       Open",
    ]
    assert here("clearance", "flat", "--record").returncode == 2
    here("answer", "flat", "2", "common-knowledge")
    done = here("clearance", "flat", "--record", "--format", "html")
    assert (done.returncode, "Cleared by tester on common knowledge" in done.stdout) == (0, True)
    assert "Cleared by Ana Lind on the public record" in here("clearance", "flat", "--format", "md").stdout
    assert "2 findings" not in here("report").stdout
    assert here("ledger", "verify").returncode == 0


def test_a_sheet_on_paper_has_a_box_for_each_outcome_and_loads_nothing(here: Sayso, club: str) -> None:
    page = here("clear", "--sheet", club, "--format", "html").stdout
    assert page.count("<i></i>held-on-file") == 7
    assert page.count("<i></i>reply-sought") == 1
    assert "@media print" in page
    assert re.findall(r"<(?:script|link|img|a)\b|(?:src|href)=|url\(", page) == []


HOSTILE = {
    "empty": b"",
    "words.docx": b"PK\x03\x04 no document",
    "other.txt": "Der Bürgermeister hat Geld aus der Kasse genommen, sagte der Prüfer am Montag. ".encode() * 4,
    "huge.txt": b"The mayor bought a flat. " * 250_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_draft_that_cannot_be_read_is_refused_with_a_sentence(here: Sayso, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    done = here("clear", tmp_path / name)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (3, "", 1)
    assert f"{name}: expected" in done.stderr
    assert here("clear").stderr == "no sheets; `sayso clear DRAFT` makes one\n"


def test_a_draft_may_say_what_a_terminal_or_a_page_would_obey(here: Sayso, tmp_path: Path) -> None:
    draft = tmp_path / "x\x1b[31m.txt"
    draft.write_text("The mayor <script>alert(1)</script> bought\x1b[2J a flat in Tarn in June.")
    for form in ("text", "csv", "md"):
        assert "\x1b" not in here("clear", draft, "--format", form).stdout
    assert "<script" not in here("clear", draft, "--format", "html").stdout


def test_answers_at_once_are_all_recorded(here: Sayso, club: str) -> None:
    drafts = drafting.desk_drafts()
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda number: answer(drafts, club, [Answer(number, "cut", "Ana Lind")]), range(1, 8)))
    shown = json.loads(here("clear", "--sheet", club, "--format", "json").stdout)
    assert [line["answer"] for line in shown["lines"]] == ["cut"] * 7


@pytest.mark.skipif("CI" not in os.environ, reason="starts four processes; runs where CI is set")
def test_answers_of_two_processes_at_once_are_both_recorded(here: Sayso, club: str) -> None:
    running = [
        subprocess.Popen([SAYSO, "answer", club, number, "public-record", "--why", "register"])
        for number in ("1", "2", "3", "4")
    ]
    assert [one.wait(120) for one in running] == [0, 0, 0, 0]
    assert "3 open" in here("clear", "--sheet", club).stdout


def test_a_sheet_is_removed_by_hand(here: Sayso, club: str, home: Path) -> None:
    assert here("clear", "--remove", club).stderr.startswith("removed the sheet club, with all versions")
    assert [*(home / "drafts").iterdir()] == []
    assert here("clear", "--remove", club).returncode == 2
