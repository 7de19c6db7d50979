"""Headlines over real articles: the ones that were written, with the bodies that they stand over.

python -m tests.evaluation.clearing_train.headlines > FILE    # as drafts, for training
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.evaluation.news.texts import sha256, texts

PLACE = Path(__file__).with_name("headlines.jsonl")
HEADED = ("bbc-", "polnear-")
"""Articles whose first line is the headline that they were published under: it is no part of their body."""


class Headline(NamedTuple):
    """A headline; the body under it; its kind, None where it is fair; the place in the body that says so, half-open."""

    headline: str
    body: str
    kind: str | None
    place: tuple[int, int] | None


def headlines() -> Iterator[Headline]:
    """The headlines; warns of each that it skips because its text is another or absent.

    Raises `NoTextsError` where there are no corpora.
    """
    found = texts()
    for row in map(json.loads, PLACE.read_text(encoding="utf-8").splitlines()):
        text = found.get(row["article"], "")
        if sha256(text) != row["sha256"]:
            warnings.warn(f"skipped {row['article']}: {'another text' if text else 'no text'} there", stacklevel=2)
            continue
        start = text.index("\n") + 1 if row["article"].startswith(HEADED) else 0
        place = row["body"] and (row["body"][0] - start, row["body"][1] - start)
        yield Headline(row["headline"], text[start:], row["kind"], place)


def main() -> None:
    """Print them as drafts without labels of accusations."""
    for one in headlines():
        said = {"kind": one.kind, "body": one.body[slice(*one.place)]} if one.kind and one.place else None
        print(json.dumps({"title": one.headline, "standfirst": None, "text": one.body, "headline": said}))


if __name__ == "__main__":
    main()
