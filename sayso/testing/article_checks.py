"""Checks of an article as a whole: its accusations, its headline, its unnamed sources. Each fails the step."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from sayso.clear import Overstatement, RightOfReply, overstatements, rights_of_reply
from sayso.testing.expected_chain import chain_in_words
from sayso.testing.feature_files import AllDifferent, Different, different
from schemas import Hop, Span, Statement

if TYPE_CHECKING:
    from sayso.testing.article_reading import ArticleReading

_BARE = frozenset("source sources people person somebody someone some others a an the one two three several".split())
"""Words that do not describe anybody."""


def expect_faithful_headline(reading: ArticleReading, kinds: Collection[str] | None = None) -> None:
    """No headline says more than the body; with `kinds`, not in these ways."""
    found = overstatements(reading.article, reading.extraction)
    _raise_all(_overstated(reading, one) for one in found if kinds is None or one.kind in kinds)


def _overstated(reading: ArticleReading, found: Overstatement) -> Different:
    headline = _quoted([found.headline])
    expected = f"the headline {headline} to say no more than the body"
    return different(expected, found.why, reading.where(found.body), found.headline.start)


def expect_replies(reading: ArticleReading) -> None:
    """Each accusation has a printed reply, or the text says when and how one was sought."""
    _raise_all(
        _unanswered(reading, pair)
        for pair in rights_of_reply(reading.article, reading.extraction)
        if pair.kind == "absent" or (pair.kind == "sought" and not (pair.when and pair.how))
    )


def _unanswered(reading: ArticleReading, pair: RightOfReply) -> Different:
    expected = f"a reply of {pair.accused} to {_quoted(pair.words)}, or when and how it was sought"
    if pair.reply is None:
        return _at(reading, pair.words[0], expected, "neither")
    lacking = " and ".join(word for word, said in (("when", pair.when), ("how", pair.how)) if said is None)
    said = f"{_quoted([pair.reply])} without {lacking}"
    return different(expected, said, reading.where(pair.reply), pair.words[0].start)


def expect_accusers(reading: ArticleReading, named: bool) -> None:
    """Each accusation has a source; with `named`, one with a name."""
    statements = {statement.id: statement for statement in reading.extraction.statements}
    pairs = [(pair, statements[pair.statement]) for pair in rights_of_reply(reading.article, reading.extraction)]
    kind = "a named source" if named else "a source"
    _raise_all(
        _at(reading, pair.words[0], f"{kind} of {_quoted(pair.words)}", chain_in_words(said))
        for pair, said in pairs
        if said.sourcing != "sourced" or (named and said.unnamed)
    )


def expect_described(reading: ArticleReading) -> None:
    """Whoever is not named is described."""
    _raise_all(
        _at(reading, one.spans[0], f"a description of who says {_quoted(one.spans)}", chain_in_words(one))
        for one in _unnamed(reading)
        if _bare(one.chain[0])
    )


def _bare(hop: Hop) -> bool:
    """Whether nothing is said of an unnamed source but that it is one."""
    return _BARE.issuperset((hop.descriptor or "").casefold().split())


def expect_reasons(reading: ArticleReading) -> None:
    """The text says why somebody is not named, or on what terms they spoke."""
    _raise_all(
        _at(reading, one.spans[0], f"why the source of {_quoted(one.spans)} is not named", "no reason")
        for one in _unnamed(reading)
        if one.chain[0].reason is None and one.chain[0].terms is None
    )


def expect_few_unnamed(reading: ArticleReading, most: int) -> None:
    """So many claims at most rest on an unnamed source."""
    unnamed = {statement.id: statement for statement in _unnamed(reading)}
    found = [claim.statement for claim in reading.extraction.claims if claim.statement in unnamed]
    if len(found) > most:
        said = reading.listed(unnamed[one] for one in dict.fromkeys(found))
        expected = f"at most {most} claim{'' if most == 1 else 's'} with only an unnamed source"
        start = unnamed[found[0]].spans[0].start
        raise different(expected, f"{len(found)}: {said}", f"in {reading.name}", start)


def expect_not_alone(reading: ArticleReading, name: str) -> None:
    """`name` is the origin of nothing."""
    alone = [one for one in reading.through(name) if one.origin and reading.means(name, one.origin)]
    _raise_all(
        _at(reading, one.spans[0], f'{_quoted(one.spans)} not to rest on "{name}" alone', "no other source")
        for one in alone
    )


def _at(reading: ArticleReading, place: Span, expected: str, found: str) -> Different:
    return different(expected, found, reading.where(place), place.start)


def _unnamed(reading: ArticleReading) -> list[Statement]:
    return [one for one in reading.extraction.statements if one.sourcing == "sourced" and one.unnamed]


def _quoted(spans: Iterable[Span]) -> str:
    return f"“{' ... '.join(' '.join(span.words.split()) for span in spans)}”"


def _raise_all(failures: Iterable[Different]) -> None:
    each = list(failures)
    if len(each) == 1:
        raise each[0]
    if each:
        raise AllDifferent(each)
