"""Credit lines: lines that say whose text an article is."""

from __future__ import annotations

import re

from sayso.link.credits.materials import BEGIN, LONGEST, THIS, material
from sayso.link.credits.notice import Notice, notices
from sayso.link.credits.outlet_names import outlet, outlets, owner
from sayso.link.credits.text_lines import TextLine
from sayso.registry import Registry

LAST_LINES = 4
"""How many lines may follow a bare name at an article's end: notices and invitations come after it."""

_SYNDICATED = re.compile(
    rf"{BEGIN}(?:{THIS} (?:was |is |has been |originally |first |also )*|(?:was )?(?:[Oo]riginally |[Ff]irst ))"
    r"(?:published|appeared|posted|printed|produced|republished|reproduced|auto-?generated|distributed)"
    r"(?: (?:here|with permission))? (?:by|in|on|at|from) (?P<names>.{2,80})$",
    re.IGNORECASE,
)
_REPRINTED = re.compile(
    r"^[(\[]?(?:Republished|Reprinted|Reproduced|Syndicated)(?: with (?:the )?permission)?"
    r" (?:from|by|of) (?P<names>.{2,80})$"
)
_REUTERS = re.compile(
    r"(?:^|(?<=[.!?\"”’)]\s))\(?(?:(?:Additional )?[Rr]eporting|Writing|Compiled|Reported|Written)(?: and [a-z]+)? by "
    r"[^()]{3,500}?[;,.]?\s*\b[Ee]dit(?:ing|ed) by [^()]{3,160}(?:\)\W*)?$"
)
_MARK = r"(?:©|\([cC]\))"
_COPYRIGHT = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:(?:{_MARK}\s*)?(?:Copyright|COPYRIGHT)[\s,]*+(?:{_MARK}\s*+)?|{_MARK}\s*+)"
    r"(?P<year>\d{4}(?:\s?[-–]\s?\d{2,4})?)?[\s,.]*(?P<names>[A-Z].{1,120})"
)
_SOURCE = re.compile(r"(?:SOURCE|Source|Via|Credit)\s?: ?(?P<names>[^.]{2,60})\.?$")
_BARE = re.compile(r"[—–-]*\s*[(\[]?(?P<names>[A-Z][^()\[\].!?]{1,60})[)\]]?\.?$")
_AFTER_WORDS = re.compile(
    r"(?<=[.!?\"”’]) (?:[(\[](?P<names>[A-Z][^()\[\]]{1,40})[)\]]|[—–-]{1,2} ?(?P<dashed>[A-Z][\w /,-]{1,40}))\.?$"
)
_PICTURE = re.compile(
    r"\b(?:photos?|pictured?|images?|files?|handout|video|screenshot|shown|seen|poses?|left|right)\b|/", re.IGNORECASE
)


def credit_line(line: TextLine, registry: Registry) -> list[Notice]:
    """Notices of the sources that this line, or its end, credits."""
    for reader in (material, _of_reuters, _syndicated, _rights, _at_the_end):
        found = reader(line, registry)
        if found:
            return found
    return []


def _of_reuters(line: TextLine, registry: Registry) -> list[Notice]:
    """Reuters' closing line with reporters and editors, which no other agency writes this way."""
    found = _REUTERS.search(line.words) if " by " in line.words else None
    source = outlet("Reuters", registry) if found else None
    return notices([source], "credit-line", "whole", line.without_dashes(found)) if found and source else []


def _syndicated(line: TextLine, registry: Registry) -> list[Notice]:
    """A credit for the whole text: "This article was originally published by The Guardian"."""
    found = _SYNDICATED.search(line.words, max(0, len(line.words) - LONGEST)) or _REPRINTED.match(line.words)
    source = owner(found["names"], registry) if found else None
    return notices([source], "credit-line", "whole", line.without_dashes(found)) if found and source else []


def _rights(line: TextLine, registry: Registry) -> list[Notice]:
    """A credit for the whole text: "© 2022 Agence France-Presse"; without a year it may be a picture's."""
    found = _COPYRIGHT.search(line.words, max(0, len(line.words) - LONGEST))
    if found is None or not (found["year"] or re.search(r"\b(?:19|20)\d\d\b|[Aa]ll [Rr]ights", found["names"])):
        return []
    source = owner(found["names"], registry)
    return notices([source], "credit-line", "whole", line.without_dashes(found)) if source else []


def _at_the_end(line: TextLine, registry: Registry) -> list[Notice]:
    """A name or a list of names that ends the article, on a line of its own or after its last words."""
    if line.after > LAST_LINES:
        return []
    found = (_SOURCE.fullmatch(line.words) or _BARE.fullmatch(line.words)) if line.before else None
    sources = outlets(found["names"], registry) if found else []
    if found is None or not sources:
        found = None if _PICTURE.search(line.words) else _AFTER_WORDS.search(line.words)
        sources = outlets(found["names"] or found["dashed"], registry) if found else []
    agencies = [source for source in sources if source.kind == "news_agency"]
    if found is None or len(agencies) < len(sources) or not sources:
        return []
    return notices(agencies, "credit-line", "whole", line.without_dashes(found))
