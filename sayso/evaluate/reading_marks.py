"""How what was found in one article compares with a gold reading of all of it.

The units are the gold's sourced statements, its acts and refusals, and what is left of each sentence: the article's own
voice. A unit's answer is the statement with at least half of its words, of several the one that overlaps best. What is
left beside words with a source may be their reporting clause: it is a unit only where it is found as a statement.

    found      a statement covers it
    sourced    sourced or not is right, by the gold or one of its alternatives
    chain      and every hop is right, none missing, none added
    reported   the same, of the units with a source alone
    multi      the same, of chains of two hops and more
    anonymous  F1 of "the origin is unnamed"
    acts       acts and refusals that are kept: a statement without a source covers them
    covered    words, furniture left out, that stand in a statement, or in a sentence whose reporting clause has one
    furniture  F1 of the words that make no claims

Of a partial reading only its rows are scored, and neither `covered` nor `furniture` is measured.

All but the two F1 are shares. A hop is right if its name is the gold's: one has all words of the other, or half of all
their words are shared; an unnamed one also if the mentions overlap. Inverted are accusations given to the accused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.evaluate.agreement import reporters
from sayso.evaluate.gold_reading import ReadChain, ReadHop, Reading, ReadStatement, Voice
from sayso.evaluate.inversions import Inversion, Inversions
from sayso.evaluate.marks import Error, JudgedConfidence, Marks
from sayso.evaluate.tallies import Key, Tallies
from sayso.evaluate.word_places import HALF, Text, Words, dice
from sayso.present.chain import PAGE, via
from schemas import Attribution, Extraction, Hop, Statement, ranges

_SMALL = frozenset("a an and by for from in of on the to".split())


class Unit(NamedTuple):
    """Some words of the article, their voice, and the chains that are right for them.

    `voice` is None for what is left of a sentence; `may_report`: beside words with a source.
    """

    words: Words
    voice: Voice | None
    readings: tuple[ReadChain, ...]
    denotes_unnamed: bool = False
    may_report: bool = False


class MarkedUnit(NamedTuple):
    """The statement found for a unit, and what is right about it."""

    unit: Unit
    statement: Statement | None
    sourced: bool
    chain: bool


def mark_reading(reading: Reading, text: Text, extraction: Extraction) -> Marks:
    """Compare `extraction` with the gold `reading` of the same text."""
    held = [(text.words(ranges(statement.spans)), statement) for statement in extraction.statements]
    judge = _Judge(reading, text)
    answers = [judge.answer(unit, held) for unit in _units(reading, text, extraction)]
    answers = [answer for answer in answers if answer.statement or not answer.unit.may_report]
    tallies = Tallies()
    for answer in answers:
        _count(tallies, answer)
    if not reading.partial:
        _count_words(tallies, reading, text, extraction)
    return Marks(
        tallies=tallies,
        errors=tuple(error for answer in answers for error in judge.errors(answer)),
        judged=tuple(
            JudgedConfidence(each.statement.confidence, each.chain, bool(reporters(each.statement)))
            for each in answers
            if each.statement
        ),
        inversions=judge.inversions(held),
    )


def _units(reading: Reading, text: Text, extraction: Extraction) -> Iterator[Unit]:
    taken: set[int] = set()
    reported: set[int] = set()
    for statement in reading.statements:
        words = text.words(statement.spans)
        taken |= words
        reported |= words if statement.voice == "sourced" else frozenset()
        if statement.voice != "furniture":
            yield Unit(words, statement.voice, statement.readings, _unnamed(reading, statement))
        taken |= text.words([statement.cue] if statement.cue else [])
        taken |= text.words(hop.mention for hop in statement.chain if hop)
    for segment in () if reading.partial else extraction.segmentation.segments:
        sentence = text.words([segment.span.range])
        rest = sentence - taken
        if len(rest) > HALF * len(sentence):
            yield Unit(rest, None, ((),), may_report=bool(sentence & reported))


def _unnamed(reading: Reading, statement: ReadStatement) -> bool:
    origin = statement.chain[0] if statement.chain else None
    return origin is not None and reading.entities[origin.entity].unnamed


class _Judge:
    def __init__(self, reading: Reading, text: Text) -> None:
        self._reading = reading
        self._text = text

    def answer(self, unit: Unit, held: Sequence[tuple[Words, Statement]]) -> MarkedUnit:
        covering = [
            (dice(unit.words, words), statement)
            for words, statement in held
            if len(words & unit.words) >= HALF * len(unit.words)
        ]
        if not covering:
            return MarkedUnit(unit, None, sourced=False, chain=False)
        _, best = max(covering, key=lambda pair: pair[0])
        hops = reporters(best)
        return MarkedUnit(
            unit,
            best,
            sourced=any(bool(chain) == bool(hops) or _open(chain, best) for chain in unit.readings),
            chain=any(self._all_right(chain, hops) or _open(chain, best) for chain in unit.readings),
        )

    def _all_right(self, chain: ReadChain, hops: Sequence[Hop]) -> bool:
        return len(chain) == len(hops) and all(self._right(gold, hop) for gold, hop in zip(chain, hops, strict=True))

    def _right(self, gold: ReadHop | None, found: Hop) -> bool:
        if gold is None:
            return found.called is None
        entity = self._reading.entities[gold.entity]
        names = filter(None, (self._text.characters[slice(*entity.name)], entity.listed))
        if any(same_name(name_words(name), name_words(found.called or "")) for name in names):
            return True
        if not entity.unnamed or found.mention is None:
            return False
        return dice(self._text.words([gold.mention]), self._text.words([found.mention.range])) >= HALF

    def errors(self, answer: MarkedUnit) -> Iterator[Error]:
        if kind := _fault(answer):
            chain = [self._called(hop) for hop in answer.unit.readings[0]]
            words = self._text.shown(answer.unit.words)
            gold = via(chain, is_unnamed=answer.unit.denotes_unnamed) if chain else answer.unit.voice or "own voice"
            hops = reporters(answer.statement) if answer.statement else ()
            found = via((hop.called or PAGE.nameless for hop in hops), is_unnamed=bool(hops) and hops[0].anonymous)
            yield Error(kind, f"{gold}: {words}", found if hops else "own voice" if answer.statement else "")

    def _called(self, hop: ReadHop | None) -> str:
        if hop is None:
            return PAGE.nameless
        return self._text.shown(self._text.words([self._reading.entities[hop.entity].name]), 40)

    def inversions(self, held: Sequence[tuple[Words, Statement]]) -> Inversions:
        """The statements with words of an accusation whose origin is the accused, though in no gold chain there."""
        places = []
        judged = 0
        for accusation in self._reading.accusations:
            accused = accusation.accused
            place = self._text.words(accusation.spans)
            own = [
                self._text.words(statement.spans)
                for statement in self._reading.statements
                if any(hop and hop.entity == accused for chain in statement.readings for hop in chain)
            ]
            for words, statement in held:
                hops = reporters(statement)
                if not hops or len(words & place) < HALF * len(words) or any(words & said for said in own):
                    continue
                judged += 1
                as_hop = ReadHop(entity=accused, mention=self._reading.entities[accused].name)
                if self._right(as_hop, hops[0]):
                    shown = self._text.shown(words)
                    places.append(Inversion("spoken of", f"{self._called(as_hop)} is accused: {shown}", shown))
        return Inversions(judged, tuple(places))


def _open(chain: ReadChain, found: Statement) -> bool:
    """Whether both leave open who says so."""
    return bool(chain) and chain == (None,) and found.sourcing == "undetermined" and not reporters(found)


def name_words(name: str) -> frozenset[int]:
    """The words of a name without small ones; hashed, so that `dice` compares names as it does places."""
    plain = name.lower().replace("’s", "").replace("'s", "")
    folded = "".join(letter if letter.isalnum() else " " for letter in plain)
    return frozenset(hash(word) for word in folded.split() if word not in _SMALL)


def same_name(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether one has all words of the other, or they share half of their words; a name without words is nobody's."""
    return bool(one and other) and (one <= other or other <= one or dice(one, other) >= HALF)


