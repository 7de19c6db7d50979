"""Chains in the newsroom's words, and whether a name in a feature means one of a chain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.registry import registry
from schemas import Hop, Member, Statement

_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_EDGES = " \t\r\n\"'“”‘’«»,.:;"


def chain_in_words(statement: Statement) -> str:
    """The chain without its publisher ("Kremlin" via "TASS"), or what the statement has instead of a source."""
    if statement.sourcing == "undetermined":
        return "undetermined"
    if statement.origin is None:
        return "no source given"
    verb = "denied by " if statement.polarity == "denied" else ""
    said = verb + " via ".join(_hop_in_words(hop) for hop in (statement.origin, *statement.relays))
    return said if statement.sourcing == "sourced" else f"no source given ({said})"


def expected_in_words(names: Sequence[str], unnamed: str | None, relays: Sequence[str], denied: bool) -> str:
    """What a step expects, in the same words."""
    origin = " and ".join(map(_quoted, names)) if unnamed is None else _unnamed(unnamed)
    return ("denied by " if denied else "") + " via ".join([origin, *map(_quoted, relays)])


def meant(name: str, hop: Hop | Member) -> bool:
    """Whether `name` is the hop's name, or the words that name it or resolve it; by the registry's aliases too."""
    forms = [hop.name, hop.mention.words if hop.mention else None]
    if isinstance(hop, Hop):
        forms.append(hop.resolved_from.mention.words if hop.resolved_from else None)
        listed = registry().lookup(name)
        if listed and listed.key == hop.registry:
            return True
    return plain(name) in [plain(form) for form in forms if form]


def described(words: str, hop: Hop) -> bool:
    """Whether an unnamed source's description, or the words that name it, hold `words` (any, where there are none)."""
    forms = [hop.descriptor, hop.mention.words if hop.mention else None, hop.name]
    return not words or any(f" {plain(words)} " in f" {plain(form)} " for form in forms if form)


def plain(words: str) -> str:
    """`words` without article, quotation marks, possessive and case, evenly spaced."""
    words = _ARTICLE.sub("", " ".join(re.sub(r"[\"“”«»]", "", words).split()).strip(_EDGES))
    return re.sub(r"['’]s?$", "", words).casefold()


def _hop_in_words(hop: Hop) -> str:
    if hop.members:
        return " and ".join(_quoted(member.name) for member in hop.members)
    words = hop.descriptor or (hop.mention.words if hop.mention else "")
    return _unnamed(words) if hop.anonymous else _quoted(hop.name or words or "?")


def _unnamed(words: str) -> str:
    return f"an unnamed {_quoted(words)}" if words else "an unnamed source"


def _quoted(words: str) -> str:
    return f'"{words}"'
