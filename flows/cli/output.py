"""Standard output as UTF-8, whatever the terminal's settings: what other programs read must not depend on them."""

from __future__ import annotations

import sys

from sayso.present.safe import printable_lines


def out(text: str) -> None:
    """Write `text` now; what a terminal would obey in it is shown as its code, which in JSON says the same."""
    sys.stdout.flush()
    stream = sys.stdout.buffer
    stream.write(printable_lines(text).encode())
    stream.flush()
