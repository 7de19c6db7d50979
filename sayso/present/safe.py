"""Untrusted text made safe to show: what a terminal, a page or a spreadsheet would obey is shown instead.

Titles, file names, reasons, addresses and error messages may contain control characters, escape sequences that
colour, link or delete, marks that reverse the direction of text, markup, and formulas. Each function makes them safe
for one place.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from urllib.parse import urlsplit
from xml.sax.saxutils import escape as xml_escape

from markupsafe import Markup, escape

_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
"""Control characters, white space apart."""
_TURNS = "\u202a-\u202e\u2066-\u2069"
"""Marks that change the direction of the text after them."""
_UNWRITABLE = "\ufffe\uffff\ud800-\udfff"
"""Noncharacters, and surrogates, which UTF-8 cannot write."""
_SPACES = "\x0b\x0c\x85\u2028\u2029"
"""White space that a terminal may obey."""

_OBEYED = re.compile(f"[{_CONTROLS}{_TURNS}{_UNWRITABLE}]")
_OBEYED_IN_LINES = re.compile(f"[{_CONTROLS}{_TURNS}{_UNWRITABLE}{_SPACES}]|\r(?!\n)")
_OBEYED_IN_HTML = re.compile(f"[{_CONTROLS}{_TURNS}{_UNWRITABLE}\x0b-\x0d\x85]")
_CARRIED_BY_HTML = re.compile(f"[\x01-\x7f{_TURNS}]")
NO_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""A character that XML cannot hold: a page's parser lets some stand, and takes none back."""
_SPACE = re.compile(r"\s+")

_MARKUP = re.compile(r"[\\`*_\[\]<>~&$@]")
_ADDRESS = re.compile(r"(?i)(\w)(://)|\b(www)(\.)")
_LIST = re.compile(r"^(\d+)([.)])|^([-+=#])")

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def printable(words: str) -> str:
    r"""`words` for one line of a terminal: white space normalised, control characters as codes (`\x1b`, `\u202e`)."""
    return _OBEYED.sub(_short_code, " ".join(words.split()))


def printable_lines(text: str) -> str:
    r"""`text` with its lines and tabs, control characters as codes (`\u001b`): JSON stays the same JSON."""
    return _OBEYED_IN_LINES.sub(_code, text)


def plain(words: str) -> str:
    """`words` with each run of white space as one space and each control character as U+FFFD."""
    return _OBEYED.sub("\ufffd", _SPACE.sub(" ", words))


def plain_if_any(words: str | None) -> str | None:
    """The same without space at the ends; None where nothing is left."""
    return plain(words).strip() or None if words else None


def html_text(words: str) -> Markup:
    """`words` as HTML; each control character is hidden in its place and its code shown there.

    What HTML cannot carry (NUL, C1 controls, noncharacters, half surrogates) becomes U+FFFD, one for one. A carriage
    return, shown as a space, is written so that no HTML parser drops it.
    """
    parts, at = [], 0
    for match in _OBEYED_IN_HTML.finditer(words):
        parts += [escape(words[at : match.start()]), _html_code(match[0])]
        at = match.end()
    return Markup("").join([*parts, escape(words[at:])])


def xml_text(words: str) -> str:
    """`words` as the text of an XML element; characters that XML cannot hold are left out."""
    return xml_escape(NO_XML.sub("", words))


def markdown_text(words: str) -> str:
    """`words` on one line of Markdown as literal text: no markup, no link (not even from an address), no list."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(words.split()))
    line = _ADDRESS.sub(lambda m: f"{m[1]}\\://" if m[1] else f"{m[3]}\\.", line)
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def csv_cell(value: str) -> str:
    """`value` as a cell of a spreadsheet: with an apostrophe in front where a spreadsheet would calculate it."""
    return f"'{value}" if value.lstrip().startswith(_FORMULA) else value


def csv_line(values: Iterable[str]) -> str:
    """A line of a table for a spreadsheet, each value as a `csv_cell`; RFC 4180, ending in CRLF."""
    out = io.StringIO()
    csv.writer(out).writerow(map(csv_cell, values))
    return out.getvalue()


def web_address(url: str | None) -> str | None:
    """`url` if it is an http or https address, to which a browser may be sent; else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _short_code(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


def _html_code(character: str) -> Markup:
    number = ord(character)
    if character == "\r":
        return Markup("&#13;")
    kept = Markup("&#{};").format(number) if _CARRIED_BY_HTML.match(character) else "\ufffd"
    return Markup('<i class="code" data-code="{}"><b hidden>{}</b></i>').format(f"{number:02X}", kept)
