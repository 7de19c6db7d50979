"""What a person did, and on what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import uuid4

from sayso.present.actions import Action
from schemas import Decision


class Thing(NamedTuple):
    """What is judged: its kind, its id, and the digest of its present content."""

    kind: str
    id: str
    version: str


@dataclass(frozen=True)
class Deed:
    """What a person did, beside on what: see `Decision` for the fields. `account`: None where there are no accounts."""

    action: Action
    by: str
    why: str = ""
    to: str | None = None
    until: datetime | None = None
    reference: str | None = None
    point: str | None = None
    account: str | None = None

    def on(self, thing: Thing, at: datetime | None = None, **more: Any) -> Decision:
        """The decision on that thing, made now; what is decided at one moment is undone together."""
        return Decision(
            id=uuid4().hex,
            about=thing.id,
            version=thing.version,
            judgement=self.action.judgement,
            outcome=self.action.outcome,
            why=self.why.strip(),
            by=self.by,
            at=at or datetime.now(UTC),
            to=self.to,
            until=self.until,
            reference=self.reference,
            point=self.point,
            account=self.account,
            **more,
        )
