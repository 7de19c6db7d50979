"""How well the worklist agrees with what standards editors would act on: `python -m tests.evaluation.worklists PART`.

An item is right if the editor acts on words of its sentence; `anywhere`: of any of the sentences of the item.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sayso.engine import Engine
from sayso.registry import Registry
from sayso.worklist import ArticleFindings, Finding, found
from schemas import Article
from tests.evaluation.news.texts import texts
from tests.evaluation.news.worklists import Worklist, WorklistItem

FOLDER = Path(__file__).parent / "news" / "worklists"
TOP = 10
SET = 12
"""Articles that a desk reads at a time."""


@dataclass(frozen=True)
class Read:
    """An article's findings beside what an editor would act on."""

    gold: Worklist
    given: ArticleFindings


@dataclass(frozen=True)
class Marks:
    """Shares of what is right, and of what is found.

    `top`: of the first ten of all items; `dozens`: of the first ten of each dozen articles. `grave`, `less_grave`: of
    what editors act on, with a harm of 3 and of less, that is listed. `headlines`: how many of those that say more than
    their body are found, and how many there are; `false_headlines`: how many more are said to. `orders`: of two items
    of one article and different harm, how often the graver stands first.
    """

    items: int
    top: float
    top_anywhere: float
    dozens: float
    grave: float
    less_grave: float
    headlines: tuple[int, int]
    false_headlines: int
    orders: float


def reads(part: str, first: int = 0, step: int = 1) -> Iterator[Read]:
    """The articles of a part, from the `first` on each one after `step`, read by the engine that is installed."""
    whole, engine, registry = texts(), Engine(), Registry.installed()
    for line in (FOLDER / f"{part}.jsonl").read_text("utf-8").splitlines()[first::step]:
        gold = Worklist.model_validate(json.loads(line))
        article = Article(text=whole[gold.article])
        yield Read(gold, found(article, engine.extract(article), registry))


def marks(every: Sequence[Read]) -> Marks:
    """The marks of these articles."""
    first = _first(every)
    dozens = [_first(every[at : at + SET]) for at in range(0, len(every), SET)]
    flagged = [one for one in every if any("headline" in finding.kinds for finding in one.given.findings)]
    wanted = [one for one in every if any(item.body for item in one.gold.items)]
    return Marks(
        items=sum(len(one.given.findings) for one in every),
        top=_share(_right(one.gold, finding) for one, finding in first),
        top_anywhere=_share(_right(one.gold, finding, anywhere=True) for one, finding in first),
        dozens=_share(_right(one.gold, finding, anywhere=True) for some in dozens for one, finding in some),
        grave=_share(_listed(one, item) for one in every for item in one.gold.items if item.harm == 3),
        less_grave=_share(_listed(one, item) for one in every for item in one.gold.items if item.harm < 3),
        headlines=(sum(one in flagged for one in wanted), len(wanted)),
        false_headlines=sum(one not in wanted for one in flagged),
        orders=_share(kept for one in every for kept in _orders(one)),
    )


def _first(every: Iterable[Read]) -> list[tuple[Read, Finding]]:
    """The first ten of all their items."""
    items = [(one, finding) for one in every for finding in one.given.findings]
    return sorted(items, key=lambda item: (item[1].kind != "accusation", -item[1].score))[:TOP]


def _right(gold: Worklist, finding: Finding, *, anywhere: bool = False) -> bool:
    return any(_meets(finding, item, anywhere=anywhere) for item in gold.items)


def _meets(finding: Finding, item: WorklistItem, *, anywhere: bool) -> bool:
    places = [(finding.start, finding.end), *((one.start, one.end) for one in finding.places if anywhere)]
    return any(start < last and first < end for start, end in places for first, last in item.spans)


def _listed(one: Read, item: WorklistItem) -> bool:
    return any(_meets(finding, item, anywhere=True) for finding in one.given.findings)


def _orders(one: Read) -> Iterator[bool]:
    """Of each two items of different harm that are listed by different findings, whether the graver stands first."""
    places = [
        (item.harm, next((at for at, f in enumerate(one.given.findings) if _meets(f, item, anywhere=True)), None))
        for item in one.gold.items
    ]
    known = [(harm, at) for harm, at in places if at is not None]
    yield from (at < after for harm, at in known for less, after in known if harm > less and at != after)


def _share(marked: Iterable[bool]) -> float:
    found_ = list(marked)
    return round(sum(found_) / len(found_), 3) if found_ else 1.0


if __name__ == "__main__":
    for name, value in asdict(marks(list(reads(sys.argv[1])))).items():
        print(f"{name:16} {value}")
