"""What every test shares. Its presence puts `tests/` on the path, so that tests can `import factories`."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import hermetic
import pytest

from flows.process_setup import COLLECTIONS

if TYPE_CHECKING:
    from warm import WarmPool

    from tests.evaluation.pinned import Reading

_USER = TemporaryDirectory(prefix="sayso-tests-", ignore_cleanup_errors=True)
os.environ.setdefault(hermetic.COMMON, _USER.name)
hermetic.settle(Path(_USER.name))  # now: what is imported from here on reads the environment
gc.set_threshold(*COLLECTIONS)  # as the commands do

import examples  # noqa: E402
from browser import Browser, find  # noqa: E402

examples.load()

DEAR = ("development", "patterns", "prefect_server", "readings", "serving")
"""What takes longest to make: one process makes it, and runs all tests that need it.

Tests that need two of these are a group of their own: with those that need one of them it would take longer than all
others together.
"""

TOGETHER = 20
"""Most tests of a file that one process gets at a time: they share what it has read, and are quickly handed out."""


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist looks for groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Divide the tests among processes; what takes longest comes first, so that nothing long is left for the end."""
    seen: Counter[Path] = Counter()
    for item in items:
        dear = set(DEAR).intersection(getattr(item, "fixturenames", ()))
        for name in dear:
            item.add_marker(pytest.mark.xdist_group(name))
        if not dear and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(f"{item.path.stem}-{seen[item.path] // TOGETHER}"))
            seen[item.path] += 1
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    if "first_runs" in getattr(item, "fixturenames", ()):
        return -1  # before the tests' own server, which then need not make Prefect's database again
    if set(DEAR).intersection(getattr(item, "fixturenames", ())):
        return 0
    return 1 if item.path.parent.name == "evaluation" else 2


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Places for homes, none of which is there yet: to make a folder a test takes longer than most tests."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path]) -> Iterator[Path]:
    """A home of the test's own; what the test does to the environment and the umask is undone."""
    kept, mask = dict(os.environ), os.umask(0o022)
    place = next(homes)
    os.environ.update(SAYSO_HOME=str(place), SAYSO_ACTOR="tester")
    yield place
    os.umask(mask)
    now = dict(os.environ)
    for name in now.keys() - kept.keys():
        del os.environ[name]
    os.environ.update({name: value for name, value in kept.items() if now.get(name) != value})


@pytest.fixture(scope="session", autouse=True)
def quick_ledgers() -> Iterator[None]:
    """What an empty database is migrated to is found out once a process: most tests make a ledger of their own."""
    from new_ledgers import quick

    from sayso.ledger import ledger

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "upgrade", quick(ledger.upgrade))
        yield


@pytest.fixture(scope="session")
def blank(quick_ledgers: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger without entries; to copy it takes less than to make one."""
    from sayso.ledger import Ledger

    file = tmp_path_factory.mktemp("blank") / "ledger.db"
    Ledger.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder with the corpora that the evaluation scores against; skips where it is not given."""
    folder = os.environ.get("SAYSO_CORPORA")
    if not folder:
        pytest.skip("SAYSO_CORPORA names no folder with the corpora")
    return Path(folder)


@pytest.fixture(scope="session")
def readings() -> list[Reading]:
    """`seeds/articles` and the passages as the engine reads them: several tests judge them, reading takes long."""
    from tests.evaluation import pinned

    return list(pinned.readings())


@pytest.fixture(scope="session")
def warm_pool() -> Iterator[WarmPool]:
    """Readers for all tests of this process."""
    from warm import warm

    with warm() as pool:
        yield pool


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """A real browser; skips where there is none."""
    return find(tmp_path_factory.mktemp("browser"))
