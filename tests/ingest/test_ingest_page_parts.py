"""What is no text of a page's article: other articles, offers, words set large; and what looks like it and is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ingest import Ingested, ingest
from sayso.ingest.page_notes import OFFER

TOP = "<article><h1>Toll to rise</h1>"
HEAD = '<title>Toll to rise</title><meta property="og:title" content="Toll to rise">'
LEAD = (
    "<p>The toll on the Tarn bridge will rise to four pounds in April, the bridge company said on Tuesday.</p>"
    "<p>“The steel needs painting every six years,” said its director, Colin Hythe, who has run it since May.</p>"
)
OTHER = (
    "<p>A fresco that was thought destroyed has been found behind a wall in the Abbey Museum, its curator said.</p>"
    "<p>“There was a blue hand,” said the curator, Marta Olin, who has worked in the museum since 2009.</p>"
)


def _read(folder: Path, body: str, head: str = HEAD) -> Ingested:
    (folder / "page.html").write_text(f"<html><head>{head}</head><body>{body}</body></html>", "utf-8")
    (one,) = ingest(folder / "page.html")
    return one


def _text(folder: Path, body: str, head: str = HEAD) -> str:
    article = _read(folder, body, head).article
    assert article
    return article.text


SECOND = {
    "two elements article": f"{TOP}{LEAD}</article><article><h1>Fresco found</h1>{OTHER}</article>",
    "signed, with smaller headings": (
        f"<article><h2>Toll to rise</h2>{LEAD}</article>"
        f"<article><h2>Fresco found</h2><p>By Dario Pell</p>{OTHER}</article>"
    ),
    "the second within the first": (
        f"{TOP}{LEAD}<article><h1>Fresco found</h1><time>today</time>{OTHER}</article></article>"
    ),
    "the page's own stands second": (f"<article><h1>Fresco found</h1>{OTHER}</article>{TOP}{LEAD}</article>"),
    "sections with a role": (
        f"<div role='article'><h1>Toll to rise</h1>{LEAD}</div><div role='article'><h1>Fresco found</h1>{OTHER}</div>"
    ),
    "microdata": (
        f"<div itemtype='https://schema.org/NewsArticle'><h1>Toll to rise</h1>{LEAD}</div>"
        f"<div itemtype='https://schema.org/NewsArticle'><h1>Fresco found</h1>{OTHER}</div>"
    ),
    "elements div with headings and bylines": (
        f"<div><h1>Toll to rise</h1><p class='byline'>By A. Bell</p>{LEAD}</div>"
        f"<div><h1>Fresco found</h1><p class='byline'>By D. Pell</p>{OTHER}</div>"
    ),
    "a linked heading": (f"{TOP}{LEAD}</article><article><h2><a href='/fresco'>Fresco found</a></h2>{OTHER}</article>"),
    "three": (
        f"{TOP}{LEAD}</article>"
        f"<article><h1>Fresco found</h1>{OTHER}</article><article><h1>Fresco again</h1>{OTHER}</article>"
    ),
    "a dated one": (
        f"{TOP}{LEAD}</article><article><h3>Fresco found</h3><time datetime='2024-02-05'></time>{OTHER}</article>"
    ),
}


@pytest.mark.parametrize("body", SECOND.values(), ids=SECOND)
def test_another_article_is_left_out_and_noted(tmp_path: Path, body: str) -> None:
    capture, article = _read(tmp_path, f"<main>{body}</main>")
    assert article
    assert "Colin Hythe" in article.text
    assert "fresco" not in article.text.casefold()
    assert "left out: save a page for each" in (capture.note or "")


ONE = {
    "headings between its parts": f"{TOP}{LEAD}<h2>Fresco found</h2>{OTHER}</article>",
    "sections with headings": (f"{TOP}{LEAD}<section><h2>Fresco found</h2>{OTHER}</section></article>"),
    "headings of the first rank between its parts": (
        f"{TOP}{LEAD}<section><h1>Fresco found</h1>{OTHER}</section></article>"
    ),
    "parts without headings": f"{TOP}{LEAD}</article><article>{OTHER}</article>",
    "no elements article": f"<div><h1>Toll to rise</h1>{LEAD}{OTHER}</div>",
}


@pytest.mark.parametrize("body", ONE.values(), ids=ONE)
def test_one_article_is_read_whole(tmp_path: Path, body: str) -> None:
    capture, article = _read(tmp_path, body)
    assert article
    assert "Colin Hythe" in article.text
    assert "Marta Olin" in article.text
    assert capture.note is None


def test_a_teaser_of_another_story_is_left_out(tmp_path: Path) -> None:
    teaser = (
        "<article class='card'><h3><a href='/x'>Fresco found</a></h3><p>A blue hand shows behind a wall.</p></article>"
    )
    text = _text(tmp_path, f"{TOP}{LEAD}{teaser}{LEAD.replace('April', 'May')}</article>")
    assert "blue hand" not in text
    assert "in May" in text


OFFERS = [
    "<div class='paywall-offer'><h3>Continue reading with Herald+</h3><p>Read on for 2.95 a week, cancel at any "
    "time.</p><p>More than 80,000 readers already trust Herald+, says editor-in-chief Moira Kent.</p></div>",
    "<div class='x1'><p>Subscribe now for $1 a week.</p><p>Cancel anytime. Already a member? Log in</p></div>",
    "<aside class='newsletter-box'><p>Sign up for our morning newsletter, in your inbox at six.</p></aside>",
    "<section id='regwall'><p>Register to read this article. Your email address:</p></section>",
    "<div class='consent-layer'><p>We and our partners use cookies. Accept all or manage preferences.</p></div>",
    "<form><p>Get our daily newsletter: enter your e-mail address. You can unsubscribe.</p></form>",
    "<div class='promo'><p>Unlock unlimited access: the first month is free.</p></div>",
    "<div class='meter'><p>No articles are left. Become a member for £3 a month to keep reading.</p></div>",
    "<div class='subscription'><p>Exclusive to our subscribers. Start your free trial today.</p></div>",
    "<div><p>To read this story, start your free trial. No commitment.</p><p>Already a subscriber? Sign in</p></div>",
]


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_is_left_out_and_a_short_text_noted(tmp_path: Path, offer: str) -> None:
    capture, article = _read(tmp_path, f"{TOP}{LEAD}{offer}</article>")
    assert article
    words = offer.partition("<p>")[2].partition(".")[0]
    assert words not in article.text
    assert "Colin Hythe" in article.text
    assert OFFER in (capture.note or "")


@pytest.mark.parametrize(
    "prose",
    [
        "<div class='paywall'><p>The hauliers want a discount of a third, their union said on Wednesday.</p></div>",
        "<div class='premium-content'><p>The hauliers asked for a discount, their union said on Wednesday.</p></div>",
        "<p>The company now sells subscriptions for 12 pounds a month, which the hauliers can cancel at any time.</p>",
        "<div class='teaser-content'><p>The hauliers want a discount of a third, their union said today.</p></div>",
        "<div class='article-lede'><p>The hauliers want a discount of a third, their union said today.</p></div>",
        "<p class='standfirst'>The hauliers want a discount of a third, their union said on Wednesday.</p>",
    ],
)
def test_prose_stays_whatever_its_class_is_called(tmp_path: Path, prose: str) -> None:
    assert "hauliers" in _text(tmp_path, f"{TOP}{LEAD}{prose}{OTHER}</article>")


@pytest.mark.parametrize(
    ("block", "stays"),
    [
        ("<blockquote class='pullquote'><p>“The steel needs painting”</p></blockquote>", False),
        ("<blockquote><p>The steel needs painting every six years</p></blockquote>", False),
        ("<aside class='pull-quote'>“Steel needs painting every six years”</aside>", False),
        ("<div class='article-quote-pull'>The steel needs painting every six years</div>", False),
        ("<figure class='pull-quote'><blockquote>“needs painting every six years”</blockquote></figure>", False),
        ("<blockquote><p>We shall be painting it for the next six years, and we shall like it</p></blockquote>", True),
        ("<blockquote class='pullquote'><p>We shall be painting it, and like it too</p></blockquote>", True),
    ],
)
def test_words_set_large_stand_in_the_text_once(tmp_path: Path, block: str, stays: bool) -> None:
    text = _text(tmp_path, f"{TOP}{LEAD}{block}{OTHER}</article>")
    assert text.count("painting") == 1 + stays


def test_a_text_that_is_a_small_part_of_the_page_is_noted(tmp_path: Path) -> None:
    hidden = "".join(
        f"<div class='comment-list'><p>{'Word after word, and no end of it. ' * 9}</p></div>" for _ in range(5)
    )
    note = _read(tmp_path, f"{TOP}{LEAD}</article>{hidden}").capture.note
    assert "words in the page's paragraphs" in (note or "")


def test_a_short_article_keeps_its_lines(tmp_path: Path) -> None:
    text = _text(tmp_path, f"{TOP}<p>The toll will rise.</p><p>So the company said.</p></article>")
    assert text.splitlines() == ["Toll to rise", "The toll will rise.", "So the company said."]
