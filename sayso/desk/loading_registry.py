"""The registry of a newsroom: a list in a file, and what its ledger lists beside it."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from sayso.desk.opening import LedgerAddress
from sayso.errors import LedgerError, NoLedgerError, TamperedError, UsageError
from sayso.registry import Registry
from schemas import Source


def base_registry(file: Path | None) -> Registry:
    """The list in this file, without one the list that comes with Sayso; `UsageError` where it is invalid."""
    if file is None:
        return _installed()
    try:
        return _parsed(file.read_bytes(), str(file))
    except OSError as error:
        raise UsageError(
            f"expected a registry of sources at {str(file)!r}, as [sources] registry says, could not read it "
            f"({error.strerror})"
        ) from None


def extended_registry(file: Path | None, listed: tuple[Source, ...]) -> Registry:
    """The list of `base_registry`, with what a newsroom lists beside it; the same object for the same of both."""
    return _extended(base_registry(file), listed)


@lru_cache(maxsize=4)
def _extended(base: Registry, listed: tuple[Source, ...]) -> Registry:
    return base.extended(listed)


@cache
def _installed() -> Registry:
    """Read once: it is part of the package."""
    return Registry.installed()


@lru_cache(maxsize=4)
def _parsed(content: bytes, name: str) -> Registry:
    return Registry.parse(content, name)


def listed_sources(address: LedgerAddress) -> tuple[Source, ...]:
    """What the ledger at this address lists, in the order of their keys; nothing where there is none.

    `LedgerError` where there is one that cannot be read: without its sources, names would be taken for others.
    """
    if address.files and not address.files[0].exists():
        return ()
    try:
        with address.open(write=False, ignore_noted=True) as ledger, ledger.snapshot() as snapshot:
            return tuple(one.source for one in snapshot.listed() if one.source)
    except NoLedgerError:
        return ()
    except (LedgerError, TamperedError) as error:
        raise LedgerError(
            "could not read which sources the newsroom lists, without which names would be taken for others, and read "
            f"no article: {error}"
        ) from error
