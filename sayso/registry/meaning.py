"""Whether words mean a source of a chain: by its name, its description, or another name of it in the registry."""

from __future__ import annotations

import re

from sayso.registry.registry import Registry
from schemas import Hop, Member

_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_EDGES = " \t\r\n\"'“”‘’«»,.:;"


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
