"""Chains in words, and whether a name in a feature means a hop of a chain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.present.chain import FEATURE, NO_SOURCE, chain, via
from sayso.registry import Registry
from schemas import Hop, Member, Statement

_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_DENIED = "denied by "
_EDGES = " \t\r\n\"'“”‘’«»,.:;"


def chain_in_words(statement: Statement) -> str:
    """The chain without its publisher ("Kremlin" via "TASS"), or what stands in place of a source."""
    said = chain(statement, FEATURE)
    if statement.sourcing == "undetermined" or statement.origin is None:
        return said
    said = f"{_DENIED if statement.polarity == 'denied' else ''}{said}"
    return said if statement.sourcing == "sourced" else f"{NO_SOURCE} ({said})"


def expected_in_words(names: Sequence[str], unnamed: str | None, relays: Sequence[str], denied: bool) -> str:
    """The chain that a step expects, in the same wording."""
    described = FEATURE.unnamed.format(unnamed) if unnamed else FEATURE.undescribed
    origin = described if unnamed is not None else " and ".join(map(FEATURE.named.format, names))
    return f"{_DENIED if denied else ''}{via([origin, *map(FEATURE.named.format, relays)])}"


def meant(name: str, hop: Hop | Member, registry: Registry) -> bool:
    """Whether `name` is the hop's name, its mention or antecedent, or an alias of these in the registry."""
    forms = [hop.name, hop.mention.words if hop.mention else None]
    if isinstance(hop, Hop):
        forms.append(hop.resolved_from.mention.words if hop.resolved_from else None)
        listed = registry.lookup(name)
        if listed and listed.key == hop.registry:
            return True
    return plain(name) in [plain(form) for form in forms if form]


def described(words: str, hop: Hop) -> bool:
    """Whether the description or mention of an unnamed source contains `words` (always, for empty `words`)."""
    forms = [hop.descriptor, hop.mention.words if hop.mention else None, hop.name]
    return not words or any(f" {plain(words)} " in f" {plain(form)} " for form in forms if form)


def plain(words: str) -> str:
    """`words` without article, quotation marks, possessive and case, with single spaces."""
    words = _ARTICLE.sub("", " ".join(re.sub(r"[\"“”«»]", "", words).split()).strip(_EDGES))
    return re.sub(r"['’]s?$", "", words).casefold()
