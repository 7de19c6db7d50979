"""A worklist as rows for other programs: the same fields in JSON and in a table for a spreadsheet."""

from __future__ import annotations

import json
from typing import Any

from sayso.present.safe import csv_line
from sayso.worklist.model.worklist import Item, Worklist

SCHEMA = 1
"""The version of the JSON."""
BOM = "\ufeff"
"""Without it, spreadsheets take UTF-8 for another encoding."""
COLUMNS = (
    "number", "id", "kind", "who", "harm", "support", "state", "asked", "until", "assignee", "sentence", "why", "title",
    "outlet", "published", "file", "url", "first_seen", "story", "also_in", "more_places", "article", "start", "end",
)  # fmt: skip
"""In the table; one that is empty in every row is left out."""


def as_json(made: Worklist) -> str:
    """Everything, with whole ids."""
    found = {"schema": SCHEMA, **made.model_dump(mode="json")}
    for number, (item, row) in enumerate(zip(made.items, found["items"], strict=True), 1):
        row["number"] = number
        row["finding"]["kind"] = item.finding.kind
        row["settled"] = item.settled
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_csv(made: Worklist) -> str:
    """A row an item, in fixed words; RFC 4180 in UTF-8 with `BOM`."""
    rows = [_row(number, item) for number, item in enumerate(made.items, 1)]
    columns = [name for name in COLUMNS if not rows or any(row[name] for row in rows)]
    return BOM + csv_line(columns) + "".join(csv_line(row[name] for name in columns) for row in rows)


def _row(number: int, item: Item) -> dict[str, str]:
    finding, article = item.finding, item.article
    values: dict[str, Any] = {
        "number": number,
        "id": finding.id,
        "kind": finding.kind,
        "who": "; ".join(finding.who),
        "harm": finding.harm,
        "support": finding.support,
        "state": item.state_asked,
        "asked": item.asked,
        "until": item.until.isoformat() if item.until else None,
        "assignee": item.assignee,
        "sentence": finding.sentence,
        "why": " ".join(finding.reasons),
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "file": article.file,
        "url": article.url,
        "first_seen": item.first_seen.isoformat(),
        "story": item.story.title if item.story else None,
        "also_in": "; ".join(one.outlet or one.heading for one in item.also),
        "more_places": len(finding.places) or None,
        "article": article.article,
        "start": finding.start,
        "end": finding.end,
    }
    return {name: "" if value is None else str(value) for name, value in values.items()}
