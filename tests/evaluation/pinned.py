"""Every statement of `seeds/articles` and of the passages, as text: `python tests/evaluation/pinned.py` pins them anew.

A block a statement: how it is told, its words, and under them its claims. Confidences are left out: processors need not
agree on their last digit.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.engine import Engine
from sayso.ingest import ingest
from schemas import Article, Claim, Extraction, Hop, Statement

HERE = Path(__file__).parent
FOLDERS = (HERE.parents[1] / "seeds" / "articles", HERE / "passages" / "text")
PINNED = HERE / "pinned.txt"
WIDTH = 120

Read = dict[str, list[str]]
"""The blocks of each article, in text order, by the article's title or file."""


class Reading(NamedTuple):
    """An article as the engine reads it, and the path of its file."""

    file: Path
    article: Article
    extraction: Extraction


def readings() -> Iterator[Reading]:
    """The articles as the engine reads them here and now."""
    engine = Engine()
    for folder in FOLDERS:
        for capture, article in ingest(folder):
            assert article is not None, capture.problem
            yield Reading(Path(capture.file), article, engine.extract(article))


def told(found: Iterable[Reading]) -> Read:
    """The readings as blocks."""
    return {f"{one.file.name}: {one.article.title or 'untitled'}": list(blocks(one.extraction)) for one in found}


def blocks(extraction: Extraction) -> Iterator[str]:
    """Every statement as text, in text order."""
    for statement in sorted(extraction.statements, key=lambda one: one.spans[0].start):
        lines = [_told(statement), *_wrapped(statement.text, "    ")]
        for claim in extraction.claims_of(statement):
            lines += _wrapped(_claimed(claim), "    - ")
        yield "\n".join(lines)


def _told(statement: Statement) -> str:
    """Who says so and how: `sourced, speech, affirmed: the Kremlin (government) > TASS (news_agency) > publisher`."""
    facts = [statement.sourcing, statement.mode, statement.manner, statement.polarity, statement.stance]
    facts += [f"“{statement.hedge.words}”" if statement.hedge else None]
    how = ", ".join(one for one in facts if one not in (None, "affirmed", "neutral"))
    holder = f", of {_called(statement.holder)}" if statement.holder else ""
    other = f", read otherwise: “{statement.other_reading.origin.words}”" if statement.other_reading else ""
    return f"{how}: {' > '.join(map(_called, statement.chain))}{holder}{other}"


def _called(hop: Hop) -> str:
    facts = [hop.kind, "unnamed" if hop.anonymous else None, "carried over" if hop.inherited else None, hop.registry]
    members = " and ".join(f"{one.name}{' (unnamed)' if one.anonymous else ''}" for one in hop.members)
    called = members or hop.called or ("publisher" if hop.role == "publisher" else "not known")
    return " ".join(f"{called} ({', '.join(one for one in facts if one)})".split())


def _claimed(claim: Claim) -> str:
    facts = [one for one in (claim.slots.polarity, claim.slots.modality) if one not in ("affirmed", "asserted")]
    return claim.proposition + (f" [{', '.join(facts)}]" if facts else "")


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=" " * (len(indent) + 2),
        break_on_hyphens=False,
    )


def written(articles: Read) -> str:
    """The articles as one text: a line with `==` before each, an empty line between blocks."""
    parts = [f"== {name}\n\n" + "\n\n".join(found) for name, found in articles.items()]
    return "\n\n".join(parts) + "\n"


def parsed(content: str) -> Read:
    """What `written` wrote."""
    articles: Read = {}
    for part in content.strip().split("\n\n"):
        if part.startswith("== "):
            articles[part.removeprefix("== ")] = found = []
        else:
            found.append(part)
    return articles


def main() -> None:
    """The command line."""
    articles = told(readings())
    PINNED.write_text(written(articles), "utf-8", newline="\n")
    print(f"{PINNED}: {sum(map(len, articles.values()))} statements of {len(articles)} articles")


if __name__ == "__main__":
    main()
