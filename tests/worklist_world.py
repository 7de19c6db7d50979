"""A small inbox to make worklists of: articles told in a few sentences, each with who says so, without an engine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from factories import make_article, make_capture, make_claim, make_extraction, make_hop, make_statement

from sayso.registry import Registry
from schemas import Article, Capture, Extraction, Statement

REGISTRY = Registry([])


class Said(NamedTuple):
    """A sentence in which `source` says `words`; `how`: further facts of the hop, `known`: of the statement."""

    sentence: str
    words: str
    source: str
    how: dict[str, Any] = {}  # noqa: RUF012  never changed
    known: dict[str, Any] = {}  # noqa: RUF012


def unnamed(sentence: str, words: str, source: str, **known: Any) -> Said:
    """A sentence in which somebody without a name says so."""
    return Said(sentence, words, source, {"anonymous": True}, known)


Sentence = str | Said


def told(
    title: str, *sentences: Sentence, outlet: str = "The Daily Globe", captions: Iterable[str] = (), **known: Any
) -> tuple[Capture, Article, Extraction]:
    """An article with a headline and these sentences, each a paragraph; a plain one is in the article's own voice."""
    lines = [title, *(one if isinstance(one, str) else one.sentence for one in sentences), *captions]
    article = make_article("\n\n".join(lines), outlet=outlet, **known)
    statements = [_statement(article, one) for one in (title, *sentences, *captions)]
    kinds = {title: "headline", **dict.fromkeys(captions, "caption")}
    claims = [make_claim(article, one) for one in statements]
    extraction = make_extraction(article, statements, claims=claims, kinds=kinds)  # type: ignore[arg-type]
    return make_capture(article, f"{title[:12].strip()}.txt"), article, extraction


def _statement(article: Article, sentence: Sentence) -> Statement:
    if isinstance(sentence, str):
        return make_statement(article, sentence)
    hop = make_hop(article, sentence.source, **{"kind": "person", **sentence.how})
    return make_statement(article, sentence.words, chain=[hop], **sentence.known)


BRIBES = unnamed("A council official said that Tom Hale took bribes.", "Tom Hale took bribes", "A council official")
FRAUD = Said("Joan Pryce said that Ben Lund had stolen the money.", "Ben Lund had stolen the money", "Joan Pryce")


def inbox() -> list[tuple[Capture, Article, Extraction]]:
    """Twelve articles of a day: three that accuse somebody, the others harmless."""
    return [
        told("Mayor took bribes, says official", BRIBES, "The bridge was opened in 1998.", outlet="Harbour Post"),
        told("Row over the fund", FRAUD, "The fund is an old one.", outlet="The Daily Globe"),
        told("Captain drank before the ferry sank", "Tom Berg was drunk when the ferry sank.", outlet="Daily Pilot"),
        told(
            "New plant for the valley",
            unnamed(
                "A manager said that 300 workers may lose their jobs.", "300 workers may lose their jobs", "A manager"
            ),
        ),
        told("Seals return", "Volunteers counted 412 dead seals on the western rocks."),
        *(told(f"A fair in May {number}", "The sun shone on the market.") for number in range(7)),
    ]
