"""What a trace reads is linked at its end; what cannot be linked costs itself, and waits for the next time."""

from __future__ import annotations

import fcntl
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from linking_world import ECHO, GLOBE, TEXTS, tell

from flows import linking as linking
from flows import tracing as tracing
from flows.progress import WATCHER, Watcher
from sayso.desk.index_position import IndexPosition
from sayso.desk.indexes import Indexes
from sayso.desk.linking import link_entries
from sayso.ledger import AppendResult, Ledger
from sayso.registry import Registry
from sayso.settings import settings

pytestmark = pytest.mark.usefixtures("prefect_api", "home")

WORDS = "Two bridges over the Dnieper"


class Notices(Watcher):
    """Keeps the notices of a run."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def notice(self, sentence: str) -> None:
        self.all.append(sentence)


@pytest.fixture
def notices() -> Iterator[list[str]]:
    watcher = Notices()
    token = WATCHER.set(watcher)
    yield watcher.all
    WATCHER.reset(token)


@pytest.fixture
def told() -> None:
    """Three articles are in the ledger, and not linked yet."""
    with Ledger.open(settings().database_url) as ledger:
        for outlet in TEXTS:
            tell(ledger, outlet)


@pytest.fixture
def empty(tmp_path: Path) -> list[str]:
    """Paths at which there is nothing new."""
    (tmp_path / "empty").mkdir()
    return [str(tmp_path / "empty")]


def kinds() -> Counter[str]:
    with Ledger.open(settings().database_url, write=False) as ledger:
        assert ledger.verify().findings == ()
        with ledger.snapshot() as now:
            return Counter(entry.kind for entry in now.entries())


def waiting() -> tuple[int, ...]:
    position = IndexPosition.load(settings().indexes)
    assert position is not None
    return position.waiting


def test_a_trace_links_what_it_reads_with_what_was_read_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "globe.txt").write_text(GLOBE, "utf-8")
    assert tracing.trace([str(tmp_path / "globe.txt")], return_state=True).message == "1 article read; 0 known before"
    assert kinds() == {"capture": 1, "extraction": 1}
    (tmp_path / "echo.txt").write_text(ECHO, "utf-8")
    state = tracing.trace([str(tmp_path / "globe.txt"), str(tmp_path / "echo.txt")], return_state=True)
    assert (state.name, state.message) == ("Completed", "1 article read; 1 known before")
    assert kinds() == {"capture": 2, "extraction": 2, "links": 1}

    monkeypatch.setattr(
        tracing, "linked", lambda ledger: pytest.fail("nothing is loaded where nothing is to be linked")
    )
    state = tracing.trace([str(tmp_path / "echo.txt")], return_state=True)
    assert state.message == "nothing to do: 1 article, all known"


@pytest.mark.usefixtures("told")
def test_linking_over_again_records_only_what_changed() -> None:
    state = linking.link(return_state=True)
    assert state.message == "3 articles linked, 1 new entry in the ledger"
    assert kinds()["links"] == 1
    state = linking.link(return_state=True)
    assert state.result() == {"linked": 3, "failed": 0, "added": 0}
    assert kinds()["links"] == 1


@pytest.mark.usefixtures("told")
def test_a_batch_that_fails_leaves_the_others_and_is_linked_the_next_time(
    empty: list[str], notices: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_at_first(ledger: Ledger, indexes: Indexes, entries: Sequence[int], registry: Registry) -> AppendResult:
        if 2 in entries:
            raise ValueError(f"cannot cope with {WORDS!r}")
        return link_entries(ledger, indexes, entries, registry)

    with monkeypatch.context() as patch:
        patch.setattr(linking, "BATCH", 1)
        patch.setattr(linking, "link_entries", fail_at_first)
        state = tracing.trace(empty, return_state=True)
    told = "nothing to do: 0 articles, all known; some articles could not be linked, the next run tries again"
    assert (state.name, state.message, state.result()["unlinked"]) == ("Partly linked", told, 1)
    assert [one.partition(", /")[0] for one in notices] == [
        "1 article could not be linked, the others were: ValueError in fail_at_first"
    ]
    assert waiting() == (2,)
    assert tracing.trace(empty, return_state=True).name == "Completed"
    assert (waiting(), kinds()["links"]) == ((), 1)


@pytest.mark.usefixtures("told")
def test_where_another_program_links_the_articles_wait(
    empty: list[str], notices: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "LOCKED", 0.1)
    settings().indexes.mkdir(parents=True)
    with (settings().indexes / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert tracing.trace(empty, return_state=True).name == "Partly linked"
    assert notices[0].startswith("expected to link alone, found that another program has been at")
    assert kinds()["links"] == 0


@pytest.mark.usefixtures("told")
def test_damaged_indexes_are_made_anew_and_that_is_told(empty: list[str], notices: list[str]) -> None:
    settings().indexes.mkdir(parents=True)
    (settings().indexes / "marker.json").write_text("{", "utf-8")
    assert tracing.trace(empty, return_state=True).name == "Completed"
    assert notices == [
        f"the indexes in {str(settings().indexes)!r} are made again: their marker is damaged (ValidationError)"
    ]
    assert kinds()["links"] == 1


def test_linking_that_fails_for_any_reason_leaves_what_was_read(
    told: None, empty: list[str], notices: list[str]
) -> None:
    settings().indexes.write_text("a file where the folder should be")
    state = tracing.trace(empty, return_state=True)
    assert (state.name, state.result()["unlinked"]) == ("Partly linked", 1)
    assert notices == [
        "new claims could not be linked: NotADirectoryError",
        "what the new articles give to the worklist could not be kept: FileExistsError",
    ]
    assert kinds() == {"capture": 3, "extraction": 3}
