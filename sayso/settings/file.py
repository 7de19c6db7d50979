"""Reads the file with the settings; what is wrong in it is said in one sentence."""

from __future__ import annotations

import reprlib
import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.settings.sections import SECTIONS
from sayso.settings.setting import SETTINGS

_BY_NAME = {setting.name: setting for setting in SETTINGS}
LARGEST = 1_000_000
"""Most bytes of the file: more is none that a person wrote."""


def read(file: Path, *, needed: bool) -> dict[str, Any]:
    """The values that the file sets, by the names of the settings; none where it is not there, unless it is `needed`.

    Raises `UsageError` for what cannot be read or is no TOML, an unknown section or key, a value of another kind.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise UsageError(f"expected at most {LARGEST} bytes of settings in {str(file)!r}, found more")
        return dict(_values(tomllib.loads(content.decode("utf-8")), file))
    except (FileNotFoundError, NotADirectoryError):
        if needed:
            raise UsageError(
                f"expected settings in {str(file)!r}, as SAYSO_CONFIG says, found no such file; "
                "`sayso config --example` prints one to begin with"
            ) from None
        return {}
    except OSError as error:
        raise UsageError(f"expected to read the settings in {str(file)!r}, could not ({error.strerror})") from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{file}: expected TOML in UTF-8, found something else: {error}; correct the file") from None


def _values(document: dict[str, Any], file: Path) -> Iterator[tuple[str, Any]]:
    for section, values in document.items():
        if section not in SECTIONS:
            raise UsageError(f"{file}: {_unknown_section(section, values)}")
        if not isinstance(values, dict):
            raise UsageError(f"{file}: expected the section [{section}], found {reprlib.repr(values)} for {section}")
        for key, given in values.items():
            yield f"[{section}] {key}", _value(section, key, given, file)


def _value(section: str, key: str, given: object, file: Path) -> Any:
    setting = _BY_NAME.get(f"[{section}] {key}")
    if setting is None:
        raise UsageError(f"{file}: expected settings of [{section}], found {key!r}; {_nearest_key(section, key)}")
    try:
        return setting.value(given, text=False)
    except ValueError as error:
        raise UsageError(f"{file}: expected {error} for {setting.name}, found {reprlib.repr(given)}") from None


def _unknown_section(found: str, values: object) -> str:
    if isinstance(values, dict):
        return f"expected a known section, found [{found}]; {_meant(f'[{one}]' for one in _like(found, SECTIONS))}"
    return f"expected {found!r} in a section such as [desk], found it before the first; {_nearest_key('', found)}"


def _nearest_key(section: str, key: str) -> str:
    """What was probably meant: the same or a similar key of this section, or else of another."""
    own = [one for one in SETTINGS if one.section == section]
    for some in (own, SETTINGS):
        if near := _like(key, [one.key for one in some]):
            return _meant([one.name for one in some if one.key == near[0]])
    return _meant([])


def _like(word: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(word.lower().replace("-", "_"), list(known), n=1)


def _meant(names: Iterable[str]) -> str:
    found = list(names)
    return f"did you mean {' or '.join(found)}?" if found else "`sayso config --example` lists them all"
