"""Bytes to text: UTF-8 if they are, else by their byte order mark or a detector."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from sayso.errors import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_WEB = frozenset(
    "ascii big5 big5hkscs cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp850 cp866 cp874 "
    "cp932 cp949 euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 "
    "iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 johab koi8-r "
    "koi8-u mac-cyrillic mac-roman shift_jis tis-620 utf-16 utf-16-be utf-16-le utf-8".split()
)
"""Codecs for encodings of web pages; Python has others that are not text encodings at all."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02
_MIXED = "sayso.mixed"


class Decoded(NamedTuple):
    """A text, the encoding that restores the bytes, and whether several encodings were mixed."""

    text: str
    encoding: str
    mixed: bool = False


def decode(data: bytes) -> Decoded:
    """The text of `data`, without a byte order mark and with its line breaks unchanged.

    UTF-8 with single bytes of Windows-1252 is read as both. A few control characters, NUL among them, stay in the text;
    raises `UnreadableError` where there are too many for text, or no encoding fits.
    """
    for start, kind in _KINDS:
        if data.startswith(start):
            raise UnreadableError(f"expected text, found {kind}; convert it to text first")
    found = _by_mark(data) or _as_utf8(data) or _mixed(data) or _western(data) or _detected(data)
    if found is None or len(_CONTROLS.findall(found.text)) > max(8, _MOST_CONTROLS * len(found.text)):
        raise UnreadableError("expected text, found binary data; convert it to text first")
    return found


def declared(data: bytes, name: str) -> Decoded | None:
    """The text of `data` in the encoding called `name`; None if it does not fit or is not a web encoding."""
    try:
        if codecs.lookup(name).name in _WEB:
            return Decoded(data.decode(name), name.lower())
    except (LookupError, ValueError):
        pass
    return None


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _mixed(data: bytes) -> Decoded | None:
    """`data` as UTF-8 with stray Windows-1252 bytes, if most bytes outside ASCII are valid UTF-8; else None."""
    text = data.decode("utf-8", _MIXED)
    sound = len(re.sub(rb"[\x00-\x7f]+", b"", data.decode("utf-8", "ignore").encode("utf-8")))
    stray = sum(byte > 0x7F for byte in data) - sound
    return Decoded(text, "utf-8", mixed=True) if 0 < stray <= sound else None


def _one_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error(_MIXED, _one_byte)


def _western(data: bytes) -> Decoded | None:
    """`data` as Windows-1252, if almost all is ASCII: too little for a detector to recognise a code page; else None."""
    if sum(byte > 0x7F for byte in data) > 0.05 * len(data):
        return None
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return None


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return None
    return Decoded(data.decode(best.encoding, "replace"), best.encoding)
