"""Words marked in the article correct who says so: at their place, as the text has them, or with a sentence why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from review_world import Visitor, filled, opened_page
from starlette.types import ASGIApp
from worklist_world import Said, told

from sayso.desk.open_desk import OpenDesk

SAID = "Joan Pryce said that Tom Hale had stolen the money."
OTHERS = (
    "\U0001f4a3\U0001f468‍\U0001f469‍\U0001f467 Ana\u0301 Roe\tof <script>alert(1)</script> spoke.\r\n"
    "Zed \u202e<svg onload=alert(1)> Moe spoke. Max O’Brien-Lee spoke. An old clerk spoke, and an old clerk wept."
)


@pytest.fixture
def desk_and_app(home: Path, blank: Path) -> Iterator[tuple[OpenDesk, ASGIApp]]:
    filled(home, blank, [told("Row", Said(SAID, "Tom Hale had stolen the money", "Joan Pryce"), OTHERS)])
    desk, app = opened_page()
    with desk:
        yield desk, app


def text_of(desk: OpenDesk) -> str:
    with desk.ledger.snapshot() as snapshot:
        return next(iter(snapshot.dossiers())).article.text


def sent(app: ASGIApp, **fields: str) -> tuple[int, str]:
    ana = Visitor(app)
    got = ana.send("/decide", **{**ana.form(ana.items()[0], "correct"), **fields})
    found = re.search(r'role="alert"><bdi>([^<]*)', got.text)
    return got.status_code, found[1] if found else ""


MARKED = (
    "Ana\u0301 Roe",
    "Roe\tof <script>alert(1)</script>",
    "Zed \u202e<svg onload=alert(1)> Moe",
    "Max O’Brien-Lee",
)


@pytest.mark.parametrize("words", MARKED)
def test_marked_words_are_those_of_the_text(desk_and_app: tuple[OpenDesk, ASGIApp], words: str) -> None:
    desk, app = desk_and_app
    start = text_of(desk).index(words)
    typed = " ".join(words.split()).replace("’", "'")
    assert sent(app, chain=typed, chain_at=f"{start}-{start + len(words)}")[0] == 303
    with desk.ledger.snapshot() as snapshot:
        [(_, made)] = snapshot.decisions_by("Ana Lind")
    mention = made.chain[0].mention
    assert mention
    assert (mention.range, mention.words) == ((start, start + len(words)), words)


REFUSED = {
    "no place": ({"chain": "Joan Pryce", "chain_at": "12"}, "the place of marked words, found none; mark them again"),
    "beyond the end": ({"chain": "Joan Pryce", "chain_at": "9-99999"}, "marked words of the article, found none"),
    "other words": (
        {"chain": "Max O’Brien-Lee", "chain_at": "0-3"},
        "the marked words as a name, found “Row” not in it",
    ),
    "nowhere": ({"chain": "Ann Nobody"}, "words of the article for “Ann Nobody”, found no “Ann Nobody” in it"),
    "only via": ({"chain": "", "via": "TASS"}, "who says so, found only who passes it on"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_article_does_not_say_is_refused_with_a_sentence(
    desk_and_app: tuple[OpenDesk, ASGIApp], name: str
) -> None:
    desk, app = desk_and_app
    fields, sentence = REFUSED[name]
    status, said = sent(app, **fields)
    assert (status, sentence in said) == (422, True), said
    with desk.ledger.snapshot() as snapshot:
        assert list(snapshot.decisions_by("Ana Lind")) == []


def test_the_form_offers_whom_the_article_mentions(desk_and_app: tuple[OpenDesk, ASGIApp]) -> None:
    ana = Visitor(desk_and_app[1])
    assert '<datalist id="names"><option value="Joan Pryce">' in ana.page(ana.items()[0])
