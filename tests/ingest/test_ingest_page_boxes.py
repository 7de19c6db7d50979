"""Boxes that speak to the reader are left out; what only has such a class, or such words, is text."""

from __future__ import annotations

import pytest

from sayso.ingest.page_notes import OFFER
from sayso.ingest.web_page import read_page

LINES = [
    f"<p>{one} of the boats came back to the harbour before the wind had turned to the north again.</p>"
    for one in ("One", "Two", "Three", "Four", "Five")
]
PROSE = "".join(LINES)


def _text(body: str) -> str:
    return read_page(f"<html><head><title>Boats return</title></head><body>{body}</body></html>").text


def _with(box: str) -> str:
    return _text(f"<article><h1>Boats return</h1>{''.join(LINES[:3])}{box}{''.join(LINES[3:])}</article>")


@pytest.mark.parametrize(
    "box",
    [
        "<div class='support-us'><p>Zebra is read by all. Readers like you pay for it.</p></div>",
        "<div class=appeal><h4>Zebra</h4><p>“I give ten euros,” says Bea Lund.</p><a>Donate</a></div>",
        "<div class='app-promo'><p>Zebra is faster in our app, says Tom Lund.</p></div>",
        "<div class='poll'><h4>Zebra</h4><p>Do you like boats?</p><label>Yes 3%</label></div>",
        "<div class='callout'><p>Do you know more about Zebra? Our reporters want to hear it.</p></div>",
        "<div class='author-bio'><p>Ada Holm has covered Zebra since 2008. She says the sea is best.</p></div>",
        "<div class='pagination'>Page 1 of 2 <a>Next Zebra page</a></div>",
        "<section class='replies'><ol><li><p>Zebra lies.</p></li><li><p>So do you.</p></li></ol><textarea></textarea>"
        "</section>",
    ],
)
def test_a_box_is_left_out(box: str) -> None:
    found = _with(box)
    assert "Zebra" not in found
    assert "Five of the boats" in found


@pytest.mark.parametrize(
    "kept",
    [
        "<div class='appeal'><p>The court of Zebra turned the appeal of the skipper down on Friday, he said.</p></div>",
        "<div class='callout'><p>The skipper of the Zebra said that he had not slept in nine days at sea.</p></div>",
        "<div class='poll-story'><p>The party of the Zebra is ahead of all others, a study found on Friday.</p></div>",
        "<p>Members of the Zebra club may cancel at any time, and its chairman said that they could do so.</p>",
    ],
)
def test_text_of_the_article_with_such_a_class_stays(kept: str) -> None:
    assert "Zebra" in _with(kept)


def test_what_holds_most_of_the_prose_is_no_box() -> None:
    assert "Five of the boats" in _text(f"<h1>Boats return</h1><div class='biography'>{PROSE}</div>")


def test_offers_at_the_end_are_left_out_with_what_stands_between_them_and_noted() -> None:
    end = (
        "<p>To read the rest of this story, start your free trial today.</p>"
        "<p>Zebra has won nine awards, says Bo Lund.</p>"
        "<p>Not ready? Sign up for our digest.</p>"
    )
    page = f"<html><body><article><h1>Boats return</h1>{PROSE}{end}</article></body></html>"
    found = read_page(page)
    assert "Zebra" not in found.text
    assert OFFER in found.notes


def test_an_article_about_offers_stays_whole() -> None:
    end = (
        "<p>Members may cancel at any time, the Zebra club said.</p><p>It has nine boats in the harbour.</p>"
        "<p>The club costs nine pounds a month.</p>"
    )
    assert "Zebra" in _text(f"<article><h1>Boats return</h1>{PROSE}{end}</article>")


def test_an_article_in_several_elements_is_one() -> None:
    first = f"<article class=page><h1>Boats return</h1>{PROSE}</article>"
    assert "Zebra sank" in _text(f"<main>{first}<article class=page><p>Zebra sank there.</p></article></main>")


def test_comments_of_readers_are_not_joined_to_the_article() -> None:
    parts = (
        f"<article class=a><h1>Boats return</h1>{PROSE}</article><article class=comment><p>Zebra sank.</p></article>"
    )
    assert "Zebra" not in _text(f"<main>{parts}</main>")


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='comment'><h1>Boats return</h1><div class='comment-body'>{PROSE}</div></div>",
        f"<h1>Boats return</h1><div class='col'>{''.join(LINES[:3])}</div>"
        f"<div class='col hidden-print js-hidden'>{''.join(LINES[3:])}</div>",
    ],
    ids=["comment", "hidden"],
)
def test_a_class_does_not_hide_the_article(body: str) -> None:
    assert "Five of the boats" in _text(body)
