"""What people decided about a thing, oldest first, with what can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.present.decided_words import at, what_was_said
from sayso.present.item_state import without_undone
from sayso.present.safe import plain
from sayso.review.access.desk_member import DeskMember
from schemas import Decision, Dossier


@dataclass(frozen=True)
class HistoryLine:
    """A decision in words; what was decided on several claims at one moment is one. `undoes`: its id, if one may."""

    id: str
    when: str
    said: str
    account: str
    counts: bool
    undoes: str


def history(dossiers: Iterable[Dossier], person: DeskMember) -> tuple[HistoryLine, ...]:
    """The decisions on claims and their statements, each once."""
    made: dict[str, Decision] = {}
    for dossier in dossiers:
        own = (dossier.claim.id, dossier.statement.id)
        made |= {one.id: one for one in dossier.decisions if one.about in own}
    counting = {one.id for one in without_undone(made.values())}
    first: dict[tuple[object, ...], Decision] = {}
    for one in sorted(made.values(), key=lambda decision: decision.at):
        first.setdefault((one.by, one.at, one.judgement), one)
    return tuple(_line(one, one.id in counting, person) for one in first.values())


def _line(one: Decision, counts: bool, person: DeskMember) -> HistoryLine:
    may = counts and person.may_undo(one.account)
    return HistoryLine(
        one.id, at(one.at), plain(what_was_said(one)), plain(one.account or ""), counts, one.id if may else ""
    )
