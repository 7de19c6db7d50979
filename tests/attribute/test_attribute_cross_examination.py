"""Accusations read again in other forms: the forms, where their words stand, and whose speaker changes."""

from __future__ import annotations

import pytest
from factories import find, make_article, make_hop, make_statement
from installed import registry
from seams import read

from sayso.attribute.cross_examination import cross_examined
from sayso.attribute.cross_examination.rewrites import rewritings
from sayso.attribute.parsed import ParsedArticle
from sayso.language.parse import parse, parse_sentences
from sayso.segment import paragraphs, segment
from schemas import Article, Statement

FORMS = {
    "Hale's former partner, Joan Pryce, said he had bribed the mayor.": {
        "possessor": "The former partner of Hale, Joan Pryce, said he had bribed the mayor.",
    },
    "The widow told the court's clerks that money was stolen.": {
        "possessor": "The widow told the clerks of the court that money was stolen.",
    },
    "The clerks criticised him on Monday.": {
        "voice": "He was criticised by the clerks on Monday.",
    },
    "He was condemned by the auditors.": {
        "voice": "The auditors condemned him.",
    },
    "She condemned the banks.": {
        "voice": "The banks were condemned by her.",
    },
    "Joan Pryce, who was convicted of fraud in 2012, said the mayor had lied.": {
        "relative": "Joan Pryce said the mayor had lied.",
    },
    "Pryce has accused the mayor of fraud and left.": {},
    "Pryce never accused the mayor of fraud.": {},
    "The man who was convicted of fraud said the mayor had lied.": {},
}


def parsed_article(text: str) -> ParsedArticle:
    blocks = paragraphs(text)
    doc = parse(text, [block.start for block in blocks])
    return ParsedArticle(Article(text=text), doc, segment(text, doc, blocks, None), registry)


@pytest.mark.parametrize(("text", "expected"), FORMS.items(), ids=FORMS)
def test_the_forms_of_a_sentence(text: str, expected: dict[str, str]) -> None:
    found = list(rewritings(parsed_article(text), (0, len(text))))
    assert {one.rewrite: one.text for one in found} == expected


@pytest.mark.parametrize("text", FORMS)
def test_a_sentence_within_an_article_is_also_read_by_itself(text: str) -> None:
    article = parsed_article(f"It rained.\n\n{text}")
    alone = next(iter(rewritings(article, (12, 12 + len(text)))))
    assert (alone.rewrite, alone.text) == ("alone", text)


@pytest.mark.parametrize("text", FORMS)
def test_the_words_of_every_form_stand_where_they_came_from(text: str) -> None:
    for one in rewritings(parsed_article(text), (0, len(text))):
        assert len(one.offsets) == len(one.text)
        kept = [(letter, text[at]) for letter, at in zip(one.text, one.offsets, strict=True) if at >= 0]
        same = sum(a.lower() == b.lower() for a, b in kept)
        assert same >= 0.8 * len(kept) > 0


def test_new_words_stand_nowhere_and_white_space_is_one_space() -> None:
    text = "It rained.\n\nHale's former \u00a0partner said he had lied."
    turned = next(one for one in rewritings(parsed_article(text), (12, len(text))) if one.rewrite == "possessor")
    assert turned.text == "The former partner of Hale said he had lied."
    assert turned.original((0, 4)) is None
    assert turned.original((4, 18)) == (19, 34)
    assert text[19:34] == "former \u00a0partner"


ARTICLE = make_article(
    "It rained. Karl Moe's partner, Joan Pryce, who sells boats, told Ana Lind that the mayor had stolen it. "
    "It was late."
)
PRYCE, MOE, LIND = (make_hop(ARTICLE, words) for words in ("Joan Pryce", "Karl Moe", "Ana Lind"))


