"""The engine of this process: made when something is first read in it, and used for all that is read from then on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.desk.extracting import extract
from schemas import Article, Extraction

if TYPE_CHECKING:
    from sayso.engine import Engine


@cache
def engine() -> Engine:
    """The one that comes with Sayso."""
    from sayso.engine import Engine  # it loads all that reads, which a refusal does not need

    return Engine()


def extracted(article: Article) -> Extraction:
    """What it reads in `article`; `UnreadableError` for whatever goes wrong there."""
    return extract(engine(), article)
