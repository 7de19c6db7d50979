"""Draws a cluster as a self-contained SVG: no script, no font, no link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.link.origins.drawn_graph import Node, Picture, picture
from sayso.link.origins.graph_layout import HEIGHT, WIDTH, Layout, Spot, layout
from sayso.link.origins.introductions import Introduction
from sayso.link.origins.trace import trace
from sayso.present.safe import xml_text
from sayso.registry import Registry
from schemas import Credit, Derivation, Origins, PublishedClaim

_STYLE = """
    text { font: 13px system-ui, sans-serif; fill: #1a1a1a }
    .detail { font-size: 11px; fill: #555 }
    rect { fill: #fff; stroke: #888 }
    .ground { stroke: none }
    .source { fill: #e8f0fe } .unnamed { fill: #fdf3d8; stroke-dasharray: 5 3 }
    .family { fill: #ececf4; stroke-dasharray: 2 2 } .carrier { fill: #eaf5ea } .more { stroke: none; fill: #f2f2f2 }
    path { fill: none; stroke: #999; stroke-width: 1.2 }
    .line { stroke: #0b57d0; stroke-width: 2.4 }
    .copy { stroke-dasharray: 4 3 }
    .tip { fill: #777; stroke: none }
"""
_LETTERS, _SMALL = 24, 29
"""How many letters of the label, and of the smaller detail, fit into a box."""


def draw(
    cluster: Sequence[PublishedClaim],
    derivations: Sequence[Derivation],
    credits: Sequence[Credit],  # noqa: A002 - the field's word
    introduced: Sequence[Introduction],
    origins: Origins,
    registry: Registry,
    *,
    styled: bool = True,
) -> str:
    """An SVG of the paths from origins (left) over carriers to pages (right), independent paths in thick strokes.

    `origins` are those of the cluster; their sentence describes the picture for screen readers. Without `styled`, for a
    page that has the styles in a file of its own.
    """
    shown = picture(trace(cluster, derivations, credits, introduced, registry))
    places = layout(shown)
    size = f'width="{places.width}" height="{places.height}" viewBox="0 0 {places.width} {places.height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc">',
        '<title id="title">Who is behind it: from origins to pages</title>',
        f'<desc id="desc">{xml_text(origins.sentence)}</desc>',
        *([f"<style>{_STYLE}</style>"] if styled else []),
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'markerUnits="userSpaceOnUse" orient="auto">'
        '<path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>',
        f'<rect class="ground" width="{places.width}" height="{places.height}"/>',
        *_arrows(shown, places),
        *(_box(node, places.places[key]) for key, node in shown.nodes.items()),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _arrows(shown: Picture, places: Layout) -> Iterator[str]:
    for (a, b), line in sorted(shown.arrows.items(), key=lambda arrow: arrow[1]):
        stops = [places.places[a], *places.routes[a, b], places.places[b]]
        mark = ' class="line"' if line else ""
        yield f'<path{mark} d="{_curve(stops)}" marker-end="url(#tip)"/>'
    for a, b in shown.copies:
        start, end = places.places[a], places.places[b]
        x, out, middle = start.x + WIDTH, start.x + WIDTH + 40, HEIGHT // 2 + 8
        curve = f"M{x} {start.y + middle} C{out} {start.y + middle} {out} {end.y + middle} {x} {end.y + middle}"
        yield f'<path class="copy" d="{curve}" marker-end="url(#tip)"><title>shares its text</title></path>'


def _curve(stops: Sequence[Spot]) -> str:
    """A path from the right of the first box to the left of the last, straight through the rows between them."""
    middle = HEIGHT // 2
    path = f"M{stops[0].x + WIDTH} {stops[0].y + middle}"
    for at, (start, end) in enumerate(pairwise(stops), 2):
        x, bend = start.x + WIDTH, max(40, (end.x - start.x - WIDTH) // 2)
        path += f" C{x + bend} {start.y + middle} {end.x - bend} {end.y + middle} {end.x} {end.y + middle}"
        path += f" H{end.x + WIDTH}" if at < len(stops) else ""
    return path


def _box(node: Node, at: Spot) -> str:
    low = at.y + (HEIGHT // 2 + 5 if not node.detail else 19)
    said = f'<text x="{at.x + 10}" y="{low}">{xml_text(_cut(node.label, _LETTERS))}</text>'
    if node.detail:
        said += f'<text class="detail" x="{at.x + 10}" y="{low + 16}">{xml_text(_cut(node.detail, _SMALL))}</text>'
    whole = xml_text(": ".join(filter(None, (node.label, node.detail))))
    look = f"{node.look} line" if node.line else node.look
    box = f'<rect class="{look}" x="{at.x}" y="{at.y}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>'
    return f"<g><title>{whole}</title>{box}{said}</g>"


def _cut(words: str, letters: int) -> str:
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"
