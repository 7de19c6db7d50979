"""What every test shares. Its presence puts `tests/` on the path, so that tests can `import factories`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from browser import Browser, find


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: nothing of the user's is read or written."""
    place = tmp_path / "home"
    monkeypatch.setenv("SAYSO_HOME", str(place))
    monkeypatch.setenv("SAYSO_ACTOR", "tester")
    for name in ("SAYSO_DATABASE_URL", "SAYSO_INBOX", "PREFECT_API_URL", "PREFECT_HOME"):
        monkeypatch.delenv(name, raising=False)
    return place


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder with the corpora that the evaluation scores against; skips where it is not given."""
    folder = os.environ.get("SAYSO_CORPORA")
    if not folder:
        pytest.skip("SAYSO_CORPORA names no folder with the corpora")
    return Path(folder)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """A real browser; skips where there is none."""
    return find(tmp_path_factory.mktemp("browser"))
