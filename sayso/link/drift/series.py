"""A fact told again and again, in the order of publication, and what each retelling lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from sayso.link.drift.losses import Loss, hedged, in_headline, losses, sourced
from sayso.link.drift.telling import Telling
from schemas import Record

Basis = Literal["copied", "credited", "one origin", "no source"]
"""Why a retelling is compared with another telling: its text comes from there, it names that outlet, both go back to
one origin, or it names nobody (it is then compared with the earliest telling known)."""


class Retelling(Record):
    """An article (id) that tells again what another told, and what it lost.

    `claims`: its tellings. `of`: the article whose tellings it is compared with, and on what `basis`; None where its
    place in the order is not known (`unordered`), or where it rests on a source of its own. `hedged` and `sourced`:
    whether there was a hedge, or a source, to lose.
    """

    article: str
    claims: tuple[str, ...]
    of: str | None = None
    basis: Basis | None = None
    unordered: bool = False
    hedged: bool = False
    sourced: bool = False
    losses: tuple[Loss, ...] = ()


class Series(Record):
    """The tellings of one fact, dated ones first in the order of publication; and its retellings.

    `headlines`: what headlines lost of the articles beneath them.
    """

    tellings: tuple[Telling, ...]
    retellings: tuple[Retelling, ...] = ()
    headlines: tuple[Loss, ...] = ()

    @property
    def losses(self) -> tuple[Loss, ...]:
        """Everything that was lost."""
        return (*(loss for one in self.retellings for loss in one.losses), *self.headlines)


class Ties(NamedTuple):
    """What is known of two tellings, the second of which may retell the first.

    `before`: whether the first article is known to be published before the second (ids). `copied`: whether the second
    telling stands in text that comes from the first article. `credited`: whether it names the first's outlet as where
    it has it from. `one_origin`: whether both go back to one origin, None where that is not known. `news`: whether the
    second is a later state.
    """

    before: Callable[[str, str], bool]
    copied: Callable[[Telling, Telling], bool]
    credited: Callable[[Telling, Telling], bool]
    one_origin: Callable[[Telling, Telling], bool | None]
    news: Callable[[Telling, Telling], bool]


Page = Sequence[Telling]
"""What one article tells of the fact."""


def series(tellings: Iterable[Telling], ties: Ties) -> Series:
    """The series of these tellings of one fact."""
    ordered = sorted(tellings, key=_when)
    pages: dict[str, list[Telling]] = {}
    for one in ordered:
        pages.setdefault(one.article, []).append(one)
    bodies = [body for page in pages.values() if (body := [one for one in page if not one.headline])]
    headlines = [
        loss
        for page in pages.values()
        for headline in page
        if headline.headline and (body := [one for one in page if not one.headline])
        for loss in in_headline(body, headline)
    ]
    return Series(
        tellings=tuple(ordered),
        retellings=tuple(_retelling(page, bodies, ties) for page in bodies if not _first(page, bodies, ties)),
        headlines=tuple(headlines),
    )


def _when(telling: Telling) -> tuple[bool, str, str, str]:
    return telling.published is None, telling.published or "", telling.article, telling.claim


def _first(page: Page, pages: Sequence[Page], ties: Ties) -> bool:
    """Whether all others are known to be later, so that it retells nothing."""
    return all(ties.before(page[0].article, other[0].article) for other in pages if other is not page)


def _retelling(page: Page, pages: Sequence[Page], ties: Ties) -> Retelling:
    """1. the pages known to be earlier; 2. which of them it retells, and how that is known; 3. what it lost of it."""
    article, claims = page[0].article, tuple(one.claim for one in page)
    earlier = [other for other in pages if ties.before(other[0].article, article)]  # 1
    if not earlier:
        return Retelling(article=article, claims=claims, unordered=True)
    of, basis = _retold(page, earlier, ties)  # 2
    if of is None:
        return Retelling(article=article, claims=claims)
    return Retelling(  # 3
        article=article,
        claims=claims,
        of=of[0].article,
        basis=basis,
        hedged=all(map(hedged, of)),
        sourced=all(map(sourced, of)),
        losses=_lost(page, of, basis, earlier, ties),
    )


def _retold(page: Page, earlier: Sequence[Page], ties: Ties) -> tuple[Page | None, Basis | None]:
    """The page that it retells: the last one that it is made from or credits, else the earliest; and why."""
    for basis, known in (("copied", ties.copied), ("credited", ties.credited)):
        made_from = [other for other in earlier if any(known(one, two) for one in other for two in page)]
        if made_from:
            return made_from[-1], "copied" if basis == "copied" else "credited"
    first = earlier[0]
    if all(one.sourced == "nobody" for one in page):
        return first, "no source"
    if all(ties.one_origin(one, two) for one in first for two in page):
        return first, "one origin"
    return None, None


def _lost(page: Page, of: Page, basis: Basis | None, earlier: Sequence[Page], ties: Ties) -> tuple[Loss, ...]:
    """What it lost; by itself, nothing that was already lost in an article before it, and nothing that is news."""
    retold = basis in {"copied", "credited"}
    found = losses(of, page, retold=retold)
    if any(ties.news(one, two) for one in of for two in page):
        found = tuple(loss for loss in found if loss.kind not in {"number", "hedge"})
    if retold:
        return found
    others = [losses(of, other, retold=False) for other in earlier if other is not of]
    known = {loss.kind for lost in others for loss in lost}
    return tuple(loss for loss in found if loss.kind not in known)
