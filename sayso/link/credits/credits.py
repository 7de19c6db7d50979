"""`credits`: to whom an article credits its text."""

from __future__ import annotations

from itertools import chain

from sayso.link.credits.bylines import byline, wrote
from sayso.link.credits.credit_lines import credit_line
from sayso.link.credits.datelines import dateline
from sayso.link.credits.notice import Notice
from sayso.link.credits.outlet_names import outlet
from sayso.link.credits.text_lines import TextLine, lines
from sayso.registry import Registry
from schemas import Article, Credit, Span


def credits(article: Article, registry: Registry) -> tuple[Credit, ...]:  # noqa: A001
    """The agencies and outlets in datelines, bylines and credit lines, in text order; then those in the page's byline.

    Not credits are a mention in running text ("told Reuters"), the credit of a picture, and the outlet's own name
    beside others.
    """
    own = outlet(article.outlet or "", registry)
    found = dict.fromkeys(chain(_in_text(article.text, registry), _of_page(article, registry)))
    kept = [notice for notice in found if notice.share == "whole" or own is None or notice.registry != own.key]
    return tuple(_credit(article, notice) for notice in kept)


def _in_text(text: str, registry: Registry) -> list[Notice]:
    listed = list(lines(text))
    found: list[Notice] = []
    for line in listed:
        found += (
            dateline(line, registry) or byline(line, _beside(listed, line), registry) or credit_line(line, registry)
        )
    if any(notice.kind == "dateline" and notice.registry != "reuters" for notice in found):
        found = [
            notice
            for notice in found
            if not (notice.registry == "reuters" and notice.kind == "credit-line" and notice.share == "whole")
        ]
    return found


def _beside(listed: list[TextLine], line: TextLine) -> str:
    return "\n".join(other.words for other in listed[max(0, line.before - 1) : line.before + 2] if other is not line)


def _of_page(article: Article, registry: Registry) -> list[Notice]:
    """Notices from the page's byline, where it is known apart from the text."""
    words = (article.byline or "").strip()
    return wrote(words.removeprefix("By ").removeprefix("by "), (0, 0), registry) if words else []


def _credit(article: Article, notice: Notice) -> Credit:
    start, end = notice.place
    return Credit(
        article=article.id,
        name=notice.name,
        registry=notice.registry,
        kind=notice.kind,
        share=notice.share,
        span=Span.of(article.text, start, end) if start < end else None,
    )
