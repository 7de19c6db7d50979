"""Files of sheets of any kind: checks them, and writes those of a folder as the rows of a part."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel

from tests.evaluation.news.sheets import all_texts
from tests.evaluation.news.texts import PLACE

Read = Callable[[Sequence[str], Mapping[str, str]], tuple[BaseModel | None, list[str]]]
"""Reads the lines of a sheet, given all texts by name: what it says, None if it has faults, and each fault."""


def faults_of(lines: Iterable[str], add: Callable[[str], object]) -> Iterator[str]:
    """A sentence for each line after the first that `add` refuses."""
    for number, line in enumerate(lines, 2):
        if line.strip() and not line.startswith("#"):
            try:
                add(line.strip())
            except ValueError as fault:
                yield f"line {number}: {fault}: {line.strip()[:90]}"


def run(arguments: Sequence[str], usage: str, kind: str, read: Read) -> int:
    """`check SHEET...`, or `write PART FOLDER`: `kind/PART.jsonl` of all sheets in FOLDER; returns the exit status."""

    def of(path: str | Path) -> tuple[BaseModel | None, list[str]]:
        return read(Path(path).read_text(encoding="utf-8").splitlines(), all_texts())

    match arguments:
        case ["check", *paths]:
            faults = [f"{path}: {fault}" for path in paths for fault in of(path)[1]]
            print(*(faults or ["all sheets fit"]), sep="\n")
            return bool(faults)
        case ["write", part, folder]:
            made = [of(path)[0] for path in sorted(Path(folder).iterdir())]
            if None in made:
                raise SystemExit("expected sheets without faults; check them first")
            place = PLACE / kind / f"{part}.jsonl"
            place.parent.mkdir(exist_ok=True)
            rows = [json.dumps(one.model_dump(mode="json", exclude_none=True)) for one in made if one]
            place.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
            return 0
    print(usage)
    return 2
