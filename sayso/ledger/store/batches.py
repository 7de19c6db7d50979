"""Many values asked for in several questions: databases limit how many one may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

MOST = 500
"""Values in one question."""


def batches(values: Iterable[T]) -> Iterator[Sequence[T]]:
    """The values in order, at most `MOST` at a time."""
    rest = iter(values)
    while some := list(islice(rest, MOST)):
        yield some
