"""Relays: a row for each way in which an article names one, and for each that only looks like it."""

from __future__ import annotations

import pytest
from installed import extract, registry

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.relays import FoundBy, chains_of
from sayso.attribute.sources.resolve import SourceResolver
from sayso.attribute.spans.embedded_reports import with_embedded_reports
from sayso.language.parse import parse
from sayso.segment import paragraphs, segment
from schemas import Article


def hops_of(text: str, words: str, outlet: str | None = None) -> list[str]:
    """The chain of the statement with `words`, without the publisher; unnamed in brackets, inherited with a ^."""
    extraction = extract(Article(text=text, outlet=outlet))
    at = text.index(words)
    [statement] = [s for s in extraction.statements if any(p.start <= at < p.end for p in s.spans)]
    return [
        (f"({hop.descriptor})" if hop.anonymous else str(hop.name)) + ("^" if hop.inherited else "")
        for hop in statement.chain[:-1]
    ]


TOLD = [
    (
        "The site Vocativ was there. It was staged, Kadalim told Vocativ, and he left.",
        "It was staged",
        ["Kadalim", "Vocativ"],
    ),
    (
        "Mayor Ida Holm told Inserbia.info that the bridge was safe.",
        "the bridge was safe",
        ["Ida Holm", "Inserbia.info"],
    ),
    (
        "The minister, in an interview that Radio Nord will broadcast on Sunday, says she will not resign.",
        "she will not resign",
        ["The minister", "Radio Nord"],
    ),
    (
        "Mayor Ida Holm told the channel Bell Wire that the bridge was safe. The road was not, she told the channel.",
        "The road was not",
        ["Ida Holm", "Bell Wire"],
    ),
    (
        "Four phones were infected, the Zagreb weekly Nacional reports. A minister said to Nacional that his was not.",
        "his was not",
        ["(minister)", "Nacional"],
    ),
    (
        "Dana Lind spoke to El País on Monday. The estimate was early, a scientist told the Spanish daily.",
        "The estimate",
        ["(scientist)", "El País"],
    ),
    ("The firm has no employees, a broker told the weekly.", "The firm", ["(broker)", "the weekly"]),
    ("The crack has widened, the groundsman told Retail Week.", "The crack", ["(groundsman)", "Retail Week"]),
    ("The beds had run out, a nurse confided to Le Dauphiné.", "The beds", ["(nurse)", "Le Dauphiné"]),
    (
        "The machine had failed before, a nurse told the magazine Karlower Bote.",
        "The machine",
        ["(nurse)", "the magazine Karlower Bote"],
    ),
    (
        "Israeli officials quoted by the Ynet news site said no answer would be given.",
        "no answer",
        ["(Israeli officials)", "Ynet"],
    ),
    (
        "KCNA quoted Kim Jong Un as telling workers that two more ships would be built.",
        "two more ships",
        ["Kim Jong Un", "KCNA"],
    ),
    ("Mayor Ida Holm told Reuters the bridge was safe.", "the bridge was safe", ["Ida Holm", "Reuters"]),
    ("Speaking to Al Jazeera, Mayor Ida Holm said the talks had failed.", "the talks", ["Ida Holm", "Al Jazeera"]),
    (
        "Asked by CNN's Jake Tapper about the bill, Governor Karl Weiss said he would sign it.",
        "he would sign",
        ["Karl Weiss", "CNN"],
    ),
    (
        "Governor Karl Weiss said on Wednesday on The Ann Brown Show that the bill was dead.",
        "the bill was dead",
        ["Karl Weiss", "The Ann Brown Show"],
    ),
    (
        "Governor Karl Weiss said in an email to BuzzFeed that he would stay.",
        "would stay",
        ["Karl Weiss", "BuzzFeed News"],
    ),
    (
        "Governor Karl Weiss, in an op-ed for The Washington Post, wrote that he would stay.",
        "would stay",
        ["Karl Weiss", "The Washington Post"],
    ),
    ("The economist Paula Gray wrote in The Times that rates would fall.", "rates would", ["Paula Gray", "The Times"]),
    (
        "The talks were useful, Foreign Minister Ole Berg told state television on Friday.",
        "The talks",
        ["Ole Berg", "(state television)"],
    ),
    (
        "The two ships have left the port, the Defence Ministry said in a statement carried by TASS.",
        "The two ships",
        ["the Defence Ministry", "TASS"],
    ),
    (
        "“The talks were useful,” Foreign Minister Ole Berg said in remarks published by Le Monde on Friday.",
        "The talks",
        ["Ole Berg", "Le Monde"],
    ),
]

