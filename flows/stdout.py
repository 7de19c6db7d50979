"""Standard output as UTF-8, whatever the terminal's settings: what other programs read must not depend on them."""

from __future__ import annotations

import sys


def out(text: str) -> None:
    """Write `text` now."""
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", "backslashreplace"))
    stream.flush()
