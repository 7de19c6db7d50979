"""What a claim is linked to, a line a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.desk.link_sides import LinkSides
from sayso.desk.showing import linked
from sayso.present.chain import who_says_so
from sayso.present.decisions import LinkDecisions
from sayso.present.numbers import day
from sayso.present.safe import plain
from sayso.review.two_paragraphs import SideBySide, side_by_side
from schemas import Dossier, Link, PublishedClaim

_ORIGINS = {True: "both go back to one origin", False: "of different origins", None: "not known whether of one origin"}


@dataclass(frozen=True)
class LinkLine:
    """A link: how the other claim relates, what it says and who says so there, and on what the link rests.

    `both`: the two paragraphs; None for a link that is listed without them.
    """

    id: str
    relation: str
    status: str
    words: str
    who: str
    where: str
    claim: str
    origins: str
    signals: tuple[str, ...]
    both: SideBySide | None = None


def link_lines(dossiers: Iterable[Dossier], sides: Mapping[str, LinkSides]) -> tuple[LinkLine, ...]:
    """The links of these claims, each once; side by side where `sides` (by the link's id) has both ends."""
    found: dict[str, LinkLine] = {}
    for dossier in dossiers:
        decisions = LinkDecisions(dossier.decisions)
        for link, other in linked(dossier):
            found.setdefault(link.id, _line(link, other, decisions, sides.get(link.id)))
    return tuple(found.values())


def _line(link: Link, other: PublishedClaim, decisions: LinkDecisions, sides: LinkSides | None) -> LinkLine:
    at = other.publication
    where = " · ".join(filter(None, (at.outlet or "outlet not known", at.title, day(at.published or ""))))
    return LinkLine(
        id=link.id,
        relation=f"perhaps {link.relation}" if decisions.unsure(link) else link.relation,
        status=plain(decisions.status(link)),
        words=plain(other.claim.proposition),
        who=plain(who_says_so(other.statement)),
        where=plain(where),
        claim=other.id,
        origins=_ORIGINS[link.one_origin],
        signals=tuple(plain(signal.sentence) for signal in link.signals if signal.sentence),
        both=side_by_side(sides) if sides else None,
    )
