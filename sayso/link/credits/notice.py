"""What a line says of whose text it stands in, before it becomes a credit of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sayso.registry import Source

Kind = Literal["dateline", "credit-line", "byline"]
Share = Literal["whole", "part"]


class Notice(NamedTuple):
    """A source by its name and, where it is listed, key; where that is said (characters, half-open), and as what."""

    name: str
    registry: str | None
    kind: Kind
    share: Share
    place: tuple[int, int]


def notices(sources: Sequence[Source], kind: Kind, share: Share, place: tuple[int, int]) -> list[Notice]:
    """One a source; where there are several, none has the whole."""
    share = share if len(sources) == 1 else "part"
    return [Notice(source.name, source.key, kind, share, place) for source in sources]
