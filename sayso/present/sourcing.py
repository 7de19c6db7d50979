"""What a statement rests on: the one place that classifies statements, with the words and signs for each class.

An article's page and the report classify differently. An attitude (what its holder wants or thinks) is a class of its
own on the page; in the report it counts as having no source, or an unnamed one.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from schemas import Statement

Basis = Literal["named", "unnamed", "none-given", "undetermined", "attitude", "unnamed-attitude"]

ReportClass = Literal["sourced", "unnamed", "none-given", "undetermined"]
REPORT_CLASSES: tuple[ReportClass, ...] = get_args(ReportClass)

REPORT_WORDS: dict[ReportClass, str] = {
    "sourced": "with a named source",
    "unnamed": "unnamed source only",
    "none-given": "no source given",
    "undetermined": "left open",
}

PageClass = Literal["named", "unnamed", "own", "open", "attitude"]
PAGE_CLASSES: tuple[PageClass, ...] = get_args(PageClass)

PAGE_SIGNS: dict[PageClass, str] = {"named": "●", "unnamed": "○", "own": "□", "open": "?", "attitude": "◇"}
"""Signs for readers who do not see colours."""
PAGE_WORDS: dict[PageClass, str] = {
    "named": "named source",
    "unnamed": "unnamed source",
    "own": "no source given",
    "open": "left open",
    "attitude": "wants or thinks",
}

Allegation = Literal["doubted", "reported"]

_SAYING = re.compile(
    r"\b(?:accus|alleg|believ|claim|hear|report|rumou?r|sa(?:id|y)|suggest|thought|told|understood)", re.IGNORECASE
)
"""Cues that report speech; others ("has been agreed upon") only look like one."""

_IN_REPORTS: dict[Basis, ReportClass] = {
    "named": "sourced",
    "unnamed": "unnamed",
    "none-given": "none-given",
    "undetermined": "undetermined",
    "attitude": "none-given",
    "unnamed-attitude": "unnamed",
}
_ON_PAGES: dict[Basis, PageClass] = {
    "named": "named",
    "unnamed": "unnamed",
    "none-given": "own",
    "undetermined": "open",
    "attitude": "attitude",
    "unnamed-attitude": "attitude",
}


def basis(statement: Statement) -> Basis:
    """What it rests on. An attitude is not speech, so it is never a named source."""
    if statement.sourcing == "undetermined":
        return "undetermined"
    if statement.mode == "attitude":
        return "unnamed-attitude" if statement.held_by is not None and statement.held_by.anonymous else "attitude"
    if statement.unnamed:
        return "unnamed"
    return "named" if statement.sourcing == "sourced" else "none-given"


def report_class(statement: Statement) -> ReportClass:
    """Its class in reports."""
    return _IN_REPORTS[basis(statement)]


def page_class(statement: Statement) -> PageClass:
    """Its class on the article's page, which decides its colour."""
    return _ON_PAGES[basis(statement)]


def allegation(statement: Statement) -> Allegation | None:
    """How a statement that the article pins on nobody is alleged: told with doubt, or reported without saying by whom.

    None for what the article tells as its own, and for a reported one that has an origin or a holder.
    """
    if statement.doubted:
        return "doubted"
    nobody = statement.origin is None and statement.held_by is None
    return "reported" if nobody and statement.cue is not None and _SAYING.search(statement.cue.words) else None
