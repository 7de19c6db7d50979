"""What a person judged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from schemas.record import Record, Words, hash_of
from schemas.source import REGISTRY, Source
from schemas.statement import Hop, expect_chain

Judgement = Literal[
    "confirm", "reject", "accept", "reopen", "correct",
    "query", "answer", "refer", "close", "misread", "assign", "note", "undo",
]  # fmt: skip
"""`correct` without a `chain` never had an effect; an older ledger may contain it."""

Outcome = Literal[
    "sourced-in-copy", "held-on-file", "witnessed", "public-record", "common-knowledge",
    "reply-printed", "reply-sought", "reworded", "cut", "corrected",
    "traced", "untraceable", "contradicted",
]  # fmt: skip
"""What came of it, where it is closed."""

IN_OWN_COPY: tuple[Outcome, ...] = (
    "sourced-in-copy", "held-on-file", "witnessed", "public-record", "common-knowledge",
    "reply-printed", "reply-sought", "reworded", "cut", "corrected",
)  # fmt: skip
"""Outcomes for what the newsroom itself prints: on what basis it is cleared."""
IN_OTHERS: tuple[Outcome, ...] = ("traced", "untraceable", "contradicted")
"""Outcomes for what others printed."""

RULINGS: tuple[Judgement, ...] = ("confirm", "reject", "accept", "reopen")
"""Judgements on whether something is right: of these the newest counts. They need a reason."""


def pair_of_articles(a: str, b: str) -> str:
    """The id of two articles (ids), in either order, as a thing that people decide on: whether both tell one story."""
    return hash_of("pair", *sorted((a, b)))


class Decision(Record):
    """A judgement on one thing (`about`: its id, and `version`: its digest at that time), why, by whom and when.

    `id` is random: the same person may judge the same thing twice. `articles`: on whether two articles tell one story,
    these two; `confirm` says that they do, `reject` that they do not and that the first is taken out of the story.

    On an item of a list: `query` (`to` somebody, `until` when), `answer` (an answer came), `refer` (it is with the
    lawyer; `to` names one), `close` with an `outcome`, `reopen`, `assign` (`to` somebody, nobody if None), `note`, and
    `misread` (the machine is wrong). `undo` takes back the decision with the id `undoes`. `correct` says what `chain`
    the words have, from the origin to the publisher. `point`: which question about the thing is meant ("source",
    "reply", "headline"); None is all of them. `reference`: where in the newsroom what is held on file can be found,
    never a name. `account`: the person's account, where there are accounts; `signature`: over the decision, by `by`.
    `source`: on the newsroom's registry of sources (`about` is `REGISTRY`), the source as it is listed from now on.
    """

    id: str
    about: str
    version: str
    judgement: Judgement
    why: Words = ""
    by: str = Field(min_length=1)
    at: AwareDatetime
    signature: str | None = None
    articles: tuple[str, str] | None = None
    account: str | None = None
    point: str | None = None
    outcome: Outcome | None = None
    to: Words | None = None
    until: AwareDatetime | None = None
    reference: Words | None = None
    undoes: str | None = None
    chain: tuple[Hop, ...] = ()
    source: Source | None = None

    @model_validator(mode="after")
    def _is_about_its_articles(self) -> Self:
        if self.articles and (self.articles[0] == self.articles[1] or self.about != pair_of_articles(*self.articles)):
            raise ValueError(f"expected the id of two articles, {self.articles}, found {self.about}")
        return self

    @model_validator(mode="after")
    def _is_about_the_registry(self) -> Self:
        if self.source is not None and (self.about, self.judgement) != (REGISTRY, "confirm"):
            raise ValueError(f"expected a source confirmed on the registry, found {self.judgement} on {self.about}")
        return self

    @model_validator(mode="after")
    def _says_what_came_of_it(self) -> Self:
        if (self.outcome is not None) != (self.judgement == "close"):
            raise ValueError(f"expected an outcome where something is closed, found {self.judgement}, {self.outcome}")
        if (self.undoes is not None) != (self.judgement == "undo"):
            raise ValueError(f"expected the decision that is undone, found {self.judgement}, {self.undoes}")
        if self.chain:
            expect_chain(self.chain)
            if self.judgement != "correct":
                raise ValueError(f"expected a chain only where one is corrected, found one for {self.judgement}")
        if self.judgement in RULINGS and not self.why.strip():
            raise ValueError(f"expected a reason for {self.judgement}, found none")
        return self


def undone_of(undos: Iterable[tuple[str, str | None]]) -> set[str | None]:
    """The ids of all decisions that were taken back, from the (id, `undoes`) of each undo, oldest first.

    An undo that is itself taken back takes back nothing.
    """
    undone: set[str | None] = set()
    for undo, undoes in reversed([*undos]):
        if undo not in undone:
            undone.add(undoes)
    return undone
