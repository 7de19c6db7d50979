"""One item of the worklist with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.desk.newsroom_worklist import newsroom_view
from sayso.desk.open_desk import Now
from sayso.desk.worklist_items import item_of
from sayso.desk.worklist_states import question
from sayso.desk.worklist_view import noted_view
from sayso.errors import UsageError
from sayso.report import CLUSTER, SENTENCE
from sayso.settings import settings
from sayso.worklist import Finding, Item
from schemas import Dossier


class ItemFile(NamedTuple):
    """The item, its number among the rows, and the dossiers of its claims, with their links, in text order.

    `asks`: the question that has to be answered (`present.questions`).
    """

    number: int
    item: Item
    asks: str
    dossiers: tuple[Dossier, ...]


def items(now: Now, numbers: Sequence[int]) -> tuple[Item, ...]:
    """The items of the rows with these numbers."""
    rows = [now.rows.rows[number] for number in numbers]
    return tuple(item_of(row, one, None, now.at) for row, one in zip(rows, _whole(now, numbers), strict=True))


def item_file(now: Now, id_: str) -> ItemFile:
    """The item with this id ("s-...", "c-...", or that of a link); UsageError where the list has none."""
    meant = id_.strip().lower()
    claim = meant.removeprefix(SENTENCE).removeprefix(CLUSTER)
    numbers = tuple(now.rows.by_claim.get(claim) or now.rows.by_claim.get("") or ())
    found = [(at, one) for at, one in zip(numbers, _whole(now, numbers), strict=True) if one.id == meant]
    if not found:
        raise UsageError(f"expected the id of an item of the worklist, found {id_!r}; the worklist shows its items")
    number, finding = found[0]
    item = item_of(now.rows.rows[number], finding, None, now.at)
    return ItemFile(
        number,
        item,
        question(now.rows.rows[number].finding),
        tuple(now.snapshot.dossiers_of([one.id for one in finding.claims], links=True)),
    )


def _whole(now: Now, numbers: Sequence[int]) -> list[Finding]:
    """The findings of these rows; as they are noted, or, where the view is just made again, when that is done."""
    rows = [now.rows.rows[number].finding for number in numbers]
    kept = [row for row in rows if row not in now.rows.others]
    try:
        with noted_view(settings().indexes) as view:
            noted = iter(list(view.whole(kept)))
    except LookupError:
        with newsroom_view(now.snapshot, now.registry) as view:
            noted = iter(list(view.whole(kept)))
    return [now.rows.others.get(row) or next(noted) for row in rows]