QUOTED = [
    (
        "The opera opened on Friday.\n\n“The foam is better than the tenor.”\n\n— Mia Lind, Oslo Post",
        "The foam",
        ["Mia Lind^", "Oslo Post^"],
    ),
    (
        "The vet had not been paid, Lake Radio reported, citing a geologist.",
        "The vet",
        ["(geologist)", "Lake Radio"],
    ),
    (
        "The subsidy ends in June, the daily Kontor reported, citing the agency Nordtele, which quoted Ida Holm.",
        "The subsidy",
        ["Ida Holm", "the agency Nordtele", "the daily Kontor"],
    ),
    (
        "Lind said that the port would open on Monday, Pan Radio reported, quoting Oslo Post.",
        "the port would open",
        ["Lind", "Oslo Post", "Pan Radio"],
    ),
    (
        "The maid, Jane Coombe, quotes the duke as saying that the ashes smelled of tar, biographer Paul Asher writes.",
        "the ashes smelled",
        ["the duke", "Jane Coombe", "Paul Asher"],
    ),
    (
        "The ships sailed half empty, according to Radio Nord, as cited by Oslo Post.",
        "The ships",
        ["Radio Nord", "Oslo Post"],
    ),
    (
        "“The talks were useful,” Foreign Minister Ole Berg was quoted as saying by Interfax.",
        "The talks",
        ["Ole Berg", "Interfax"],
    ),
    (
        "RIA Novosti quoted Foreign Minister Ole Berg as saying that the talks were useful.",
        "the talks",
        ["Ole Berg", "RIA Novosti"],
    ),
    (
        "Two ships have left the port, Interfax reported, citing a source in the ministry.",
        "Two ships",
        ["(source in the ministry)", "Interfax"],
    ),
    (
        "Interfax, citing the Defence Ministry, reported that two ships had left the port.",
        "two ships",
        ["the Defence Ministry", "Interfax"],
    ),
    (
        "The talks were useful, Foreign Minister Ole Berg said, RIA Novosti reported.",
        "The talks",
        ["Ole Berg", "RIA Novosti"],
    ),
    (
        "According to Yahoo News, campaign spokesman Jon Berg said Friday that the law would pass.",
        "the law",
        ["Jon Berg", "Yahoo News"],
    ),
    (
        "A Wall Street Journal report citing two officials said the talks had failed.",
        "the talks",
        ["(two officials)", "A Wall Street Journal report"],
    ),
]

DOCUMENTS = [
    (
        "Emails released by WikiLeaks show that the party paid the firm in May.",
        "the party",
        ["Emails", "WikiLeaks"],
    ),
    (
        "Documents obtained by The Guardian show that the firm had paid bribes.",
        "the firm",
        ["Documents", "The Guardian"],
    ),
    (
        "The study, published in The Lancet, found that one in ten patients had died.",
        "one in ten",
        ["The study", "The Lancet"],
    ),
    (
        "Mayor Ida Holm pointed to reports that the firm had paid bribes in Malta.",
        "the firm",
        ["(reports)", "Ida Holm"],
    ),
]

WITHIN = [
    (
        "The pilot said he had seen a light, his widow told the weekly Stern.",
        "he had seen a light",
        ["(pilot)", "his widow", "Stern"],
    ),
    (
        "According to Reyl, she also told him that three plumbers had a key. Odile Marchetti stayed at home.",
        "three plumbers",
        ["None", "Reyl"],
    ),
    (
        "The BBC reported that the finance minister had told colleagues that taxes would rise.",
        "taxes",
        ["the finance minister", "BBC"],
    ),
    (
        "The ministry said that, according to the police report, three men fled over the border.",
        "three men",
        ["the police report", "The ministry"],
    ),
    ("“He told me, ‘You will never work again,’” Ms. Gray testified.", "You will", ["None", "Gray"]),
    (
        "Ms. Gray said her boss had told her that she would never work again.",
        "she would never",
        ["her boss", "Gray"],
    ),
]

