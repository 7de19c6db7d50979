"""The report as a table for a spreadsheet, in which article text can make no formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sayso.report import wording
from sayso.report.model import Item, Page, Report

COLUMNS = (
    "article",
    "file",
    "url",
    "outlet",
    "published",
    "title",
    "kind",
    "reason",
    "why",
    "sentence",
    "named",
    "start",
    "end",
    "claims",
)

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def table(report: Report) -> str:
    """A row a sentence under `COLUMNS`, then a row for each article that could not be read (kind "not read").

    RFC 4180, lines ending in CRLF. A cell that a spreadsheet would calculate gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for page in report.pages:
        writer.writerows([_cell(value) for value in _row(page, item)] for item in page.items)
    for failure in report.failures:
        facts = {"file": failure.file, "kind": "not read", "why": failure.why}
        writer.writerow([_cell(facts.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def _row(page: Page, item: Item) -> Iterator[str]:
    yield page.article
    yield page.file
    yield page.url or ""
    yield page.outlet or ""
    yield page.published or ""
    yield page.title or ""
    yield wording.KIND_WORDS[item.kind]
    yield "; ".join(dict.fromkeys(wording.REASON_WORDS[one.reason] for one in item.findings))
    yield " ".join(wording.why(item))
    yield item.sentence.strip()
    yield ", ".join(item.names)
    yield str(item.start)
    yield str(item.end)
    yield " ".join(item.claims)


def _cell(value: str) -> str:
    return f"'{value}" if value.lstrip().startswith(_FORMULA) else value