def _fault(answer: MarkedUnit) -> str | None:
    unit = answer.unit
    if answer.chain:
        return None
    if answer.statement is None:
        return "not found" if unit.readings[0] else "not told"
    if not answer.sourced:
        return "taken for own voice" if unit.readings[0] else "given a source"
    more = len(reporters(answer.statement)) - len(unit.readings[0])
    return "wrong source" if more == 0 else "relay added" if more > 0 else "relay missing"


def _count(tallies: Tallies, answer: MarkedUnit) -> None:
    unit = answer.unit
    tallies.expect(Key("found"), answer.statement is not None)
    tallies.expect(Key("sourced"), answer.sourced)
    tallies.expect(Key("chain"), answer.chain)
    if unit.voice == "sourced":
        tallies.expect(Key("reported"), answer.chain)
        if len(unit.readings[0]) > 1:
            tallies.expect(Key("multi"), answer.chain)
    if unit.voice in ("act", "unsaid") and not unit.readings[0]:
        tallies.expect(Key("acts"), answer.statement is not None and not reporters(answer.statement))
    hops = reporters(answer.statement) if answer.statement else ()
    found = bool(hops) and hops[0].anonymous
    both = unit.denotes_unnamed and found
    tallies.expect(Key("anonymous"), both, unit.denotes_unnamed)
    tallies.predict(Key("anonymous"), both, found)


def _count_words(tallies: Tallies, reading: Reading, text: Text, extraction: Extraction) -> None:
    everything = text.words([(0, len(text.characters))])
    gold = frozenset[int]().union(*(text.words(each.spans) for each in reading.statements if each.voice == "furniture"))
    told = frozenset[int]().union(*(text.words(ranges(statement.spans)) for statement in extraction.statements))
    found = frozenset[int]()
    for segment in extraction.segmentation.segments:
        words = text.words([segment.span.range])
        found |= frozenset() if segment.claims else words
        told |= (
            words
            if any(told & text.words(ranges(each.content)) for each in _within(extraction, words, text))
            else frozenset()
        )
    tallies.expect(Key("covered"), len((everything - gold) & told), len(everything - gold))
    tallies.expect(Key("furniture"), len(gold & found), len(gold))
    tallies.predict(Key("furniture"), len(gold & found), len(found))


def _within(extraction: Extraction, words: Words, text: Text) -> Iterator[Attribution]:
    """The attributions whose cue is among `words`."""
    for attribution in extraction.attributions:
        if text.words(ranges(attribution.cue)) & words:
            yield attribution
