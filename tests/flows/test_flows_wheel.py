"""What is installed from the wheel alone runs outside of any checkout: nothing that it needs was left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest
from flows_world import Shared

PACKAGES = "import sysconfig; print(sysconfig.get_path('purelib'))"
ROOT = Path(__file__).parents[2]
PACKED = """
import sys, flows.server.prefect_process, seeds
print(*(sys.prefix for one in (flows.server.prefect_process.__file__, *seeds.__path__) if one.startswith(sys.prefix)))
"""
"""What the first command does not load is there as well: the process of a server of our own, and the seeds."""


@pytest.mark.skipif("CI" not in os.environ, reason="builds and installs a wheel, eleven seconds; runs where CI is set")
def test_the_wheel_alone_runs_the_main_job(tmp_path: Path, inbox: Path, prefect_server: Shared) -> None:
    def run(*command: str | Path) -> str:
        clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
        clean |= prefect_server.environment  # a new environment has nothing compiled: a server's start is dear there
        done = subprocess.run([str(one) for one in command], cwd=tmp_path, env=clean, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    empty = tmp_path / "empty"
    run("uv", "build", "--quiet", "--wheel", "--out-dir", tmp_path / "dist", ROOT)
    run("uv", "venv", "--quiet", empty)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    run("uv", "pip", "install", "--quiet", "--python", empty, "--constraints", pins(tmp_path), wheel)
    share_compiled(Path(run(empty / "bin" / "python", "-c", PACKAGES).strip()))
    assert "3 articles read in " in run(empty / "bin" / "sayso", "run", inbox)
    assert run(empty / "bin" / "sayso", "ledger", "verify").startswith("ledger intact: 6 entries")
    assert run(empty / "bin" / "python", "-c", PACKED).split() == [str(empty)] * 2


def pins(folder: Path) -> Path:
    """The project's constraints as a file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    file = folder / "constraints.txt"
    file.write_text("\n".join(project["tool"]["uv"]["constraint-dependencies"]), "utf-8")
    return file


def share_compiled(packages: Path) -> None:
    """Spare these, newly installed, from being compiled again: Python takes what was made of the very same source."""
    here = Path(sysconfig.get_path("purelib"))
    for folder in here.rglob("__pycache__"):
        new = packages / folder.relative_to(here)
        if new.parent.is_dir() and not new.exists():
            shutil.copytree(folder, new, copy_function=link)


def link(file: str, to: str) -> None:
    """Let the file stand there too, as a copy where it cannot be one and the same."""
    try:
        os.link(file, to)
    except OSError:
        shutil.copy(file, to)
