"""A desk with the inbox of a day, its page, and people who ask it as a browser does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient
from starlette.types import ASGIApp
from worklist_world import Said, inbox, told

from sayso.desk.open_desk import OpenDesk
from sayso.ledger import Item, Ledger
from sayso.review import application
from sayso.review.access.rules import AccessRules
from sayso.settings import settings
from schemas import Link, Linker, Linking, Signal

HOST = "testserver"
OWN = {"sec-fetch-site": "same-origin"}
PEOPLE = {"token-of-ana": "Ana Lind", "token-of-bo": "Bo Ek", "token-of-cy": "Cy Roe", "token-of-di": "Di Moe"}
"""Two reviewers, a reader, an editor."""
RULES = AccessRules(frozenset([HOST]), PEOPLE, readers=frozenset(["Cy Roe"]), editors=frozenset(["Di Moe"]))
HALE, FRAUD = (
    "A council official said that Tom Hale took bribes.",
    "Joan Pryce said that Ben Lund had stolen the money.",
)


def filled(home: Path, blank: Path, items: Iterable[Item] | None = None) -> None:
    """A ledger in this home with some articles."""
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(blank, home / "ledger.db")
    with Ledger.open(f"sqlite:///{home / 'ledger.db'}", actor="tester") as ledger:
        ledger.append_many(inbox() if items is None else items)


def ten() -> list[Item]:
    """Ten articles, each with one sentence that accuses somebody of their own."""
    names = "Hale Lund Berg Moss Trent Vane Wick Yates Quill Nash".split()
    return [
        told(
            f"Row over {name}",
            Said(
                f"Joan Pryce, citing TASS, said that Tom {name} had stolen the money.",
                f"Tom {name} had stolen the money",
                "Joan Pryce",
            ),
            outlet=f"{name} Post",
        )
        for name in names
    ]


def linked_up(desk: OpenDesk, words: str) -> None:
    """A machine's suggestion that the first claim with these words conflicts with each other one that has them."""
    with desk.ledger.snapshot() as now:
        first, *others = (one.id for _, one in now.claims() if words in one.claim.proposition)
    signal = Signal(name="numbers", score=0.9, sentence="One says 12, the other 30.")
    links = [Link(a=first, b=one, relation="conflicts", confidence=0.6, signals=(signal,)) for one in others]
    linker = Linker(sayso="0.1.0", model="e" * 12, registry="r" * 12)
    desk.ledger.append_linking(Linking(linker=linker, links=tuple(links), derivations=()))


class Visitor:
    """Somebody with a browser of their own."""

    def __init__(self, app: ASGIApp, token: str = "token-of-ana", **how: Any) -> None:
        self.client = TestClient(app, follow_redirects=False, raise_server_exceptions=True, **how)
        if token:
            assert self.client.get(f"/?token={token}").status_code == 303

    def page(self, address: str) -> str:
        """The page at this address, as HTML."""
        got = self.client.get(address)
        assert got.status_code == 200, got.text
        return got.text

    def form(self, address: str, action: str = "decide", nth: int = 0) -> dict[str, str]:
        """The hidden fields of the form of this class at this address."""
        return hidden(re.findall(rf'<form class="{action}".*?</form>', self.page(address), re.DOTALL)[nth])

    def send(self, path: str, **fields: str) -> Any:
        """What comes of a form."""
        return self.client.post(path, data=fields, headers=OWN)

    def decide(self, address: str, action: str, **fields: str) -> str:
        """Decide on the item at this address; where that leads."""
        sent = self.send("/decide", **self.form(address), action=action, **fields)
        assert sent.status_code == 303, sent.text
        return str(sent.headers["location"])

    def items(self, address: str = "/") -> list[str]:
        """The addresses of the items on a page of the list."""
        return [unescape(one) for one in re.findall(r'<a href="([^"]+)" data-row', self.page(address))]


def hidden(form: str) -> dict[str, str]:
    """The hidden fields of a form."""
    return {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)}


def notice(page: str) -> str:
    """The notice on a page, its words alone."""
    found = re.search(r'<div class="notice".*?</div>', page, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split()) if found else ""


def opened_page(rules: AccessRules = RULES, base: str = "") -> tuple[OpenDesk, ASGIApp]:
    """The desk that the settings name, and its page."""
    desk = OpenDesk(settings())
    return desk, application(desk, rules, base)
