"""Datelines that name an agency: "MOSCOW, Aug 9 (TASS) -"."""

from __future__ import annotations

import re

from sayso.link.credits.notice import Notice, Share, notices
from sayso.link.credits.outlet_names import outlets
from sayso.link.credits.text_lines import TextLine
from sayso.link.linking_words import CREDITING
from sayso.registry import Registry

FIRST_LINES = 10
"""How many lines from the beginning a dateline is the article's; further down it belongs to a piece within it."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH}\.? {_DAY}|{_DAY} {_MONTH}\.?|{_MONTH}\.?,? \d{{4}})(?:,? \d{{4}})?"
_PLACE = r"[^\W\d_][\w.'’ ,/\[\]-]{1,58}?"
_AGENCY = (
    r"(?:\((?P<round>[^()\n]{2,50})\)|\[(?P<square>[^\[\]\n]{2,50})\](?!,)"
    r"|/(?P<slash>[^/\n]{2,40})/|\| ?(?P<bar>\w[\w .-]{1,30}) ?\|)"
)
_DASH = r"(?P<dash>\s*(?:(?:\.\s*)?[—–‒―_-]+|:|\.(?=\s)))"
_AFTER_PLACE = rf"(?:[.,] ?|\s?[—–-]+ ?| (?=[(\[/|]|{_DATE}))"
_FRAMED = re.compile(
    rf"(?P<said>(?:(?P<place>{_PLACE}){_AFTER_PLACE})?(?P<date>{_DATE})?[.,]? ?{_AGENCY}){_DASH}?", re.IGNORECASE
)
_BARE = re.compile(
    rf"(?P<said>(?:(?P<place>{_PLACE}), )?(?P<name>[A-Z][\w. -]{{1,30}}?))(?: ?[—–] ?| ?--? )(?=[\"“'‘]?[A-Z])"
)
_UNLISTED = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z-]{1,14}(?: NEWSWIRE)?")
_PARAGRAPH = 60
"""Characters from which a line counts as a paragraph, not a heading."""


def dateline(line: TextLine, registry: Registry) -> list[Notice]:
    """Notices of the agencies whose text begins at this line; those further down have a part of the article."""
    share: Share = "whole" if line.before < FIRST_LINES else "part"
    return _framed(line, share, registry) or _bare(line, share, registry)


def _framed(line: TextLine, share: Share, registry: Registry) -> list[Notice]:
    found = _FRAMED.match(line.words)
    if found is None or not _is_place(found["place"]):
        return []
    name = next(words for key in ("round", "square", "slash", "bar") if (words := found[key]))
    sources = outlets(name, registry)
    listed = sources and _ends(found, line)
    if not listed and not (_UNLISTED.fullmatch(name) and _is_strict(found, name)):
        return []
    place = line.at(found, "said")
    return notices(sources, "dateline", share, place) or [Notice(name, None, "dateline", share, place)]


def _ends(found: re.Match[str], line: TextLine) -> bool:
    """Whether the text begins after the dateline: after a dash or a date, or directly with a capital."""
    rest = line.words[found.end("said") :]
    if found["slash"]:
        return found["dash"] is not None
    if found["dash"] or not rest:
        return bool(rest or found["place"] or found["date"])
    begins = re.match(r"\s*[\"“'‘]?[A-Z\d]", rest) is not None
    return begins and bool(found["date"] or found["bar"] or not found["place"])


def _is_strict(found: re.Match[str], name: str) -> bool:
    """Whether place, date and dash are all there, so that the name between them can only be an agency."""
    return bool(found["place"] and found["date"] and found["dash"]) and name not in CREDITING.no_agencies


def _bare(line: TextLine, share: Share, registry: Registry) -> list[Notice]:
    """A dateline without brackets ("AFP — The Kremlin ...", "Damascus, SANA - ..."), only before a whole paragraph."""
    found = _BARE.match(line.words) if len(line.words) >= _PARAGRAPH else None
    if found is None or not _is_place(found["place"]):
        return []
    agencies = [source for source in outlets(found["name"], registry) if source.kind == "news_agency"]
    return notices(agencies, "dateline", share, line.at(found, "said")) if agencies else []


def _is_place(words: str | None) -> bool:
    """Whether these can be the words of a place: capitalised, except for small words such as "of"."""
    parts = re.findall(r"[^\W\d_][\w.'’-]*", words or "")
    return all(
        part[0].isupper() or part in CREDITING.within_places or part.startswith(("al-", "el-", "d'")) for part in parts
    )
