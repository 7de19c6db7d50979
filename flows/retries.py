"""What the tasks over batches share: when to try again, and what of an error Prefect may see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prefect import State

from sayso.desk.extracting import described
from sayso.errors import LedgerError, SaysoError

BATCH = 8
"""Articles a task."""

LOCKED = 20.0
"""Seconds to wait for another writer of the ledger; the task then tries again, later."""


def transient(_task: Any, _run: Any, state: State) -> bool:
    """Whether to try again: the ledger may be locked now and free soon; everything else would only fail again."""
    return isinstance(state.result(raise_on_failure=False), LedgerError)


@contextmanager
def without_words() -> Iterator[None]:
    """Let out our own errors, and of any other only what it is and where: its message may quote an article."""
    try:
        yield
    except SaysoError:
        raise
    except Exception as error:  # noqa: BLE001  all of them, to take their words away
        raise RuntimeError(described(error)) from None
