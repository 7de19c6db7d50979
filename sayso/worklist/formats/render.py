"""A worklist in one of its formats."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from sayso.worklist.formats.markdown import as_markdown
from sayso.worklist.formats.table import as_csv, as_json
from sayso.worklist.formats.text import as_text
from sayso.worklist.model.worklist import Worklist

if TYPE_CHECKING:
    from jinja2 import Template

Format = Literal["text", "html", "md", "json", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(made: Worklist, form: Format) -> str:
    """`made` in this format."""
    match form:
        case "text":
            return as_text(made)
        case "html":
            return as_html(made)
        case "md":
            return as_markdown(made)
        case "json":
            return as_json(made)
        case "csv":
            return as_csv(made)


def as_html(made: Worklist) -> str:
    """A page of its own, without a script or anything from elsewhere."""
    from sayso.present.numbers import moment
    from sayso.worklist.formats import words

    return _template().render(list=made, words=words, moment=moment)


@cache
def _template() -> Template:
    from sayso.present.templates import environment

    return environment("sayso.worklist").get_template("worklist.html")
