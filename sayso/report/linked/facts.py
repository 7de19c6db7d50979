"""Facts: claims that say the same, told once, where they rest on one known origin at most or go round in a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sayso.present.safe import plain
from sayso.report.linked.best_wording import Wording
from sayso.report.linked.claim_telling import in_order
from sayso.report.linked.gathered import GatheredLinks
from sayso.report.linked.outlets import by_outlet, say_so
from sayso.report.linked.readable import is_colour, is_fragment
from sayso.report.linked.tellers import Tellers
from sayso.report.linked.texts import Texts
from sayso.report.linked.what_would_settle import confirms
from sayso.report.model.counts import Unlisted
from sayso.report.model.linked import Fact, FactConcern
from schemas import Circle, Link, Origins, PublishedClaim

Place = FactConcern | Literal["said_so", "one_outlet", "unknown_outlets", "fragments", "colour"]
"""Where a fact goes: it is listed under a concern, or counted as `Unlisted` has it."""


class SortedFacts(NamedTuple):
    """The facts of each concern, those that most outlets tell first, and how many are only counted."""

    circular: tuple[Fact, ...] = ()
    single_origin: tuple[Fact, ...] = ()
    unlisted: Unlisted = Unlisted()


def facts(gathered: GatheredLinks, texts: Texts, tellers: Tellers) -> SortedFacts:
    """Every fact that goes round in a circle, or rests on one known origin at most though it looks like several."""
    joining = gathered.within(gathered.links("repeats", "corroborates"))
    found: dict[FactConcern, list[Fact]] = {"circular": [], "single-origin": []}
    counted: Counter[str] = Counter()
    for origins in gathered.origins:
        claims = in_order(gathered.known(origins.claims))
        if not (origins.circles or (origins.independent < 2 and _several(origins, claims))):
            continue
        best = Wording(claims).best(claims)
        place = _place(origins, best, claims, texts)
        if place == "circular" or place == "single-origin":
            links = joining.get(origins.claims, ())
            found[place].append(_fact(place, origins, best, claims, links, gathered, tellers))
        else:
            counted[place] += 1
    circular, single = (
        tuple(sorted(listed, key=lambda fact: (-len(fact.told), -len(fact.claims), fact.claims)))
        for listed in found.values()
    )
    return SortedFacts(circular, single, Unlisted(**counted))


def _place(origins: Origins, best: PublishedClaim, claims: Sequence[PublishedClaim], texts: Texts) -> Place:
    """Where a fact goes that is in a circle or of one origin, by its best wording and by who tells it."""
    if is_fragment(best.claim):
        return "fragments"
    if origins.circles:
        return "circular"
    return "colour" if is_colour(best.claim) else _looks(claims, texts)


def _looks(claims: Sequence[PublishedClaim], texts: Texts) -> Place:
    """Whether a reader could believe that there are several origins, or why not."""
    outlets = by_outlet(claims)
    if len(outlets) == 1:
        return "one_outlet" if _pages(claims) > 1 else "said_so"
    if sum(known for known, _ in outlets) < 2:
        return "unknown_outlets"
    return "said_so" if say_so(list(outlets.values()), texts.credited) else "single-origin"


def _several(origins: Origins, claims: Sequence[PublishedClaim]) -> bool:
    """Whether several pages or several relays carry it."""
    return _pages(claims) > 1 or len(origins.carriers) > 1


def _pages(claims: Sequence[PublishedClaim]) -> int:
    """How many articles make the claims; versions of one count once."""
    return len({claim.publication.work or claim.publication.article for claim in claims})


def _fact(
    concern: FactConcern,
    origins: Origins,
    best: PublishedClaim,
    claims: Sequence[PublishedClaim],
    links: Sequence[Link],
    gathered: GatheredLinks,
    tellers: Tellers,
) -> Fact:
    surest = max(links, key=lambda link: link.confidence, default=None)
    return Fact(
        id=gathered.fact(origins.claims),
        concern=concern,
        claims=origins.claims,
        words=gathered.telling(best).words,
        worded=best.id,
        told=tellers.of(origins.claims),
        independent=origins.independent,
        sentence=plain(origins.sentence),
        circles=tuple(map(_in_words, origins.circles)),
        status=gathered.decisions.joint_status(links),
        why=tuple(plain(signal.sentence) for signal in surest.signals) if surest else (),
        settles=confirms(claims, origins.speakers if origins.independent else ()),
        settled=gathered.settled(origins.claims),
    )


def _in_words(circle: Circle) -> str:
    """Who cites whom: "A cites B, and B cites A"."""
    names = [plain(name) for name in circle.names]
    steps = [f"{citing} cites {cited}" for citing, cited in zip(names, [*names[1:], names[0]], strict=True)]
    if len(names) == 1:
        return f"{names[0]} cites itself in the end."
    return f"{', '.join(steps[:-1])}, and {steps[-1]}."