def examined(origin: str, *again: str, relay: str | None = None, **known: object) -> Statement:
    """The accusation, said by `origin`, after other readings gave it to those of `again`, one for each form."""
    chain = [make_hop(ARTICLE, origin)] + ([make_hop(ARTICLE, relay, role="relay")] if relay else [])
    statement = make_statement(ARTICLE, "the mayor had stolen it", chain=chain, confidence=0.9, **known)
    asked = iter([*again, *[origin] * 4])

    def reading(texts: list[str]) -> list[list[Statement]]:
        return [[said(make_article(text), next(asked))] for text in texts]

    parsed = parsed_article(ARTICLE.text)
    [found] = cross_examined(ARTICLE, parsed.doc, parsed.segmentation, registry, [statement], reading)
    return found


def said(article: Article, origin: str) -> Statement:
    hops = [make_hop(article, origin)] if origin in article.text else []
    return make_statement(article, "the mayor had stolen it", chain=hops)


def test_who_is_the_same_in_every_form_is_the_speaker() -> None:
    found = examined("Joan Pryce")
    assert (found.sourcing, found.confidence, found.other_reading) == ("sourced", 0.9, None)


@pytest.mark.parametrize(
    ("origin", "other"),
    [("Karl Moe", "Joan Pryce"), ("Joan Pryce", "Ana Lind"), ("Joan Pryce", "Karl Moe"), ("Ana Lind", "Joan Pryce")],
)
def test_another_speaker_in_one_form_leaves_it_open(origin: str, other: str) -> None:
    found = examined(origin, other)
    assert found.sourcing == "undetermined"
    assert found.confidence < 0.5
    assert found.origin is not None
    assert found.origin.called == origin
    assert found.other_reading is not None
    assert (found.other_reading.rewrite, found.other_reading.origin) == ("alone", find(ARTICLE, other))


def test_another_speaker_in_a_later_form_leaves_it_open_too() -> None:
    found = examined("Joan Pryce", "Joan Pryce", "Ana Lind")
    assert found.other_reading is not None
    assert found.other_reading.rewrite == "possessor"


SAME = {
    "whoever stands in apposition": examined("Joan Pryce", "partner"),
    "one who passes it on": examined("Joan Pryce", "Ana Lind", relay="Ana Lind"),
    "a reading without a speaker": examined("Joan Pryce", "nobody"),
    "a relative pronoun": examined("Joan Pryce", "who"),
    "what was open before": examined("Joan Pryce", "Ana Lind", sourcing="undetermined"),
    "a speaker named in another sentence": examined("late", "Ana Lind"),
}


@pytest.mark.parametrize("found", SAME.values(), ids=SAME)
def test_no_other_speaker(found: Statement) -> None:
    assert found.other_reading is None
    assert found.confidence == 0.9


def test_sentences_that_accuse_nobody_are_read_once() -> None:
    article = make_article("It rained. Ana Lind told Joan Pryce that the mayor had sold it.")
    statement = make_statement(article, "the mayor had sold it", chain=[make_hop(article, "Ana Lind")])
    parsed = parsed_article(article.text)

    def refuse(_: object) -> list[list[Statement]]:
        raise AssertionError("expected no second reading")

    found = cross_examined(article, parsed.doc, parsed.segmentation, registry, [statement], refuse)
    assert found == (statement,)


CONTEXT = "Nordfish made no statement about the dispute. Its manager, Karl Moe, was on holiday."
SWAYED = "Lind described the fraud, of which Hale had accused Moe, as a mistake, saying that he had stolen nothing."


def test_an_article_that_sways_the_reading_of_an_accusation_leaves_it_open() -> None:
    extraction = read(f"{CONTEXT}\n\n{SWAYED}\n\nThe harbour opens again on Thursday.")
    [open_] = [one for one in extraction.statements if one.other_reading]
    assert open_.text == "that he had stolen nothing"
    assert (open_.sourcing, open_.origin and open_.origin.called) == ("undetermined", "Hale")
    assert open_.other_reading is not None
    assert open_.other_reading.origin.words == "Lind"


def test_several_short_texts_are_parsed_as_each_would_be() -> None:
    texts = list(FORMS)
    for doc, text in zip(parse_sentences(texts), texts, strict=True):
        assert [(t.text, t.dep_, t.tag_) for t in doc] == [(t.text, t.dep_, t.tag_) for t in parse(text, [0])]
