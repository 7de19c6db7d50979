"""The parts of a page that are no text of its article, found by how pages are built, and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso.ingest.page_boxes import boxes, trailing_offers
from sayso.language.offers import offer_cues

_BLOCKS = frozenset("div section aside form dialog ul ol p blockquote figure".split())
_OFFERING = re.compile(
    r"pay-?wall|reg-?wall|subscri|newsletter|piano|offer|upsell|meter|consent|gdpr|cookie|sign-?up|log-?in|register|promo",
    re.IGNORECASE,
)
_LONGEST_OFFER = 150
_ENOUGH, _ENOUGH_UNNAMED = 2, 3
"""Kinds of words of offers that make a block one: where its class says so too, and where it does not."""

_PULLED = re.compile(r"pull-?(?:ed-?)?quote|pull-?out|quote-?(?:pull|highlight|box)", re.IGNORECASE)
_QUOTING = ("blockquote", "aside", "figure", "div")
_SAME = 0.75
_FEWEST_QUOTED = 3

_HEADINGS = ("h1", "h2", "h3")
_FEWEST_WORDS = 25
"""Words in paragraphs that make an article of its own; less is a teaser."""
_SIGNED = re.compile(r"by-?line|author|dateline|time-?stamp|pub-?date|published", re.IGNORECASE)
_BY = re.compile(r"by\s+[A-Z]", re.IGNORECASE)

_MISLEADING = re.compile(r"teaser|premium|paywall|lede|standfirst", re.IGNORECASE)
_COMMENT = re.compile(r"comment", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:^|[\s_-])(?:hidden|collapsed|d-none|invisible)(?:$|[\s_-])", re.IGNORECASE)
_MOST_BELOW = 3
_PROSE = 12
"""Words of a paragraph that is prose."""


class TakenOut(NamedTuple):
    """How many offers, and how many other articles, were taken out of a page."""

    offers: int = 0
    articles: int = 0


def take_out(tree: Any, title: str | None) -> TakenOut:
    """Take out of `tree`: 1. other articles and their teasers, 2. offers, 3. pull quotes, which repeat the text.

    4. A class that other pages give to teasers or comments does not hide the prose of this one, 5. and an article in
    several elements is one.
    """
    articles = _other_articles(tree, title)  # 1
    offers = [block for block in tree.iter(*_BLOCKS) if _is_offer(block)] + trailing_offers(tree)  # 2
    for block in [*offers, *boxes(tree)]:
        _drop(block)
    for block in _pull_quotes(tree):  # 3
        _drop(block)
    for block in tree.iter("div", "section", "p", "span"):  # 4
        if _MISLEADING.search(_names(block)) and _is_prose(block):
            _unname(block)
    for block in _hidden_by_name(tree):
        _unname(block)
    _joined(tree)  # 5
    return TakenOut(len(offers), articles)


def _unname(block: Any) -> None:
    block.attrib.pop("class", None)
    block.attrib.pop("id", None)


def _hidden_by_name(tree: Any) -> list[Any]:
    """Blocks of prose that a class calls comments, which hold the page's heading or stand right below it, or hidden.

    Those called hidden stand beside prose with a class that they have too.
    """
    heading = tree.find(".//h1")
    around = [] if heading is None else [one for one in heading.iterancestors() if _COMMENT.search(_names(one))]
    below = [one for outer in around[:1] for one in heading.itersiblings() if _COMMENT.search(_names(one))]
    hidden = [
        one for one in tree.iter("div", "section", "p") if _HIDDEN.search(_names(one)) and _is_one_of_several(one)
    ]
    return [one for one in (*around, *below[:_MOST_BELOW], *hidden) if one.tag != "body"]


def _is_one_of_several(block: Any) -> bool:
    if not _is_prose(block) or block.getparent() is None:
        return False
    own = set((block.get("class") or "").split())
    beside = (one for one in block.getparent() if one is not block and not _HIDDEN.search(_names(one)))
    return any(own & set((one.get("class") or "").split()) and _is_prose(one) for one in beside)


def _joined(tree: Any) -> None:
    """Join the elements of one article that follow each other, of one class, of which only the first has a heading."""
    for first in list(tree.iter("article")):
        names = first.get("class")
        if not names or _COMMENT.search(names) or first.getparent() is None or first.find(".//h1") is None:
            continue
        for other in list(first.itersiblings("article")):
            if other.get("class") == names and _heading(other) is None and _length(other):
                first.extend(list(other))
                _drop(other)


def _drop(block: Any) -> None:
    if block.getparent() is not None:
        block.drop_tree()


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _words(element: Any) -> list[str]:
    return " ".join(element.itertext()).split()


def _squeezed(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _is_offer(block: Any) -> bool:
    """Whether a block, which has no heading of the page in it and is short, offers something to its reader."""
    named = block.tag in ("form", "dialog") or _OFFERING.search(_names(block))
    enough = _ENOUGH if named else _ENOUGH_UNNAMED
    if block.find(".//h1") is not None or block.find(".//article") is not None:
        return False
    words = _words(block)
    return len(words) <= _LONGEST_OFFER and offer_cues(" ".join(words)) >= enough and not _mixed(block)


def _mixed(block: Any) -> bool:
    """Whether a block has a paragraph of prose beside the offer, so that what offers is a part of it."""
    if block.tag in ("p", "form", "dialog") or _OFFERING.search(_names(block)):
        return False
    return any(len(_words(line)) >= _PROSE and not offer_cues(" ".join(_words(line))) for line in block.iter("p"))


def _pull_quotes(tree: Any) -> list[Any]:
    """Blocks that repeat words of the text: all of them in a quotation, most of them where the class says so."""
    found = [block for block in tree.iter(*_QUOTING) if block.tag == "blockquote" or _PULLED.search(_names(block))]
    if not found:
        return []
    lines = [
        (line, _squeezed(" ".join(line.itertext())))
        for line in tree.iter("p", "div", "li")
        if not len(line.findall(".//p"))
    ]
    return [block for block in found if _repeats(block, lines)]


def _repeats(block: Any, lines: list[tuple[Any, str]]) -> bool:
    words = _squeezed(" ".join(block.itertext())).split()
    within = set(block.iter())
    least = _SAME if _PULLED.search(_names(block)) else 1.0
    length = max(_FEWEST_QUOTED, -(-int(len(words) * least * 100) // 100))
    runs = {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
    return any(f" {run} " in f" {text} " and line not in within for line, text in lines for run in runs)


def _other_articles(tree: Any, title: str | None) -> int:
    """Take out articles that are not the page's, and count those that are more than teasers."""
    main, others = _told_apart(tree, _squeezed(title or ""))
    if main is None:
        return 0
    kept = {main, *main.iterancestors()}
    count = 0
    for other in others:
        if other not in kept and other.getparent() is not None:
            count += _length(other) >= _FEWEST_WORDS
            other.drop_tree()
    return count


