"""The words that a statement's chain rests on, highlighted together with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from schemas import Hop, Span, Statement

Role = Literal["source", "stands-for", "cue", "detail"]
ROLES: tuple[Role, ...] = get_args(Role)
"""The role of words for a statement; words with several roles look like the first."""
LINKED: tuple[Role, ...] = ("source", "stands-for")
"""The roles of words that a note links to."""
REPORTING: tuple[Role, ...] = ("source", "cue")
"""The roles of words in a reporting clause."""


class Highlight(NamedTuple):
    """Words `start:end` of the article in their role for one statement."""

    start: int
    end: int
    role: Role


def highlights(statement: Statement) -> tuple[Highlight, ...]:
    """The words that name its holder and hops, antecedents of pronouns, cues, and other details of how it is said."""
    return tuple(dict.fromkeys(Highlight(*span.range, role) for role, span in _spans(statement) if span is not None))


def _spans(statement: Statement) -> Iterator[tuple[Role, Span | None]]:
    yield "cue", statement.cue
    yield "detail", statement.hedge
    if (occasion := statement.occasion) is not None:
        yield from (("detail", span) for span in (occasion.when, occasion.where, occasion.audience))
    for hop in statement.mentioned:
        yield from _of(hop)


def _of(hop: Hop) -> Iterator[tuple[Role, Span | None]]:
    yield "source", hop.mention
    yield from (("source", member.mention) for member in hop.members)
    yield "cue", hop.cue
    yield "detail", hop.reason
    yield "detail", hop.terms
    if hop.resolved_from is not None:
        yield "stands-for", hop.resolved_from.mention
