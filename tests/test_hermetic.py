"""The suite does the same whoever runs it, wherever, and leaves nothing in that person's folders."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import hermetic
import pytest

from flows.process_setup import THREADS

ROOT = Path(__file__).parent.parent

PROFILE = """
active = "theirs"
[profiles.theirs]
PREFECT_API_URL = "http://127.0.0.1:9/api"
PREFECT_API_KEY = "theirs"
"""


def hostile(place: Path) -> dict[str, str]:
    """The settings of somebody who has set everything that can be set, all to folders below `place`."""
    for name in ("home", "prefect", "sayso", "config", "here"):
        (place / name).mkdir()
    (place / "prefect" / "profiles.toml").write_text(PROFILE, "utf-8")
    return {
        "HOME": str(place / "home"),
        "XDG_CONFIG_HOME": str(place / "config"),
        "XDG_DATA_HOME": str(place / "home" / "data"),
        "PREFECT_HOME": str(place / "prefect"),
        "PREFECT_PROFILE": "theirs",
        "PREFECT_API_URL": "http://127.0.0.1:9/api",
        "PREFECT_API_KEY": "theirs",
        "PREFECT_SERVER_DATABASE_CONNECTION_URL": "sqlite+aiosqlite:////nowhere/prefect.db",
        "PREFECT_LOGGING_LEVEL": "DEBUG",
        "prefect_debug_mode": "true",
        "SAYSO_HOME": str(place / "sayso"),
        "SAYSO_DATABASE_URL": "postgresql://nowhere/ledger",
        "SAYSO_INBOX": str(place / "nowhere"),
        "SAYSO_ACTOR": "somebody else",
        "PYTEST_ADDOPTS": "--verbose --tb=short",
        "PYTHONWARNINGS": "always",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "TZ": "Pacific/Apia",
        "FORCE_COLOR": "1",
        "COLUMNS": "40",
        "PGHOST": "nowhere.example",
        "PGPORT": "1",
        "http_proxy": "http://127.0.0.1:9",
        "OMP_NUM_THREADS": "7",
    }


CHILDREN = (
    "tests/flows/test_flows_environment.py::test_a_home_that_cannot_be_written_is_told_in_a_sentence",
    "tests/flows/test_flows_trace.py::test_a_ledger_that_cannot_be_opened_ends_the_run_with_its_reason",
    "tests/flows/test_flows_extract.py::test_the_page_is_whole",
    "tests/report/test_report_commands.py::test_a_claim_that_nothing_is_linked_to_is_shown_too",
    "tests/testing/test_testing_steps.py",
)
"""Some that start programs and a server, print, and read the clock; all of them would take too long."""


def test_the_suite_is_the_same_for_somebody_who_has_set_everything(tmp_path: Path) -> None:
    settings = hostile(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    cache = {"UV_CACHE_DIR": os.environ["UV_CACHE_DIR"]}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "--rootdir",
            ROOT,
            *(ROOT / one for one in CHILDREN),
        ],
        cwd=tmp_path / "here",
        env={**os.environ, **cache, **settings},
        capture_output=True,
        timeout=500,
    )
    printed = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, printed
    assert " PASSED " in printed  # what the person wants of pytest is pytest's to do
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_said_to_the_tests_themselves_is_heard() -> None:
    said = {"SAYSO_CORPORA": "/corpora", "SAYSO_FUZZ": "7", hermetic.COMMON: "/common"}
    environ = {**said, "SAYSO_HOME": "/srv", "PATH": "/bin", "HOME": "/root"}
    hermetic.clean(environ, Path("/new"))
    assert environ == {
        **said,
        "PATH": "/bin",
        "HOME": "/new",
        "UV_CACHE_DIR": "/root/.cache/uv",
        "PREFECT_HOME": "/new/.prefect",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "NO_PROXY": "127.0.0.1,localhost",
        **dict.fromkeys(THREADS, "1"),
    }


@pytest.mark.parametrize("name", ["SAYSO_HOME", "SAYSO_ACTOR"])
def test_every_test_has_a_home_of_its_own(name: str, home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert home.is_relative_to(tmp_path_factory.getbasetemp())
    assert home.parent.is_dir()
    assert not home.exists()
    assert os.environ[name] in (str(home), "tester")
    assert Path(os.environ["HOME"]).name.startswith("sayso-tests-")
    assert Path(os.environ["PREFECT_HOME"]).is_relative_to(os.environ["HOME"])


@pytest.mark.xdist_group("one")
def test_what_belongs_together_is_given_to_one_process(request: pytest.FixtureRequest) -> None:
    assert request.node.nodeid.endswith("@one") or "PYTEST_XDIST_WORKER" not in os.environ
