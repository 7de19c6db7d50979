"""Somebody at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starlette.exceptions import HTTPException

Role = Literal["reader", "reviewer", "editor"]
"""A reader only reads; a reviewer decides, corrects and takes back their own; an editor takes back anybody's."""


@dataclass(frozen=True)
class DeskMember:
    """Who somebody is by name, and by account: "token:Ana Lind" or "proxy:ana.lind"."""

    name: str
    account: str
    role: Role

    @property
    def decides(self) -> bool:
        """Whether they may decide."""
        return self.role != "reader"

    def expect_decides(self) -> None:
        """HTTPException 403 where they may not decide."""
        if not self.decides:
            raise HTTPException(403, f"expected a reviewer or an editor, found {self.name}, who reads")

    def may_undo(self, account: str | None) -> bool:
        """Whether they may take back what somebody decided with this account."""
        return self.role == "editor" or (self.decides and account == self.account)
