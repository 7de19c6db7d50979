"""Who tells a fact: each outlet once, with its place, whom it names, and whose text it has."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.present.chain import who
from sayso.present.numbers import day
from sayso.present.safe import plain
from sayso.report.linked.best_wording import Wording
from sayso.report.linked.claim_telling import in_order
from sayso.report.linked.gathered import GatheredLinks
from sayso.report.linked.outlets import by_outlet
from sayso.report.linked.texts import SharedText
from sayso.report.model.linked import Teller
from schemas import PublishedClaim


class Tellers:
    """The tellers of each fact, found out once."""

    def __init__(self, gathered: GatheredLinks, shared: SharedText) -> None:
        self._gathered, self._shared = gathered, shared
        self._known: dict[tuple[str, ...], tuple[Teller, ...]] = {}

    def of(self, cluster: tuple[str, ...]) -> tuple[Teller, ...]:
        """The outlets that make these claims (ids), in the order in which they first do."""
        if cluster not in self._known:
            before = _Before(self._shared)
            claims = in_order(self._gathered.known(cluster))
            wording = Wording(claims)
            told = (_teller(own, before.echoed(own), wording, self._gathered) for own in by_outlet(claims).values())
            self._known[cluster] = tuple(told)
        return self._known[cluster]


def _teller(own: Sequence[PublishedClaim], echoes: str | None, wording: Wording, gathered: GatheredLinks) -> Teller:
    first = wording.best(claim for claim in own if claim.claim.article == own[0].claim.article)
    said = dict.fromkeys(who(claim.statement) for claim in (first, *own))
    return Teller(
        telling=gathered.telling(first),
        claims=tuple(claim.id for claim in own),
        others=tuple(said)[1:],
        echoes=echoes,
    )


class _Before:
    """The outlets that told a fact so far, and from which place each has its text."""

    def __init__(self, shared: SharedText) -> None:
        self._shared = shared
        self._told: dict[str, list[PublishedClaim]] = {}
        self._first: dict[str, tuple[int, str]] = {}

    def echoed(self, own: Sequence[PublishedClaim]) -> str | None:
        """The earliest place with the text of the next outlet's claims, which are from now on among those before."""
        same = {article for claim in own for article in self._shared.sharing(claim, self._told)}
        first = min((self._first[article] for article in same), default=None)
        for claim in own:
            self._told.setdefault(claim.claim.article, []).append(claim)
            self._first[claim.claim.article] = first or (len(self._first), _place(own[0]))
        return first and first[1]


def _place(claim: PublishedClaim) -> str:
    where = claim.publication
    name = plain(where.outlet or where.title or "a page of which the outlet is not known")
    return f"{name}, {day(where.published)}" if where.published else name
