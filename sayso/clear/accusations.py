"""Who is accused of what in an article, and by whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.clear.clearing_words import CLEARING
from sayso.clear.content import is_grave, is_wrong, lemmas_of, stems
from sayso.clear.names import Cast, tokens
from schemas import Claim, Extraction, Filler, Frame, Hop, Span, Statement

_ACCUSING_CUE = re.compile(r"\b(?:accus|charg|blam|suspect)", re.IGNORECASE)
_SETTLED = re.compile("|".join(CLEARING.settled), re.IGNORECASE)
_OF_WHAT = re.compile(r" (?:of|for|over|with) ")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AND = re.compile(r",? and |, ")
_SAID_TO_BE = ("asserted", "possible", "conditional")
_PLACED = frozenset("along behind beneath beside between beyond near outside off under within".split())
_PLAYED = re.compile(
    r"\d-\d|\b(?:final|match|singles|doubles|round|game|quarter-finals?|semi-finals?|league|cup|opener|race|title|victory)\b",
    re.IGNORECASE,
)
_NO_DEED = frozenset(("hit", "hits"))
"""Words that are no wrong as what somebody does: "played hits"."""
_NAME_BEHIND = re.compile(r"(?:,? )([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
_NAME_WITHIN = re.compile(r"(?<=[a-z] )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+")


@dataclass(frozen=True)
class Accusation:
    """That somebody is said to have done wrong: the statement that says so, and whom it accuses."""

    statement: Statement
    accused: str
    spans: tuple[Span, ...]
    stems: frozenset[str]
    """How the words of its content begin, and those for whoever says so."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1].end

    @property
    def words(self) -> str:
        """What is said."""
        return " ".join(span.words for span in self.spans)


def accusations(cast: Cast) -> tuple[Accusation, ...]:
    """The accusations in an article, in text order.

    Convictions and findings of courts are none, nor what is denied or what somebody says of himself.
    """
    found: dict[tuple[str, str], Accusation] = {}
    for statement in cast.extraction.statements:
        if not found_by_a_court(cast.extraction, statement):
            for accused in _accused(cast, statement):
                found.setdefault((statement.id, accused), _made(cast, statement, accused))
    return tuple(sorted(found.values(), key=lambda accusation: accusation.start))


def told_of(cast: Cast, name: str, place: int, *, doubted: bool) -> Accusation | None:
    """The last statement before a place by which another says what somebody of that name does.

    `doubted`: it has to be one of claiming or alleging.
    """
    for statement in reversed(cast.extraction.statements):
        origin = statement.origin
        if (
            origin is None
            or (doubted and statement.stance != "doubt")
            or statement.spans[0].start >= place
            or cast.meant(origin.called or "") == name
        ):
            continue
        frames = (claim.slots.frames[0] for claim in cast.extraction.claims_of(statement) if claim.slots.frames)
        who = (cast.meant(filler.words) for frame in frames for filler in frame.fillers if filler.role == "who")
        if name in who and not found_by_a_court(cast.extraction, statement):
            return _made(cast, statement, name)
    return None


def _made(cast: Cast, statement: Statement, accused: str) -> Accusation:
    by = statement.origin.called if statement.origin else ""
    content = f"{statement.text} {by or ''} {lemmas_of(cast.extraction, statement)}"
    return Accusation(statement, accused, statement.spans, stems(content))


def _accused(cast: Cast, statement: Statement) -> Iterator[str]:
    origin = cast.meant(statement.origin.called or "") if statement.origin else None
    for words, place in _blamed(cast.extraction, statement):
        accused = cast.meant(words, place)
        if accused is None and tokens(words) <= _PRONOUNS:
            accused = cast.last_named(place, bodies=False)
        if accused and (accused != origin or statement.polarity == "denied" or words.startswith(" ")):
            yield accused


_PRONOUNS = frozenset(("he", "him", "she"))


