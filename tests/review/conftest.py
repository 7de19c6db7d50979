"""The desk of a day, opened anew for each test from one that is made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from review_world import filled, opened_page
from starlette.types import ASGIApp

from sayso.desk.open_desk import OpenDesk


@pytest.fixture(scope="session")
def day_of_review(tmp_path_factory: pytest.TempPathFactory, blank: Path) -> Path:
    """A home with the inbox of a day; only to be copied."""
    place = tmp_path_factory.mktemp("review-day")
    filled(place, blank)
    return place


@pytest.fixture
def desk_and_app(home: Path, day_of_review: Path) -> Iterator[tuple[OpenDesk, ASGIApp]]:
    shutil.copytree(day_of_review, home)
    desk, app = opened_page()
    with desk:
        yield desk, app


@pytest.fixture
def app(desk_and_app: tuple[OpenDesk, ASGIApp]) -> ASGIApp:
    return desk_and_app[1]


@pytest.fixture
def desk(desk_and_app: tuple[OpenDesk, ASGIApp]) -> OpenDesk:
    return desk_and_app[0]
