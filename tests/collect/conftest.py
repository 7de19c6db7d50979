"""The newsroom of a file of tests."""

from __future__ import annotations

from collections.abc import Iterator

import newsroom as world
import pytest


@pytest.fixture(scope="module")
def serving() -> Iterator[world.Newsroom]:
    """One server for all tests of a file: to start one takes longer than to ask it."""
    with world.newsroom() as made:
        yield made


@pytest.fixture
def news(serving: world.Newsroom) -> world.Newsroom:
    """It, as if nothing were published and asked for yet."""
    serving.published.clear()
    serving.asked.clear()
    return serving
