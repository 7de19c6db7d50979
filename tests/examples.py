"""How many examples hypothesis tries: a few, always the same, unless `SAYSO_FUZZ=20000 pytest ...` asks for others.

Then every property is tried with that many, drawn at random, and each failure is shown as small as it can be made.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

MANY = int(os.environ.get("SAYSO_FUZZ", "0"))


def examples(few: int) -> settings:
    """`few` examples in every run of the suite; where many are asked for, that many."""
    return settings(max_examples=MANY or few)


def load() -> None:
    """Make this hold for every test that uses hypothesis; no time limit, since tests share a machine."""
    settings.register_profile(
        "sayso",
        max_examples=MANY or 100,
        derandomize=not MANY,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("sayso")
