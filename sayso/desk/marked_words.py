"""Words that somebody marked in an article: where they stand, and whether they are those that were typed."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import UsageError
from sayso.present.expectation import STRAIGHT
from sayso.present.safe import plain
from schemas import Article, Span

_UNSEEN: dict[int, str | None] = {**STRAIGHT, 0xFFFD: None, 0xFEFF: None}


def marked_spans(article: Article, places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The words at these places (characters, half-open), without space around them; `UsageError` where none are."""
    return tuple(_span(article.text, *place) for place in places)


def same_words(one: str, other: str) -> bool:
    """Whether both are the same but for space, kinds of quotation marks, and characters that nobody sees."""
    return _seen(one) == _seen(other)


def _span(text: str, start: int, end: int) -> Span:
    words = text[start:end] if 0 <= start < end <= len(text) else ""
    if not words.strip():
        raise UsageError(f"expected marked words of the article, found none at {start}-{end}; mark them again")
    first = start + len(words) - len(words.lstrip())
    return Span.of(text, first, first + len(words.strip()))


def _seen(words: str) -> str:
    return "".join(plain(words).translate(_UNSEEN).split())
