"""One setting: its names in the file and in the environment, what it may be, and what it is by default."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from sayso.settings.kinds import Expected
from sayso.settings.sections import SECTIONS


@dataclass(frozen=True)
class Setting:
    """A setting: `key` in the section `[section]` of the file."""

    section: str
    key: str

    @cached_property
    def _field(self) -> FieldInfo:
        return SECTIONS[self.section].model_fields[self.key]

    @cached_property
    def _kind(self) -> Any:
        return get_type_hints(SECTIONS[self.section], include_extras=True)[self.key]

    @property
    def variable(self) -> str:
        """The variable of the environment that outranks the file."""
        middle = () if self.section == "desk" else (self.section,)
        return "_".join(["SAYSO", *middle, self.key]).upper()

    @property
    def name(self) -> str:
        """The setting in messages and lists."""
        return f"[{self.section}] {self.key}"

    @property
    def meaning(self) -> str:
        """What it decides, in a few words."""
        return self._field.description or ""

    @property
    def default(self) -> Any:
        """What it is by default, where that is the same for everybody."""
        return self._field.default

    @property
    def default_words(self) -> str | None:
        """What the default is, where that has to be found out."""
        said = self._field.json_schema_extra
        return str(said["default"]) if isinstance(said, dict) else None

    @property
    def expected(self) -> str:
        """What a value has to be."""
        return _said(self._kind)[0]

    def value(self, given: object, *, text: bool) -> Any:
        """The value that was `given`, as it is in TOML or as `text`; ValueError if it cannot be one.

        In text, phrases are parted by semicolons.
        """
        if text and isinstance(self.default, tuple):
            given = [phrase for phrase in map(str.strip, str(given).split(";")) if phrase]
        try:
            return TypeAdapter(self._kind).validate_python(given, strict=not text)
        except ValidationError as error:
            raise ValueError(self.expected) from error


def _said(kind: Any) -> list[str]:
    """The words for what is expected, of a kind or of one that it contains."""
    own = [one.words for one in getattr(kind, "__metadata__", ()) if isinstance(one, Expected)]
    return own + [words for inner in getattr(kind, "__args__", ()) for words in _said(inner)]


SETTINGS = tuple(Setting(section, key) for section, kind in SECTIONS.items() for key in kind.model_fields)
"""Every setting, in the order of the file."""
