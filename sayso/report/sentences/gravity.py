"""How serious it is that a sentence has no (named) source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.language.wrongdoing import speaks_of_wrongdoing
from sayso.report.listing_words import LISTING
from sayso.report.model.listed_sentence import KINDS, REASONS, Kind, ListedSentence, SentenceFinding
from sayso.report.model.report import ArticlePage
from sayso.report.sentences.passive import agentless
from schemas import Claim, Dossier, Statement

_YEAR = re.compile(r"(?:1[5-9]|20)\d\ds?")
_GREAT = re.compile(r"\d|\b(?:hundred|thousand|[mb]illion|trillion|dozen|percent|per cent)", re.IGNORECASE)


def kind(words: str, findings: Iterable[SentenceFinding], listed: Sequence[Dossier], named: bool) -> Kind:
    """The kind of sentence, from the marked `words` and the `listed` claims; it decides the order of the list.

    An allegation calls itself one ("allegedly", "claimed") or speaks of wrongdoing; a figure is a number that is not a
    year or a date; then come agentless passives, sentences that name someone, and background.
    """
    if any(finding.reason == "alleged" for finding in findings) or any(dossier.statement.doubted for dossier in listed):
        return "allegation"
    if speaks_of_wrongdoing(words):
        return "allegation"
    if any(_figure(number, dossier.claim) for dossier in listed for number in dossier.claim.slots.numbers):
        return "figure"
    if agentless(words) or any(_agentless_cue(dossier.statement) for dossier in listed):
        return "passive"
    return "actor" if named else "background"


def item_order(item: ListedSentence) -> tuple[int, int, int]:
    """Sort key within an article: its kind, its gravest reason, its place."""
    return KINDS.index(item.kind), REASONS.index(item.reason), item.start


def page_order(page: ArticlePage) -> tuple[int, ...]:
    """Sort key among articles: most allegations first, then most figures, and so on down the kinds."""
    return tuple(-page.of_kind(kind) for kind in KINDS)


def _agentless_cue(statement: Statement) -> bool:
    """Whether its cue is an agentless passive: "the line has been agreed upon"."""
    nobodys = statement.origin is None and statement.held_by is None
    return nobodys and statement.cue is not None and agentless(statement.cue.words)


def _figure(number: str, claim: Claim) -> bool:
    dated = any(number in when for when in claim.slots.when)
    word = number.lower().split(maxsplit=1)[0] if number.strip() else "a"
    return not dated and not _YEAR.fullmatch(number) and (word not in LISTING.no_figures or bool(_GREAT.search(number)))
