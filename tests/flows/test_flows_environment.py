"""Prefect's configuration, set before it is imported."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from flows_world import SAYSO

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


PROFILE = """
active = "cloud"
[profiles.cloud]
PREFECT_API_URL = "http://127.0.0.1:9/api"
PREFECT_API_KEY = "a key to somebody's cloud"
PREFECT_SERVER_DATABASE_CONNECTION_URL = "sqlite+aiosqlite:////nowhere/prefect.db"
"""


ELSEWHERE = {
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "TZ": "Pacific/Apia",
    "OMP_NUM_THREADS": "2",
    "http_proxy": "http://127.0.0.1:9",
    "PREFECT_PROFILE": "cloud",
    "PREFECT_API_KEY": "a key",
}


def test_no_settings_of_other_work_lead_a_run_astray_or_are_touched(tmp_path: Path, used_home: Path) -> None:
    """Neither a Prefect home with a profile, nor a locale, nor what lies about where the command is given."""
    theirs, here = tmp_path / "theirs", tmp_path / "here"
    for folder in (theirs, here):
        folder.mkdir()
    (theirs / "profiles.toml").write_text(PROFILE, "utf-8")
    (here / "prefect.toml").write_text("this is [no TOML", "utf-8")
    (here / ".env").write_text("PREFECT_API_KEY=a key\nPREFECT_API_URL=http://127.0.0.1:9/api\n", "utf-8")
    row = {"title": "Żółta łódź – “ok”", "text": "The ministry said on Tuesday that the bridge was open."}
    done = subprocess.run(
        [SAYSO, "run", "-"],
        input=json.dumps(row).encode(),
        cwd=here,
        env={**os.environ, **ELSEWHERE, "PREFECT_HOME": str(theirs)},
        capture_output=True,
        timeout=180,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").splitlines()[1].startswith("Żółta łódź – “ok” ")
    assert [path.name for path in theirs.iterdir()] == ["profiles.toml"]
    assert sorted(path.name for path in here.iterdir()) == [".env", "prefect.toml"]
