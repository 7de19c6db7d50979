"""What `sayso config` prints: every setting, where it comes from, and nothing that is secret."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from click.testing import CliRunner, Result

from flows.cli import main as cli
from sayso.settings.setting import SETTINGS


def config(*arguments: str) -> Result:
    return CliRunner().invoke(cli.sayso, ["config", *arguments])


def test_each_setting_is_shown_with_where_it_comes_from(home: Path) -> None:
    home.mkdir()
    (home / "sayso.toml").write_text('[serve]\nevery = 5\n[desk]\nactor = "\\u001b[31mAnna"\n', "utf-8")
    os.environ.update(SAYSO_DATABASE_URL="postgresql+psycopg://desk:secret@db/a", SAYSO_ACTRO="x")
    del os.environ["SAYSO_ACTOR"]
    shown = config()
    assert shown.exit_code == 0
    lines = [tuple(part.strip() for part in line.rsplit("  # ", 1)) for line in shown.stdout.splitlines()]
    assert lines[:6] == [
        (f"# {home}/sayso.toml",),
        ("[desk]",),
        ('actor = "\\u001b[31mAnna"', "file"),
        ('timezone = "Europe/London"', "default"),
        ('database_url = "postgresql+psycopg://desk:***@db/a"', "SAYSO_DATABASE_URL"),
        (f'inbox = "{home}/inbox"', "default"),
    ]
    assert ("every = 5", "file") in lines
    assert ("registry = (the one that comes with Sayso)", "default") in lines
    assert lines[-1] == ('role = "reviewer"', "default")
    assert shown.stderr == (
        "sayso: expected a variable of Sayso's, found SAYSO_ACTRO, which sets nothing; did you mean SAYSO_ACTOR?\n"
    )


def test_a_file_that_is_not_there_is_told(home: Path) -> None:
    assert config().stdout.splitlines()[0] == f"# {home}/sayso.toml, which is not there"


def test_the_example_is_printed_whatever_is_wrong_now() -> None:
    os.environ["SAYSO_SERVE_EVERY"] = "soon"
    shown = config("--example")
    assert (shown.exit_code, set(tomllib.loads(shown.stdout))) == (0, {setting.section for setting in SETTINGS})
