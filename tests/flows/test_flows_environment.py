"""What Prefect is told, before it is imported."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from conftest import SAYSO

from flows.cli import exit_code
from flows.environment import prepare


def test_a_home_that_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be", "utf-8")
    assert exit_code(["run", str(tmp_path)]) == 4
    assert capsys.readouterr().err == (
        f"sayso: expected a folder to write to at {str(tmp_path / 'home')!r}, found that this is not "
        "possible (File exists); check its permissions, or set SAYSO_HOME to another\n"
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


PROFILE = """
active = "cloud"
[profiles.cloud]
PREFECT_API_URL = "http://127.0.0.1:9/api"
PREFECT_API_KEY = "a key to somebody's cloud"
PREFECT_SERVER_DATABASE_CONNECTION_URL = "sqlite+aiosqlite:////nowhere/prefect.db"
"""


def test_no_settings_of_other_work_lead_a_run_astray_or_are_touched(tmp_path: Path, used_home: Path) -> None:
    """Neither a Prefect home with a profile, nor what lies about in the folder in which the command is given."""
    theirs, here, inbox = tmp_path / "theirs", tmp_path / "here", tmp_path / "nothing in it"
    for folder in (theirs, here, inbox):
        folder.mkdir()
    (theirs / "profiles.toml").write_text(PROFILE, "utf-8")
    (here / "prefect.toml").write_text("this is [no TOML", "utf-8")
    (here / ".env").write_text("PREFECT_API_KEY=a key\nPREFECT_API_URL=http://127.0.0.1:9/api\n", "utf-8")
    done = subprocess.run(
        [SAYSO, "run", str(inbox)],
        cwd=here,
        env={**os.environ, "PREFECT_HOME": str(theirs), "PREFECT_PROFILE": "cloud", "PREFECT_API_KEY": "a key"},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 articles read in " in done.stdout
    assert [path.name for path in theirs.iterdir()] == ["profiles.toml"]
    assert sorted(path.name for path in here.iterdir()) == [".env", "prefect.toml"]
