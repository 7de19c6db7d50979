"""Where the boxes of a picture stand: columns side by side, rows so that few arrows cross."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.link.origins.picture import Picture

WIDTH, HEIGHT = 190, 44
_COLUMN, _ROW, _EDGE = 270, 62, 24
_SWEEPS = 4
"""So often rows are put in the order of what stands beside them, from left to right and back (Sugiyama's method)."""


class Place(NamedTuple):
    """The upper left corner of a box, in pixels."""

    x: int
    y: int


class Layout(NamedTuple):
    """Places of boxes by their keys, and the size of the whole."""

    places: Mapping[str, Place]
    width: int
    height: int


def layout(picture: Picture) -> Layout:
    """Places for all boxes; columns that have none take no room, and a shorter column stands in the middle."""
    columns = _columns(picture)
    tallest = max(len(column) for column in columns)
    places: dict[str, Place] = {}
    for x, column in enumerate(columns):
        top = _EDGE + (tallest - len(column)) * _ROW // 2
        places |= {key: Place(_EDGE + x * _COLUMN, top + y * _ROW) for y, key in enumerate(column)}
    beside = 2 * _EDGE if picture.copies else 0
    return Layout(places, 2 * _EDGE + (len(columns) - 1) * _COLUMN + WIDTH + beside, 2 * _EDGE + tallest * _ROW)


def _columns(picture: Picture) -> list[list[str]]:
    numbers = sorted({node.column for node in picture.nodes.values()})
    columns = [[key for key, node in picture.nodes.items() if node.column == number] for number in numbers]
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            rows = {key: row for one in columns for row, key in enumerate(one)}
            column.sort(key=lambda key: (key.startswith("more"), _middle(picture, key, rows), rows[key]))
    return columns


def _middle(picture: Picture, key: str, rows: Mapping[str, int]) -> float:
    """The mean row of the boxes that arrows join a box with; its own where none do."""
    beside = [rows[b if a == key else a] for a, b in picture.arrows if key in (a, b)]
    return sum(beside) / len(beside) if beside else rows[key]
