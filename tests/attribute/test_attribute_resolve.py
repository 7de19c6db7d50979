"""What a pronoun, a surname, an office or "the ministry" refers to: kept beside the mention, with a confidence."""

from __future__ import annotations

import pytest
from installed import registry

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.sources.resolve import SourceResolver
from sayso.language.parse import parse
from sayso.segment import paragraphs, segment
from schemas import Article, Hop


def hops_of(text: str) -> list[Hop]:
    """The hops of the words between braces, in text order; the braces are not part of the text."""
    places: list[tuple[int, int]] = []
    plain = ""
    for part in text.split("{"):
        words, brace, rest = part.partition("}")
        if brace:
            places.append((len(plain), len(plain) + len(words)))
        plain += words + rest
    blocks = paragraphs(plain)
    doc = parse(plain, [block.start for block in blocks])
    speakers = SourceResolver(ParsedArticle(Article(text=plain), doc, segment(plain, doc, blocks, None), registry))
    hops = [speakers.hop(place) for place in places]
    assert [hop.mention.words for hop in hops if hop.mention] == [plain[a:b] for a, b in places]
    return hops


MEETING = "President Ivan Petrov met Chancellor Greta Holm in Oslo on Monday. "

MEANT = {
    "he is the man of two": (MEETING + "{He} said the talks had been useful.", "Ivan Petrov"),
    "she is the woman of two": (MEETING + "{She} said the talks had been useful.", "Greta Holm"),
    "a pronoun means the subject rather than the object": (
        "Mark Olsen accused Peter Dahl of fraud. {He} said the books were false.",
        "Mark Olsen",
    ),
    "names within a quotation do not take over": (
        "“Peter Dahl has lied to Karl Moe and to me,” said Mark Olsen. “Peter Dahl must go,” {he} added.",
        "Mark Olsen",
    ),
    "an owner whose plans are the subject": (
        "“We lost,” said Senator Liam Grant of Ohio.\n\nMr. Ryan’s plans remain popular. {He} wants to cut taxes. "
        "Paul Ryan was elected in May.",
        "Paul Ryan",
    ),
    "a surname stands for the name in full": ("Ann Lee won. The vote was close. {Lee} said she was glad.", "Ann Lee"),
    "a title tells which of a family is meant": (
        "Bill Marsh and Hilda Marsh came late. {Mrs. Marsh} said the train had stopped.",
        "Hilda Marsh",
    ),
    "a surname alone means the one named first": (
        "Hilda Marsh leads in the polls. Her husband, Bill Marsh, was at home. {Marsh} said she would win.",
        "Hilda Marsh",
    ),
    "the relative pronoun behind an apposition": (
        "Jens Falk, the leader of the opposition, {who} called the plan a mistake, left early.",
        "Jens Falk",
    ),
    "an office with a nation, of two": (
        "French President Luc Blanc met Polish President Jan Kot. Blanc left at noon. {The Polish president} said no.",
        "Jan Kot",
    ),
    "the former holder of an office": (
        "President Ann Lee met former President Otto Kern on Friday. {The former president} said he was ill.",
        "Otto Kern",
    ),
    "the holder of an office": (
        "President Ann Lee met former President Otto Kern on Friday. {The president} said she was well.",
        "Ann Lee",
    ),
    "a ministry": (
        "The Defence Ministry of Peru was silent. {The ministry} said later that it knew.",
        "Defence Ministry",
    ),
    "a newspaper": (
        "The Israeli newspaper Haaretz printed the list. {The newspaper} said it had checked all names.",
        "Haaretz",
    ),
    "the two leaders": (MEETING + "{The two leaders} said trade would grow.", "Ivan Petrov and Greta Holm"),
    "both": (MEETING + "{Both} said trade would grow.", "Ivan Petrov and Greta Holm"),
    "a name that a headline runs on from": (
        "Beck Blasts Critics On Air\n\nGlenn Beck spoke on Friday. {Beck} said he was tired.",
        "Glenn Beck",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), MEANT.values(), ids=MEANT)
def test_a_mention_has_the_name_of_its_antecedent(text: str, name: str) -> None:
    assert str(hops_of(text)[-1].name).removeprefix("The ").startswith(name)


def test_a_description_refers_to_an_earlier_unnamed_source() -> None:
    text = (
        "{A senior official, who asked not to be named because the inquiry goes on}, said the bank had failed.\n\n"
        "Finance Minister Ole Berg was abroad. {The official} said more banks would fail."
    )
    first, second = hops_of(text)
    assert (second.anonymous, second.name, second.number, second.terms, second.reason) == (
        True,
        None,
        "one",
        first.terms,
        first.reason,
    )
    assert second.resolved_from is not None


def test_a_plural_does_not_refer_to_a_single_source() -> None:
    _, second = hops_of("{A broker} said shares fell. Later {the brokers} said they would wait.")
    assert second.resolved_from is None


OPEN = {
    "two prime ministers, neither nearer than the other": (
        "Prime Minister Ann Lee and Prime Minister Otto Kern met in Bern. {The prime minister} said talks had failed."
    ),
    "nobody was spoken of": "It rained all day. {He} said the roof had gone.",
    "who took the picture is not spoken of": (
        "Talks ended in Bern on Monday.\n\n(Photo: Anna Berg/AFP)\n\n{The president} said she was glad."
    ),
    "who wrote it is not spoken of": "By Anna Berg\n\nTalks ended in Bern on Monday. {She} said the roof had gone.",
    "who speaks for himself is nobody's echo": "Ann Lee left. Otto Kern stayed. {We} said nothing.",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_a_doubtful_mention_is_left_unresolved(text: str) -> None:
    hop = hops_of(text)[-1]
    assert hop.name in (None, hop.mention and hop.mention.words)
    assert hop.resolved_from is None or hop.resolved_from.confidence < 0.5


def test_confidence_falls_with_rivals_and_distance() -> None:
    alone = hops_of("Mark Olsen came late. {He} said the train had stopped.")[0].resolved_from
    two = hops_of("Mark Olsen came late with Peter Dahl and Karl Moe. {He} said the train had stopped.")[
        0
    ].resolved_from
    far = hops_of(
        "Mark Olsen came late. It rained. The hall was full. The lights went out. {He} said the train had stopped."
    )[0].resolved_from
    assert alone is not None
    assert two is not None
    assert far is not None
    assert alone.confidence > max(two.confidence, far.confidence)


def test_joint_sources_without_names_are_unnamed() -> None:
    [hop] = hops_of("{Sanders supporters and their many allies} said the count was wrong.")
    assert (hop.anonymous, hop.number) == (True, "several")
