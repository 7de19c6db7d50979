"""The time, and waiting: handed in, so that a test need not wait."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class WallClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """The time in UTC."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)
