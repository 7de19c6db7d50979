"""A draft cleared through three versions: by number, by table, to its clearance and into the desk's ledger."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from word_documents import paragraph, word_document

from flows.workers.reading import extracted, registry
from sayso.clear import Changes, HouseRule, SheetView
from sayso.desk.answering import Answer, Answered, answer
from sayso.desk.clearance_record import record
from sayso.desk.clearing import Cleared, DraftReading, HouseLines, clear, no_rules, read_draft, shown
from sayso.desk.drafts import Drafts, name_for
from sayso.desk.standing_rules import for_sheet, newsroom_rules
from sayso.errors import LedgerError, UnreadableError, UsageError
from sayso.ingest import ArticleLocation, locate
from sayso.ledger import Ledger

HEADLINE = "Mayor stole from school fund\n\n"
BRIBES = "Mayor Anna Reiss took bribes from a builder, the auditor Tom Hale said on Monday.\n\n"
ACCOUNT = "A second account was emptied in May, according to a person familiar with the books.\n\n"
FLAT = "Reiss bought a flat in Tarn in June.\n\n"
FIRST = HEADLINE + BRIBES + ACCOUNT + FLAT
SECOND = HEADLINE.replace("stole", "is said to have stolen") + BRIBES + ACCOUNT + FLAT.replace("a flat", "a house")
THIRD = SECOND.replace(BRIBES, BRIBES + "Reiss denied that she had taken bribes.\n\n") + "Two clerks died in July.\n"


OPEN = ("open", None, None)


def read_here(location: ArticleLocation, key: str, rule: HouseRule) -> DraftReading:
    return read_draft(location, key, rule, extracted)


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "home" / "drafts", "desk")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "School fund.txt"


def cleared(
    drafts: Drafts,
    file: Path,
    text: str | bytes,
    sheet: str | None = None,
    *,
    new: bool = False,
    house: HouseLines = no_rules,
) -> Cleared:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    (location,) = locate([file]).articles
    return clear(drafts, location, read_here, HouseRule(), sheet, new=new, house=house)


def states(view: SheetView) -> dict[int, tuple[str, str | None, str | None]]:
    return {line.number: (line.state, line.answer, line.by) for line in view.lines}


def said(drafts: Drafts, number: int, word: str, **more: str) -> Answered:
    return answer(drafts, "school-fund", [Answer(number, word, more.pop("by", "Ana Lind"), **more)], whole=True)


@pytest.fixture
def story(drafts: Drafts, file: Path) -> list[Cleared]:
    """Three versions: the first is answered by number, the second changes two lines, the third heeds the others."""
    first = cleared(drafts, file, FIRST)
    said(drafts, 1, "reworded")
    said(drafts, 3, "held-on-file", reference="safe 3/17", by="Lena Hollis")
    said(drafts, 4, "public-record", why="land register")
    second = cleared(drafts, file, SECOND)
    said(drafts, 2, "query", to="town hall")
    said(drafts, 4, "public-record", why="land register", by="Tom Reyes")
    return [first, second, cleared(drafts, file, THIRD)]


def test_only_what_changed_is_open_again(story: list[Cleared], drafts: Drafts) -> None:
    first, second, third = story
    assert states(first.sheet) == dict.fromkeys((1, 2, 3, 4), ("open", None, None))
    assert (second.changes.gone, second.changes.changed, second.changes.new) == ((1,), (4,), ())
    assert states(second.sheet) == {
        2: ("open", None, None),
        3: ("cleared", "held-on-file", "Lena Hollis"),
        4: ("reopened", "public-record", "Ana Lind"),
    }
    assert (third.changes.gone, third.changes.changed, third.changes.new) == ((2,), (), (5,))
    assert states(third.sheet) == {
        3: ("cleared", "held-on-file", "Lena Hollis"),
        4: ("cleared", "public-record", "Tom Reyes"),
        5: ("open", None, None),
    }
    assert [(line.number, line.answer) for line in third.sheet.gone] == [(1, "reworded"), (2, "query")]


def rules_in(folder: Path) -> HouseLines:
    """The lines for the one rule of a house: whoever is accused has to be heard."""
    steps = ("Given every draft", "Then their reply is printed, or when and how it was sought")
    (folder / "a.feature").write_text("\n  ".join(["Feature: F", "Scenario: Heard", *steps]), "utf-8")
    return partial(for_sheet, newsroom_rules(folder).rules, registry())


def test_a_broken_rule_of_the_house_is_a_line_to_answer(drafts: Drafts, file: Path, tmp_path: Path) -> None:
    before = cleared(drafts, file, FIRST)
    house = rules_in(tmp_path)
    again = cleared(drafts, file, FIRST, house=house)
    assert (again.same, again.changes.new, states(again.sheet)) == (True, (5,), {**states(before.sheet), 5: OPEN})
    [line] = again.sheet.rules
    assert (line.words, line.chain) == (BRIBES.strip(), "house rule “Heard”")
    assert line.missing.startswith("expected a reply of Anna Reiss to “")
    said(drafts, 5, "reply-sought", why="by letter on Monday")
    assert states(cleared(drafts, file, FIRST, house=house).sheet)[5] == ("cleared", "reply-sought", "Ana Lind")
    assert states(cleared(drafts, file, SECOND, house=house).sheet)[5] == ("cleared", "reply-sought", "Ana Lind")
    done = cleared(drafts, file, THIRD, house=house)
    assert (done.sheet.rules, 5 in done.changes.gone) == ((), True)
    assert cleared(drafts, file, THIRD, house=house).changes == Changes()


def test_a_rule_that_the_house_gave_up_takes_its_line_along(drafts: Drafts, file: Path, tmp_path: Path) -> None:
    assert len(cleared(drafts, file, FIRST, house=rules_in(tmp_path)).sheet.rules) == 1
    again = cleared(drafts, file, FIRST)
    assert (again.sheet.rules, again.changes.gone, len(again.sheet.lines)) == ((), (5,), 4)


def test_what_is_cleared_goes_to_the_desks_ledger_and_nothing_else(
    story: list[Cleared], drafts: Drafts, tmp_path: Path
) -> None:
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        with pytest.raises(UsageError, match=r"expected every line to be cleared, found 1 line open \(5\); answer"):
            record(drafts, "school-fund", ledger, "Ana Lind", with_open=False)
        assert ledger.head.size == 0
        done = record(drafts, "school-fund", ledger, "Ana Lind", with_open=True)
        assert record(drafts, "school-fund", ledger, "Ana Lind", with_open=True).decisions == 0
        with ledger.snapshot() as now:
            ((_, article),) = now.articles()
            told = {claim.id: claim.claim.proposition for _, claim in now.claims()}
            decisions = [(told[one.about], one.judgement, one.outcome, one.by) for one in now.decisions(*told)]
        assert ledger.verify().findings == ()
        assert ledger.head.size == 2 + done.decisions
    assert (article.text, article.salt) == (THIRD, article.key)
    assert sorted(decisions) == sorted(
        [
            ("A second account was emptied in May.", "close", "held-on-file", "Lena Hollis"),
            ("Reiss bought a house in Tarn in June.", "close", "public-record", "Tom Reyes"),
            ("Two clerks died in July.", "note", None, "Ana Lind"),
        ],
        key=str,
    )


def test_no_other_user_can_read_a_draft(drafts: Drafts, file: Path) -> None:
    cleared(drafts, file, FLAT)
    folder = drafts.folder / "school-fund"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (drafts.folder, folder, folder / "sheet.json")}
    assert modes == {"drafts": 0o700, "school-fund": 0o700, "sheet.json": 0o600}


def test_a_removed_sheet_leaves_no_file(drafts: Drafts, file: Path) -> None:
    cleared(drafts, file, FIRST)
    drafts.remove("school-fund")
    assert [*drafts.folder.iterdir()] == []
    assert file.exists()


def test_old_sheets_are_removed(drafts: Drafts, file: Path) -> None:
    cleared(drafts, file, FIRST)
    (drafts.folder / ".removed-half").mkdir()
    assert drafts.remove_old(datetime.now(UTC) - timedelta(days=1)) == []
    assert drafts.remove_old(datetime.now(UTC) + timedelta(days=1)) == ["school-fund"]
    assert [*drafts.folder.iterdir()] == []


def test_the_same_version_again_changes_nothing(drafts: Drafts, file: Path) -> None:
    before = cleared(drafts, file, FIRST)
    again = cleared(drafts, file, FIRST)
    assert (again.same, again.sheet) == (True, before.sheet)


def test_a_draft_is_known_by_its_file_a_sheet_by_its_name_its_beginning_or_its_draft(
    drafts: Drafts, file: Path, tmp_path: Path
) -> None:
    cleared(drafts, file, FIRST)
    assert cleared(drafts, file, SECOND).sheet.version == 2
    assert cleared(drafts, tmp_path / "v3.txt", THIRD, "school").sheet.version == 3
    assert cleared(drafts, tmp_path / "v3.txt", FIRST, new=True).sheet.name == "v3"
    assert cleared(drafts, file, FIRST, new=True).sheet.name == "school-fund-2"
    assert (drafts.find("school-fund"), drafts.find("School-fund-"), drafts.find("v")) == (
        "school-fund",
        "school-fund-2",
        "v3",
    )
    assert drafts.find(str(file)) == "school-fund-2"
    with pytest.raises(UsageError, match=r"found several for '.*v3\.txt'; the sheets are v3 and school-fund"):
        drafts.find(str(tmp_path / "v3.txt"))
    with pytest.raises(UsageError, match="found several for 'school'; the sheets are school-fund and school-fund-2"):
        drafts.find("school")
    with pytest.raises(UsageError, match=r"found none for '\.\./\.\./x'; the sheets are"):
        drafts.find("../../x")


def test_a_word_document_is_cleared(drafts: Drafts, tmp_path: Path) -> None:
    document = word_document(
        paragraph("School fund", "Title"), paragraph(FLAT.strip()), paragraph("The market is held on Sundays.")
    )
    done = cleared(drafts, tmp_path / "fund.docx", document)
    assert [line.words for line in done.sheet.lines] == [FLAT.strip()]


@pytest.mark.parametrize(
    "content", [b"", b"   \n", b"PK\x03\x04", "Der Bürgermeister hat Geld genommen. ".encode() * 9]
)
def test_a_draft_that_cannot_be_read_leaves_nothing(drafts: Drafts, file: Path, content: bytes) -> None:
    with pytest.raises(UnreadableError, match="expected"):
        cleared(drafts, file, content)
    assert drafts.names() == []
    assert not drafts.folder.exists()


def test_a_damaged_sheet_is_told_and_stands_in_nobodys_way(drafts: Drafts, file: Path, tmp_path: Path) -> None:
    cleared(drafts, file, FLAT)
    (drafts.folder / "school-fund" / "sheet.json").write_text("{")
    with pytest.raises(LedgerError, match="found a damaged file; `sayso clear --remove school-fund` removes it"):
        shown(drafts, "school-fund")
    assert cleared(drafts, tmp_path / "other.txt", FLAT).sheet.name == "other"


NAMES = {
    "Harbour fire.docx": "harbour-fire",
    "/a/b/v2 (final) FINAL.txt": "v2-final-final",
    "-": "pasted",
    "../..": "draft",
    "Über Köln.md": "über-köln",
    f"{'x' * 300}.txt": "x" * 60,
}


@pytest.mark.parametrize("file", NAMES)
def test_a_sheet_is_named_after_its_file(file: str) -> None:
    assert name_for(file) == NAMES[file]
