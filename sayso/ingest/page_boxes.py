"""Boxes that speak to the reader within or after an article: appeals, prompts, polls, about the author, replies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sayso.language.offers import is_offer, offer_cues

_BLOCKS = ("div", "section", "aside", "p", "form", "ul", "ol")
_LONGEST = 120
_LARGEST_SHARE = 0.4
"""A box has less of the page's prose than its article."""
_PROSE = 12


def _class(names: str) -> str:
    return rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])"


_KINDS = [
    (re.compile(_class(names), re.IGNORECASE), re.compile(words, re.IGNORECASE))
    for names, words in (
        (
            r"donat(?:e|ion)s?|appeal|support-?(?:us|box)?|contribut(?:e|ions?)|membership|fundrais\w+",
            r"\b(?:readers? like you|give now|donate|donations?|support us|chip in|your (?:support|gift|help))\b|"
            r"\bif every(?:one|body) who reads\b",
        ),
        (
            r"app-?(?:promo|banner|prompt|install|download|box)|promo|push|notifications?|install",
            r"\b(?:our|the) app\b|\bnotifications?\b|\binstall\b|\bdownload\b",
        ),
        (r"poll|quiz|survey|vote", r"\bvotes?\b|\bhave your say\b|\d ?%|\?"),
        (
            r"call-?out|tips?(?:-?(?:line|box))?|cta|contact(?:-?us)?|get-?in-?touch",
            r"\b(?:do you (?:know|have)|have you|got an?|contact us|call us|get in touch|(?:send|text|write to) us|"
            r"our (?:news ?desk|news ?room|reporters?|team))\b",
        ),
        (r"bio(?:graphy)?|author-?(?:bio|box|card|about)|about-?(?:the-?)?author", r"\w"),
        (r"pager|pagination|page-?nav(?:igation)?", r"\b(?:next|previous|page)\b"),
        (r"unsubscribe|email-?foot(?:er)?", r"\bunsubscribe\b"),
    )
]
_REPLIES = re.compile(_class(r"(?:reader-?)?repl(?:y|ies)|comments?(?:-?(?:list|section|area))?"), re.IGNORECASE)
_FEWEST_REPLIES = 2
_MOST_BETWEEN, _LONGEST_BETWEEN = 2, 25
"""Paragraphs between two offers, and their words, that are parts of one offer."""
_MARKS = set('“”"«»')


def boxes(tree: Any) -> list[Any]:
    """The blocks of `tree` whose class and words say that they are such a box."""
    whole = sum(len(_words(line)) for line in tree.iter("p"))
    return [block for block in tree.iter(*_BLOCKS) if _is_box(block, whole) or _is_replies(block)]


def _is_box(block: Any, whole: int) -> bool:
    names = f"{block.get('class') or ''} {block.get('id') or ''}"
    kinds = [said for named, said in _KINDS if named.search(names)]
    if not kinds or block.find(".//h1") is not None or block.find(".//article") is not None:
        return False
    words = _words(block)
    prose = len(words) if block.tag == "p" else sum(len(_words(line)) for line in block.iter("p"))
    small = len(words) <= _LONGEST and prose <= _LARGEST_SHARE * whole
    return small and any(said.search(" ".join(words)) for said in kinds)


def _is_replies(block: Any) -> bool:
    """Whether a block holds what readers wrote: several replies, and a field for another."""
    names = f"{block.get('class') or ''} {block.get('id') or ''}"
    if not _REPLIES.search(names) or block.find(".//h1") is not None:
        return False
    return block.find(".//textarea") is not None and len(block.findall(".//li")) >= _FEWEST_REPLIES


def trailing_offers(tree: Any) -> list[Any]:
    """Paragraphs beside each other at the end of a text, from one that is an offer to the last, which offers too."""
    found = []
    for parent in {line.getparent() for line in tree.iter("p")}:
        lines = [line for line in parent if line.tag == "p"]
        offering = [at for at, line in enumerate(lines) if _offers(line)]
        first = next((at for at in offering if is_offer(" ".join(_words(lines[at])))), len(lines))
        offering = [at for at in offering if at >= first]
        if len(offering) > 1 and offering[-1] == len(lines) - 1 and _are_near(lines, offering):
            found += lines[first:]
    return found


def _offers(line: Any) -> bool:
    words = _words(line)
    return len(words) <= _LONGEST_BETWEEN and offer_cues(" ".join(words)) > 0


def _are_near(lines: Sequence[Any], offering: Sequence[int]) -> bool:
    near = all(after - before - 1 <= _MOST_BETWEEN for before, after in pairwise(offering))
    parts = [_words(line) for line in lines[offering[0] :]]
    return near and all(len(words) <= _LONGEST_BETWEEN and not _MARKS & set("".join(words)) for words in parts)


def _words(element: Any) -> list[str]:
    return " ".join(element.itertext()).split()
