"""What tasks over batches share: when to retry, and what Prefect may see of an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from prefect import State

from sayso.desk.extracting import described
from sayso.errors import LedgerError, SaysoError

T = TypeVar("T")

BATCH = 8
"""Articles in one task."""

LOCKED = 20.0
"""Seconds to wait for another writer of the ledger before the task is retried later."""


def batches(things: Sequence[T], size: int) -> Iterator[list[T]]:
    """The things in order, in lists of `size`; the last may be shorter."""
    for start in range(0, len(things), size):
        yield list(things[start : start + size])


def transient(_task: Any, _run: Any, state: State) -> bool:
    """Whether to retry: a locked ledger may be free soon; anything else would only fail again."""
    return isinstance(state.result(raise_on_failure=False), LedgerError)


@contextmanager
def without_words() -> Iterator[None]:
    """Pass on our own errors; of any other only its type and place, since its message may quote an article."""
    try:
        yield
    except SaysoError:
        raise
    except Exception as error:  # noqa: BLE001  all of them, to remove their messages
        raise RuntimeError(described(error)) from None
