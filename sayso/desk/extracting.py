"""One article through the engine; any failure becomes a sentence about that article."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from sayso.errors import UnreadableError
from schemas import Article, Extraction

if TYPE_CHECKING:
    from sayso.engine import Engine

MOST_CLAIMS = 2000
"""Claims allowed in any article; a long one may have one for every four words. News has one for ten words or more."""


def extract(engine: Engine, article: Article) -> Extraction:
    """Read `article`; raises `UnreadableError` where the engine fails, and where the text is not prose."""
    try:
        extraction = engine.extract(article)
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:
        raise engine_failed(f"{type(error).__name__}: {' '.join(str(error).split())}") from error
    claims, most = len(extraction.claims), claims_allowed(article)
    if claims > most:
        raise UnreadableError(
            f"expected at most {most} claims in an article of its length, found {claims}; is it news?"
        )
    return extraction


def claims_allowed(article: Article) -> int:
    """How many claims an article of this length can have; more means that it is not prose."""
    return max(MOST_CLAIMS, len(article.text.split()) // 4)


def engine_failed(found: str) -> UnreadableError:
    """The error for an article at which the engine failed."""
    return UnreadableError(f"expected an article that the engine can read, found {found}; please report it")


def described(error: Exception) -> str:
    """The type and place of an error, without its message, which may quote an article."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {at.name}, {at.filename}:{at.lineno}"
