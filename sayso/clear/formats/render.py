"""A sheet or its clearance in one of the formats."""

from __future__ import annotations

import json
from functools import cache

from jinja2 import Template

from sayso.clear.formats import sheet_words
from sayso.clear.formats.markdown import clearance_markdown, markdown
from sayso.clear.formats.table import table
from sayso.clear.formats.text import clearance_text, text
from sayso.clear.sheet_view import SheetView
from sayso.present.templates import environment

FORMATS = ("text", "html", "csv", "json", "md")
CLEARANCE_FORMATS = ("text", "html", "json", "md")

SCHEMA = 1
"""The version of the JSON."""


def render(view: SheetView, form: str) -> str:
    """The sheet as one of `FORMATS`."""
    match form:
        case "html":
            return _template("sheet.html").render(view=view, words=sheet_words)
        case "csv":
            return table(view)
        case "json":
            return _json("sheet", view)
        case "md":
            return markdown(view)
    return text(view)


def render_clearance(view: SheetView, form: str) -> str:
    """Who cleared what on which basis, and what is open, as one of `CLEARANCE_FORMATS`."""
    match form:
        case "html":
            return _template("clearance.html").render(view=view, words=sheet_words)
        case "json":
            return _json("clearance", view)
        case "md":
            return clearance_markdown(view)
    return clearance_text(view)


def _json(kind: str, view: SheetView) -> str:
    told = {"schema": SCHEMA, "kind": kind, "open": len(view.open), **view.model_dump(mode="json")}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


@cache
def _template(name: str) -> Template:
    return environment("sayso.clear").get_template(name)