def _told_apart(tree: Any, title: str) -> tuple[Any | None, list[Any]]:
    """The page's article, and others; the elements `article`, else what stands around headings of the first rank."""
    headed = [(element, heading) for element in _articles(tree) if (heading := _heading(element)) is not None]
    whole = [(element, heading) for element, heading in headed if _length(element) >= _FEWEST_WORDS]
    if len(headed) > 1 and whole:
        main = next(
            (element for element, heading in whole if _squeezed("".join(heading.itertext())) == title), whole[0][0]
        )
        return main, [element for element, heading in headed if element is not main and _is_own(element, heading)]
    headings = list(tree.iter("h1"))
    if len(headings) < 2:
        return None, []
    first = next((one for one in headings if _squeezed("".join(one.itertext())) == title), headings[0])
    around = [_around(one, headings) for one in headings if one is not first]
    return first, [
        block for block in around if block is not None and _length(block) >= _FEWEST_WORDS and _is_signed(block)
    ]


def _articles(tree: Any) -> Iterator[Any]:
    for element in tree.iter("article", "div", "section"):
        if element.tag == "article" or element.get("role") == "article" or "Article" in (element.get("itemtype") or ""):
            yield element


def _heading(element: Any) -> Any | None:
    """The element's own heading, not that of an article within it."""
    for heading in element.iter(*_HEADINGS):
        if next(one for one in heading.iterancestors() if one is element or one.tag == "article") is element:
            return heading
    return None


def _is_own(element: Any, heading: Any) -> bool:
    """Whether an article is of its own: signed or dated, headed like a page, or led to by its heading."""
    return heading.tag == "h1" or heading.find(".//a[@href]") is not None or _is_signed(element) or _is_linked(heading)


def _is_linked(heading: Any) -> bool:
    return any(parent.tag == "a" for parent in heading.iterancestors())


def _is_signed(element: Any) -> bool:
    return any(
        one.tag == "time" or _SIGNED.search(_names(one)) or (one.tag == "p" and _BY.match((one.text or "").strip()))
        for one in element.iter("time", "p", "div", "span", "address", "a")
    )


def _around(heading: Any, headings: list[Any]) -> Any | None:
    """The largest element around a heading that has none of the other headings in it."""
    found = None
    for parent in heading.iterancestors():
        if any(one is not heading and parent in one.iterancestors() for one in headings):
            break
        found = parent
    return found


def _length(element: Any) -> int:
    return sum(len(_words(paragraph)) for paragraph in element.iter("p"))


def _is_prose(block: Any) -> bool:
    """Whether a block is read, not followed: paragraphs of some length that are not all links."""
    paragraphs = [block] if block.tag == "p" else list(block.iter("p"))
    long = [paragraph for paragraph in paragraphs if len(_words(paragraph)) >= _PROSE]
    linked = sum(len(_words(link)) for link in block.iter("a"))
    return bool(long) and linked * 2 < len(_words(block)) and block.find(".//h2") is None
