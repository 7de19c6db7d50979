"""Recording what was cleared: one version of an article with its decisions, from the drafts to the desk's ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from sayso.clear import SheetLine, SheetView, viewed
from sayso.desk.drafts import Drafts, OpenDraft
from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger
from sayso.present.numbers import count
from schemas import Article, Capture, Decision, Extraction, hash_of


class Recorded(NamedTuple):
    """The sheet as it stood, the article (id) in the desk's ledger, and how many decisions were recorded with it."""

    sheet: SheetView
    article: str
    decisions: int


def record(drafts: Drafts, name: str, ledger: Ledger, by: str, *, with_open: bool) -> Recorded:
    """Append the newest version of a draft to the desk's ledger, with what was decided of its lines; nothing else.

    Recording it again adds nothing. `UsageError` where lines are open, unless `with_open`: each is then noted as open.
    """
    with drafts.opened(drafts.find(name)) as draft, draft.ledger() as own:
        decisions = draft.decisions(own)
        view = viewed(draft.sheet, decisions)
        if view.open and not with_open:
            numbers = ", ".join(str(line.number) for line in view.open)
            raise UsageError(
                f"expected every line to be cleared, found {count(len(view.open), 'line')} open ({numbers}); "
                "answer them, or record them as open with --with-open"
            )
        capture, article, extraction = _newest(draft, own)
        capture = capture.model_copy(update={"file": PurePath(capture.file).name or capture.file})
        ledger.append(capture, article, extraction)
        lines = draft.sheet.standing
        made = [one for line in lines for one in _decisions(line, view, decisions, extraction, article.salt, by)]
        added = ledger.decide(*made).new
    return Recorded(view, article.id, added)


def _newest(draft: OpenDraft, own: Ledger) -> tuple[Capture, Article, Extraction]:
    """What was read of the newest version, out of the draft's ledger."""
    wanted = draft.sheet.version
    with own.snapshot() as snapshot:
        captures = [held.capture for held in snapshot.held([wanted.sha256]) if held.capture.article == wanted.article]
        for read in snapshot.read_articles([wanted.article]):
            if captures:
                return captures[-1], read.article, read.extraction
    raise LedgerError(f"expected version {wanted.number} of the draft in its ledger, found none; clear the draft again")


def _decisions(
    one: SheetLine,
    view: SheetView,
    decisions: tuple[Decision, ...],
    extraction: Extraction,
    salt: str | None,
    by: str,
) -> Iterator[Decision]:
    """The decision that settled a line, on each of its claims in this version; else a note that it was open in it.

    With the article's `salt`, the note's id tells nothing of the words of the line once they are removed.
    """
    shown = next(line for line in view.lines if line.number == one.number)
    about = [made for made in decisions if made.about == one.line.about and made.point in (None, one.line.point)]
    last = next((made for made in reversed(about) if made.at == shown.at), None)
    for claim in extraction.claims:
        if claim.id not in one.line.claims:
            continue
        if last is None or shown.open:
            note = {"judgement": "note", "why": f"open when it ran: {one.line.missing}", "by": by}
            made = hash_of("open", salt, claim.id, one.line.point, one.line.reads, by)
            yield Decision(id=made, about=claim.id, version=claim.digest, at=view.read_at, point=one.line.point, **note)
        else:
            yield last.model_copy(
                update={"id": hash_of("cleared", last.id, claim.id), "about": claim.id, "version": claim.digest}
            )
