"""What retellings lost, for other programs: JSON, and a table for a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flows.cli.drift_text import rate
from sayso.desk.listing_table import BOM
from sayso.desk.measuring_drift import Drift
from sayso.link.drift import Loss, OutletRates, Retelling, Series, Telling
from sayso.present import drift_words as words
from sayso.present.safe import csv_line

SCHEMA = 1
"""The version of the rows."""
COLUMNS = (
    "fact",
    "published",
    "outlet",
    "title",
    "article",
    "claim",
    "words",
    "sourced",
    "who",
    "lost",
    "before",
    "after",
    "of",
    "basis",
    "sentence",
)


def drift_json(drift: Drift) -> str:
    """Every series with its tellings, retellings and losses, and the rates of outlets."""
    rows = {
        "schema": SCHEMA,
        "series": [_series(one) for one in drift.series],
        "outlets": [_outlet(one) for one in drift.outlets],
    }
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def drift_csv(drift: Drift) -> Iterator[str]:
    """A line for each telling; a further one for each further loss of it."""
    yield BOM + csv_line(COLUMNS)
    for number, one in enumerate(drift.series, 1):
        retold = {claim: retelling for retelling in one.retellings for claim in retelling.claims}
        for telling in one.tellings:
            losses: list[Loss | None] = [loss for loss in one.losses if loss.claim == telling.claim]
            for loss in losses or [None]:
                yield csv_line(_cells(number, telling, loss, retold.get(telling.claim)))


def _cells(number: int, telling: Telling, loss: Loss | None, retelling: Retelling | None) -> Iterator[str]:
    row = _telling(telling) | {"fact": number}
    if loss is not None:
        row |= {"lost": loss.kind, "before": loss.before, "after": loss.after, "of": loss.of}
        row["sentence"] = words.lost(loss.kind, loss.before, loss.after)
    if retelling is not None:
        row["basis"] = "order unknown" if retelling.unordered else retelling.basis
    return ("" if (value := row.get(name)) is None else str(value) for name in COLUMNS)


def _series(one: Series) -> dict[str, Any]:
    return {
        "tellings": [_telling(telling) for telling in one.tellings],
        "retellings": [retelling.model_dump(mode="json") for retelling in one.retellings],
        "headlines": [loss.model_dump(mode="json") for loss in one.headlines],
    }


def _telling(one: Telling) -> dict[str, Any]:
    names = ("claim", "article", "outlet", "published", "title", "headline", "words", "sourced", "who")
    figures = [figure.written for figure in one.figures]
    return {name: getattr(one, name) for name in names} | {"hedges": [h.words for h in one.hedges], "figures": figures}


def _outlet(one: OutletRates) -> dict[str, Any]:
    sentences = {"hedges": rate("hedge", one.hedges), "sources": rate("source", one.sources)}
    return one.model_dump(mode="json") | {"sentences": sentences}
