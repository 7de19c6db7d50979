"""The report as a table for a spreadsheet; no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sayso.present.safe import csv_cell
from sayso.report.formats import linked_words, report_words
from sayso.report.model.linked import ClaimTelling, Conflict, Fact, Side, Teller
from sayso.report.model.listed_sentence import ListedSentence
from sayso.report.model.report import ArticlePage, Report

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
    "who says so",
    "settles",
    "also in",
    "story",
    "status",
    "decided",
    "id",
    "fact",
    "contradicted",
    "links",
)

CsvRow = dict[str, str]


def as_csv(report: Report) -> str:
    """One row a sentence under `COLUMNS`, then facts, then unread files (kind "not read").

    A conflict has two rows, a fact one an outlet that tells it; those that belong together have the same `id`, which
    `sayso decide` takes, as it takes each of the `links` of a conflict. Facts that are not listed are counted in one
    row (kind "not listed"). RFC 4180, lines ending in CRLF. A cell that a spreadsheet would calculate gets an
    apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([csv_cell(row.get(column, "")) for column in COLUMNS] for row in _rows(report))
    return out.getvalue()


def _rows(report: Report) -> Iterator[CsvRow]:
    for page in report.pages:
        yield from (_sentence(page, item) for item in page.items)
    for conflict in report.conflicts:
        yield from (_side(conflict, side) for side in conflict.sides)
    for fact in (*report.circular, *report.single_origin):
        yield from (_fact(fact, teller) for teller in fact.told)
    if unlisted := linked_words.unlisted(report):
        yield {"kind": "not listed", "why": unlisted}
    for failure in report.failures:
        yield {"file": failure.file, "kind": "not read", "why": failure.why}


def _sentence(page: ArticlePage, item: ListedSentence) -> CsvRow:
    return {
        "article": page.article,
        "file": page.file,
        "url": page.url or "",
        "outlet": page.outlet or "",
        "published": page.published or "",
        "title": page.title or "",
        "kind": report_words.KIND_WORDS[item.kind],
        "reason": "; ".join(dict.fromkeys(report_words.REASON_WORDS[finding.reason] for finding in item.findings)),
        "why": " ".join(report_words.why(item)),
        "sentence": item.sentence.strip(),
        "named": ", ".join(item.names),
        "start": str(item.start),
        "end": str(item.end),
        "claims": " ".join(item.claims),
        "also in": linked_words.reprints(item, page),
        "status": "settled" if item.settled else "",
        "decided": "; ".join(item.decisions),
        "id": item.id,
    }


def _side(conflict: Conflict, side: Side) -> CsvRow:
    return _telling(side.telling) | {
        "kind": linked_words.relation(conflict),
        "reason": linked_words.CONCERN_WORDS["conflicts"],
        "why": " ".join([*conflict.why, linked_words.order(conflict)]),
        "settles": " ".join(conflict.settles),
        "also in": linked_words.also(side.also),
        "story": conflict.story or "",
        "status": conflict.status,
        "id": conflict.id,
        "links": " ".join(conflict.links),
    }


def _fact(fact: Fact, teller: Teller) -> CsvRow:
    return _telling(teller.telling) | {
        "kind": linked_words.CONCERN_WORDS[fact.concern].capitalize(),
        "reason": linked_words.CONCERN_WORDS[fact.concern],
        "why": " ".join([fact.sentence, *fact.circles, *fact.why]),
        "claims": " ".join(teller.claims),
        "who says so": linked_words.from_whom(teller),
        "settles": " ".join(fact.settles),
        "also in": linked_words.echo(teller),
        "story": fact.story or "",
        "status": fact.status,
        "id": fact.id,
        "fact": fact.words,
        "contradicted": " ".join(linked_words.against(fact)),
    }


def _telling(telling: ClaimTelling) -> CsvRow:
    return {
        "article": telling.article,
        "file": telling.file or "",
        "url": telling.url or "",
        "outlet": telling.outlet or "",
        "published": telling.published or "",
        "title": telling.title or "",
        "sentence": telling.words,
        "claims": telling.claim,
        "who says so": linked_words.says(telling),
    }
