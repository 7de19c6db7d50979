"""Standard output as UTF-8, whatever the terminal's settings: what other programs read must not depend on them."""

from __future__ import annotations

import sys
from pathlib import Path

from sayso.errors import UnreadableError
from sayso.present.safe import printable_lines


def out(text: str) -> None:
    """Write `text` now; what a terminal would obey in it is shown as its code, which in JSON says the same."""
    sys.stdout.flush()
    stream = sys.stdout.buffer
    stream.write(printable_lines(text).encode())
    stream.flush()


def write(path: Path, text: str) -> None:
    """Write `text` as UTF-8, as it is; `UnreadableError` says why that cannot be."""
    try:
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UnreadableError(
            f"expected to write {str(path)!r}, could not ({error.strerror}); name another folder"
        ) from None
