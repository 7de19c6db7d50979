"""What several scores are measured on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evaluation.news.linked_part import LinkedPart, linked_part


@pytest.fixture(scope="session")
def development(corpora: Path) -> Iterator[LinkedPart]:
    """The stories of development, read and linked once: linking and drift are scored on them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_CORPORA", str(corpora))
        with linked_part("development") as part:
            yield part
