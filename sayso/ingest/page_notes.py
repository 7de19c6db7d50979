"""What a reader should know about the text found in a page: that it may be a part, or not the article."""

from __future__ import annotations

from typing import Any

from sayso.ingest.page_parts import TakenOut
from sayso.language.offers import is_offer

_FEWEST_SHOWN = 150
"""Words of a page below which nothing can be said."""
_LEAST = 0.5
_SHORT = 200
"""Words below which an article with an offer beside it may be only its beginning."""
_APART = ("nav", "header", "footer", "aside", "form")

OFFER = "the page offers a subscription and the text is short: it may be only the beginning of the article"


def words_shown(tree: Any) -> int:
    """How many words stand in the paragraphs of a page, outside of its menus and margins."""
    return sum(
        len(" ".join(paragraph.itertext()).split())
        for paragraph in tree.iter("p")
        if not any(parent.tag in _APART for parent in paragraph.iterancestors())
    )


def page_notes(text: str, shown: int, taken_out: TakenOut) -> tuple[str, ...]:
    """Sentences about `text`, found in a page whose paragraphs have `shown` words."""
    found = len(text.split())
    notes = []
    if taken_out.articles:
        other = "another article, which was" if taken_out.articles == 1 else f"{taken_out.articles} others, which were"
        notes.append(f"the page has {other} left out: save a page for each")
    if found < _SHORT and (taken_out.offers or any(map(is_offer, text.splitlines()))):
        notes.append(OFFER)
    if shown >= _FEWEST_SHOWN and found < _LEAST * shown:
        notes.append(f"the text has {found} of the {shown} words in the page's paragraphs: compare it with the page")
    return tuple(notes)
