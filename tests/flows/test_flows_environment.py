"""Prefect's configuration, set before it is imported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.cli.main import exit_code
from flows.server.environment import prepare


def test_a_home_that_cannot_be_written_is_told_in_a_sentence(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text("a file where the folder should be", "utf-8")
    assert exit_code(["run", str(tmp_path)]) == 4
    assert capsys.readouterr().err == (
        f"sayso: expected to write to the folder {str(home)!r}, could not "
        "(File exists); check its permissions, or set SAYSO_HOME to another\n"
    )


OTHERS = {
    "PREFECT_HOME": "/elsewhere",
    "PREFECT_PROFILE": "cloud",
    "PREFECT_PROFILES_PATH": "/elsewhere/profiles.toml",
    "PREFECT_API_KEY": "a key to somebody's cloud",
    "prefect_logging_level": "DEBUG",
    "PREFECT_SERVER_DATABASE_CONNECTION_URL": "postgresql+asyncpg://elsewhere/prefect",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "true",
}


@pytest.mark.parametrize(
    ("url", "counts"),
    [
        (None, set()),
        ("", set()),
        (
            "https://prefect.example/api",
            {"PREFECT_API_KEY", "prefect_logging_level", "PREFECT_SERVER_DATABASE_CONNECTION_URL"},
        ),
    ],
    ids=["no server named", "an empty name", "a server of their own"],
)
def test_the_users_own_prefect_counts_only_beside_a_server_that_is_named(
    home: Path, url: str | None, counts: set[str]
) -> None:
    os.environ.update(OTHERS)
    if url is not None:
        os.environ["PREFECT_API_URL"] = url
    prepare(home, quiet=True)
    assert {name for name, value in OTHERS.items() if os.environ.get(name) == value} == counts
    assert os.environ.get("PREFECT_API_URL") == (url or None)
    assert os.environ["PREFECT_HOME"] == str(home / "prefect")
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
