"""The indexes are views: what is missing, damaged or of another ledger is made anew, and nothing waits for ever."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from linking_world import TEXTS, link_all, tell

from sayso.desk.index_position import FILE, IndexPosition
from sayso.desk.indexes import indexes
from sayso.errors import LedgerError
from sayso.ledger import Ledger


def held(ledger: Ledger, folder: Path) -> tuple[int, int, tuple[int, ...]]:
    """How many claims and texts the indexes hold, and what waits to be linked."""
    with indexes(ledger, folder, print, 1) as ours:
        return len(ours.claims), len(ours.texts), ours.position.waiting


def ruin(path: Path) -> None:
    path.write_bytes(b"\0" * 40)


DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "no marker": (lambda folder: (folder / FILE).unlink(), ""),
    "all gone": (shutil.rmtree, ""),
    "a marker that is none": (lambda folder: ruin(folder / FILE), "their marker is damaged (ValidationError)"),
    "no claims": (lambda folder: shutil.rmtree(folder / "claims"), "some of what they held is gone"),
    "no texts": (lambda folder: shutil.rmtree(folder / "texts"), "some of what they held is gone"),
    "claims that are none": (lambda folder: [ruin(one) for one in (folder / "claims").iterdir()], "expected"),
    "texts that are none": (lambda folder: [ruin(one) for one in (folder / "texts").iterdir()], "expected"),
    "another encoder": (
        lambda folder: (folder / FILE).write_text((folder / FILE).read_text().replace('"model":"', '"model":"x')),
        "they were made by another encoder",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_indexes_are_made_anew_with_a_notice(ledger: Ledger, folder: Path, damage: str) -> None:
    for outlet in ("The Daily Globe", "Echo"):
        tell(ledger, outlet)
    link_all(ledger, folder)
    tell(ledger, "Wire")
    do, why = DAMAGE[damage]
    do(folder)
    notices = link_all(ledger, folder)
    assert [one.startswith(f"the indexes in {str(folder)!r} are made again: {why}") for one in notices] == [
        True
    ] * bool(why)
    assert held(ledger, folder) == (5, 3, ())
    with ledger.snapshot() as now:
        assert [entry.kind for entry in now.entries()].count("links") == 1


def test_indexes_of_another_ledger_are_made_anew(ledger: Ledger, folder: Path, tmp_path: Path) -> None:
    with Ledger.open(f"sqlite:///{tmp_path / 'other.db'}") as other:
        for outlet in TEXTS:
            tell(other, outlet)
        link_all(other, folder)
    tell(ledger, "Echo")
    assert link_all(ledger, folder) == [
        f"the indexes in {str(folder)!r} are made again: they were made from another ledger, "
        "or from a later state of it; everything is linked again"
    ]
    assert held(ledger, folder) == (2, 1, ())


def test_after_the_ledger_lost_links_all_is_linked_anew(ledger: Ledger, folder: Path, tmp_path: Path) -> None:
    """The extractions are the same as before, so that only the head of the ledger can tell."""
    for outlet in ("The Daily Globe", "Echo"):
        tell(ledger, outlet)
    with ledger._database.reading():
        shutil.copytree(ledger._database.file.parent, tmp_path / "copy")  # type: ignore[union-attr]
    link_all(ledger, folder)
    with Ledger.open(f"sqlite:///{tmp_path / 'copy' / 'ledger.db'}") as older:
        position = IndexPosition.load(folder)
        assert position
        assert behind(position, older)
        (notice,) = link_all(older, folder)
        assert notice.endswith("or from a later state of it; everything is linked again")
        with older.snapshot() as now:
            assert [entry.kind for entry in now.entries()].count("links") == 1
        position = IndexPosition.load(folder)
        assert position
        assert not behind(position, older)


def test_what_could_not_be_linked_waits_even_where_the_indexes_are_made_anew(ledger: Ledger, folder: Path) -> None:
    for outlet in TEXTS:
        tell(ledger, outlet)
    with indexes(ledger, folder, print, 1) as ours:
        assert ours.position.waiting == (2, 4, 6)
        ours.linked(ledger, [4])
    assert held(ledger, folder) == (5, 3, (2, 6))
    shutil.rmtree(folder / "texts")
    assert held(ledger, folder) == (5, 3, (2, 6))


def test_without_a_marker_what_stands_before_the_last_links_counts_as_linked(ledger: Ledger, folder: Path) -> None:
    for outlet in ("The Daily Globe", "Echo"):
        tell(ledger, outlet)
    link_all(ledger, folder)
    tell(ledger, "Wire")
    shutil.rmtree(folder)
    assert held(ledger, folder) == (5, 3, (7,))


def behind(position: IndexPosition, ledger: Ledger) -> bool:
    with ledger.snapshot() as now:
        return position.behind(now)


def test_whether_anything_is_left_to_do_is_asked_of_the_marker_alone(ledger: Ledger, folder: Path) -> None:
    tell(ledger, "Echo")
    assert IndexPosition.load(folder) is None
    assert behind(IndexPosition(model=""), ledger)
    link_all(ledger, folder)
    position = IndexPosition.load(folder)
    assert position is not None
    assert not behind(position, ledger)
    tell(ledger, "Wire")
    assert behind(position, ledger)


def test_two_programs_do_not_link_at_once(ledger: Ledger, folder: Path) -> None:
    folder.mkdir()
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(LedgerError, match="expected to link alone, found that another program has been at"):
            held(ledger, folder)
    assert held(ledger, folder) == (0, 0, ())
