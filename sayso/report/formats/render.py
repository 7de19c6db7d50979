"""A report in one of its formats."""

from __future__ import annotations

import json
from functools import cache
from typing import Literal, get_args

from jinja2 import Template

from sayso.errors import UsageError
from sayso.present.numbers import count
from sayso.present.templates import environment
from sayso.report.formats import linked_words, report_words
from sayso.report.formats.csv import as_csv
from sayso.report.formats.markdown import markdown
from sayso.report.model.report import Report

Format = Literal["html", "md", "json", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)

SCHEMA = 3
"""The version of the JSON; since 2, `id` is always what `sayso decide` takes; since 3, claims are told as facts."""

LIMIT = 500
"""Sentences that HTML and Markdown show at most: about what one person checks in a day."""


def render(report: Report, format: str, limit: int | None = LIMIT) -> str:  # noqa: A002 - the newsroom's word for it
    """`report` as `html`, `md`, `json` or `csv`; UsageError for any other format.

    HTML and Markdown show the `limit` most serious sentences (None: all) and say how many are left out; JSON and CSV
    are for programs and always complete.
    """
    match format:
        case "html":
            return _template().render(report=report.top(limit), words=report_words, linked=linked_words, count=count)
        case "md":
            return markdown(report.top(limit))
        case "json":
            return json.dumps({"schema": SCHEMA, **report.model_dump(mode="json")}, ensure_ascii=False, indent=2) + "\n"
        case "csv":
            return as_csv(report)
    raise UsageError(f"expected one of {', '.join(FORMATS)}, found {format!r}: choose one of them as the format")


@cache
def _template() -> Template:
    return environment("sayso.report").get_template("report.html")
