"""Why a statement is listed in the report, by what it rests on."""

from __future__ import annotations

from sayso.present.chain import DESCRIBED, carried, name_of, origin
from sayso.present.other_reading import read_otherwise
from sayso.present.sourcing import allegation, report_class
from sayso.report.model.listed_sentence import Reason
from schemas import Hop, SegmentKind, Statement


def reason(statement: Statement, segment: SegmentKind | None) -> tuple[Reason, str] | None:
    """Why a statement in such a segment is listed, with a plain sentence; None if a named source says so."""
    match report_class(statement):
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
    quoted = f" (“{mark.words}”)" if mark else ""
    match allegation(statement):
        case "doubted":
            return f"An allegation{quoted} that the article pins on nobody: no source given."
        case "reported":
            return f"Reported{quoted} without saying by whom: no source given."
        case None:
            return None


def _own_voice(statement: Statement, segment: SegmentKind | None) -> str:
    if statement.mode == "attitude" and statement.held_by:
        return f"The article itself says what {name_of(statement.held_by)} wants or thinks: no source given."
    if segment == "headline":
        return "The headline says so, and no named source in the text covers it: no source given."
    return "The article says so itself: no source given."


def _open(statement: Statement) -> str:
    if otherwise := read_otherwise(statement):
        return f"This may be {name_of(statement.origin)} or somebody else: {otherwise}."
    before = statement.origin.called if statement.origin else None
    return f"This may still be {before or 'an earlier source'}, or the article itself: the text leaves it open."


def _unnamed(statement: Statement) -> str:
    source = statement.held_by or statement.chain[0]
    said = "is said to want or think so" if statement.mode == "attitude" else "says so"
    return f"Only an unnamed source {said}: {origin(source, DESCRIBED)}{carried(statement)}. {_discretion(source)}"


def _discretion(source: Hop) -> str:
    terms = f" Its terms: “{source.terms.words}”." if source.terms else ""
    if source.reason:
        return f"The reason given for leaving out the name: “{source.reason.words}”.{terms}"
    return f"No reason is given for leaving out the name.{terms}"
