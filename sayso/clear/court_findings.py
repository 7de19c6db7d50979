"""What a court has found: no accusation any more."""

from __future__ import annotations

import re

from sayso.clear.clearing_words import CLEARING
from sayso.clear.names import tokens
from schemas import Extraction, Hop, Statement

_SETTLED = re.compile("|".join(CLEARING.settled), re.IGNORECASE)


def found_by_a_court(extraction: Extraction, statement: Statement) -> bool:
    """Whether a statement tells a conviction, an acquittal, or another finding of a court."""
    words = f"{statement.cue.words if statement.cue else ''} {statement.text}"
    return bool(_SETTLED.search(words)) or (
        statement.origin is not None
        and bool(CLEARING.courts & tokens(_called(statement.origin)))
        and bool(CLEARING.finding & tokens(statement.cue.words if statement.cue else ""))
    )


def _called(hop: Hop) -> str:
    return f"{hop.called or ''} {hop.introduced.words if hop.introduced else ''}"
