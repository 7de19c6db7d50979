"""Made-up drafts with what clearing them should find, and how much of it is found.

python -m tests.evaluation.clearing_cases           # the figures, and each draft that is not as expected
python -m tests.evaluation.clearing_cases drafts    # the tables as drafts for training
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sayso.clear import Overstatement, RightOfReply, overstatements, rights_of_reply
from sayso.engine import Engine
from schemas import Article, Extraction, Span

FOLDER = Path(__file__).parent / "clearing"
TABLES = ("replies", "headlines", "second_replies", "second_headlines", "third_replies", "third_headlines")
_INDENT = "    "
_NONE = ("nothing", "kept")


@dataclass(frozen=True)
class Case:
    """A draft, and what is expected of it: a tuple of cells for each line."""

    name: str
    article: Article
    expected: tuple[tuple[str, ...], ...]


class Score(NamedTuple):
    """How many were expected, how many of them found, how many found in all, and how many of those right."""

    expected: int
    recalled: int
    found: int
    right: int

    @property
    def f1(self) -> float:
        """Harmonic mean of what was found of the expected, and what is right of the found."""
        recall, precision = self.recalled / max(1, self.expected), self.right / max(1, self.found)
        return 2 * recall * precision / max(1e-9, recall + precision)

    def plus(self, other: Score) -> Score:
        """Both together."""
        return Score(*(ours + theirs for ours, theirs in zip(self, other, strict=True)))


def cases(table: str) -> Iterator[Case]:
    """The drafts of a table: each begins with "## ", its expected lines are indented."""
    for part in (FOLDER / f"{table}.txt").read_text("utf-8").split("\n## ")[1:]:
        name, *lines = part.splitlines()
        expected = (tuple(cell.strip() for cell in line.split("|")) for line in lines if line.startswith(_INDENT))
        text = "\n\n".join(line for line in lines if line and not line.startswith(_INDENT))
        yield Case(name, Article(text=text), tuple(row for row in expected if row[0] not in _NONE))


def replied(row: Sequence[str], found: RightOfReply) -> bool:
    """Whether a pair is the expected one: accusation, accused, kind and the words of the reply."""
    accusation, accused, kind, *reply = row
    named = accused.casefold() in found.accused.casefold() or found.accused.casefold() in accused.casefold()
    said = not reply or (found.reply is not None and reply[0] in found.reply.words)
    return named and _within(accusation, found.words) and kind == found.kind and said


def overstated(row: Sequence[str], found: Overstatement) -> bool:
    """Whether an overstatement is the expected one, by both places; its kind is not asked."""
    return row[1] in found.headline.words and row[2] in found.body.words


def replies_score(case: Case, extraction: Extraction) -> tuple[Score, Sequence[RightOfReply]]:
    """The score of one draft, and what was found in it."""
    found = list(rights_of_reply(case.article, extraction))
    recalled = sum(any(replied(row, pair) for pair in found) for row in case.expected)
    right = sum(any(replied(row, pair) for row in case.expected) for pair in found)
    return Score(len(case.expected), recalled, len(found), right), found


def headlines_score(case: Case, extraction: Extraction) -> tuple[Score, Sequence[Overstatement]]:
    """The score of one draft, and what was found in it."""
    found = list(overstatements(case.article, extraction))
    recalled = sum(any(overstated(row, over) for over in found) for row in case.expected)
    right = sum(any(overstated(row, over) for row in case.expected) for over in found)
    return Score(len(case.expected), recalled, len(found), right), found


@cache
def read(text: str) -> Extraction:
    """What the installed engine reads in a text."""
    return _engine().extract(Article(text=text))


@cache
def _engine() -> Engine:
    return Engine()


def _within(words: str, spans: Sequence[Span]) -> bool:
    return any(words in span.words or span.words in words for span in spans)


def scored(table: str) -> tuple[Score, list[str]]:
    """The score of a table, and a paragraph for each draft that is not as expected."""
    score = headlines_score if "headlines" in table else replies_score
    total, wrong = Score(0, 0, 0, 0), []
    for case in cases(table):
        one, found = score(case, read(case.article.text))
        total = total.plus(one)
        if one.expected != one.recalled or one.found != one.right:
            wrong.append("\n   ".join([case.name, *map(str, case.expected), *(pair.short for pair in found)]))
    return total, wrong


def drafts() -> Iterator[dict[str, object]]:
    """The tables as drafts of `clearing_train`: those of replies have no headlines, those of headlines no pairs."""
    for table in TABLES:
        for case in cases(table):
            rows, text = case.expected, case.article.text
            if "headlines" not in table:
                pairs = [
                    {"accusation": row[0], "accused": row[1], "kind": row[2], "reply": row[3] if len(row) > 3 else None}
                    for row in rows
                ]
                yield {"title": "", "standfirst": None, "text": text, "pairs": pairs}
            else:
                title, _, body = text.partition("\n\n")
                said = {"kind": rows[0][0], "body": rows[0][2]} if rows else None
                yield {"title": title, "standfirst": None, "text": body, "headline": said}


def main() -> None:
    """Print all scores, and the drafts that are wrong; or the tables as drafts."""
    if sys.argv[1:] == ["drafts"]:
        print(*map(json.dumps, drafts()), sep="\n")
        return
    for table in TABLES:
        total, wrong = scored(table)
        print(*wrong, f"{table}: {total}, F1 {total.f1:.3f}", sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
