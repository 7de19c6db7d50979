"""What Prefect reads from the environment, set before it is imported."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.errors import LedgerError

API = "PREFECT_API_URL"
"""The address of a Prefect API; where it is unset, Sayso starts a server of its own."""


def prefect_home() -> Path:
    """Where Prefect keeps its things, once `prepare` has settled it."""
    return Path(os.environ["PREFECT_HOME"])


def prepare(home: Path, *, quiet: bool) -> None:
    """Settle what is unset: Prefect's things live in `home`, and it tells nobody; `quiet`: nor us.

    What is set already stays, apart from the analytics, which are always off. `LedgerError` where nothing can be
    written there.
    """
    os.environ.update(PREFECT_SERVER_ANALYTICS_ENABLED="false", DO_NOT_TRACK="1")
    defaults = {
        "PREFECT_HOME": str(home / "prefect"),
        "PREFECT_LOGGING_LEVEL": "CRITICAL" if quiet else "INFO",
        "PREFECT_LOGGING_TO_API_ENABLED": "false" if quiet else "true",
        "PREFECT_CLI_COLORS": "false",
        "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
        "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
        "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
        "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    try:
        prefect_home().mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"expected a folder to write to at {str(prefect_home())!r}, found that this is not possible "
            f"({error.strerror}); check its permissions, or set SAYSO_HOME to another"
        ) from None
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, [os.environ.get(name), "127.0.0.1", "localhost"]))
