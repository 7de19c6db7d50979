"""The registry and the engine of this process, made when first needed and then reused.

Code that runs in the process is handed one of them and never makes its own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.desk.extracting import extract
from sayso.desk.loading_registry import extended_registry, listed_sources
from sayso.desk.opening import LedgerAddress, ledger_address
from sayso.registry import Registry
from sayso.settings import settings
from schemas import Article, Extraction, Source

if TYPE_CHECKING:
    from sayso.engine import Engine


def registry() -> Registry:
    """The newsroom's registry: the list that the settings name, with what the ledger lists beside it.

    What a process has found in a ledger first counts for it until it ends. Raises `UsageError` where the list is
    invalid, `LedgerError` where there is a ledger that cannot be read.
    """
    return extended_registry(settings().sources.registry, _listed(ledger_address()))


def expect_sources() -> None:
    """Raise `LedgerError` where there is a ledger whose sources cannot be read, before any article is."""
    _listed(ledger_address())


def engine() -> Engine:
    """The engine that comes with Sayso, with the newsroom's registry."""
    return _engine(registry())


@lru_cache(maxsize=8)
def _listed(address: LedgerAddress) -> tuple[Source, ...]:
    return listed_sources(address)


@lru_cache(maxsize=4)
def _engine(registry: Registry) -> Engine:
    from sayso.engine import Engine  # imported here: it loads everything that reads, which a refusal does not need

    return Engine(registry=registry)


def extracted(article: Article) -> Extraction:
    """The engine's extraction of `article`; raises `UnreadableError` for any failure."""
    return extract(engine(), article)
