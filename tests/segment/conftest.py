from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.language.parse import parse
from sayso.segment import paragraphs, segment
from schemas import Segmentation


@pytest.fixture(scope="session")
def taken_apart() -> Callable[..., Segmentation]:
    def apart(text: str, title: str | None = None) -> Segmentation:
        found = paragraphs(text)
        return segment(text, parse(text, [one.start for one in found]), found, title)

    return apart