ACROSS = [
    (
        "Mayor Ida Holm told Reuters the bridge was safe. “It was built to last,” she added.",
        "It was built",
        ["Ida Holm", "Reuters^"],
    ),
    (
        "In an interview on Radio Harbour on Monday, Mayor Ida Holm said the ferry would stop. “We have no money,” "
        "she said.\n\nHolm also warned that the school would close.",
        "the school",
        ["Ida Holm", "Radio Harbour^"],
    ),
    (
        "The Harbour Post reported on Tuesday that the yard will close. A source said the owner has no money left.",
        "the owner",
        ["(source)", "The Harbour Post^"],
    ),
    (
        "Haaretz quoted an unnamed Israeli official as saying that the deal was close. The official said that only one "
        "point was open.",
        "only one",
        ["(unnamed Israeli official)", "Haaretz^"],
    ),
    (
        "Two people familiar with the deal told The New York Times that the army had sold drones. One of the people "
        "said that the price was low.",
        "the price",
        ["(One of the people)", "The New York Times^"],
    ),
    (
        "Mayor Ida Holm told Reuters the bridge was safe. Holm said in a statement that the school would close.",
        "the school",
        ["Ida Holm"],
    ),
]

BAIT = [
    ("What they said:\n\nMia Lind, BBC presenter: “It was late.”", "It was late", ["Mia Lind"]),
    ("OSLO, March 3 (Nordtele) - It was late, Mayor Ida Holm told Nordtele.", "It was late", ["Ida Holm"]),
    ("Oslo Post was closed. Mayor Ida Holm told this newspaper that it was late.", "it was late", ["Ida Holm"]),
    ("Mayor Ida Holm told MPs that it was late.", "it was late", ["Ida Holm"]),
    ("Mayor Ida Holm, whose stories have appeared in Oslo Post, said that it was late.", "it was late", ["Ida Holm"]),
    ("Mayor Ida Holm told a crowd in Oslo that the firm had paid bribes.", "the firm", ["Ida Holm"]),
    ("Mayor Ida Holm told Congress that the firm had paid bribes.", "the firm", ["Ida Holm"]),
    ("Mayor Ida Holm said on Twitter that the firm had paid bribes.", "the firm", ["Ida Holm"]),
    ("Mayor Ida Holm told her Twitter followers that the yard would close.", "the yard", ["Ida Holm"]),
    ("“I will stay,” Governor Karl Weiss said in a telephone interview.", "I will", ["Karl Weiss"]),
    ("Anna Lee, a reporter for The New York Times, said that the firm had paid bribes.", "the firm", ["Anna Lee"]),
    ("Fox News host Sean Hannity said that the governor would stay.", "the governor", ["Sean Hannity"]),
    ("Mayor Ida Holm blamed CNN for the panic and said that the yard would stay open.", "the yard", ["Ida Holm"]),
    (
        "Mayor Ida Holm criticised a report in The Guardian, saying that the yard would stay open.",
        "the yard",
        ["Ida Holm"],
    ),
    ("The company denied a Bloomberg report that it would cut 500 jobs.", "it would cut", ["The company"]),
]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [pytest.param(*row, id=row[0][:60]) for row in [*TOLD, *QUOTED, *DOCUMENTS, *WITHIN, *ACROSS, *BAIT]],
)
def test_the_chain_has_the_origin_and_its_relays(text: str, words: str, expected: list[str]) -> None:
    assert hops_of(text, words) == expected


def test_a_publisher_is_not_its_own_relay() -> None:
    text = "Mayor Ida Holm told Reuters the bridge was safe."
    assert hops_of(text, "the bridge", outlet="Reuters") == ["Ida Holm"]


def test_each_hop_says_how_it_was_found() -> None:
    text = "Mayor Ida Holm told Reuters that police had said that the man was armed. “He fired twice,” she added."
    blocks = paragraphs(text)
    doc = parse(text, [block.start for block in blocks])
    parsed = ParsedArticle(Article(text=text), doc, segment(text, doc, blocks, None), registry)

    def at(words: str) -> Range:
        return text.index(words), text.index(words) + len(words)

    told = Draft((at("Mayor Ida Holm"),), (at("told"),), (at("that police had said that the man was armed"),))
    added = Draft((at("she"),), (at("added"),), (at("“He fired twice,”"),))
    drafts = [*with_embedded_reports(parsed, [told]), added]
    found = [
        [(hop.called, by) for hop, by in chain.hops] for chain in chains_of(parsed, drafts, SourceResolver(parsed))
    ]
    assert found == [
        [("Ida Holm", FoundBy.SPAN), ("Reuters", FoundBy.GRAMMAR)],
        [("police", FoundBy.SPAN), ("Ida Holm", FoundBy.NESTED), ("Reuters", FoundBy.NESTED)],
        [("Ida Holm", FoundBy.SPAN), ("Reuters", FoundBy.CARRIED)],
    ]
