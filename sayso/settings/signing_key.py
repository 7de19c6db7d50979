"""The key that signs checkpoints, where the environment has it: no setting, because `sayso config` prints those."""

from __future__ import annotations

import os

VARIABLE = "SAYSO_LEDGER_KEY"


def signing_key() -> str | None:
    """The text of the private key in the environment; None without one."""
    return os.environ.get(VARIABLE) or None
