"""What was just done, told on the next page: the address names the decision, the words come out of the ledger."""

from __future__ import annotations

from starlette.requests import Request

from sayso.desk.open_desk import Now
from sayso.present.decided_words import what_was_said
from sayso.present.safe import plain
from sayso.review.access.desk_member import DeskMember
from sayso.review.page_frame import DoneNotice, person_of
from schemas import Decision


def notice_of(request: Request, now: Now) -> DoneNotice | None:
    """The notice that the address asks for: `done` is the id of a decision, `seen` the entry that its page was of."""
    found = now.snapshot.decision(request.query_params.get("done", ""))
    seen = request.query_params.get("seen", "")
    since = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 16 else None
    if len(found) != 1 or found[0][1].id != request.query_params.get("done"):
        return None
    entry, decision = found[0]
    return DoneNotice(
        said=plain(f"Recorded as entry {entry}: {what_was_said(decision)}."),
        undoes=decision.id if _can_be_undone(decision, person_of(request), now) else "",
        others=tuple(_others(decision, entry, since, now)) if since is not None else (),
    )


def _can_be_undone(decision: Decision, person: DeskMember, now: Now) -> bool:
    return person.may_undo(decision.account) and decision.id not in now.snapshot.undone()


def _others(done: Decision, entry: int, since: int, now: Now) -> list[str]:
    """What others decided about the same between the entry that the page was of and this decision."""
    made = [one for one in now.snapshot.decisions(done.about) if (one.account or one.by) != (done.account or done.by)]
    entries = {one.id: at for one in made for at, _ in now.snapshot.decision(one.id)}
    return [plain(what_was_said(one)) for one in made if since < entries.get(one.id, 0) <= entry]
