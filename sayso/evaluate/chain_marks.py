"""How the chains found in one article compare with gold; the publisher is left out of every comparison.

    found       a statement with a source covers at least half of the item's words
    origin      and its origin is the item's
    multi       chains of two hops or more: all hops right, in order, and none added
    single      one hop: the origin right, no relay added
    anonymous   F1 of "the origin is unnamed" over the items that are about it; what is not found counts as named
    overlap     share of the words in statements that stand in more than one
    relayed     share of the article's statements with a source that have a relay

All but `anonymous` are shares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.evaluate.agreement import agree, all_agree, covering, reporters
from sayso.evaluate.fitted_gold import Gold
from sayso.evaluate.gold_items import GoldItem
from sayso.evaluate.groups import AttributionGroups, Group
from sayso.evaluate.inversions import Inversion, Inversions, Said, given_by, inverted
from sayso.evaluate.marks import Error, JudgedConfidence, Marks
from sayso.evaluate.tallies import Key, Tallies
from sayso.evaluate.word_places import Text, Words
from sayso.present.chain import PAGE, via
from schemas import Extraction, Hop, Statement, ranges

_EVERYTHING: Group = ("", "")


class MarkedItem(NamedTuple):
    """The statement found for one item, and what is right about it."""

    item: GoldItem
    statement: Statement | None
    origin: bool
    chain: bool

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The chain that was found."""
        return reporters(self.statement) if self.statement else ()

    @property
    def unnamed(self) -> bool:
        """Whether the origin found is unnamed."""
        return bool(self.hops) and self.hops[0].anonymous

    @property
    def right(self) -> bool:
        """Whether the origin is right, and everything else that the item measures."""
        chain = self.chain or not self.item.chained
        return self.origin and chain and (not self.item.named_or_not or self.unnamed == self.item.chain[0].anonymous)


def mark_chains(gold: Gold, extraction: Extraction) -> Marks:
    """Compare the statements of `extraction` with the items of `gold`."""
    text = gold.text
    grouping = AttributionGroups(text, extraction.segmentation)
    answers = [_answer(item, extraction.statements, text) for item in gold.items]
    tallies = Tallies()
    for answer in answers:
        content = text.words([answer.item.content])
        kind = answer.item.chain[0].kind
        for group in (_EVERYTHING, ("source", kind), *grouping.content(content)):
            _count(tallies, group, answer)
    _count_all(tallies, extraction.statements, text)
    return Marks(
        tallies=tallies,
        errors=tuple(error for answer in answers for error in _errors(answer, text)),
        judged=tuple(
            JudgedConfidence(answer.statement.confidence, answer.right) for answer in answers if answer.statement
        ),
        inversions=_inversions(gold, answers),
    )


def _inversions(gold: Gold, answers: Sequence[MarkedItem]) -> Inversions:
    """The inversions among the statements that were found, by their origins."""
    text, others = gold.text, gold.contents
    places = []
    judged = 0
    for answer in answers:
        sources = given_by(answer.hops[0], text) if answer.hops else []
        judged += bool(sources)
        content = text.words([answer.item.content])
        said = Said(tuple(text.words([hop.mention]) for hop in answer.item.chain), frozenset(), content)
        how = next((how for source in sources if (how := inverted(text, said, source, others))), None)
        if how and not _nested(answer, content, text):
            places.append(Inversion(how, _expected(answer.item, text), _found(answer)))
    return Inversions(judged, tuple(places))


def _nested(answer: MarkedItem, content: Words, text: Text) -> bool:
    """Whether the statement found is a report within the item's content, passed on by the item's origin.

    "Roe said that Lind had said it rains" is an item of Roe's, and Lind via Roe is right about the rain.
    """
    cue = answer.statement.cue if answer.statement else None
    within = cue is not None and text.words([cue.range]) <= content
    return within and any(agree(answer.item.chain[0], hop, text) for hop in answer.hops[1:])


def _answer(item: GoldItem, statements: Sequence[Statement], text: Text) -> MarkedItem:
    statement = covering(text.words([item.content]), statements, text)
    hops = reporters(statement) if statement else ()
    return MarkedItem(
        item,
        statement,
        origin=bool(hops) and agree(item.chain[0], hops[0], text),
        chain=all_agree(item.chain, hops, text),
    )


def _count(tallies: Tallies, group: Group, answer: MarkedItem) -> None:
    tallies.expect(Key("found", *group), answer.statement is not None)
    tallies.expect(Key("origin", *group), answer.origin)
    if answer.item.chained:
        tallies.expect(Key(answer.item.chained, *group), answer.chain)
    if answer.item.named_or_not:
        unnamed, both = answer.item.chain[0].anonymous, answer.item.chain[0].anonymous and answer.unnamed
        tallies.expect(Key("anonymous", *group), both, unnamed)
        tallies.predict(Key("anonymous", *group), both, answer.unnamed)


def _count_all(tallies: Tallies, statements: Sequence[Statement], text: Text) -> None:
    held = Counter(word for statement in statements for word in text.words(ranges(statement.spans)))
    tallies.expect(Key("overlap"), sum(times > 1 for times in held.values()), len(held))
    sourced = [reporters(statement) for statement in statements if reporters(statement)]
    tallies.expect(Key("relayed"), sum(len(hops) > 1 for hops in sourced), len(sourced))


def _errors(answer: MarkedItem, text: Text) -> Iterator[Error]:
    for kind in _kinds(answer):
        yield Error(kind, _expected(answer.item, text), _found(answer))


def _kinds(answer: MarkedItem) -> Iterator[str]:
    item, more = answer.item, len(answer.hops) - len(answer.item.chain)
    if answer.statement is None:
        yield "not found"
        return
    if not answer.origin:
        yield "wrong origin"
    if item.chained and more:
        yield "relay added" if more > 0 else "relay missing"
    elif item.chained and answer.origin and not answer.chain:
        yield "wrong relay"
    if item.named_or_not and answer.unnamed != item.chain[0].anonymous:
        yield "anonymity wrong"


def _expected(item: GoldItem, text: Text) -> str:
    return f"{_gold(item, text)}: {text.shown(text.words([item.content]))}"


def _gold(item: GoldItem, text: Text) -> str:
    said = (text.shown(text.words([hop.mention]), 40) for hop in item.chain)
    return via(said, is_unnamed=item.chain[0].anonymous)


def _found(answer: MarkedItem) -> str:
    return via((hop.called or PAGE.nameless for hop in answer.hops), is_unnamed=answer.unnamed)
