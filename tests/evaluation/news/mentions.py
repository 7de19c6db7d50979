"""Whom pronouns and descriptions mean, in 689 articles beside the corpus: `python -m tests.evaluation.news.mentions`.

`mentions/train.jsonl` has an article a row: `article`, `sha256`, `story`, and `mentions`, each with the place of a
`mention` and of a `name` of whom it means (half-open character offsets; null: the article names nobody for it). They
were read as the corpus was. No story of development or blind is among them.

Prints for pronouns and for descriptions how many are resolved as they were read. `SAYSO_CORPORA` has the texts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.attribute.sources.resolve import SourceResolver
from sayso.evaluate.reading_marks import name_words, same_name
from sayso.language.english import FUNCTION_WORDS
from sayso.training.tagger.judged_findings import parsed_article
from tests.evaluation.news.texts import sha256, texts

READ = Path(__file__).parent / "mentions" / "train.jsonl"


def rows() -> list[dict[str, Any]]:
    """The articles with their mentions."""
    return [json.loads(line) for line in READ.read_text("utf-8").splitlines()]


def judged(row: dict[str, Any], text: str) -> Iterator[tuple[str, bool]]:
    """For each mention of an article, in text order, its sort and whether it is resolved rightly."""
    if sha256(text) != row["sha256"]:
        raise ValueError(
            f"expected {row['article']} with the SHA-256 {row['sha256']}, found another text; get that one"
        )
    resolver = SourceResolver(parsed_article(text))
    for read in row["mentions"]:
        start, end = read["mention"]
        words = text[start:end]
        hop = resolver.hop((start, end))
        sort = "pronoun" if words.lower() in FUNCTION_WORDS.pronouns else "description"
        if read["name"] is None:
            yield f"{sort}, nobody named", hop.resolved_from is None or hop.anonymous
        else:
            name = name_words(text[slice(*read["name"])])
            yield f"{sort}, somebody named", same_name(name_words(hop.called or ""), name)


def main() -> None:
    """Print the shares."""
    found = texts()
    told: Counter[tuple[str, bool]] = Counter(each for row in rows() for each in judged(row, found[row["article"]]))
    for sort in sorted({sort for sort, _ in told}):
        right, wrong = told[sort, True], told[sort, False]
        print(f"{sort:30} {right / (right + wrong):.3f} of {right + wrong}")


if __name__ == "__main__":
    main()
