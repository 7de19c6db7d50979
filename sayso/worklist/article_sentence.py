"""One sentence of an article, with what signals ask about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.clear import Overstatement, RightOfReply
from sayso.present.sourcing import basis
from sayso.worklist.worklist_words import WORKLIST, pattern
from schemas import Claim, Hop, Segment, Span, Statement

REFUTING = pattern(WORKLIST.refuting)
CRIME, CONDUCT, PRIVATE = pattern(WORKLIST.crime), pattern(WORKLIST.conduct), pattern(WORKLIST.private)
_HE = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Around:
    """What is known of the article around a sentence.

    `density`: in which share of its sentences words of crime or misconduct stand, `refuting`: such words as "hoax".
    `interests`: for each source that speaks through an outlet of its own, that outlet.
    """

    density: float
    refuting: float
    sentences: int
    interests: dict[str, str]


@dataclass(frozen=True)
class ArticleSentence:
    """A sentence: `place` is its number among the article's, `claims` begin in it, `statements` have words in it.

    `persons` and `bodies`: who is named in it, apart from its sources. `pairs`: the accusations in it, each with its
    reply. `accusing`: how probable it is that it accuses somebody, 0 to 1. `over`: what it overstates, where it is a
    headline. `found`: a court has found so.
    """

    segment: Segment
    paragraph: Span
    place: int
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    persons: tuple[str, ...]
    bodies: tuple[str, ...]
    pairs: tuple[RightOfReply, ...]
    accusing: float
    over: Overstatement | None
    found: bool
    around: Around

    @property
    def words(self) -> str:
        """Its words."""
        return self.segment.span.words

    @cached_property
    def exposing(self) -> tuple[str, ...]:
        """Its words of crime, misconduct and of what is private, each once, in order."""
        matches = (match for one in (CRIME, CONDUCT, PRIVATE) for match in one.finditer(self.words))
        return tuple(dict.fromkeys(match[0] for match in sorted(matches, key=lambda match: match.start())))

    @cached_property
    def who(self) -> tuple[str, ...]:
        """Whom it accuses or names: the accused of its pairs, else the persons in it, else the bodies."""
        accused = tuple(dict.fromkeys(pair.accused for pair in self.pairs))
        return accused or self.persons or self.bodies

    @cached_property
    def by_pronoun(self) -> bool:
        """Whether it speaks of a person without a name."""
        return not self.persons and bool(_HE.search(self.words))

    @cached_property
    def weakest(self) -> Statement | None:
        """The statement in it that rests on least."""
        return min(self.statements, key=support, default=None)

    @property
    def source(self) -> Hop | None:
        """Who says the weakest of its statements."""
        return self.weakest.origin if self.weakest and self.weakest.mode != "attitude" else None

    def stands_in(self, spans: Iterator[Span]) -> bool:
        """Whether one of these spans has words in it."""
        own = self.segment.span
        return any(span.start < own.end and own.start < span.end for span in spans)


def support(statement: Statement) -> int:
    """How well a statement is supported as its article shows it, from 0 to 3.

    0: nobody says so; 1: an unnamed source does, or a chain of others' reports, or it is open who; 2: somebody on
    record, or at second hand; 3: a document, or an authority.
    """
    match basis(statement):
        case "named" if len(statement.relays) > 1:
            return 1
        case "named":
            kind = statement.chain[0].kind
            return 3 if kind in ("document", "government") and not statement.relays else 2
        case "unnamed" | "unnamed-attitude":
            return 1
        case "undetermined":
            return 1 if statement.origin else 0
    return 0
