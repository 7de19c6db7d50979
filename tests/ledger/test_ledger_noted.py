"""The head is noted outside of the database, so that a truncated or exchanged ledger is detected."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from factories import NOON
from ledger_world import make_item
from tampering import file_of

from sayso.errors import LedgerError, TamperedError
from sayso.ledger import Ledger
from sayso.ledger.log.noted_head import HeadFile
from schemas import Head

GONE = "expected the 4 entries that the noted head counts, found 2: the rest is gone; `sayso ledger verify` shows the"


def head_file(url: str) -> Path:
    return file_of(url).with_name("ledger.db.head")


def grow(url: str, *names: str) -> Head:
    with Ledger.open(url) as ledger:
        for name in names:
            ledger.append(*make_item(f"{name}. Two bridges were closed."))
        return ledger.head


@pytest.fixture
def rolled_back(url: str) -> str:
    """The URL of a ledger of four entries, where a copy of the first two has been put back."""
    grow(url, "One")
    copy = shutil.copy(file_of(url), file_of(url).with_suffix(".copy"))
    grow(url, "Two")
    shutil.move(copy, file_of(url))
    return url


def test_the_head_is_noted_beside_the_file_after_every_append_readable_for_its_owner(url: str) -> None:
    with Ledger.open(url) as ledger:
        for name in ("One", "Two"):
            ledger.append(*make_item(f"{name}. Two bridges were closed."))
            noted = HeadFile(head_file(url)).load()
            assert noted
            assert noted.head == ledger.head
    assert head_file(url).stat().st_mode & 0o777 == 0o600
    assert not file_of(url).with_name("ledger.db-wal").exists()


def test_a_ledger_that_lost_its_end_is_neither_read_nor_built_on(rolled_back: str) -> None:
    for write in (True, False):
        with pytest.raises(TamperedError, match=GONE):
            Ledger.open(rolled_back, write=write)


def test_it_is_not_built_on_where_it_loses_its_end_while_it_is_open(url: str) -> None:
    head = grow(url, "One")
    with Ledger.open(url) as ledger:
        HeadFile(head_file(url)).note(Head(size=head.size + 1, root="0" * 64, peaks=("0" * 64, "1" * 64)))
        head_file(url).write_text(head_file(url).read_text().replace(f'"size":{head.size + 1}', '"size":4'))
        with pytest.raises(TamperedError, match=r"the head that was noted in .* is damaged"):
            ledger.append(*make_item("Two. Two bridges were closed."))


def test_verify_reports_missing_last_entries(rolled_back: str) -> None:
    with Ledger.open(rolled_back, write=False, ignore_noted=True) as ledger:
        assert ledger.verify().findings == (
            "The head noted beside the ledger counts 4 entries, 2 are there: the rest is gone.",
        )


def test_an_older_copy_can_be_accepted_explicitly_and_verify_reports_that(rolled_back: str) -> None:
    noted = HeadFile(head_file(rolled_back)).load()
    assert noted
    with Ledger.open(rolled_back, write=False, ignore_noted=True, clock=lambda: NOON) as ledger:
        assert ledger.accept_head("Ana Lind", "Friday's backup") == ledger.head
        assert ledger.accept_head("Ana Lind", "again") is None
    grow(rolled_back, "Three", "Four")
    with Ledger.open(rolled_back, write=False) as ledger:
        found = ledger.verify()
        assert (found.entries, found.findings) == (6, ())
        assert found.warnings[-1] == (
            f"The head {noted.head} was given up by Ana Lind on {NOON:%Y-%m-%d}: Friday's backup"
        )


def test_another_ledger_in_its_place_is_reported(url: str, tmp_path: Path) -> None:
    grow(url, "One")
    other = f"sqlite:///{tmp_path / 'other.db'}"
    grow(other, "One", "Two")
    shutil.copy(file_of(other), file_of(url))
    with pytest.raises(TamperedError, match="expected the 2 entries that the noted head counts, found others"):
        Ledger.open(url)
    with Ledger.open(url, write=False, ignore_noted=True) as ledger:
        (finding,) = ledger.verify().findings
        assert finding.startswith("The first 2 entries are not those of the head noted beside the ledger")


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: b"",
    "cut": lambda raw: raw[:-9],
    "another size": lambda raw: raw.replace(b'"size":2', b'"size":3'),
    "another root": lambda raw: raw.replace(b'"root":"', b'"root":"0'),
    "no JSON": lambda raw: b"\xff" + raw,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_noted_head_is_reported_and_can_be_given_up(url: str, damage: str) -> None:
    grow(url, "One")
    head_file(url).write_bytes(DAMAGES[damage](head_file(url).read_bytes()))
    with pytest.raises(TamperedError, match=r"the head that was noted in .* is damaged, so nobody knows"):
        Ledger.open(url)
    with Ledger.open(url, write=False, ignore_noted=True) as ledger:
        assert not ledger.verify().ok
        ledger.accept_head("Ana Lind", "the disk was full")
        assert ledger.verify().ok
        assert ledger.verify().warnings[-1].startswith("A head that could not be read was given up by Ana Lind")
    grow(url, "Two")


def test_a_ledger_without_a_noted_head_is_opened_and_gets_one(url: str) -> None:
    head = grow(url, "One")
    head_file(url).unlink()
    assert grow(url) == head
    assert grow(url, "Two").size == 4
    assert head_file(url).exists()


def test_an_expected_head_is_compared_with_the_first_entries(url: str) -> None:
    heads = [grow(url), grow(url, "One"), grow(url, "Two")]
    with Ledger.open(url, write=False) as ledger:
        for head in heads:
            noted = Head(size=head.size, root=head.root)
            assert ledger.verify(noted).findings == ()
            assert ledger.verify(noted).limit.startswith(f"The first {head.size} entries are those of the head")
            (finding,) = ledger.verify(noted.model_copy(update={"root": "0" * 64})).findings
            assert finding.startswith(f"The first {head.size} entries are not those of the head that was given")
        assert ledger.verify(Head(size=9, root="0" * 64)).findings == (
            "The head that was given counts 9 entries, 4 are there: the rest is gone.",
        )


def test_the_noted_head_never_shrinks_with_several_writers(url: str) -> None:
    grow(url)
    programs = [Thread(target=grow, args=(url, *(f"{name} {at}" for at in range(5)))) for name in ("One", "Two")]
    for one in programs:
        one.start()
    for one in programs:
        one.join()
    noted = HeadFile(head_file(url)).load()
    with Ledger.open(url, write=False) as ledger:
        assert noted
        assert noted.head == ledger.head
        assert ledger.head.size == 20


def test_the_head_of_a_servers_ledger_is_noted_in_the_given_file(anywhere: str, tmp_path: Path) -> None:
    place = tmp_path / "heads" / "desk.head"
    with Ledger.open(anywhere, head_file=place) as ledger:
        ledger.append(*make_item())
        expected = ledger.head
    if anywhere.startswith("sqlite"):
        place = head_file(anywhere)
    noted = HeadFile(place).load()
    assert noted
    assert noted.head == expected
    HeadFile(place).note(Head(size=3, root=expected.root, peaks=expected.peaks))
    with pytest.raises(TamperedError, match="is damaged"):
        Ledger.open(anywhere, head_file=place)


def test_a_head_that_cannot_be_noted_is_reported(url: str) -> None:
    with closing(Ledger.open(url)) as ledger:
        head_file(url).mkdir()
        with pytest.raises(LedgerError, match=r"expected to read .*ledger\.db\.head, could not: Is a directory"):
            ledger.append(*make_item())
        head_file(url).rmdir()
