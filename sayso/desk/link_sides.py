"""Both ends of a link with all that is known of each, and what would settle it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from sayso.desk.showing import linked
from sayso.ledger import Snapshot
from sayso.present.decisions import AT_ODDS
from sayso.report import confirms, settles
from schemas import Dossier, Link


class LinkSides(NamedTuple):
    """The dossiers at the ends of a link, `ours` of the claim that was asked for; `settles`: what to check."""

    ours: Dossier
    theirs: Dossier
    settles: tuple[str, ...]


def link_sides(snapshot: Snapshot, dossiers: Sequence[Dossier], most: int) -> dict[str, LinkSides]:
    """The sides of the first `most` links of these claims, by the link's id; without ends that are not adopted."""
    found: dict[str, tuple[Link, Dossier, str]] = {}
    for dossier in dossiers:
        for link, other in linked(dossier):
            found.setdefault(link.id, (link, dossier, other.id))
    shown = list(islice(found.values(), most))
    others = {one.claim.id: one for one in snapshot.dossiers_of({other for _, _, other in shown})} if shown else {}
    return {
        link.id: LinkSides(ours, others[other], _settles(link, ours, others[other]))
        for link, ours, other in shown
        if other in others
    }


def _settles(link: Link, ours: Dossier, theirs: Dossier) -> tuple[str, ...]:
    """As the report has it: of a conflict which side is right, of the others whether the fact is."""
    a, b = ours.published_claim, theirs.published_claim
    if link.relation in AT_ODDS:
        return settles(a, b, ordered=link.earlier is not None, one_origin=link.one_origin)
    return confirms((a, b), ())
