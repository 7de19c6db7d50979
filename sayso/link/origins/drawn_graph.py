"""The graph that is drawn of a cluster: sources, carriers and pages, in columns from left to right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from sayso.link.origins.accounts import Account
from sayso.link.origins.actors import NOBODY, Actor
from sayso.link.origins.origin_names import called, family_name
from sayso.link.origins.paths import carriers
from sayso.link.origins.trace import Traced
from sayso.registry import Registry

Look = Literal["family", "source", "unnamed", "carrier", "page", "more"]

ROWS = 12
"""The most boxes in a column; a longer column ends in "and 37 more"."""


@dataclass
class Node:
    """A box: its key, its column from 0, its label and smaller detail, and whether an independent path goes through."""

    key: str
    column: int
    label: str
    look: Look
    detail: str = ""
    line: bool = False


@dataclass
class Picture:
    """Boxes by key, in the order of columns; arrows (True: on an independent path); pairs of pages that share text."""

    nodes: dict[str, Node] = field(default_factory=dict)
    arrows: dict[tuple[str, str], bool] = field(default_factory=dict)
    copies: dict[tuple[str, str], None] = field(default_factory=dict)


def picture(found: Traced) -> Picture:
    """The picture of a cluster, with at most `ROWS` boxes and one for the rest in each column."""
    whole = Picture()
    lines = {line.account for line in found.independent}
    named = [
        replace(account, origin=NOBODY) if i in found.unknown else account for i, account in enumerate(found.accounts)
    ]
    every = [*named, *found.against]
    for i in sorted(range(len(every)), key=lambda i: (i not in lines, _when_and_where(every[i]))):
        _add(whole, every[i], found, i in lines)
    _families(whole, every, found.texts.registry)
    last = 1 + max((node.column for node in whole.nodes.values()), default=0)
    for node in whole.nodes.values():
        node.column = last if node.look == "page" else node.column
    pages = {account.version: f"page {account.article}" for account in every}
    for version, page in pages.items():
        whole.copies |= {
            (pages[source], page): None for source in sorted(found.texts.before(version)) if source in pages
        }
    return _folded(whole)


def _add(whole: Picture, account: Account, found: Traced, line: bool) -> None:
    """Add an account: its source, its carriers, its page, and the arrows between them."""
    hands = [account.origin, *carriers(account, found.texts)]
    for column, actor in enumerate(hands, 1):
        look: Look = "unnamed" if actor.unnamed else "source" if column == 1 else "carrier"
        node = whole.nodes.setdefault(actor.key, Node(actor.key, column, called(actor), look))
        node.column, node.line = max(node.column, column), node.line or line
    publication = account.claim.publication
    outlet = account.publisher.name.capitalize() if account.publisher.unnamed else account.publisher.name
    detail = " · ".join(filter(None, [(publication.published or "")[:10], publication.title]))
    page = whole.nodes.setdefault(f"page {account.article}", Node(f"page {account.article}", 0, outlet, "page", detail))
    page.line = page.line or line
    if account.denies and found.against:
        words = "denies it" if account.said_to_deny else "may say otherwise"
        page.detail = words + (f" · {detail}" if detail else "")
    for a, b in pairwise([*(actor.key for actor in hands), page.key]):
        whole.arrows[a, b] = whole.arrows.get((a, b), False) or line


def _when_and_where(account: Account) -> tuple[str, str, str]:
    return account.claim.publication.published or "?", account.publisher.name, account.version


def _families(whole: Picture, every: Sequence[Account], registry: Registry) -> None:
    """Add a box before several sources that belong to one government or owner."""
    sources: dict[str, Actor] = {account.origin.key: account.origin for account in every}
    shared = Counter(key for actor in sources.values() for key in actor.families)
    for actor in sources.values():
        for key in sorted(key for key in actor.families if shared[key] > 1):
            name = family_name(key, registry)
            box = whole.nodes.setdefault(f"family {key}", Node(f"family {key}", 0, name, "family"))
            line = whole.nodes[actor.key].line
            box.line = box.line or line
            whole.arrows[box.key, actor.key] = line


def _folded(whole: Picture) -> Picture:
    """The picture with the boxes beyond the last row of each column folded into one."""
    stands = dict(_stand_ins(whole))
    nodes = {key: node for key, node in whole.nodes.items() if key not in stands}
    for column, count in sorted(Counter(stands.values()).items()):
        nodes[f"more {column}"] = Node(f"more {column}", column, f"and {count} more", "more")
    keys = {key: f"more {stands[key]}" if key in stands else key for key in whole.nodes}
    folded = Picture(dict(sorted(nodes.items(), key=lambda item: item[1].column)))
    for (a, b), line in whole.arrows.items():
        folded.arrows[keys[a], keys[b]] = folded.arrows.get((keys[a], keys[b]), False) or line
    folded.copies = {(keys[a], keys[b]): None for a, b in whole.copies if keys[a] != keys[b]}
    return folded


def _stand_ins(whole: Picture) -> Iterator[tuple[str, int]]:
    """(key, column) of each box without a row; boxes on independent paths get rows first."""
    columns: dict[int, list[Node]] = {}
    for node in whole.nodes.values():
        columns.setdefault(node.column, []).append(node)
    for column, nodes in columns.items():
        if len(nodes) > ROWS + 1:
            yield from ((node.key, column) for node in sorted(nodes, key=lambda node: not node.line)[ROWS:])
