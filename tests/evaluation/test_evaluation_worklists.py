"""The worklist beside what standards editors would act on: it never becomes worse silently."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.evaluation.worklists import marks, reads


@pytest.mark.skipif("CI" not in os.environ, reason="to read 17 articles takes ten seconds")
def test_what_editors_act_on_stands_at_the_top(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On that half of development by which nothing was chosen."""
    monkeypatch.setenv("SAYSO_CORPORA", str(corpora))
    found = marks(list(reads("development", 1, 2)))
    assert found.top_anywhere >= 0.8
    assert found.top >= 0.6
    assert found.dozens >= 0.65
    assert found.grave >= 0.75  # 15 of 20; with the network before it 16, and as many in the whole part
    assert found.false_headlines <= 1
