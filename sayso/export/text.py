"""One article's statements for a person at a terminal: who says so, and what."""

from __future__ import annotations

import textwrap

from sayso.present.chain import who_says_so
from sayso.present.safe import printable
from schemas import Article, Extraction


def text(article: Article, extraction: Extraction, width: int = 88) -> str:
    r"""Every statement in text order, under who says so, in lines of at most `width` columns; ends with a newline.

    White space is normalised, and control sequences are shown as their code (`\x1b`): articles are not trusted.
    """
    blocks = [_head(article)]
    for statement in sorted(extraction.statements, key=lambda statement: statement.spans[0].start):
        words = textwrap.fill(
            printable(statement.text), width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False
        )
        blocks.append(f"{printable(who_says_so(statement))}\n{words}")
    if len(blocks) == 1:
        blocks.append("nothing that makes a claim")
    return "\n\n".join(blocks) + "\n"


def _head(article: Article) -> str:
    known = (article.outlet, article.published, article.url)
    lines = [article.title or "untitled", " · ".join(words for words in known if words)]
    return "\n".join(printable(line) for line in lines if line)
