"""Listed sources, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.present.safe import printable
from sayso.registry import Registry
from schemas import Decision, Source


def listed_line(source: Source, registry: Registry, changes: Sequence[Decision]) -> str:
    """One source on a line; `changes`: what the newsroom decided about it."""
    owner = registry.family(source)
    facts = [source.kind.replace("_", " "), source.country or "", "" if owner is source else f"of {owner.name}"]
    said = [f"{_what(one, source)} by {one.by}, {one.at:%Y-%m-%d}: {one.why}" for one in changes]
    told = f" [{'; '.join(said)}]" if said else ""
    return f"{source.key:<24}  {printable(', '.join(filter(None, [source.name, *facts])) + told)}"


def described(source: Source, registry: Registry, changes: Sequence[Decision]) -> Iterator[str]:
    """A line for each thing that is known of a source."""
    owner = registry.family(source)
    rows = (
        ("name", source.name),
        ("key", source.key),
        ("also called", "; ".join(source.aliases)),
        ("if alone", "; ".join(source.alone)),
        ("kind", source.kind.replace("_", " ")),
        ("country", source.country or ""),
        ("belongs to", registry.sources[source.parent].name if source.parent else ""),
        ("of the family", "" if owner is source else owner.name),
        ("state", "owned or run by a state" if source.state else ""),
    )
    yield from (f"{name:<13}  {printable(said)}" for name, said in rows if said)
    for one in changes:
        said = f"by {one.by}, {one.at:%Y-%m-%d %H:%M} UTC: {one.why} (d-{one.id[:12]})"
        yield f"{_what(one, source):<13}  {printable(said)}"


def _what(change: Decision, source: Source) -> str:
    return f"merged {change.source.key}" if change.source and change.source.key != source.key else "changed"
