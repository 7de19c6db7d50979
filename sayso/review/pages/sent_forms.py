"""What forms do: decide, correct, take back. Each records it and sends the browser on (303)."""

from __future__ import annotations

from asyncio import to_thread

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.desk.correcting import correct
from sayso.desk.deadlines import deadline
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.undoing import undo_together
from sayso.errors import UsageError
from sayso.review.access.desk_member import DeskMember
from sayso.review.access.form_fields import Form, form_of
from sayso.review.choices import STAY, TAKE, expect_filled_in
from sayso.review.correction_form import marked_places, typed_chain
from sayso.review.filters import Filters, linked
from sayso.review.once import Once
from sayso.review.page_frame import PageFrame, base_of, desk_of, now_of, person_of, rendered
from sayso.review.pages.item_page import item_page, neighbours

ITEM, CLAIM = "item", "claim"
"""The pages that have forms."""
TYPED = ("action", "why", "to", "until", "reference", "about", "chain", "via", "unnamed", "chain_at", "via_at")
"""What somebody typed stands in the form again where something is missing."""


async def deciding(request: Request) -> Response:
    """Record what the form decides about an item, a claim or a link, and go on."""
    form = await form_of(request)
    return await to_thread(_recorded, request, form)


def _recorded(request: Request, form: Form) -> Response:
    person = person_of(request)
    person.expect_decides()
    filters = Filters.of(QueryParams(form.get("query", "")))
    page, id_ = form.get("page", ITEM), form.get("id", "")
    try:
        following = _following(request, id_, filters) if page == ITEM else None
        once: Once = request.app.state.once
        with once.of(person.account, form.get("once", "")) as before:
            done = before.done or before.note(_decided(request, form, person))
    except UsageError as error:
        if page != ITEM:
            raise
        return _again(request, form, id_, filters, str(error))
    stay = page != ITEM or form.get("action") in STAY or "chain" in form
    more = {"done": done} | ({"seen": form["seen"]} if form.get("seen", "").isdigit() else {})
    base = base_of(request)
    if stay:
        return _sent(linked(f"{base}/{CLAIM if page == CLAIM else ITEM}/{id_}", filters.query, more))
    return _sent(linked(f"{base}/item/{following}" if following else f"{base}/", filters.query, more))


def _decided(request: Request, form: Form, person: DeskMember) -> str:
    """The id of the decision that the form makes."""
    desk, about = desk_of(request), form.get("about") or form.get("id", "")
    if "chain" in form:
        made = correct(
            desk.ledger,
            about,
            typed_chain(form),
            desk.registry(),
            by=person.name,
            why=form.get("why", ""),
            account=person.account,
            marked=marked_places(form),
        )
        return made.decision.id
    action = form.get("action", "")
    deed = Deed(
        action=expect_filled_in(action, form),
        by=person.name,
        why=form.get("why", ""),
        to=person.name if action == TAKE else form.get("to") or None,
        until=deadline(form["until"]) if form.get("until") else None,
        reference=form.get("reference") or None,
        account=person.account,
    )
    with now_of(request) as now:
        rows = now.rows
    entry, _ = decide(desk.ledger, about, deed, lambda _, things: rows.questions(things))[-1]
    with desk.ledger.snapshot() as snapshot:
        return next(one.id for number, one in snapshot.decisions_by(person.name) if number == entry)


def _following(request: Request, id_: str, filters: Filters) -> str | None:
    """The item that comes after this one in the list."""
    with now_of(request) as now:
        return neighbours(now, id_, filters)[1]


def _again(request: Request, form: Form, id_: str, filters: Filters, problem: str) -> Response:
    """The item's page with what stands in the way; UsageError where there is no such item."""
    with now_of(request) as now:
        frame = PageFrame("Item", base_of(request), person_of(request), filters.query)
        typed = {name: form[name] for name in TYPED if name in form}
        return rendered("item.html", item_page(now, id_, filters, frame, problem, typed), 422)


async def undoing(request: Request) -> Response:
    """Take back the decision that the form names, and show the thing it was about."""
    form = await form_of(request)
    return await to_thread(_taken_back, request, form)


def _taken_back(request: Request, form: Form) -> Response:
    person, desk = person_of(request), desk_of(request)
    with desk.ledger.snapshot() as snapshot:
        found = [one for _, one in snapshot.decision(form.get("decision", "")) if one.id == form.get("decision")]
    if not found:
        raise UsageError("expected a decision to take back, found none of that id")
    if not person.may_undo(found[0].account):
        raise HTTPException(403, f"expected a decision of your own, found one by {found[0].by}; ask an editor")
    undone = undo_together(desk.ledger, found[0], by=person.name, account=person.account, registry=desk.registry())
    base, page, id_ = base_of(request), form.get("page", ""), form.get("id", "")
    filters = Filters.of(QueryParams(form.get("query", "")))
    place = f"{base}/{page}/{id_}" if page in (ITEM, CLAIM) and id_ else f"{base}/"
    return _sent(linked(place, filters.query, {"done": undone[0].undo}))


def _sent(address: str) -> Response:
    return RedirectResponse(address, 303)
