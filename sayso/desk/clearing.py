"""Clearing a draft: a version read, its lines under their numbers, and the answers that they have."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

from sayso.clear import Changes, DraftVersion, Findings, HouseRule, Line, Sheet, SheetView, findings, revised, viewed
from sayso.desk.drafts import Drafts, OpenDraft, name_for
from sayso.desk.extracting import described, engine_failed
from sayso.errors import SaysoError, UnreadableError
from sayso.ingest import ArticleLocation, loaded, read
from schemas import Article, Capture, Extraction

STANDARD_INPUT = "-"


class DraftReading(NamedTuple):
    """One version of a draft, read: what came, its article, what the engine read in it, and what that leaves open."""

    capture: Capture
    article: Article
    extraction: Extraction
    findings: Findings


Reader = Callable[[ArticleLocation, str, HouseRule], DraftReading]
"""Reads the draft at a place as a version of the article with a key, by a house rule; raises `UnreadableError`."""


HouseLines = Callable[[Article, Extraction], Sequence[Line]]
"""Gives the lines of a sheet for the standing rules that a draft breaks."""


def no_rules(article: Article, extraction: Extraction) -> Sequence[Line]:
    """No lines: most houses have no rules."""
    return ()


class Cleared(NamedTuple):
    """A sheet as it stands, and what the version changed; `same`: it is the version that was cleared last."""

    sheet: SheetView
    changes: Changes = Changes()
    same: bool = False


def read_draft(
    location: ArticleLocation, key: str, rule: HouseRule, extract: Callable[[Article], Extraction]
) -> DraftReading:
    """The draft at `location`, of which all versions have this `key`; raises `UnreadableError` where there is none.

    The key is random, so it is the salt too: the ids are those that ledgers keep, before anything is recorded.
    """
    capture, article = read(location)
    if article is None:
        raise UnreadableError(capture.problem or "expected a draft, found none")
    article = article.model_copy(update={"key": key, "salt": key, "url": None})
    extraction = extract(article)
    try:
        found = findings(article, extraction, rule)
    except SaysoError:
        raise
    except Exception as error:
        raise engine_failed(described(error)) from error
    return DraftReading(capture.model_copy(update={"article": article.id}), article, extraction, found)


def _with_headline(capture: Capture, article: Article) -> str:
    """The text; of a page, whose headline is no part of it, with the headline above."""
    if capture.media != "html" or not article.title or article.title in article.text[: 2 * len(article.title)]:
        return article.text
    return f"{article.title}\n\n{article.text}"


def clear(
    drafts: Drafts,
    location: ArticleLocation,
    read_as: Reader,
    rule: HouseRule,
    sheet: str | None = None,
    *,
    new: bool,
    house: HouseLines = no_rules,
) -> Cleared:
    """Read a draft and say what is open in it; a further version of one that is known, or a `new` one.

    Without the name of a `sheet`, a draft is known by the path of its file. `house` gives the lines for the house's
    rules that it breaks; these are looked for again in a version that was cleared before. Raises `UnreadableError`
    where the draft cannot be read; then nothing is kept.
    """
    source = None if location.file == STANDARD_INPUT else os.path.realpath(location.file)
    known = drafts.find(sheet) if sheet else None
    if known is None and source and not new:
        known = drafts.of_file(location.file)
    location = loaded(location)
    if known is None:
        fresh = Sheet(name=name_for(location.file), key=uuid4().hex, source=source)
        reading = _with_lines(read_as(location, fresh.key, rule), house)
        with drafts.made(fresh) as draft:
            return _recorded(draft, reading, source)
    before = drafts.sheet(known)
    if not location.problem and hashlib.sha256(location.content or b"").hexdigest() == before.version.sha256:
        with drafts.opened(known) as draft:
            return _again(draft, house)
    reading = _with_lines(read_as(location, before.key, rule), house)
    with drafts.opened(known) as draft:
        return _recorded(draft, reading, source)


def _with_lines(reading: DraftReading, house: HouseLines) -> DraftReading:
    """The reading with the lines for the house's rules among its findings."""
    found = reading.findings
    lines = (*found.lines, *house(reading.article, reading.extraction))
    return reading._replace(findings=found.model_copy(update={"lines": lines}))


def _again(draft: OpenDraft, house: HouseLines) -> Cleared:
    """The sheet as it stands, with what the house's rules, which may have changed, say of its newest version."""
    sheet, changes = draft.sheet, Changes()
    with draft.ledger() as ledger:
        with ledger.snapshot() as snapshot:
            read = list(snapshot.read_articles([sheet.version.article]))
        lines = [one.line for one in sheet.standing if one.line.point != "rule"]
        lines += [line for one in read for line in house(one.article, one.extraction)]
        found = Findings(lines=tuple(lines), pairs=sheet.pairs, counts=sheet.counts)
        earlier = sheet.model_copy(update={"versions": sheet.versions[:-1]})
        sheet, changes = revised(earlier, sheet.version, found)
        if any(changes):
            draft.save(sheet)
        return Cleared(viewed(sheet, draft.decisions(ledger)), changes, same=True)


def shown(drafts: Drafts, name: str) -> SheetView:
    """The sheet of this name as it stands."""
    with drafts.opened(drafts.find(name)) as draft, draft.ledger() as ledger:
        return viewed(draft.sheet, draft.decisions(ledger))


def remove_old(drafts: Drafts, days: int) -> list[str]:
    """Remove the sheets that nobody cleared a version of for so many days; returns their names."""
    return drafts.remove_old(datetime.now(UTC) - timedelta(days=days))


def _recorded(draft: OpenDraft, reading: DraftReading, source: str | None) -> Cleared:
    with draft.ledger() as ledger:
        ledger.append(reading.capture, reading.article, reading.extraction)
        version = DraftVersion(
            number=len(draft.sheet.versions) + 1,
            sha256=reading.capture.sha256,
            file=reading.capture.file,
            read_at=datetime.now(UTC),
            article=reading.article.id,
            words=len(reading.article.text.split()),
        )
        sheet, changes = revised(draft.sheet, version, reading.findings)
        sheet = sheet.model_copy(update={"source": source or sheet.source})
        draft.save(sheet)
        return Cleared(viewed(sheet, draft.decisions(ledger)), changes)
