"""The page's templates; everything passed to them is escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from sayso.export.html.statement_note import UNSURE
from sayso.export.html.text_rows import SLOTS
from sayso.present.numbers import count, percent
from sayso.present.safe import html_text
from sayso.present.sourcing import PAGE_CLASSES, PAGE_SIGNS, PAGE_WORDS
from sayso.present.templates import environment


def render(name: str, **context: object) -> str:
    """Template `name`, filled from `context`."""
    return _environment().get_template(name).render(context)


@cache
def _environment() -> Environment:
    made = environment("sayso.export.html")
    made.filters["shown"] = html_text
    made.globals.update(kinds=PAGE_CLASSES, signs=PAGE_SIGNS, words=PAGE_WORDS)
    made.globals.update(slots=range(1, SLOTS + 1), unsure=UNSURE, count=count, percent=percent)
    return made
