"""The ledger that the settings name, opened; what was noted of it is looked for where the settings say."""

from __future__ import annotations

from typing import Any

from sayso.ledger import Ledger
from sayso.settings import settings


def opened(**how: Any) -> Ledger:
    """`Ledger.open`, given `how`, with the address, actor and noted head of the settings."""
    ours = settings()
    return Ledger.open(ours.database_url, actor=ours.actor, head_file=ours.head_file, **how)
