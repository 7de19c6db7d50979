"""The registry and the engine of this process: made when they are first needed, and used from then on.

Whatever runs in the process is handed one of them; it makes none itself.
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
    """The one that comes with Sayso."""
    return Registry.installed()


@cache
def engine() -> Engine:
    """The one that comes with Sayso."""
    from sayso.engine import Engine  # it loads all that reads, which a refusal does not need

    return Engine(registry=registry())


def extracted(article: Article) -> Extraction:
    """What it reads in `article`; `UnreadableError` for whatever goes wrong there."""
    return extract(engine(), article)
