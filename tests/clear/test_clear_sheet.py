"""The numbers of a sheet's lines from version to version, and where each line stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sayso.clear import Changes, DraftVersion, Findings, Line, Sheet, revised, viewed
from schemas import Decision, Judgement, Outcome

MORNING = datetime(2026, 11, 30, 9, tzinfo=UTC)


def line(words: str, start: int = 0, **known: Any) -> Line:
    """A line about a source; its words are its id."""
    facts: dict[str, Any] = {"point": "source", "about": words, "claims": (words,), "paragraph": 1, "asks": "reporter"}
    facts |= {"start": start, "end": start + 1, "who": "no source given", "why": ("own-voice",), "missing": "how?"}
    return Line(words=words, **{**facts, **known})


def version(number: int) -> DraftVersion:
    return DraftVersion(
        number=number,
        sha256=str(number) * 64,
        file="draft.txt",
        read_at=MORNING + timedelta(hours=number),
        article=f"article {number}",
        words=100,
    )


def sheet_of(*versions: list[Line]) -> tuple[Sheet, Changes]:
    """The sheet after these versions, and what the last one changed."""
    sheet, changes = Sheet(name="draft", key="k", source=None), Changes()
    for number, lines in enumerate(versions, 1):
        sheet, changes = revised(sheet, version(number), Findings(lines=tuple(lines)))
    return sheet, changes


def numbers(sheet: Sheet) -> dict[str, int]:
    return {one.line.words: one.number for one in sheet.standing}


A, B, C = line("The mayor bought a flat in Tarn.", 10), line("The bank knew of it.", 20), line("Nobody was hurt.", 30)


def test_lines_are_numbered_in_the_order_of_the_draft() -> None:
    sheet, changes = sheet_of([A, B, C])
    assert (numbers(sheet), changes) == ({A.words: 1, B.words: 2, C.words: 3}, Changes(new=(1, 2, 3)))


def test_a_line_that_moved_keeps_its_number_and_a_new_one_gets_a_further_one() -> None:
    new = line("A second account was emptied.", 5)
    sheet, changes = sheet_of([A, B, C], [new, B, A.model_copy(update={"start": 50})])
    assert numbers(sheet) == {new.words: 4, B.words: 2, A.words: 1}
    assert changes == Changes(new=(4,), gone=(3,))


def test_a_line_that_reads_otherwise_keeps_its_number() -> None:
    changed = line("The mayor bought a house in Tarn.", 10)
    sheet, changes = sheet_of([A, B], [changed, B])
    assert numbers(sheet) == {changed.words: 1, B.words: 2}
    assert changes == Changes(changed=(1,))
    assert [(one.first, one.since, one.line.about) for one in sheet.standing] == [(1, 2, A.words), (1, 1, B.words)]


def test_a_line_that_comes_back_has_its_number_again() -> None:
    sheet, changes = sheet_of([A, B], [B], [A, B])
    assert (numbers(sheet), changes) == ({A.words: 1, B.words: 2}, Changes(back=(1,)))


def test_of_two_lines_that_read_alike_each_keeps_its_number() -> None:
    twin = line(B.words, 40, about="twin")
    sheet, _ = sheet_of([B, twin], [B.model_copy(update={"start": 25}), twin])
    assert [(one.number, one.line.start) for one in sheet.standing] == [(1, 25), (2, 40)]


@pytest.mark.parametrize("words", ["The  mayor bought a flat in Tarn.", "The mayor bought a flat in Tarn."])
def test_what_a_word_processor_changes_by_itself_makes_no_difference(words: str) -> None:
    assert line(words).reads == A.reads
    assert line('"No" - he said').reads == line("“No” – he said").reads


def test_what_counts_as_another_reading() -> None:
    others = [line(A.words, who="Tom"), line(A.words, why=("alleged",)), line(A.words, accused="Tom"), B]
    assert len({other.reads for other in [A, *others]}) == 5
    assert line(A.words, missing="otherwise worded").reads == A.reads


def decided(
    about: Line, judgement: Judgement, outcome: Outcome | None = None, hour: float = 1.5, **known: Any
) -> Decision:
    facts = {"point": "source", "version": about.reads, "by": "Ana Lind", "at": MORNING + timedelta(hours=hour)}
    return Decision(
        id=f"{judgement}{hour}", about=about.about, judgement=judgement, outcome=outcome, **{**facts, **known}
    )


CHANGED = line("The mayor bought a house in Tarn.", 10, about=A.words)
STATES: dict[str, tuple[list[list[Line]], list[Decision], str]] = {
    "nobody answered": ([[A]], [], "open"),
    "held on file": ([[A]], [decided(A, "close", "held-on-file")], "cleared"),
    "said to be cut, and there": ([[A]], [decided(A, "close", "cut")], "to-do"),
    "said to be reworded, and the same": ([[A], [A]], [decided(A, "close", "reworded")], "to-do"),
    "reworded, and answered so": ([[A], [CHANGED]], [decided(CHANGED, "close", "reworded", 2.5)], "cleared"),
    "answered, and changed since": ([[A], [CHANGED]], [decided(A, "close", "public-record")], "reopened"),
    "changed, and back as it was": ([[A], [CHANGED], [A]], [decided(A, "close", "public-record")], "cleared"),
    "asked": ([[A]], [decided(A, "query", to="Tom")], "queried"),
    "with the lawyer": ([[A]], [decided(A, "refer")], "with-lawyer"),
    "misread": ([[A]], [decided(A, "misread")], "misread"),
    "another question about the same": ([[A]], [decided(A, "close", "witnessed", point="reply")], "open"),
}


@pytest.mark.parametrize("case", STATES)
def test_where_a_line_stands(case: str) -> None:
    versions, decisions, state = STATES[case]
    sheet, _ = sheet_of(*versions)
    (shown,) = viewed(sheet, decisions).lines
    assert shown.state == state
    assert shown.open == (state not in ("cleared", "misread"))


def test_an_answer_says_who_gave_it_on_which_version() -> None:
    sheet, _ = sheet_of([A, B], [A, B])
    view = viewed(sheet, [decided(A, "close", "held-on-file", reference="safe 3"), decided(B, "close", "cut", 2.5)])
    assert [(one.answer, one.by, one.reference, one.version) for one in view.lines] == [
        ("held-on-file", "Ana Lind", "safe 3", 1),
        ("cut", "Ana Lind", None, 2),
    ]
