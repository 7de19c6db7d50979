"""What Prefect reads from the environment, set before it is imported."""

from __future__ import annotations

import os
from pathlib import Path

from flows.stderr import say
from sayso.errors import LedgerError
from sayso.home import private

API = "PREFECT_API_URL"
"""The variable with the address of a Prefect API; without it, Sayso starts a server of its own."""

AUTH = "PREFECT_API_AUTH_STRING"
"""Variables with the credentials for that API."""

ELSEWHERE = ("PREFECT_HOME", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH")
"""Where Prefect looks for settings that are not in the environment."""

DEFAULTS = {
    "PREFECT_CLI_COLORS": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
}


def prefect_home() -> Path:
    """Prefect's home folder, as set by `prepare`."""
    return Path(os.environ["PREFECT_HOME"])


def prepare(home: Path, *, quiet: bool) -> None:
    """Configure Prefect: its files are in `home`, analytics are off, and with `quiet` so are its logs.

    The user's own Prefect configuration has no effect: neither its home nor its profiles nor its variables, except
    those needed beside a `PREFECT_API_URL` to reach that server. Raises `LedgerError` where `home` cannot be written.
    """
    _forget()
    os.environ.update(
        PREFECT_HOME=str(home / "prefect"),
        PREFECT_PROFILES_PATH=str(home / "prefect" / "profiles.toml"),
        PREFECT_SERVER_ANALYTICS_ENABLED="false",
        DO_NOT_TRACK="1",
    )
    logging = {
        "PREFECT_LOGGING_LEVEL": "CRITICAL" if quiet else "INFO",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",  # the pages have the rest
        "PREFECT_LOGGING_TO_API_ENABLED": "false" if quiet else "true",
    }
    for name, value in (DEFAULTS | logging).items():
        os.environ.setdefault(name, value)
    _make(home)
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, [os.environ.get(name), "127.0.0.1", "localhost"]))


def _forget() -> None:
    """Remove Prefect's variables, whatever the case of their names."""
    own = not os.environ.get(API)
    for name in [name for name in os.environ if name.upper().startswith("PREFECT_")]:
        if own or name.upper() in ELSEWHERE:
            del os.environ[name]


def _make(home: Path) -> None:
    try:
        was_open = private(home)
        prefect_home().mkdir(exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"expected to write to the folder {str(home)!r}, could not "
            f"({error.strerror}); check its permissions, or set SAYSO_HOME to another"
        ) from None
    if was_open:
        say(
            f"the files in {home} were open to other users of this machine; they are closed now "
            "(files 0600, folders 0700)"
        )
