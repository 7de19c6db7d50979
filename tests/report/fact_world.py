"""Facts as several outlets tell them, a line a telling: "outlet, date | who says so > who passes it on | the claim"."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from factories import make_article, make_claim, make_dossiers, make_extraction, make_hop, make_statement
from linked_world import link, linked, origins

from schemas import Dossier, Frame

UNNAMED, NOBODY, OPEN = "?", "-", "open"


def telling(line: str, who: str | None = "somebody", **known: str) -> Dossier:
    """One telling. A source that begins with "?" is unnamed, "-" is the page's own voice, "open" left undetermined.

    An outlet that begins with "?" is not known; `who` is the claim's subject, None for a claim without one.
    """
    paper, chain, words = (part.strip() for part in line.split("|"))
    outlet, _, published = (part.strip() for part in paper.partition(","))
    names = [] if chain in (NOBODY, OPEN) else [name.strip() for name in chain.split(">")]
    text = f"{words}. {' '.join(name.lstrip(UNNAMED) for name in names)} {outlet} {published}"
    facts = {"outlet": None if outlet.startswith(UNNAMED) else outlet, "published": published or None}
    article = make_article(text, **{**facts, **known})
    hops = [
        make_hop(
            article,
            name.lstrip(UNNAMED),
            role="relay" if number else "origin",
            **({"anonymous": True} if name.startswith(UNNAMED) else {}),
        )
        for number, name in enumerate(names)
    ]
    more = {"sourcing": "undetermined"} if chain == OPEN else {}
    statement = make_statement(article, words, chain=hops, **more)
    claim = make_claim(article, statement, words, who=who, frames=(Frame(predicate="be"),))
    [dossier] = make_dossiers(article, make_extraction(article, [statement], claims=[claim]))
    return dossier


def fact(lines: Iterable[str], independent: int = 1, **known: object) -> list[Dossier]:
    """The dossiers of one fact: all its tellings are linked, and rest on so many origins."""
    return joined([telling(line) for line in lines], independent, **known)


def joined(told: Sequence[Dossier], independent: int = 1, **known: object) -> list[Dossier]:
    """The same for tellings that are made already."""
    links = [link(a, b, "repeats") for a, b in combinations(told, 2)]
    return linked(*told, links=links, known=[origins(*told, independent=independent, sentence="One.", **known)])
