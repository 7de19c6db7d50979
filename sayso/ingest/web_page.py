"""A web page: the text of its article, and its metadata."""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from typing import Any, NamedTuple

from sayso.errors import UnreadableError
from sayso.ingest.decode import Decoded, declared, decode
from sayso.ingest.location import About
from sayso.ingest.mending import mended, without_endless
from sayso.ingest.page_metadata import page_about
from sayso.ingest.page_notes import page_notes, words_shown
from sayso.ingest.page_parts import take_out
from sayso.ingest.text_limits import sound
from sayso.present.safe import NO_XML

_MOST_OF_IT = 0.7
NO_TEXT = "expected an article in the page, found no text in it; save the page again, or as text"

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*(?:[\"']\s*)?([\w-]+)", re.IGNORECASE)


class WebPage(NamedTuple):
    """A page's article as text, the page's metadata, and sentences about how the text was made."""

    text: str
    about: About
    notes: tuple[str, ...] = ()


def decode_page(data: bytes, served: str | None = None) -> Decoded:
    """The source of a page: UTF-8 if it is, else as its server said (`served`), as it declares, or like any text."""
    named = _CHARSET.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        for name in (served, named[1].decode("latin-1") if named else None):
            if name and (found := declared(data, name)):
                return found
    return decode(data)


def read_page(source: str) -> WebPage:
    """The article in the HTML `source`; raises `UnreadableError` without one.

    1. what the page says of itself; 2. what is no text of its article is taken out; 3. its text, 4. put right where
    encodings or escapes went wrong; 5. what a reader should know about it.

    A page that the parser cannot read to its end is refused: a part would pass for the whole.
    """
    tree = _tree(source)
    if tree is None:
        raise UnreadableError(NO_TEXT)
    _end_escapes(tree)
    about = page_about(tree)  # 1
    taken_out = take_out(tree, about.title)  # 2
    shown = words_shown(tree)
    text = _text(tree)  # 3
    if not any(map(str.isalnum, text)):
        raise UnreadableError(NO_TEXT)
    right = mended(sound(text.replace("\r\n", "\n")))  # 4
    return WebPage(right.text, about, (*right.notes, *page_notes(right.text, shown, taken_out)))  # 5


def _end_escapes(tree: Any) -> None:
    """Take out of the texts what cannot be unescaped: trafilatura unescapes again what the parser has unescaped."""
    for element in tree.iter():
        for where in ("text", "tail"):
            words = getattr(element, where)
            if words and "&#" in words:
                setattr(element, where, NO_XML.sub(" ", without_endless(words)))


def _text(tree: Any) -> str:
    """The text that trafilatura finds; where it falls back on a short article's words in one line, with its lines."""
    from trafilatura import extract
    from trafilatura.settings import DEFAULT_CONFIG

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = extract(tree, output_format="txt", include_comments=False, include_tables=False) or ""
    if not text.strip() or "\n" in text.strip():
        return text
    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    lines = extract(tree, output_format="txt", include_comments=False, include_tables=False, config=config) or ""
    return lines if len(lines) >= _MOST_OF_IT * len(text) else text


def _tree(source: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    if parser.error_log.filter_from_fatals():
        raise UnreadableError(
            "expected a page that can be read to its end, found some 250 elements within each other, where the parser "
            "stops; save it as text"
        )
    return tree
