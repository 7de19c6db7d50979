"""What a statement stands on, and why that puts it into the report."""

from __future__ import annotations

import re

from sayso.present.chain import carried
from sayso.report.model.sentence import Reason, Standing
from schemas import Hop, SegmentKind, Statement

# Cues that say that something was said; others ("has been agreed upon") only look like a report.
_SAYING = re.compile(
    r"\b(?:accus|alleg|believ|claim|hear|report|rumou?r|sa(?:id|y)|suggest|thought|told|understood)", re.IGNORECASE
)


def standing(statement: Statement) -> Standing:
    """What a statement stands on. What somebody wants or thinks is nothing that he said, and so has no named source."""
    if statement.sourcing == "undetermined":
        return "undetermined"
    if statement.unnamed:
        return "unnamed"
    return "sourced" if statement.sourcing == "sourced" and statement.mode == "speech" else "none-given"


def reason(statement: Statement, segment: SegmentKind | None) -> tuple[Reason, str] | None:
    """Why a statement in a segment of that kind is listed, in a plain sentence; None where a named source says so."""
    match standing(statement):
        case "sourced":
            return None
        case "undetermined":
            return "undetermined", _open(statement)
        case "unnamed":
            return "unnamed", _unnamed(statement)
        case "none-given":
            alleged = _alleged(statement)
            return ("alleged", alleged) if alleged else ("own-voice", _own_voice(statement, segment))


def _alleged(statement: Statement) -> str | None:
    mark = statement.hedge or statement.cue
    if statement.hedge or statement.stance == "doubt":
        quoted = f" (“{mark.words}”)" if mark else ""
        return f"An allegation{quoted} that the article pins on nobody: no source given."
    if statement.cue and statement.origin is None and _SAYING.search(statement.cue.words):
        return f"Reported (“{statement.cue.words}”) without saying by whom: no source given."
    return None


def _own_voice(statement: Statement, segment: SegmentKind | None) -> str:
    if statement.mode == "attitude" and statement.origin:
        who = statement.origin.called or "somebody"
        return f"The article itself says what {who} wants or thinks: no source given."
    if segment == "headline":
        return "The headline says so, and no named source in the text covers it: no source given."
    return "The article says so itself: no source given."


def _open(statement: Statement) -> str:
    before = statement.origin.called if statement.origin else None
    return f"This may still be {before or 'an earlier source'}, or the article itself: the text leaves it open."


def _unnamed(statement: Statement) -> str:
    source = statement.chain[0]
    said = "is said to want or think so" if statement.mode == "attitude" else "says so"
    return f"Only an unnamed source {said}: {_described(source)}{carried(statement)}. {_discretion(source)}"


def _described(origin: Hop) -> str:
    if origin.members:
        return " and ".join(f"“{member.name}”" for member in origin.members)
    words = origin.descriptor or (origin.mention.words if origin.mention else None)
    return f"“{words}”" if words else "not described"


def _discretion(origin: Hop) -> str:
    terms = f" Its terms: “{origin.terms.words}”." if origin.terms else ""
    if origin.reason:
        return f"The reason given for leaving out the name: “{origin.reason.words}”.{terms}"
    return f"No reason is given for leaving out the name.{terms}"
