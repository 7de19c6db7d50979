"""Who says so, in words: the one place where a chain becomes a sentence.

Different places word a chain differently. Each `ChainWording` below is one wording; its fields are all that differs.
The publisher, the same for a whole article, is never named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.present.other_reading import read_otherwise
from sayso.present.safe import plain
from schemas import Hop, Span, Statement

NO_SOURCE = "no source given"
OPEN = "it is open who says so"


@dataclass(frozen=True)
class ChainWording:
    """How a chain is worded in one place; `{}` stands for a name.

    `undescribed`: an unnamed source of which the text says nothing. `nameless`: a source without a name that is not
    anonymous either. `unnamed_member`: an unnamed member of several sources that speak jointly. `relay` stands before
    the first relay, `next_relay` before each other one; `nearest_first`: the relay nearest to the reader comes first.
    `joint_relay`: joint relays are named as one, not one by one. `nobody`: there is no source. `left_open`: it is
    undetermined who says so; a possible source follows after `perhaps` (None: it is not mentioned).
    """

    named: str = "{}"
    unnamed: str = "unnamed: {}"
    undescribed: str = "unnamed: not described"
    nameless: str = "not known"
    unnamed_member: str = "unnamed: {}"
    relay: str = " via "
    relay_after_unnamed: str = " via "
    next_relay: str = " via "
    nearest_first: bool = False
    joint_relay: bool = False
    nobody: str = NO_SOURCE
    left_open: str = OPEN
    perhaps: str | None = None


TERMINAL = ChainWording(relay_after_unnamed=", via ", perhaps=f"{OPEN}: perhaps ")
""" "unnamed: officials, via TASS" """

PAGE = ChainWording(undescribed="unnamed, not described", perhaps="perhaps ")
"""Beside an article on its page: "unnamed: officials via TASS"."""

REPORT = ChainWording(
    unnamed="an unnamed source (“{}”)",
    undescribed="an unnamed source (“not described”)",
    nameless="somebody",
    unnamed_member="unnamed “{}”",
    relay=", carried by ",
    relay_after_unnamed=", carried by ",
    next_relay=" and ",
    nearest_first=True,
    joint_relay=True,
    left_open="left open",
    perhaps="left open, perhaps ",
)
""" "an unnamed source (“officials”), carried by TASS" """

DESCRIBED = ChainWording(named="“{}”", unnamed="“{}”", undescribed="not described", unnamed_member="“{}”")
"""Where the sentence already says that the source is unnamed: "“officials”"."""

COMPARED = ChainWording(
    unnamed="{}",
    undescribed="somebody",
    nameless="somebody",
    unnamed_member="{}",
    relay=", via ",
    relay_after_unnamed=", via ",
    next_relay=", via ",
    nobody="the article itself",
    left_open="the article itself",
    perhaps="",
)
"""Where two readings of an article are compared: "the Kremlin, via TASS"."""

FEATURE = ChainWording(
    named='"{}"',
    unnamed='an unnamed "{}"',
    undescribed="an unnamed source",
    nameless='"?"',
    unnamed_member='"{}"',
    left_open="undetermined",
)
"""In feature files: an unnamed "official" via "TASS"."""


class ChainLink(NamedTuple):
    """A link of a chain: the words `before` it (" via "), its name, and where the text names it."""

    before: str
    called: str
    mention: Span | None


def chain(statement: Statement, wording: ChainWording) -> str:
    """The whole chain in one line."""
    return "".join(link.before + link.called for link in chain_links(statement, wording))


def chain_links(
    statement: Statement, wording: ChainWording, written: Callable[[str], str] = str
) -> Iterator[ChainLink]:
    """The chain link by link, each name passed through `written`."""
    is_open = statement.sourcing == "undetermined"
    if statement.origin is None or (is_open and wording.perhaps is None):
        yield ChainLink("", wording.left_open if is_open else wording.nobody, None)
        return
    yield from _links(wording.perhaps or "" if is_open else "", statement.origin, wording, written)
    yield from _relays(statement.relays, statement.unnamed, wording, written)


def given(chain: Sequence[Hop], wording: ChainWording = TERMINAL) -> str:
    """A chain by itself: "Kremlin via TASS"."""
    if chain[0].role != "origin":
        return wording.nobody
    links = _links("", chain[0], wording, str), _relays(chain[1:-1], chain[0].anonymous, wording, str)
    return "".join(link.before + link.called for some in links for link in some)


def origin(hop: Hop, wording: ChainWording = REPORT) -> str:
    """An origin in words: "an unnamed source (“officials”)"."""
    return "".join(link.before + link.called for link in _links("", hop, wording, str))


def wants(holder: Hop, wording: ChainWording, written: Callable[[str], str]) -> str:
    """Whose attitude the article itself tells: "wants or thinks: Kremlin"."""
    return "wants or thinks: " + "".join(link.before + link.called for link in _links("", holder, wording, written))


def name_of(hop: Hop | None) -> str:
    """The name or description of a hop alone; "somebody" without one."""
    return (hop.called if hop else None) or REPORT.nameless


def carried(statement: Statement) -> str:
    """The relays of a statement in a report: ", carried by TASS and Interfax"; empty without relays."""
    return "".join(link.before + link.called for link in _relays(statement.relays, statement.unnamed, REPORT, str))


def carried_by(carriers: str) -> str:
    """The same for `carriers` already in words."""
    return f"{REPORT.relay}{carriers}" if carriers else ""


def unnamed(description: str) -> str:
    """An unnamed source within a list of names: "unnamed “officials”"."""
    return REPORT.unnamed_member.format(description)


def via(names: Iterable[str], *, is_unnamed: bool = False) -> str:
    """A chain given by names alone, the origin first: "Kremlin via TASS"; `is_unnamed`: the origin is unnamed."""
    said = PAGE.relay.join(names)
    return PAGE.unnamed.format(said) if is_unnamed else said


def who(statement: Statement) -> str:
    """Who says so, in a report: "Kremlin, carried by TASS", or "left open, perhaps Kremlin"."""
    return plain(chain(statement, REPORT))


def who_says_so(statement: Statement) -> str:
    """Who says so and how, at a terminal: "Kremlin via TASS [direct]"."""
    marks = list(_marks(statement))
    return chain(statement, TERMINAL) + (f" [{', '.join(marks)}]" if marks else "")


def _relays(
    relays: Sequence[Hop], after_unnamed: bool, wording: ChainWording, written: Callable[[str], str]
) -> Iterator[ChainLink]:
    first = wording.relay_after_unnamed if after_unnamed else wording.relay
    for number, hop in enumerate(relays[::-1] if wording.nearest_first else relays):
        before = wording.next_relay if number else first
        if wording.joint_relay:
            yield _link(before, hop, wording, written)
        else:
            yield from _links(before, hop, wording, written)


def _links(before: str, hop: Hop, wording: ChainWording, written: Callable[[str], str]) -> Iterator[ChainLink]:
    """A hop as one link, or as one link for each member if several speak jointly."""
    if not hop.members:
        yield _link(before, hop, wording, written)
    for number, member in enumerate(hop.members):
        form = wording.unnamed_member if member.anonymous else wording.named
        yield ChainLink(" and " if number else before, form.format(written(member.name)), member.mention)


def _link(before: str, hop: Hop, wording: ChainWording, written: Callable[[str], str]) -> ChainLink:
    name = written(hop.called or "")
    form, without = (wording.unnamed, wording.undescribed) if hop.anonymous else (wording.named, wording.nameless)
    return ChainLink(before, form.format(name) if name else without, hop.mention)


def _marks(statement: Statement) -> Iterator[str]:
    """Details of how it is said, for a terminal: "direct", "denied", hedges and terms in quotation marks."""
    if statement.mode == "attitude":
        yield wants(statement.holder, TERMINAL, str) if statement.holder else "wants or thinks, not said"
    elif statement.origin is not None and statement.manner in ("direct", "mixed"):
        yield statement.manner
    if statement.polarity == "denied":
        yield "denied"
    if statement.stance == "doubt":
        yield "put in doubt"
    if statement.hedge is not None:
        yield f"“{statement.hedge.words}”"
    if otherwise := read_otherwise(statement):
        yield otherwise
    for hop in statement.chain:
        if hop.terms is not None:
            yield f"“{hop.terms.words}”"
        if hop.reason is not None:
            yield f"not named because: “{hop.reason.words}”"
