"""`Notice`: a credit as found in a line, before it becomes a `Credit` of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sayso.registry import Source

Kind = Literal["dateline", "credit-line", "byline"]
Share = Literal["whole", "part"]


class Notice(NamedTuple):
    """A source's name and (where it is listed) key, the kind of notice, the share, and its place.

    `place`: characters of the text, half-open.
    """

    name: str
    registry: str | None
    kind: Kind
    share: Share
    place: tuple[int, int]


def notices(sources: Sequence[Source], kind: Kind, share: Share, place: tuple[int, int]) -> list[Notice]:
    """A notice for each source; of several sources each has a part."""
    share = share if len(sources) == 1 else "part"
    return [Notice(source.name, source.key, kind, share, place) for source in sources]
