"""The settings in force: of the environment, else of the file, else by default."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sayso.errors import UsageError
from sayso.settings.file import read
from sayso.settings.locations import config_file, home
from sayso.settings.sections import SECTIONS, Settings
from sayso.settings.setting import SETTINGS, Setting

DEFAULT, FILE, ENVIRONMENT = "default", "file", "environment"
"""Where a value may come from."""


class Configured(NamedTuple):
    """One setting, its value, and where that comes from: `default`, `file` or `environment`."""

    setting: Setting
    value: Any
    origin: str


def settings() -> Settings:
    """The settings that are in force now; `UsageError` says which one is wrong, where it stands and what was expected.

    Paths and a file of SQLite hold from any working directory: in the file they count from its folder, in a variable
    from the working directory.
    """
    found = configured()
    sections: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    for one in found:
        sections[one.setting.section][one.setting.key] = one.value
    desk = sections.pop("desk")
    made = {section: SECTIONS[section](**values) for section, values in sections.items()}
    return Settings(home=home(), file=config_file(), **desk, **made)


def configured() -> tuple[Configured, ...]:
    """Every setting with its value and where it comes from, in the order of the file; raises as `settings`."""
    file = read(config_file(), needed=bool(os.environ.get("SAYSO_CONFIG")))
    return tuple(_configured(setting, file) for setting in SETTINGS)


def places() -> dict[str, str]:
    """Variables by which a process with another working directory finds the same places as this one."""
    said = [one for one in configured() if one.origin == ENVIRONMENT]
    found = {
        "SAYSO_HOME": str(home()),
        **{one.setting.variable: str(one.value) for one in said if _is_place(one.value)},
    }
    return found | ({"SAYSO_CONFIG": str(config_file())} if os.environ.get("SAYSO_CONFIG") else {})


def _is_place(value: Any) -> bool:
    return isinstance(value, Path) or (isinstance(value, str) and value.startswith("sqlite"))


def _configured(setting: Setting, file: Mapping[str, Any]) -> Configured:
    if said := os.environ.get(setting.variable):
        try:
            return Configured(setting, _placed(setting.value(said, text=True), Path()), ENVIRONMENT)
        except ValueError as error:
            raise UsageError(f"expected {error} in the variable {setting.variable}, found {said!r}") from None
    if setting.name in file:
        return Configured(setting, _placed(file[setting.name], config_file().parent), FILE)
    return Configured(setting, _default(setting), DEFAULT)


def _default(setting: Setting) -> Any:
    match setting.section, setting.key:
        case "desk", "actor":
            return _login()
        case "desk", "database_url":
            return f"sqlite:///{home() / 'ledger.db'}"
        case "desk", "inbox":
            return home() / "inbox"
        case "collect", "feeds":
            return home() / "feeds.toml"
        case "specs", "folder":
            return home() / "specs"
        case "ledger", "key_file":
            return home() / "keys" / "ledger.key"
        case "ledger", "checkpoints":
            return home().with_name(f"{home().name}-checkpoints")
    return setting.default


def _placed(value: Any, folder: Path) -> Any:
    """The same; a path, or a URL that names a file of SQLite, counts from `folder`."""
    if isinstance(value, Path):
        return folder.absolute() / value
    if not isinstance(value, str):
        return value
    kind, mark, file = value.partition(":///")
    relative = kind.startswith("sqlite") and mark and file and not file.startswith((":memory:", "/"))
    return f"{kind}:///{folder.absolute() / file}" if relative else value


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
