"""Story sheets (`story.md`): what the articles of a story say together.

python -m tests.evaluation.news.stories check SHEET...
python -m tests.evaluation.news.stories write PART FOLDER    # stories/PART.jsonl from the sheets in FOLDER
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from tests.evaluation.news.sheet_files import faults_of, run
from tests.evaluation.news.sheets import Numbered, Range, SheetError, pieces

_ARTICLE = re.compile(r"([A-Z]) ([a-z]+-\S+)$")
_ORIGINS = re.compile(r"(F\d+) origins (\d+)(?:-(\d+))? : (.+)$")
_TOLD = re.compile(r"(F\d+) ([A-Z]) (\d+)(?:-(\d+))? (.+)$")
_RELATION = re.compile(r"(conflict|denial|update|correction) (F\d+) (F\d+) : (.+)$")
_LOST = re.compile(r"lost ([A-Z]) (\d+) (hedge|source|number) ([A-Z]) (\d+) : (.+)$")


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Told(_Row):
    """Where an article tells a fact: half-open ranges of code points."""

    article: str
    spans: tuple[Range, ...] = Field(min_length=1)


class Fact(_Row):
    """A key fact: the fewest and the most independent origins it may have, why, and every place that tells it."""

    fewest: int = Field(ge=0)
    most: int = Field(ge=0)
    why: str
    told: tuple[Told, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> Fact:
        if self.fewest > self.most:
            raise ValueError("fewest is more than most")
        return self


class Relation(_Row):
    """How two facts exclude or follow each other, and why."""

    kind: Literal["conflict", "denial", "update", "correction"]
    facts: tuple[str, str]
    why: str


class Lost(_Row):
    """What the retelling at `at` lost of what stands at `of`."""

    what: Literal["hedge", "source", "number"]
    at: Told
    of: Told
    why: str


class Story(_Row):
    """The gold of a whole story; `why` are the annotator's own words and quote no text."""

    story: str
    articles: tuple[str, ...]
    facts: dict[str, Fact]
    relations: tuple[Relation, ...] = ()
    lost: tuple[Lost, ...] = ()

    @model_validator(mode="after")
    def _knows_its_facts(self) -> Story:
        unknown = {fact for relation in self.relations for fact in relation.facts} - self.facts.keys()
        if unknown:
            raise ValueError(f"expected facts, found {', '.join(sorted(unknown))}")
        return self


@dataclass
class StorySheet:
    """A story sheet while it is read."""

    name: str
    texts: Mapping[str, str]
    articles: dict[str, str] = field(default_factory=dict)
    numbered: dict[str, Numbered] = field(default_factory=dict)
    origins: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    told: dict[str, list[Told]] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Read one line."""
        if article := _ARTICLE.match(line):
            letter, name = article.groups()
            if name not in self.texts:
                raise SheetError(f"expected an article of the corpus, found {name!r}")
            self.articles[letter], self.numbered[letter] = name, Numbered(self.texts[name])
        elif origins := _ORIGINS.match(line):
            fact, fewest, most, why = origins.groups()
            self.origins[fact] = (int(fewest), int(most or fewest), why)
        elif relation := _RELATION.match(line):
            kind, one, other, why = relation.groups()
            self.relations.append(Relation.model_validate({"kind": kind, "facts": (one, other), "why": why}))
        elif lost := _LOST.match(line):
            at, sentence, what, of, place, why = lost.groups()
            places = {"at": self._place(at, sentence, sentence, "*"), "of": self._place(of, place, place, "*")}
            self.lost.append(Lost.model_validate({"what": what, "why": why, **places}))
        elif told := _TOLD.match(line):
            fact, letter, first, last, words = told.groups()
            self.told.setdefault(fact, []).append(self._place(letter, first, last or first, words))
        else:
            raise SheetError("expected an article, a fact, a relation, or what was lost")

    def _place(self, letter: str, first: str, last: str, words: str) -> Told:
        if letter not in self.numbered:
            raise SheetError(f"expected one of {', '.join(self.numbered)}, found {letter}")
        spans, rest = pieces(self.numbered[letter], words, self.numbered[letter].place(int(first), int(last)))
        if rest:
            raise SheetError(f"expected nothing after the words, found {rest!r}")
        return Told(article=self.articles[letter], spans=tuple(spans))

    def story(self) -> Story:
        """The row of `stories/`; raises `SheetError` where a fact lacks its origins or its places."""
        if lacking := sorted(self.origins.keys() ^ self.told.keys()):
            raise SheetError(f"expected origins and places for each fact, {', '.join(lacking)} lacks one of them")
        facts = {
            fact: Fact(fewest=fewest, most=most, why=why, told=tuple(self.told[fact]))
            for fact, (fewest, most, why) in self.origins.items()
        }
        return Story(
            story=self.name,
            articles=tuple(self.articles.values()),
            facts=facts,
            relations=tuple(self.relations),
            lost=tuple(self.lost),
        )


def read(lines: Sequence[str], texts: Mapping[str, str]) -> tuple[Story | None, list[str]]:
    """The story that a sheet's lines describe, None if it has faults, and its faults."""
    sheet = StorySheet(lines[0].removeprefix("story ").strip() if lines else "", texts)
    faults = list(faults_of(lines[1:], sheet.add))
    try:
        return (None if faults else sheet.story()), faults
    except ValueError as fault:
        return None, [str(fault)]


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], __doc__ or "", "stories", read))
