"""Unnamed sources: their description and number, the terms on which they spoke, and the reason given."""

from __future__ import annotations

import pytest
from installed import registry

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.sources.resolve import SourceResolver
from sayso.language.parse import parse
from sayso.segment import paragraphs, segment
from schemas import Article, Hop


def hop_of(text: str, source: str) -> Hop:
    """The hop of the first mention of `source`, with the real parse."""
    blocks = paragraphs(text)
    doc = parse(text, [block.start for block in blocks])
    start = text.index(source)
    return SourceResolver(ParsedArticle(Article(text=text), doc, segment(text, doc, blocks, None), registry)).hop(
        (start, start + len(source))
    )


UNNAMED = [
    ("A senior official said the dam would hold.", "A senior official", "senior official", "one"),
    ("Two people familiar with the deal said it was off.", "Two people familiar with the deal", None, "several"),
    ("Experts say the ice will melt by June.", "Experts", "Experts", "several"),
    ("One of the nurses said beds had run out.", "One of the nurses", "One of the nurses", "one"),
    ("Dozens of them told the court they had been beaten.", "Dozens of them", "Dozens of them", "several"),
    ("Some 78 percent of voters think the tax is too high.", "Some 78 percent of voters", None, "several"),
    ("Those close to the mayor expect her to resign.", "Those close to the mayor", None, "several"),
    ("Lebanese media reported that the port had closed.", "Lebanese media", "Lebanese media", "several"),
    ("Local media say the bridge has been shut.", "Local media", "Local media", "several"),
    ("Someone in the audience shouted that it was a lie.", "Someone in the audience", None, "one"),
    ("Her aides say she will run again.", "Her aides", "Her aides", "several"),
    (
        "A spokesman for President Ann Lee said talks went on.",
        "A spokesman for President Ann Lee",
        "spokesman for President Ann Lee",
        "one",
    ),
    ("Many Liberals hope the vote will be held.", "Many Liberals", "Many Liberals", "several"),
    ("Every driver said the road was unsafe.", "Every driver", "Every driver", "one"),
    ("Residents and shopkeepers said water had run out.", "Residents and shopkeepers", None, "several"),
    ("The public believes the minister.", "The public", "public", None),
    ("A Norwegian company said it would close the mine.", "A Norwegian company", "Norwegian company", "one"),
]


@pytest.mark.parametrize(("text", "source", "described", "number"), UNNAMED, ids=[row[1] for row in UNNAMED])
def test_an_unnamed_source_is_described_and_counted(
    text: str, source: str, described: str | None, number: str | None
) -> None:
    hop = hop_of(text, source)
    assert (hop.anonymous, hop.name, hop.descriptor, hop.number) == (True, None, described or source, number)


NAMED = [
    ("The mayor said the fair would go on.", "The mayor"),
    ("Denmark's tax commissioner said refunds were late.", "Denmark's tax commissioner"),
    ("The union said it would strike on Monday.", "The union"),
    ("Police said the road was closed.", "Police"),
    ("The Labor Court ruled that the dismissal was void.", "The Labor Court"),
    ("A 2014 study found that rents had doubled.", "A 2014 study"),
    ("Polls show that the race is close.", "Polls"),
    ("The rules forbid smoking on the pier.", "The rules"),
    ("His mother said he had slept at home.", "His mother"),
    ("Irena O’Donnell won. O’Donnell said she was glad.", "O’Donnell"),
    ("One delegate from Sella, Irena Duric, said she would leave.", "One delegate from Sella, Irena Duric,"),
    ("The envoy to Lima at the time, John E. Herbst, said no.", "The envoy to Lima at the time, John E. Herbst,"),
    ("Former Treasury chief Mona Saleh said rates would fall.", "Former Treasury chief Mona Saleh"),
]


