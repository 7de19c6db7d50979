"""What Prefect is told, before it is imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli import exit_code


def test_a_home_that_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be", "utf-8")
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PREFECT_HOME", "")  # put back afterwards, whatever the command makes of it
    monkeypatch.delenv("PREFECT_HOME")
    assert exit_code(["run", str(tmp_path)]) == 4
    assert capsys.readouterr().err == (
        f"sayso: expected a folder to write to at {str(tmp_path / 'home' / 'prefect')!r}, found that this is not "
        "possible (Not a directory); check its permissions, or set SAYSO_HOME to another\n"
    )
