"""Draws series of tellings as a self-contained SVG: no script, no font, no link.

A lane is an article, in the order of publication from above; dots stand in the column of their place in time, a line
leads from what is retold to the retelling, and a mark stands at each loss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.link.drift.series import Series
from sayso.link.drift.telling import Telling
from sayso.present.drift_words import KINDS, MARKS, lost
from sayso.present.safe import xml_text

LABEL, COLUMN, LANE, HEAD, MARK = 320, 60, 34, 56, 22
"""Pixels: the labels' width, a place in time, a lane, a fact's heading, a mark."""
_LEAST = 760
"""Pixels: the least width of the picture."""
_LETTERS, _LONG = 42, 95
"""How many letters of a lane's label, and of a fact, there is room for."""
_STYLE = """
    text { font: 13px system-ui, sans-serif; fill: #1a1a1a }
    .fact { font-weight: 600 } .key, .soft { font-size: 11px; fill: #555 }
    .ground { fill: #fff } .lane { stroke: #ddd } .link { fill: none; stroke: #888; stroke-width: 1.4 }
    .dot { fill: #fff; stroke: #0b57d0; stroke-width: 2.4 }
    .unsourced { fill: #0b57d0 } .unknown { stroke-dasharray: 2 2 }
    .mark { fill: #9b1c1c } .letter { fill: #fff; font-size: 11px; font-weight: 700; text-anchor: middle }
"""


def draw(found: Sequence[Series]) -> str:
    """The picture of these series, one below the other; its description says in words what it shows."""
    heights = [HEAD + LANE * len(_pages(one)) for one in found]
    columns = max((len(_pages(one)) for one in found), default=1)
    width, height = max(_LEAST, LABEL + COLUMN * columns + 5 * MARK), sum(heights, HEAD)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'role="img" aria-labelledby="drift-title drift-text">',
        '<title id="drift-title">What was lost from telling to telling</title>',
        f'<desc id="drift-text">{xml_text(described(found))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="ground" width="{width}" height="{height}"/>',
        f'<text class="key" x="10" y="20">{xml_text(_key())}</text>',
    ]
    top = HEAD // 2
    for one, own in zip(found, heights, strict=True):
        parts += _series(one, top, width)
        top += own
    return "\n".join([*parts, "</svg>"]) + "\n"


def described(found: Sequence[Series]) -> str:
    """What the picture shows, in sentences."""
    return " ".join(chain for one in found for chain in _sentences(one)) or "Nothing was told in several articles."


def _sentences(one: Series) -> Iterator[str]:
    yield f"“{one.tellings[0].words}”, told in {len(_pages(one))} articles."
    called = {telling.claim: _label(telling) for telling in one.tellings}
    for loss in one.losses:
        yield f"{called[loss.claim]}, beside {called[loss.of]}: {lost(loss.kind, loss.before, loss.after)}"


def _key() -> str:
    return "  ".join([*(f"{mark} {KINDS[kind]}" for kind, mark in MARKS.items()), "● no source given", "○ a source"])


def _series(one: Series, top: int, width: int) -> Iterator[str]:
    pages = _pages(one)
    unordered = {retelling.article for retelling in one.retellings if retelling.unordered}
    at = {page[0].article: (LABEL + COLUMN * place, top + HEAD + LANE * place) for place, page in enumerate(pages)}
    yield f'<text class="fact" x="10" y="{top + 28}">{_cut(one.tellings[0].words, _LONG)}</text>'
    for retelling in one.retellings:
        if retelling.of is not None:
            yield _line(at[retelling.of], at[retelling.article])
    for page in pages:
        yield from _lane(one, page, at[page[0].article], width, unknown=page[0].article in unordered)


def _lane(one: Series, page: Sequence[Telling], at: tuple[int, int], width: int, *, unknown: bool) -> Iterator[str]:
    x, y = at
    look = "dot" + (" unsourced" if page[0].sourced == "nobody" else "") + (" unknown" if unknown else "")
    label = _label(page[0]) + (" (order not known)" if unknown else "")
    yield f'<line class="lane" x1="{LABEL - 10}" y1="{y}" x2="{width}" y2="{y}"/>'
    yield f"<g><title>{xml_text(label)}</title>"
    yield f'<text x="10" y="{y + 4}">{_cut(label, _LETTERS)}</text></g>'
    words = xml_text(" … ".join(telling.words for telling in page))
    yield f'<circle class="{look}" cx="{x}" cy="{y}" r="7"><title>{words}</title></circle>'
    losses = [loss for loss in one.losses if loss.claim in {telling.claim for telling in page}]
    for place, loss in enumerate(losses):
        left = x + 14 + MARK * place
        yield f"<g><title>{xml_text(lost(loss.kind, loss.before, loss.after))}</title>"
        yield f'<rect class="mark" x="{left}" y="{y - 9}" width="18" height="18" rx="3"/>'
        yield f'<text class="letter" x="{left + 9}" y="{y + 4}">{MARKS[loss.kind]}</text></g>'


def _line(start: tuple[int, int], end: tuple[int, int]) -> str:
    return f'<path class="link" d="M{start[0]} {start[1] + 7} V{end[1]} H{end[0] - 7}"/>'


def _pages(one: Series) -> list[list[Telling]]:
    """The tellings of each article, in the order of publication."""
    order = dict.fromkeys(telling.article for telling in one.tellings)
    together = sorted(one.tellings, key=lambda telling: list(order).index(telling.article))
    return [list(page) for _, page in groupby(together, key=lambda telling: telling.article)]


def _label(telling: Telling) -> str:
    when = (telling.published or "no date")[:10]
    return f"{when}  {telling.outlet or telling.title or telling.article[:12]}"


def _cut(words: str, letters: int) -> str:
    return xml_text(words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…")