@pytest.mark.parametrize(("text", "source"), NAMED, ids=[source for _, source in NAMED])
def test_offices_institutions_documents_and_names_are_not_unnamed_sources(text: str, source: str) -> None:
    hop = hop_of(text, source)
    assert (hop.anonymous, hop.number, hop.descriptor) == (False, None, None)
    assert hop.name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "One delegate from Sella, Irena Duric, said she would leave.",
            "One delegate from Sella, Irena Duric,",
            "Irena Duric",
        ),
        (
            "The envoy to Lima at the time, John E. Herbst, said no.",
            "The envoy to Lima at the time, John E. Herbst,",
            "John E. Herbst",
        ),
        (
            "The officer, later identified as Paul Brandt, said he had slept.",
            "The officer, later identified as Paul Brandt,",
            "Paul Brandt",
        ),
        (
            "An officer said the door was locked. The officer was later identified as Paul Brandt.",
            "An officer",
            "Paul Brandt",
        ),
    ],
)
def test_a_source_that_the_article_identifies_is_not_unnamed(text: str, source: str, name: str) -> None:
    hop = hop_of(text, source)
    assert (hop.anonymous, hop.name) == (False, name)


def test_a_person_is_not_equated_with_an_unnamed_source_unless_the_article_does_so() -> None:
    text = (
        "Paul Brandt, a senior official at the ministry, met reporters on Monday. "
        "A senior official said the talks had failed. Another worker named Ole Berg left the building."
    )
    hop = hop_of(text, "A senior official")
    assert (hop.anonymous, hop.name, hop.resolved_from) == (True, None, None)


TERMS = [
    (
        "A senior official",
        "It is dead, said A senior official, who spoke on condition of anonymity because he was not authorized to "
        "discuss the matter.",
        "on condition of anonymity",
        "he was not authorized to discuss the matter",
    ),
    (
        "an aide",
        "“It is over,” said an aide who asked not to be named because the talks are private.",
        "asked not to be named",
        "the talks are private",
    ),
    ("One diplomat", "One diplomat, speaking on background, said the deal was close.", "on background", None),
    (
        "two people familiar with the matter",
        "It will close, said two people familiar with the matter, who requested anonymity to discuss internal talks.",
        "requested anonymity",
        "to discuss internal talks",
    ),
    (
        "A source",
        "A source said the minister had left. The source spoke on the condition that his name not be used, citing the "
        "sensitivity of the talks.",
        "on the condition that his name not be used",
        "the sensitivity of the talks",
    ),
    (
        "a lawyer",
        "The firm lied, a lawyer said, declining to be identified for fear of reprisals.",
        "declining to be identified",
        "fear of reprisals",
    ),
    (
        "an officer",
        "Troops fled, said an officer who was not authorized to speak to the press and asked not to be named.",
        "asked not to be named",
        "was not authorized to speak to the press",
    ),
    (
        "an envoy",
        "Speaking on condition of anonymity in order to describe private talks, an envoy said he would quit.",
        "on condition of anonymity",
        "in order to describe private talks",
    ),
    ("officials", "The ships left, officials said off the record.", "off the record", None),
    ("a minister's aide", "The ships left, a minister's aide said. Nobody gave background checks.", None, None),
    (
        "a worker",
        "The mine leaks, said a worker who was not allowed to talk to reporters.",
        None,
        "was not allowed to talk to reporters",
    ),
]


@pytest.mark.parametrize(("source", "text", "terms", "reason"), TERMS, ids=[row[0] for row in TERMS])
def test_terms_and_reason_are_the_words_of_the_text(
    source: str, text: str, terms: str | None, reason: str | None
) -> None:
    hop = hop_of(text, source)
    assert (hop.terms and hop.terms.words, hop.reason and hop.reason.words) == (terms, reason)
    for span in filter(None, (hop.terms, hop.reason)):
        span.check(text)


def test_a_named_source_has_no_terms() -> None:
    hop = hop_of("Ann Lee said an aide asked not to be named.", "Ann Lee")
    assert (hop.anonymous, hop.terms, hop.reason) == (False, None, None)
