"""Places the boxes of a picture: columns side by side, rows so that few arrows cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.link.origins.drawn_graph import Picture

WIDTH, HEIGHT = 190, 44
_COLUMN, _ROW, _EDGE = 270, 62, 24
_PASSED = " passed by "
_SWEEPS = 4
"""How often rows are reordered by their neighbours, from left to right and back (Sugiyama's method)."""

Arrow = tuple[str, str]


class Spot(NamedTuple):
    """The upper left corner of a box, in pixels."""

    x: int
    y: int


class Layout(NamedTuple):
    """Places of boxes by key, routes of arrows through the columns between their ends, and the picture's size."""

    places: Mapping[str, Spot]
    routes: Mapping[Arrow, Sequence[Spot]]
    width: int
    height: int


def layout(picture: Picture) -> Layout:
    """Places for all boxes; empty columns take no room, and shorter columns are centred."""
    legs = {arrow: _legs(picture, arrow) for arrow in picture.arrows}
    columns = _columns(picture, legs)
    tallest = max((len(column) for column in columns), default=0)
    places: dict[str, Spot] = {}
    for x, column in enumerate(columns):
        top = _EDGE + (tallest - len(column)) * _ROW // 2
        places |= {key: Spot(_EDGE + x * _COLUMN, top + y * _ROW) for y, key in enumerate(column)}
    beside = 2 * _EDGE if picture.copies else 0
    width = 2 * _EDGE + (len(columns) - 1) * _COLUMN + WIDTH + beside
    routes = {arrow: [places[key] for key in keys[1:-1]] for arrow, keys in legs.items()}
    return Layout({key: places[key] for key in picture.nodes}, routes, width, 2 * _EDGE + tallest * _ROW)


def _legs(picture: Picture, arrow: Arrow) -> list[str]:
    """Keys of the ends of an arrow, and between them of a place for it in every column that it passes."""
    first, last = (picture.nodes[key].column for key in arrow)
    passed = sorted({node.column for node in picture.nodes.values() if first < node.column < last})
    return [arrow[0], *(f"{column}{_PASSED}{arrow[0]} to {arrow[1]}" for column in passed), arrow[1]]


def _columns(picture: Picture, legs: Mapping[Arrow, Sequence[str]]) -> list[list[str]]:
    numbers = sorted({node.column for node in picture.nodes.values()})
    columns = {number: [key for key, node in picture.nodes.items() if node.column == number] for number in numbers}
    beside: dict[str, list[str]] = {key: [] for key in picture.nodes}
    for keys in legs.values():
        for key in keys[1:-1]:
            columns[int(key.partition(_PASSED)[0])].append(key)
        for a, b in pairwise(keys):
            beside.setdefault(a, []).append(b)
            beside.setdefault(b, []).append(a)
    ordered = list(columns.values())
    for sweep in range(_SWEEPS):
        for column in ordered if sweep % 2 == 0 else reversed(ordered):
            rows = {key: row for column_keys in ordered for row, key in enumerate(column_keys)}
            column.sort(key=lambda key: (key.startswith("more"), _middle(beside[key], rows, rows[key]), rows[key]))
    return ordered


def _middle(beside: Sequence[str], rows: Mapping[str, int], own: int) -> float:
    """The mean row of the boxes that arrows join with a box; its own row without arrows (Sugiyama's barycentre)."""
    return sum(rows[key] for key in beside) / len(beside) if beside else own
