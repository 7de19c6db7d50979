"""What holds for every article, however strange, from its text to its claims.

The articles are made up of news sentences, then damaged: quotation marks lost, letters changed, sentences cut.
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

from examples import examples
from factories import make_article
from hypothesis import given
from hypothesis import strategies as st
from installed import extract
from whole import characters, check_whole

from sayso.language.parse import parse
from schemas import Article, Extraction, Span

PEOPLE = st.sampled_from(
    ["Vladimir Putin", "the Kremlin", "Anna Berg", "a senior official", "experts", "He", "It", "TASS"]
)
PLACES = st.sampled_from(["Sochi", "Kyiv", "Jerusalem", "Москва", "東京"])
NUMBERS = st.sampled_from(["12", "$3.4 billion", "50%", "thirty", "1,200"])
FACTS = st.sampled_from(
    [
        "talks in {place} failed and {number} people left",
        "the agency, which was founded in {place}, has {number} members",
        "{person} visited {place}, signing {number} agreements",
        "{person}, a lawyer from {place}, did not attend",
        "prices may rise by {number} if {place} closes its border",
        "ties are “largely thanks” to {person}",
    ]
)
REPORTS = st.sampled_from(
    [
        "{fact}.",
        "{person} said that {fact}.",
        "“{fact},” {person} told reporters in {place}.",
        "According to {person}, {fact}, TASS reported.",
        '"{fact}," {person} said, "and {fact}."',
        "{person} denied on Friday that {fact}.",
        "It further stated that {fact}.",
        "The Times reported that {person} said {fact}",
        "Follow us on Facebook and Twitter",
        "(Photo: {person}/AFP)",
        "Did {person} know that {fact}?",
    ]
)
HOLE = re.compile(r"\{(\w+)\}")
DAMAGE = st.sampled_from(
    ["", '"', "“", "”", "'", "\n", "\n\n", ",", ".", "…", "\u202e", "\x00", "🙂", " ", "A", "é", "(", "-"]
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    kinds = {"fact": FACTS, "person": PEOPLE, "place": PLACES, "number": NUMBERS}
    text = draw(REPORTS)
    while hole := HOLE.search(text):
        text = text[: hole.start()] + draw(kinds[hole[1]]) + text[hole.end() :]
    return text[:1].upper() + text[1:]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.sampled_from([" ", "\n\n", "\n"])).join(draw(st.lists(sentences(), min_size=1, max_size=4)))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(DAMAGE) + text[at + draw(st.integers(0, 2)) :]
    return make_article(text)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def content(extraction: Extraction, article: Article) -> set[int]:
    """The places of the letters and digits of nouns, verbs and numbers."""
    doc = parse(article.text, [paragraph.start for paragraph in extraction.segmentation.paragraphs])
    told = (t for t in doc if t.pos_ in {"NOUN", "PROPN", "VERB", "NUM"} and any(map(str.isalnum, t.text)))
    return characters(Span.of(article.text, token.idx, token.idx + len(token)) for token in told)


PUT_IN = words("is was are were has have had be 's")


@examples(20)
@given(articles())
def test_spans_hold_their_words_and_every_word_has_its_place(article: Article) -> None:
    check_whole(extract(article), article)


@examples(20)
@given(articles())
def test_every_statement_has_a_chain_and_claims_that_cover_it(article: Article) -> None:
    extraction = extract(article)
    facts = content(extraction, article)
    for statement in extraction.statements:
        own, claims = characters(statement.spans), extraction.claims_of(statement)
        assert statement.chain[-1].role == "publisher"
        assert bool(claims) == bool(own), "every statement with a word makes a claim"
        covered = [characters(claim.spans) for claim in claims]
        assert set().union(*covered) <= own, "claims lie in their statement"
        assert facts & own <= set().union(*covered), "every noun, verb and number is in a claim"
    assert len({claim.id for claim in extraction.claims}) == len(extraction.claims)


@examples(20)
@given(articles())
def test_a_proposition_is_a_sentence_of_the_articles_own_words(article: Article) -> None:
    extraction = extract(article)
    for statement in extraction.statements:
        known = words(article.text) | words(" ".join(hop.name or "" for hop in statement.chain)) | PUT_IN
        for claim in extraction.claims_of(statement):
            assert words(claim.proposition) <= known
            assert claim.proposition.endswith((".", "?"))
            assert claim.proposition == " ".join(claim.proposition.split())


@examples(6)
@given(st.lists(articles(), min_size=2, max_size=3))
def test_an_article_reads_the_same_alone_among_others_and_again(among: list[Article]) -> None:
    alone = [extract(article) for article in among]
    with ThreadPoolExecutor(2) as readers:
        together = list(readers.map(extract, reversed(among)))
    assert list(reversed(together)) == alone
    assert [one.digest for one in reversed(together)] == [one.digest for one in alone]
