"""A listed source: what it is called, what it is, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from schemas.record import Record, hash_of
from schemas.statement import SourceKind

Forms = Annotated[tuple[str, ...], BeforeValidator(lambda text: text.split("; ") if isinstance(text, str) else text)]

REGISTRY = hash_of("registry of sources")
"""The thing that a decision about a listed source is about: the newsroom's registry."""


class Source(Record):
    """One listed source.

    `aliases`: further forms of its name; `alone`: forms that are also ordinary words or surnames ("Time"), known only
    where they are the whole mention. `country`: ISO 3166 alpha-2. `parent`: key of its owner, or of the body it belongs
    to. `state`: owned or run by a state or its ruling party. `governs`: it is the government of its country. `merged`:
    key of the source that this one is, whose names its names are then.
    """

    key: str
    name: str
    aliases: Forms = ()
    alone: Forms = ()
    kind: SourceKind
    country: str | None = None
    parent: str | None = None
    state: bool = False
    governs: bool = False
    merged: str | None = None

    @property
    def forms(self) -> Iterator[tuple[str, bool]]:
        """The forms that texts use, each with whether it has to stand alone; a name with brackets is not one."""
        if "(" not in self.name and self.name not in self.alone:
            yield self.name, False
        yield from ((form, False) for form in self.aliases)
        yield from ((form, True) for form in self.alone)