def _blamed(extraction: Extraction, statement: Statement) -> Iterator[tuple[str, int]]:
    """The words for each whom a statement accuses, with its place."""
    place = statement.spans[0].start
    cue = statement.cue.words if statement.cue else ""
    if _ACCUSING_CUE.search(cue) and statement.origin is not None:
        if statement.text.startswith(("of ", "with ", "over ")):
            yield f" {statement.origin.called}", place  # "X was accused of ..."
            return
        head = _OF_WHAT.split(statement.text, maxsplit=1)
        if len(head) == 2 and not _verb_in(head[0]):
            yield from ((words, place) for words in _AND.split(head[0]))
            return
    for claim in extraction.claims_of(statement):
        at = claim.spans[0].start
        yield from ((words, at) for frame in claim.slots.frames for words in _by_frame(statement, claim, frame))


def _verb_in(words: str) -> bool:
    return bool(re.search(r"\b(?:had|has|have|was|were|is|did)\b", words))


def _by_frame(statement: Statement, claim: Claim, frame: Frame) -> Iterator[str]:
    """The words for each whom a verb blames: its object, or who does what is wrong.

    Where the article tells it by itself, words such as "hit" and "attack" blame only a person.
    """
    if frame.polarity == "denied" or frame.modality not in _SAID_TO_BE or _SETTLED.search(claim.proposition):
        return
    if frame.predicate in CLEARING.accusing:
        yield from (filler.words for filler in frame.fillers if filler.role == "whom")
        return
    if frame.predicate in CLEARING.not_to_blame | CLEARING.answering or _at_play(frame, claim):
        return
    said = statement.origin is not None or statement.stance == "doubt"
    for filler in frame.fillers:
        if filler.role == "who" and _is_wrong(frame, is_wrong if said or filler.label == "PERSON" else is_grave):
            yield _with_name(claim, filler.words)


def _at_play(frame: Frame, claim: Claim) -> bool:
    """Whether somebody only beats another at a game."""
    return frame.predicate == "beat" and bool(_PLAYED.search(claim.proposition))


def _with_name(claim: Claim, words: str) -> str:
    """The words for somebody with the name behind them: "the mayor of Oberfeld, Anna Reiss", "rider Pia Stern".

    What the parser tore apart ("chief executive ... hid") is whoever the claim names first.
    """
    before, found, _ = claim.proposition.casefold().partition(words.casefold() or "?")
    if not found:
        name = _NAME_WITHIN.search(claim.proposition)
        return name[0] if name else words
    match = _NAME_BEHIND.match(claim.proposition, len(before) + len(found))
    return f"{words}{match[0]}" if match else words


def _is_wrong(frame: Frame, wrong: Callable[[str], bool]) -> bool:
    """Whether a verb is one of wrongdoing, or what it does, or how: "stole", "took bribes", "acted unlawfully".

    What lies near, under or between something tells no lie.
    """
    if frame.predicate == "lie" and any(one.role in _PLACED for one in frame.fillers):
        return False
    heads = (
        word for one in frame.fillers if one.role in ("whom", "how", "in") for word in (one.head, *_qualities(one))
    )
    return wrong(frame.predicate) or any(wrong(head) for head in heads if head not in _NO_DEED)


def _qualities(filler: Filler) -> list[str]:
    return _WORD.findall(filler.words)[:-1] if filler.role == "whom" else []


def found_by_a_court(extraction: Extraction, statement: Statement) -> bool:
    """Whether a statement tells a conviction, an acquittal, or another finding of a court."""
    words = f"{statement.cue.words if statement.cue else ''} {statement.text}"
    return bool(_SETTLED.search(words)) or (
        statement.origin is not None
        and bool(CLEARING.courts & tokens(_called(statement.origin)))
        and bool(CLEARING.finding & tokens(statement.cue.words if statement.cue else ""))
    )


def _called(hop: Hop) -> str:
    return f"{hop.called or ''} {hop.introduced.words if hop.introduced else ''}"
