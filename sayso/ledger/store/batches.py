"""Splits many values over several queries: databases limit the parameters of one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

MOST = 500
"""Values in one query."""


def batches(values: Iterable[T]) -> Iterator[Sequence[T]]:
    """The values in order, in batches of at most `MOST`."""
    rest = iter(values)
    while some := list(islice(rest, MOST)):
        yield some
