"""What is set, and where it comes from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sayso.settings import config_file, configured, home
from sayso.settings.in_words import as_toml, without_password
from sayso.settings.setting import SETTINGS

OTHERS = ("SAYSO_HOME", "SAYSO_CONFIG", "SAYSO_WORK_POOL", "SAYSO_CORPORA", "SAYSO_LEDGER_KEY")
"""Variables that are no settings of the file: of places, of `prefect.yaml`, of the tests."""

TESTS = ("SAYSO_FUZZ", "SAYSO_TESTS_COMMON")
"""Variables that the tests set for themselves."""


@dataclass(frozen=True)
class SettingLine:
    """One setting: its section and key, its value as in the file, and where that comes from.

    `origin` is "default", "file", or the name of the variable.
    """

    section: str
    key: str
    value: str
    origin: str


@dataclass(frozen=True)
class Configuration:
    """All settings; the home, the file and whether it is there, and variables that look like settings and are none."""

    home: Path
    file: Path
    found: bool
    lines: tuple[SettingLine, ...]
    unknown: tuple[str, ...]


def configuration() -> Configuration:
    """The settings in force, in the order of the file, passwords hidden; UsageError if one of them is wrong."""
    lines = []
    for setting, value, origin in configured():
        shown = without_password(value) if setting.key == "database_url" else value
        said = f"({setting.default_words})" if shown is None else as_toml(shown)
        lines.append(
            SettingLine(setting.section, setting.key, said, setting.variable if origin == "environment" else origin)
        )
    return Configuration(home(), config_file(), config_file().exists(), tuple(lines), tuple(_unknown()))


def _unknown() -> list[str]:
    """A sentence for each variable that is none of Sayso's, though its name says so."""
    known = [*OTHERS, *TESTS, *(setting.variable for setting in SETTINGS)]
    strays = sorted(name for name in os.environ if name.upper().startswith("SAYSO_") and name not in known)
    return [f"expected a variable of Sayso's, found {name}, which sets nothing{_meant(name, known)}" for name in strays]


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name.upper(), known, n=1)
    return f"; did you mean {near[0]}?" if near else ""
