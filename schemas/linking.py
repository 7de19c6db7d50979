"""The result of one run of linking."""

from __future__ import annotations

from functools import cached_property

from schemas.derivation import Derivation
from schemas.link import Link
from schemas.record import Record, hash_of


class Linker(Record):
    """What identifies the linker: Sayso's version, and digests of its networks and of the registry of sources."""

    sayso: str
    model: str
    registry: str

    @cached_property
    def id(self) -> str:
        """Hash of the version and the digests."""
        return hash_of("linker", self.sayso, self.model, self.registry)


class Linking(Record):
    """Links between claims and derivations between articles, as one linker found them."""

    linker: Linker
    links: tuple[Link, ...] = ()
    derivations: tuple[Derivation, ...] = ()
