"""Failures to open or write a ledger are reported in one sentence, and nothing is half done."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from string import ascii_letters
from tempfile import TemporaryDirectory

import pytest
from factories import make_article, make_capture, make_extraction

from sayso.errors import LedgerError
from sayso.ledger import Item, Ledger

NOBODY = 65534
NewItem = Callable[..., Item]


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def refusal(url: str, **how: bool) -> str:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(url, **how)  # type: ignore[arg-type]
    return str(caught.value)


def test_the_folder_is_made(tmp_path: Path, item: NewItem) -> None:
    with Ledger.open(f"sqlite:///{tmp_path / 'a' / 'b c%20' / 'ledger.db'}") as ledger:
        assert ledger.append_many([item()]).new == 2
    assert sorted(one.name for one in (tmp_path / "a" / "b c%20").iterdir()) == ["ledger.db", "ledger.db.head"]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(f"sqlite:///{tmp_path}/file/ledger.db").startswith(
        f"expected a folder for the ledger at {tmp_path}/file"
    )


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "ledger.db", ""])
def test_an_address_that_is_not_a_ledgers(url: str) -> None:
    assert refusal(url).startswith("expected a database")


def test_reading_makes_no_ledger(url: str) -> None:
    assert (
        refusal(url, write=False)
        == f"expected a ledger at {file_of(url)}, found no file that can be read; `sayso run` makes one"
    )
    assert not file_of(url).exists()


def test_reading_makes_no_ledger_of_an_empty_file(url: str) -> None:
    file_of(url).touch()
    assert "found an empty database" in refusal(url, write=False)
    assert file_of(url).stat().st_size == 0


def test_reading_leaves_no_trace(filled: str) -> None:
    before = file_of(filled).read_bytes()
    with Ledger.open(filled, write=False) as ledger:
        assert ledger.verify().ok
    assert sorted(one.name for one in file_of(filled).parent.iterdir()) == ["ledger.db", "ledger.db.head"]
    assert file_of(filled).read_bytes() == before


def test_reading_cannot_write(filled: str, item: NewItem) -> None:
    with Ledger.open(filled, write=False) as ledger, pytest.raises(LedgerError, match="it is read-only"):
        ledger.append_many([item("New.")])


def test_another_programs_database(url: str) -> None:
    with closing(sqlite3.connect(file_of(url))) as connection:
        connection.execute("CREATE TABLE flow_run (id)")
    assert "expected a ledger or an empty database, found the tables flow_run" in refusal(url)


@pytest.mark.parametrize("write", [True, False])
def test_a_ledger_of_a_newer_version(filled: str, write: bool) -> None:
    with closing(sqlite3.connect(file_of(filled))) as connection, connection:
        connection.execute("UPDATE ledger_version SET version_num = '0999'")
    assert refusal(filled, write=write) == (
        "expected a ledger of schema 0007, found 0999: a newer version of Sayso made it; upgrade Sayso to read it"
    )


def test_a_lock_held_for_too_long(filled: str, item: NewItem) -> None:
    with closing(sqlite3.connect(file_of(filled), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Ledger.open(filled, timeout=0.1) as ledger:
            with pytest.raises(LedgerError, match="it is locked: another program has been writing for too long"):
                ledger.append_many([item("New.")])
            assert ledger.verify().ok


def test_a_full_disk_leaves_the_ledger_as_it_was(filled: str) -> None:
    """A limit on the size of files stands in for a full disk; the space then comes back."""
    article = make_article("".join(Random(1).choices(ascii_letters, k=400_000)))
    big: Item = (make_capture(article), article, make_extraction(article))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Ledger.open(filled) as ledger:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_of(filled).stat().st_size + 40_000, before[1]))
        try:
            with pytest.raises(LedgerError, match="nothing of this was recorded"):
                ledger.append_many([big])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert (ledger.verify().ok, ledger.verify().entries) == (True, 5)
        assert ledger.append_many([big]).new == 2


def test_a_database_that_may_not_grow(filled: str, item: NewItem) -> None:
    with Ledger.open(filled) as ledger:
        with ledger._database.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerError, match="the disk is full, and nothing of this was recorded"):
            ledger.append_many([item("Words. " * 5000)])


AS_NOBODY = """
import os
from sayso.errors import LedgerError
from sayso.ledger import Ledger
with Ledger.open({url!r}, write=False) as ledger:
    ledger.verify()  # while the libraries can still be read
os.setgid({nobody})
os.setuid({nobody})
with Ledger.open({url!r}, write=False) as ledger, ledger.snapshot() as now:
    print(ledger.verify().ok, len(list(now.entries())))
try:
    Ledger.open({url!r}).rebuild()
except LedgerError as error:
    print(error)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody without permission")
def test_no_permission_to_write_is_needed_for_reading(filled: str) -> None:
    with TemporaryDirectory() as folder:  # pytest's own folders are closed to others
        file = Path(shutil.copy(file_of(filled), folder))
        Path(folder).chmod(0o755)
        file.chmod(0o644)
        program = AS_NOBODY.format(nobody=NOBODY, url=f"sqlite:///{file}")
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert done.stdout.splitlines() == [
            "True 5",
            f"the ledger {file}: it is read-only: expected a file and folder that can be written",
        ], done.stderr
        assert os.listdir(folder) == ["ledger.db"]
