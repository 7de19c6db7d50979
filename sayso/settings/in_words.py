"""Settings as people read and write them: a value as in the file, a table of all settings, a file to begin with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import time
from itertools import groupby
from pathlib import Path
from typing import Any

from sayso.settings.setting import SETTINGS, Setting

HIDDEN = "***"
SECRET = ("pass", "secret", "token", "key")
"""Words in the names of parameters that are not shown."""


def as_toml(value: Any) -> str:
    """The value as it stands in the file."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"{value:g}" if value < 1e6 else str(value)
        case time():
            return f'"{value:%H:%M}"'
        case tuple():
            return f"[{', '.join(map(as_toml, value))}]"
        case str() | Path():
            return json.dumps(str(value), ensure_ascii=False)
    raise TypeError(f"expected a value that TOML can hold, found {value!r}")


def without_password(url: str) -> str:
    """A database's URL with what it keeps secret hidden: a password before the host or among the parameters."""
    scheme, mark, rest = url.partition("://")
    login, at, place = rest.rpartition("@")
    user, colon, _ = login.partition(":")
    place, question, parameters = place.partition("?")
    shown = "&".join(map(_without_secret, parameters.split("&")))
    return f"{scheme}{mark}{user}{colon}{HIDDEN if colon else ''}{at}{place}{question}{shown}"


def _without_secret(parameter: str) -> str:
    name, equals, value = parameter.partition("=")
    return f"{name}{equals}{HIDDEN if any(word in name.lower() for word in SECRET) else value}"


def example() -> str:
    """A file with every setting, each with what it means, commented out with its default."""
    head = "# The settings of Sayso: sayso.toml in its home. A variable of the environment outranks what stands here.\n"
    return head + "".join(f"\n{section}" for section in _sections())


def _sections() -> Iterator[str]:
    for section, settings in groupby(SETTINGS, lambda setting: setting.section):
        yield "\n".join([f"[{section}]", *map(_in_example, settings)]) + "\n"


def _in_example(setting: Setting) -> str:
    default = f'"" # {_unmarked(setting.default_words)}' if setting.default_words else as_toml(setting.default)
    meaning = f"{setting.meaning[0].upper()}{setting.meaning[1:]}"
    return f"# {meaning} ({setting.expected}; {setting.variable}).\n# {setting.key} = {default}"


def _unmarked(words: str) -> str:
    return words.replace("`", "")


def table() -> str:
    """Every setting in Markdown: where it stands in the file, its variable, what it means, its default."""
    rows = [
        f"| `{one.name}` | `{one.variable}` | {one.meaning} | {one.default_words or f'`{as_toml(one.default)}`'} |"
        for one in SETTINGS
    ]
    return "\n".join(("| in the file | variable | meaning | default |", "|---|---|---|---|", *rows)) + "\n"
