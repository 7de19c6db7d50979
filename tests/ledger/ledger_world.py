"""Made-up articles for ledgers with their extractions, links, derivations and decisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factories import ENGINE, NOON, make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.ledger import Ledger
from schemas import (
    Article,
    Capture,
    Decision,
    Derivation,
    EngineVersion,
    Extraction,
    Judgement,
    Link,
    Linker,
    Linking,
    Passage,
    Signal,
)

TRUCE = "The truce holds, the Kremlin said. Two bridges were closed."


def make_item(text: str = TRUCE, engine: EngineVersion = ENGINE, **known: str) -> tuple[Capture, Article, Extraction]:
    """An article read: its first sentence by the Kremlin, where it says so, and the rest in its own voice."""
    article = make_article(text, **known)
    own = [make_statement(article, "Two bridges were closed")] if "Two bridges" in text else []
    said = (
        [make_statement(article, "The truce holds", chain=[make_hop(article, "the Kremlin")])]
        if "truce" in text
        else []
    )
    return make_capture(article), article, make_extraction(article, [*said, *own], engine=engine)


OUTLETS = ("The Daily Globe", "Echo", "Wire")


def tell_thrice(ledger: Ledger) -> tuple[list[str], list[str]]:
    """Let three outlets report the truce and the bridges; ids of claims (truce, bridges, truce ...) and of articles."""
    for outlet in OUTLETS:
        ledger.append(*make_item(f"{TRUCE} {outlet} was there.", outlet=outlet))
    with ledger.snapshot() as now:
        return [told.id for _, told in now.claims()], [article.id for _, article in now.articles()]


def make_link(a: str, b: str, **known: Any) -> Link:
    """Two claims that say the same, by a signal that quotes one of them."""
    signal = Signal(name="words", score=0.9, sentence="Both say “The truce holds”.")
    return Link(**{"a": a, "b": b, "relation": "repeats", "confidence": 0.87, "signals": (signal,), **known})


def make_derivation(a: str, b: str, **known: Any) -> Derivation:
    """Two articles that share their first ten characters."""
    passages = (Passage(a=(0, 10), b=(2, 12)),)
    return Derivation(**{"a": a, "b": b, "containment": 0.7, "passages": passages, **known})


def make_linking(links: Iterable[Link] = (), derivations: Iterable[Derivation] = ()) -> Linking:
    """A batch of links and derivations by one linker."""
    linker = Linker(sayso="0.1.0", model="e" * 12, registry="r" * 12)
    return Linking(linker=linker, links=tuple(links), derivations=tuple(derivations))


def make_decision(about: str, judgement: Judgement = "reject", number: int = 1, **known: Any) -> Decision:
    """Ana's judgement."""
    facts = {"id": f"decision-{number}", "version": "v", "why": "They speak of “two” bridges.", "by": "ana", "at": NOON}
    return Decision(**{**facts, "about": about, "judgement": judgement, **known})
