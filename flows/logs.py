"""Logs that are safe to show: words of an article may get into them with an error."""

from __future__ import annotations

import logging
from typing import Any

from sayso.present.safe import printable_lines


class PrintableRecord(logging.LogRecord):
    """A record whose message and traceback show control characters as codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[0] is not None:
            self.exc_text = printable_lines(logging.Formatter().formatException(self.exc_info))

    def getMessage(self) -> str:  # noqa: N802  its name in the library
        """The message with its arguments."""
        return printable_lines(super().getMessage())


def show_only() -> None:
    """Make every logger of this process write such records."""
    logging.setLogRecordFactory(PrintableRecord)
