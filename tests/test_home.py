"""What Sayso keeps is read by nobody else on the machine, however it came to be there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.home import private
from sayso.ledger import Ledger


def modes(home: Path) -> dict[str, int]:
    return {str(path.relative_to(home)): path.stat().st_mode & 0o777 for path in (home, *home.rglob("*"))}


@pytest.fixture
def old(home: Path) -> Path:
    """A home as older versions left it, open to everybody."""
    os.umask(0)
    for name in ("reports", "indexes/claims", "prefect", "inbox"):
        (home / name).mkdir(parents=True)
    names = "ledger.db ledger.db-wal reports/a.html indexes/claims/vectors prefect/prefect.db inbox/new.txt"
    for name in names.split():
        (home / name).write_text(name)
    return home


def test_an_open_home_is_closed_and_only_the_inbox_stays_as_it_is(old: Path) -> None:
    assert private(old) is True
    assert modes(old) == {
        ".": 0o700,
        "ledger.db": 0o600,
        "ledger.db-wal": 0o600,
        "reports": 0o700,
        "reports/a.html": 0o600,
        "indexes": 0o700,
        "indexes/claims": 0o700,
        "indexes/claims/vectors": 0o600,
        "prefect": 0o700,
        "prefect/prefect.db": 0o600,
        "inbox": 0o777,
        "inbox/new.txt": 0o666,
    }
    assert private(old) is False


def test_what_stood_in_a_closed_home_was_open_to_nobody(old: Path) -> None:
    old.chmod(0o700)
    assert private(old) is False
    assert modes(old)["reports/a.html"] == 0o600


def test_a_folder_that_is_shared_with_other_things_keeps_its_permissions_and_they_theirs(old: Path) -> None:
    (old / "photographs").mkdir()
    assert private(old) is True
    assert modes(old)["."] == modes(old)["photographs"] == 0o777
    assert {modes(old)[name] for name in ("reports", "indexes", "prefect")} == {0o700}


def test_a_link_that_leads_out_of_the_home_closes_nothing_there(old: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "file").touch()
    (old / "reports" / "link").symlink_to(tmp_path / "elsewhere")
    (old / "ledger.link").symlink_to(tmp_path / "elsewhere" / "file")
    private(old)
    assert (modes(tmp_path / "elsewhere")) == {".": 0o777, "file": 0o666}


@pytest.mark.parametrize("mask", [0, 0o022, 0o077], ids=oct)
def test_what_is_made_from_then_on_is_closed_whatever_the_user_lets_others_do(home: Path, mask: int) -> None:
    os.umask(mask)
    assert private(home) is False
    (home / "reports").mkdir()
    (home / "reports" / "new.html").touch()
    assert modes(home) == {".": 0o700, "reports": 0o700, "reports/new.html": 0o600}


def test_a_ledger_is_closed_wherever_it_is(tmp_path: Path) -> None:
    os.umask(0)
    file = tmp_path / "elsewhere" / "desk.db"
    with Ledger.open(f"sqlite:///{file}", actor="desk"):
        assert modes(file.parent) == {".": 0o700, "desk.db": 0o600, "desk.db-shm": 0o600, "desk.db-wal": 0o600}
