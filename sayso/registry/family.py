"""Whose a source is: its owners up to the topmost, and the government that stands behind it."""

from __future__ import annotations

from functools import cache

from sayso.registry.registry import Source, registry


def family(source: Source) -> Source:
    """The topmost owner of `source`, or the body it belongs to: itself, where it belongs to nobody.

    What a state owns or runs belongs to the government of that state: TASS, the Kremlin and the Russian embassy in
    Israel are all of the Russian government's family; The Sun and The Wall Street Journal of News Corp's.
    """
    line = _owners(source)
    if line[-1].governs:
        return line[-1]
    governments = (_governments().get(one.country) for one in line if one.state and one.country)
    return next(filter(None, governments), line[-1])


def government_of(source: Source) -> Source | None:
    """The government that `source` is, belongs to or is run by; None for what is no government's.

    Parliaments, courts, central banks and police forces are bodies of their own.
    """
    top = family(source)
    return top if top.governs else None


def _owners(source: Source) -> list[Source]:
    """`source`, its owner, the owner's owner, and so on."""
    listed = registry().sources
    line = [source]
    while line[-1].parent is not None:
        line.append(listed[line[-1].parent])
    return line


@cache
def _governments() -> dict[str, Source]:
    """Governments by country."""
    return {one.country: one for one in registry().sources.values() if one.governs and one.country}
