"""A page in three versions, a reprint of it, and what a desk did: all that a ledger has to tell of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from factories import ENGINE, NOON, make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.desk.correcting import correct
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.undoing import undo
from sayso.ledger import Ledger
from sayso.present.actions import ACTIONS
from sayso.registry import Registry
from schemas import Article, EngineVersion, Link, Linker, Linking, Signal

PAGE = "https://globe.example/bridge"
REGISTRY = Registry.installed()
LATER = ENGINE.model_copy(update={"model": "n" * 12})
LINKER = Linker(sayso="0.1.0", model="m", registry="r")

FIRST = make_article("Forty people died, the minister told TASS. Rain fell.", title="Bridge", url=PAGE, outlet="Globe")
SECOND = make_article("Fifty people died, the minister said. Rain fell.", title="Bridge", url=PAGE, outlet="Globe")
THIRD = make_article("Snow fell.", title="Weather", url=PAGE, outlet="Globe")
REPRINT = make_article("Forty people died.", title="Dead", outlet="Echo \x1b[31m", published="2022-08-09")


class Clock:
    """Noon, and an hour later with each append."""

    def __init__(self) -> None:
        self.now = NOON - timedelta(hours=1)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def read(ledger: Ledger, article: Article, engine: EngineVersion = ENGINE) -> str:
    """The article with its claims, of which the first is the minister's where it is named; the first claim's id."""
    words, _, rest = article.text.partition(",")
    relays = [make_hop(article, "TASS", role="relay")] if "TASS" in article.text else []
    chain = [make_hop(article, "the minister"), *relays] if rest else []
    made = [make_statement(article, words.rstrip("."), chain=chain)]
    made += [make_statement(article, "Rain fell")] if "Rain fell" in article.text else []
    extraction = make_extraction(article, made, engine=engine)
    ledger.append(make_capture(article, f"{article.title}.txt"), article, extraction)
    return extraction.claims[0].id


def tell(ledger: Ledger) -> str:
    """Everything that happens; the id of the claim that forty people died."""
    died = read(ledger, FIRST)  # 1, 2
    reprinted = read(ledger, REPRINT)  # 3, 4
    signal = Signal(name="words", score=0.9, sentence="Nearly all words are the same.")
    link = Link(a=died, b=reprinted, relation="repeats", confidence=0.8, signals=(signal,))
    ledger.append_linking(Linking(linker=LINKER, links=(link,)))  # 5
    correct(ledger, died, "TASS", REGISTRY, by="ana", why="=I asked \x1b[2J")  # 6, and 7: the link
    decide(ledger, link.id, Deed(ACTIONS["reject"], "bo", "Others died."))
    undo(ledger, died, by="cy")
    read(ledger, SECOND)
    read(ledger, SECOND, LATER)
    read(ledger, THIRD)
    return died
