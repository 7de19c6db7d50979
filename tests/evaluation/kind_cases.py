"""Inputs by kind of difficulty, with what is right for each: `python -m tests.evaluation.kind_cases [KIND ...]` counts.

`kinds/KIND.yaml` holds inputs whose authors had not seen how Sayso reads. An input has `name`, `form` (`txt`, `html`),
`text` and `expect`, a list of:

    words, says     the statement with these words has this chain, the origin first; [] is the article's own voice;
                    "unnamed" is a source without a name, and bars part names that are as good
    words, never    no statement with these words has one of these in its chain
    absent          no statement has these words
    title, byline, outlet, published     of the first article; bars part what is as good
    articles        how many articles the input holds

An input is right if all of it is. The first, third, fifth ... input of each kind may be read by who builds; the others
nobody reads: their figure shows whether what was mended is the kind or the case.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from sayso.engine import Engine
from sayso.errors import SaysoError
from sayso.evaluate.agreement import reporters
from sayso.evaluate.reading_marks import name_words, same_name
from sayso.ingest import ingest
from schemas import Article, Extraction, Hop, Statement

FOLDER = Path(__file__).parent / "kinds"
Input = dict[str, Any]
_ABOUT = ("title", "byline", "outlet", "published")


class Read(NamedTuple):
    """An article of an input, as it was read."""

    article: Article
    extraction: Extraction


def kinds() -> list[str]:
    """The names of all kinds."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def inputs(kind: str) -> list[Input]:
    """The inputs of a kind."""
    found: list[Input] = yaml.safe_load((FOLDER / f"{kind}.yaml").read_text("utf-8"))
    return found


def faults(one: Input, engine: Engine) -> list[str]:
    """What is not as expected, a line each."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"input.{one['form']}"
        file.write_text(one["text"], "utf-8")
        try:
            articles = [article for _, article in ingest(file) if article is not None]
            read = [Read(article, engine.extract(article)) for article in articles]
        except SaysoError as error:
            return [f"refused: {error}"]
    return [f"{expected}: {found}" for expected in one["expect"] if (found := _fault(expected, read))]


def _fault(expected: dict[str, Any], read: Sequence[Read]) -> str | None:
    if "articles" in expected:
        return None if len(read) == expected["articles"] else f"found {len(read)}"
    if "absent" in expected:
        words = _folded(expected["absent"])
        return next((f"in “{s.text}”" for r in read for s in r.extraction.statements if words in _folded(s.text)), None)
    for name in _ABOUT:
        if name in expected:
            found = getattr(read[0].article, name) if read else None
            return None if _same(name, str(expected[name]), found) else f"found {found}"
    covering = [statement for one in read for statement in _with(one, expected["words"])]
    if "never" in expected:
        return next((f"found {_told(s)}" for s in covering if _names(s, expected["never"])), None)
    if not covering:
        return "in no statement"
    return None if _right(covering[0], expected["says"]) else f"found {_told(covering[0])}"


def _with(one: Read, words: str) -> list[Statement]:
    """The statements with half of the words and more, the one that overlaps best first."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(pattern, one.article.text)
    if not found:
        return []
    start, end = found.span()
    shared = [(_shared(s, start, end), sum(span.end - span.start for span in s.spans), s) for s in _all(one)]
    fitting = [(2 * both / (length + end - start), s) for both, length, s in shared if 2 * both >= end - start]
    return [s for _, s in sorted(fitting, key=lambda pair: -pair[0])]


def _all(one: Read) -> Iterable[Statement]:
    return one.extraction.statements


def _shared(statement: Statement, start: int, end: int) -> int:
    return sum(max(0, min(span.end, end) - max(span.start, start)) for span in statement.spans)


def _right(statement: Statement, says: Sequence[str]) -> bool:
    hops = reporters(statement)
    if len(hops) != len(says) or (not says and statement.sourcing == "undetermined"):
        return False
    return all(_is(hop, names) for hop, names in zip(hops, says, strict=True))


def _is(hop: Hop, names: str) -> bool:
    called = name_words(hop.called or "")
    return any(
        hop.anonymous if name.strip() == "unnamed" else same_name(name_words(name), called) for name in names.split("|")
    )


def _names(statement: Statement, never: Sequence[str]) -> bool:
    return any(_is(hop, names) for hop in reporters(statement) for names in never)


def _same(name: str, expected: str, found: str | None) -> bool:
    if found is None:
        return False
    if name == "published":
        return found.startswith(expected) or _moment(found) == _moment(expected)
    return _folded(found) in map(_folded, expected.split("|"))


def _moment(written: str) -> datetime | str:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return written


def _folded(text: str) -> str:
    return " ".join(text.split())


def _told(statement: Statement) -> list[str]:
    return [f"{hop.called}{' (unnamed)' if hop.anonymous else ''}" for hop in reporters(statement)]


def main(names: Sequence[str]) -> None:
    """Print how many inputs are right by kind, read and unread; the faults of the read ones of the kinds named."""
    engine = Engine()
    right: dict[str, tuple[list[bool], list[bool]]] = {}
    for kind in names or kinds():
        right[kind] = [], []
        for number, one in enumerate(inputs(kind)):
            found = faults(one, engine)
            right[kind][number % 2].append(not found)
            for line in found if names and number % 2 == 0 else ():
                print(f"  {kind}/{one['name']}: {line}")
    right["all"] = (
        [ok for read, _ in right.values() for ok in read],
        [ok for _, unread in right.values() for ok in unread],
    )
    for kind, (read, unread) in right.items():
        print(f"{kind:20} read {sum(read)} of {len(read)}, unread {sum(unread)} of {len(unread)}")


if __name__ == "__main__":
    main(sys.argv[1:])
