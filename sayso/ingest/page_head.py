"""Date and author as a page shows them around its heading, for pages whose metadata do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, islice
from typing import Any

from sayso.ingest.dates import page_date
from sayso.ingest.location import About
from sayso.ingest.mending import plain
from sayso.ingest.text_header import header

_PROSE = 15
"""Words of a paragraph of the article, before which its author and date stand."""
_MOST_LINES, _MOST_ELEMENTS, _FEW = 12, 500, 20
_SHORTEST, _LONGEST = 2, 120
_CHANGED = re.compile(r"updat|modif|amend|edit|correct", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:author|byline|writer)(?:[\s_-]?(?:name|line|link))?(?:$|\s)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|de|van|von|der|den|bin|al|el|la|di|da|y)){1,4}")
_APART = ("nav", "aside", "footer", "script", "style", "form")


def head_about(tree: Any) -> About:
    """What stands between the page's only heading of the first rank and its first paragraph, line by line."""
    lines = list(_lines(tree))
    shown = header("\n".join(words for _, words in lines))
    times = [element for line, _ in lines for element in line.iter("time") if not _CHANGED.search(_around(element))]
    dated = next(filter(None, (page_date(element.get("datetime")) for element in times)), None)
    named = (words for line, words in lines if _is_author(line) and _NAME.fullmatch(words))
    return About(published=dated or shown.published, byline=shown.byline or next(named, None))


def _lines(tree: Any) -> Iterator[tuple[Any, str]]:
    """The smallest elements with text of their own after the heading, and their words."""
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        return
    found = 0
    for one in islice(_after(headings[0]), _MOST_ELEMENTS):
        if one.tag == "p" and len(_words(one).split()) >= _PROSE:
            return
        words = _words(one) if one.tag == "time" or _has_own(one) else ""
        if _SHORTEST < len(words) <= _LONGEST and not _is_apart(one):
            yield one, words
            found += 1
            if found >= _MOST_LINES:
                return


def _after(heading: Any) -> Iterator[Any]:
    elements = (one for body in heading.iterancestors("body") for one in body.iter())
    return (one for one in dropwhile(lambda one: one is not heading, elements) if isinstance(one.tag, str))


def _words(element: Any) -> str:
    """The words of an element with few others in it; of others, only those of its own."""
    few = len(list(islice(element.iter(), _FEW))) < _FEW
    return plain(element.text_content() if few else element.text) or ""


def _is_apart(element: Any) -> bool:
    return element.tag in (*_APART, "h1") or any(above.tag in (*_APART, "h1") for above in element.iterancestors())


def _has_own(element: Any) -> bool:
    return bool((element.text or "").strip() or any((child.tail or "").strip() for child in element))


def _is_author(element: Any) -> bool:
    names = f"{element.get('class') or ''} {element.get('rel') or ''} {element.get('itemprop') or ''}"
    return _AUTHOR.search(names) is not None


def _around(element: Any) -> str:
    """What a time is said to be: the words before it, and the names of what it stands in."""
    parent = element.getparent()
    before = (element.getprevious().tail if element.getprevious() is not None else parent.text) or ""
    return f"{before} {parent.get('class') or ''} {element.get('class') or ''}"
