"""Articles for ledgers, read."""

from __future__ import annotations

from factories import ENGINE, make_article, make_capture, make_extraction, make_hop, make_statement

from schemas import Article, Capture, Engine, Extraction

TRUCE = "The truce holds, the Kremlin said. Two bridges were closed."


def make_item(text: str = TRUCE, engine: Engine = ENGINE, **known: str) -> tuple[Capture, Article, Extraction]:
    """An article read: its first sentence by the Kremlin, where it says so, and the rest in its own voice."""
    article = make_article(text, **known)
    own = [make_statement(article, "Two bridges were closed")] if "Two bridges" in text else []
    said = (
        [make_statement(article, "The truce holds", chain=[make_hop(article, "the Kremlin")])]
        if "truce" in text
        else []
    )
    return make_capture(article), article, make_extraction(article, [*said, *own], engine=engine)
