"""The registry and the engine of this process, made when first needed and then reused.

Code that runs in the process is handed one of them and never makes its own.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.desk.extracting import extract
from sayso.registry import Registry
from schemas import Article, Extraction

if TYPE_CHECKING:
    from sayso.engine import Engine


@cache
def registry() -> Registry:
    """The registry that comes with Sayso."""
    return Registry.installed()


@cache
def engine() -> Engine:
    """The engine that comes with Sayso."""
    from sayso.engine import Engine  # imported here: it loads everything that reads, which a refusal does not need

    return Engine(registry=registry())


def extracted(article: Article) -> Extraction:
    """The engine's extraction of `article`; raises `UnreadableError` for any failure."""
    return extract(engine(), article)
