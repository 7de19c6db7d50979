"""Worklist sheets (`worklist.md`): what a standards editor would act on, in the order of an editor's day.

python -m tests.evaluation.news.worklists check SHEET...
python -m tests.evaluation.news.worklists write PART FOLDER    # worklists/PART.jsonl from the sheets in FOLDER
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from tests.evaluation.news.sheet_files import faults_of, run
from tests.evaluation.news.sheets import Numbered, Range, SheetError
from tests.evaluation.news.texts import sha256

_LINE = re.compile(r"(\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*) W harm (\d+) support (\d+)(?: headline (\d+))? : (.+)$")


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WorklistItem(_Row):
    """Sentences to act on: half-open ranges of code points; `body`: where a headline's fact stands in the body."""

    spans: tuple[Range, ...] = Field(min_length=1)
    harm: int = Field(ge=1, le=3)
    support: int = Field(ge=0, le=3)
    body: Range | None = None
    why: str


class Worklist(_Row):
    """The items of one article, what comes first first; `why` are the editor's own words and quote no text."""

    article: str
    sha256: str
    items: tuple[WorklistItem, ...]


def read(lines: Sequence[str], texts: Mapping[str, str]) -> tuple[Worklist | None, list[str]]:
    """The worklist of a sheet, or what is wrong with it, a sentence for each line."""
    name = lines[0].removeprefix("article ").strip() if lines else ""
    if name not in texts:
        return None, [f"expected 'article NAME' in the first line, found {name!r}"]
    numbered = Numbered(texts[name])
    items: list[WorklistItem] = []
    faults = list(faults_of(lines[1:], lambda line: items.append(_item(line, numbered))))
    if faults:
        return None, faults
    return Worklist(article=name, sha256=sha256(texts[name]), items=tuple(items)), []


def _item(line: str, numbered: Numbered) -> WorklistItem:
    match = _LINE.match(line)
    if match is None:
        raise SheetError("expected SENTENCES W harm 1-3 support 0-3 [headline N] : why")
    places, harm, support, body, why = match.groups()
    return WorklistItem(
        spans=tuple(numbered.places(places)),
        harm=int(harm),
        support=int(support),
        body=numbered.place(int(body), int(body)) if body else None,
        why=why,
    )


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], __doc__ or "", "worklists", read))
