"""An open ledger, and a folder for its indexes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import known_vectors
import pytest

from sayso.ledger import Ledger


@pytest.fixture(autouse=True)
def _known_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    known_vectors.remember(monkeypatch)


@pytest.fixture
def ledger(tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    shutil.copy(blank, tmp_path)
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "indexes"
