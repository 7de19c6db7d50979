"""Somebody complains about a sentence: who cleared it, and where else it stands."""

from __future__ import annotations

import pytest
from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.desk.carriers import Carried
from sayso.desk.claim_search import with_words
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.ledger import Ledger
from sayso.present.actions import ACTIONS
from schemas import Article, Derivation, Linker, Linking, Passage

SENTENCE = "“Tom Hale took 2 million euros from the fund,” Ann Roe told the Post, “and he’s gone.”"
TOOK, GONE, SNOW = "Tom Hale took 2 million euros from the fund", "and he’s gone", "Snow fell in Oslo"
LINKER = Linker(sayso="0.1.0", model="m", registry="r")
PAGE = "https://example.org/a"
FIRST = make_article(f"{SENTENCE} {SNOW}.", title="Hale", url=PAGE, outlet="Post")
SECOND = make_article(f"{SNOW}.", title="Hale (corrected)", url=PAGE, outlet="Post")
REPRINT = make_article(f"{SENTENCE}", title="Hale gone", outlet="Echo")
EXCERPT = make_article("Hale is said to have gone.", title="Gone", outlet="Globe")


def read(ledger: Ledger, article: Article) -> None:
    roe = [make_hop(article, "Ann Roe")] if "Roe" in article.text else []
    made = [make_statement(article, TOOK, GONE, chain=roe)] if roe else []
    made += [make_statement(article, SNOW)] if SNOW in article.text else []
    ledger.append(make_capture(article), article, make_extraction(article, made))


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    for article in (FIRST, SECOND, REPRINT, EXCERPT):
        read(ledger, article)
    shared = [
        Derivation(a=FIRST.id, b=other.id, containment=share, passages=(Passage(a=(0, 9), b=(0, 9)),), earlier=FIRST.id)
        for other, share in ((REPRINT, 1.0), (EXCERPT, 0.4))
    ]
    ledger.append_linking(Linking(linker=LINKER, derivations=tuple(shared)))
    return ledger


FOUND = {
    SENTENCE: [TOOK, TOOK],
    '"Tom Hale took 2 million euros from the fund", Ann  Roe told the Post, "and he\'s gone."': [TOOK, TOOK],
    "« TOM HALE took 2 million euros from the fund » Ann Roe\ntold the Post": [TOOK, TOOK],
    "Hale took 2 million euros from the fund, Ann Roe told": [TOOK, TOOK],
    f"{SENTENCE} {SNOW}.": [TOOK, SNOW, SNOW, TOOK],
    "million euros": [TOOK, TOOK],
    "Snow fell in Oslo": [SNOW, SNOW],
    "snow FELL in Bergen": [],
    "Tom Hale took 3 million euros from the fund": [],
    "100% of %_' --": [],
    "% _ \\ % _ \\": [],
}


@pytest.mark.parametrize("words", FOUND)
def test_a_sentence_is_found_however_it_is_quoted(told: Ledger, words: str) -> None:
    found = [one.claim.proposition.partition(" ...")[0] for one in with_words(told, words)]
    assert found == FOUND[words]


def carriers(ledger: Ledger, words: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
    carried = Carried()
    assert list(carried.noted(with_words(ledger, words)))
    return [(one.article.title, one.how, one.decided) for one in carried.carriers(ledger, words)]


def test_who_cleared_it_and_all_that_a_correction_has_to_reach(told: Ledger) -> None:
    claim = next(with_words(told, SENTENCE)).claim.id
    decide(told, claim, Deed(ACTIONS["public-record"], "Ana Lind", reference="LR 12"))
    assert carriers(told, SENTENCE) == [
        ("Hale", "has the sentence", ("cleared by Ana Lind on the public record (LR 12)",)),
        ("Hale gone", "has the sentence", ()),
        ("Hale (corrected)", "another version of a page that has it, without it", ()),
        ("Gone", "shares 40% of a text that has it, without it", ()),
    ]


def test_a_sentence_of_one_article_alone_has_no_list(ledger: Ledger) -> None:
    read(ledger, FIRST)
    assert (carriers(ledger, SENTENCE), carriers(ledger, "million euros")) == ([], [])
