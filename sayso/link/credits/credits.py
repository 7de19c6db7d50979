"""Whose text an article says it is."""

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
    """The agencies and outlets that datelines, bylines and credit lines name, in text order; then the page's byline.

    A mention in running text ("told Reuters") is no credit, nor is the credit of a picture, nor an outlet's own name
    beside others'.
    """
    own = outlet(article.outlet or "", registry)
    found = dict.fromkeys(chain(_in_text(article.text, registry), _of_page(article, registry)))
    kept = [one for one in found if one.share == "whole" or own is None or one.registry != own.key]
    return tuple(_credit(article, one) for one in kept)


def _in_text(text: str, registry: Registry) -> list[Notice]:
    listed = list(lines(text))
    found: list[Notice] = []
    for line in listed:
        found += (
            dateline(line, registry) or byline(line, _beside(listed, line), registry) or credit_line(line, registry)
        )
    if any(one.kind == "dateline" and one.registry != "reuters" for one in found):
        found = [
            one
            for one in found
            if not (one.registry == "reuters" and one.kind == "credit-line" and one.share == "whole")
        ]
    return found


def _beside(listed: list[TextLine], line: TextLine) -> str:
    return "\n".join(one.words for one in listed[max(0, line.before - 1) : line.before + 2] if one is not line)


def _of_page(article: Article, registry: Registry) -> list[Notice]:
    """What the page's byline names, where it is known apart from the text."""
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
