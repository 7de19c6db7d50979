"""Worklist sheets (`worklist.md`): what a standards editor would act on, in the order of an editor's day.

python -m tests.evaluation.news.worklists check SHEET...
python -m tests.evaluation.news.worklists write PART FOLDER    # worklists/PART.jsonl from FOLDER/*.sheet
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from tests.evaluation.news.sheets import Numbered, Range, SheetError, all_texts
from tests.evaluation.news.texts import PLACE, sha256

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
    items, faults = [], []
    for number, line in enumerate(lines[1:], 2):
        if line.strip() and not line.startswith("#"):
            try:
                items.append(_item(line.strip(), numbered))
            except ValueError as fault:
                faults.append(f"line {number}: {fault}: {line.strip()[:90]}")
    if faults:
        return None, faults
    return Worklist(article=name, sha256=sha256(texts[name]), items=tuple(items)), []


def _item(line: str, numbered: Numbered) -> WorklistItem:
    match = _LINE.match(line)
    if match is None:
        raise SheetError("expected SENTENCES W harm 1-3 support 0-3 [headline N] : why")
    places, harm, support, body, why = match.groups()
    sentences = [part.strip().split("-") for part in places.split(",")]
    return WorklistItem(
        spans=tuple(numbered.place(int(part[0]), int(part[-1])) for part in sentences),
        harm=int(harm),
        support=int(support),
        body=numbered.place(int(body), int(body)) if body else None,
        why=why,
    )


def main(arguments: Sequence[str]) -> int:
    """Run one of the two commands."""
    match arguments:
        case ["check", *paths]:
            faults = [f"{path}: {fault}" for path in paths for fault in _read(Path(path))[1]]
            print(*(faults or ["all sheets fit"]), sep="\n")
            return bool(faults)
        case ["write", part, folder]:
            made = [_read(path)[0] for path in sorted(Path(folder).glob("*.sheet"))]
            rows = [f"{one.model_dump_json(exclude_none=True)}\n" for one in made if one is not None]
            (PLACE / "worklists").mkdir(exist_ok=True)
            (PLACE / "worklists" / f"{part}.jsonl").write_text("".join(rows), encoding="utf-8")
            return len(rows) != len(made)
    print(__doc__)
    return 2


def _read(path: Path) -> tuple[Worklist | None, list[str]]:
    return read(path.read_text(encoding="utf-8").splitlines(), all_texts())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
