"""What counts as an inversion, in attributions and in chains."""

import pytest
from factories import find, make_article, make_attribution, make_extraction, make_hop, make_statement
from gold_world import row, standoff

from sayso.evaluate.attribution_marks import mark_attributions
from sayso.evaluate.chain_marks import mark_chains
from sayso.evaluate.fitted_gold import Gold
from sayso.evaluate.gold_items import GoldItem
from sayso.evaluate.standoff import standoff as read
from sayso.evaluate.word_places import Text
from schemas import Member, Resolution

PARTNER = make_article(
    "Tom Hale fell ill. Hale's former business partner in Leeds, Joan Pryce, said Hale had bribed the mayor."
)
TOLD = make_article(
    "Joan Pryce told Tom Hale that the mayor was late. Ann Roe is well. She told Ann Roe that it rained."
)
FRIEND = make_article("A friend of Tom Hale said the mayor was late.")
HUGHES = make_article("The Hughes’ lawyer representing Tom Hale said the mayor was late.")
DEAR = make_article("“It rained,” Dr. Pryce told Mr. Hale, and Ann Roe laughed.")
ALLEGED = make_article("It was alleged that Tom Hale had bribed the mayor.")
JURY = make_article("A vicar spent the money on trains, a jury heard. Tom Hale was told by Joan Pryce that it rained.")
PARTS = make_article("One of the doctors said the mayor was late.")
ABOVE = make_article("Ann Roe dismissed the claim of Joan Pryce that it rained.")
QUOTED = make_article("The Post quoted the mayor as saying that it rained.")
SAME = make_article("Joan Pryce fell ill. Ann Pryce said Joan Pryce, Pryce Ltd and the Hale Foundation would pay.")

BRIBED = ("Hale's former business partner in Leeds, Joan Pryce", "said", "Hale had bribed the mayor")
LATE = ("Joan Pryce", "told", "that the mayor was late")
FRIENDS = ("A friend of Tom Hale", "said", "the mayor was late")
LAWYER = ("The Hughes’ lawyer representing Tom Hale", "said", "the mayor was late")
RAINED = ("Dr. Pryce", "told", "It rained")
PAY = ("Ann Pryce", "said", "Joan Pryce, Pryce Ltd and the Hale Foundation would pay")

FOUND = {
    "a possessor": (PARTNER, BRIBED, "Hale's", "brought in"),
    "a possessor in the plural": (HUGHES, LAWYER, "The Hughes", "brought in"),
    "where the source works": (PARTNER, BRIBED, "Leeds", "brought in"),
    "whom an of brings in, though half of the words overlap": (FRIEND, FRIENDS, "Tom Hale", "brought in"),
    "one who stands in the content": (PARTNER, BRIBED, "the mayor", "spoken of"),
    "one who is named in the content, wherever he stands": (PARTNER, BRIBED, "Tom Hale", "spoken of"),
    "one who has the source's last name": (SAME, PAY, "Joan Pryce", "spoken of"),
    "the accused, where the gold knows no source": (
        ALLEGED,
        ("", "alleged", "that Tom Hale had bribed the mayor"),
        "Tom Hale",
        "spoken of",
    ),
    "one who is spoken to": (TOLD, LATE, "Tom Hale", "spoken to"),
    "one who is spoken to within the cue": (TOLD, (LATE[0], "told Tom Hale", LATE[2]), "Tom Hale", "spoken to"),
    "one who is spoken to behind a quotation, titles and all": (DEAR, RAINED, "Mr. Hale", "spoken to"),
    "those who hear it": (JURY, ("", "heard", "A vicar spent the money on trains"), "a jury", "spoken to"),
    "one who was told": (JURY, ("Joan Pryce", "told", "that it rained"), "Tom Hale", "spoken to"),
    "those of whom one says it": (PARTS, ("One of the doctors", "said", "the mayor was late"), "doctors", None),
    "one who speaks of the report": (ABOVE, ("Joan Pryce", "claim", "that it rained"), "Ann Roe", None),
    "what the gold has for a cue": (TOLD, ("told", "Joan Pryce", LATE[2]), "Joan Pryce", None),
    "one who is quoted, and so a source as well": (
        QUOTED,
        ("The Post", "quoted", "as saying that it rained"),
        "the mayor",
        None,
    ),
    "one in a clause of its own": (DEAR, RAINED, "Ann Roe", None),
    "the head alone": (PARTNER, BRIBED, "business partner", None),
    "the source's name beside what it is": (PARTNER, BRIBED, "Joan Pryce", None),
    "the source": (TOLD, LATE, "Joan Pryce", None),
    "the source's last name": (TOLD, LATE, "Pryce", None),
    "the source and more": (FRIEND, ("A friend", *FRIENDS[1:]), "A friend of Tom Hale", None),
    "another, who has nothing to do with it": (TOLD, LATE, "Ann Roe", None),
}


@pytest.mark.parametrize(("article", "gold", "source", "how"), FOUND.values(), ids=FOUND)
def test_an_attribution_is_inverted_where_it_is_given_to(article, gold, source, how):
    marked = marked_attributions(article, gold, make_attribution(article, gold[2], source=source, cue=gold[1]))
    assert (marked.judged, [one.how for one in marked.places]) == (1, [how] if how else [])


UNJUDGED = {
    "nobody": ("", LATE[2]),
    "a pronoun, for it may be the source": ("She", LATE[2]),
    "a content that was not found": ("Tom Hale", "it rained"),
}


@pytest.mark.parametrize(("source", "content"), UNJUDGED.values(), ids=UNJUDGED)
def test_an_attribution_is_not_judged_that_is_given_to(source, content):
    found = make_attribution(TOLD, content, source=source or None, cue="told")
    assert marked_attributions(TOLD, LATE, found) == (0, ())


def test_a_place_says_how_and_what_both_have():
    [place] = marked_attributions(TOLD, LATE, make_attribution(TOLD, LATE[2], source="Tom Hale", cue="told")).places
    assert tuple(place) == (
        "spoken to",
        "Joan Pryce [told] that the mayor was late",
        "Tom Hale [told] that the mayor was late",
    )


def marked_attributions(article, gold, found):
    text = Text(article.text)
    annotations = read(standoff(article, gold), text)
    extraction = make_extraction(article, attributions=[found])
    return mark_attributions(Gold("a", text, annotations, ()), annotations, extraction).inversions


CHAINS = {
    "the source": (TOLD, LATE[2], ["Joan Pryce"], ["Joan Pryce"], None),
    "one who is spoken to": (TOLD, LATE[2], ["Joan Pryce"], ["Tom Hale"], "spoken to"),
    "a pronoun that was resolved to one who is spoken to": (TOLD, "it rained", ["She"], ["She=Ann Roe@1"], "spoken to"),
    "a pronoun that was resolved to one before it": (TOLD, "it rained", ["She"], ["She=Joan Pryce@0"], None),
    "a pronoun that was resolved to nobody": (TOLD, "it rained", ["She"], ["She"], None),
    "one who is spoken of": (PARTNER, BRIBED[2], [BRIBED[0]], ["Tom Hale"], "spoken of"),
    "a possessor": (PARTNER, BRIBED[2], [BRIBED[0]], ["Hale's"], "brought in"),
    "one of several, who is spoken of": (PARTNER, BRIBED[2], ["Joan Pryce"], ["Joan Pryce+the mayor"], "spoken of"),
    "the relay, who did pass it on": (TOLD, LATE[2], ["Joan Pryce", "Tom Hale"], ["Tom Hale"], None),
    "the source by way of one who is spoken to": (TOLD, LATE[2], ["Joan Pryce"], ["Joan Pryce", "Tom Hale"], None),
}


@pytest.mark.parametrize(("article", "content", "gold", "found", "how"), CHAINS.values(), ids=CHAINS)
def test_a_chain_is_inverted_whose_origin_is(article, content, gold, found, how):
    chain = [hop(article, words, role) for words, role in zip(found, ("origin", "relay"), strict=False)]
    marked = marked_chains(article, content, gold, make_statement(article, content, chain=chain))
    assert [one.how for one in marked.places] == ([how] if how else [])
    assert marked.judged == int(found != ["She"])


NESTED = {
    "a report within what the source says": ("told Ann Roe", ["Tom Hale", "Joan Pryce"], 0),
    "the same without the one who passes it on": ("told Ann Roe", ["Tom Hale"], 1),
    "another report": ("said", ["Tom Hale", "Joan Pryce"], 1),
}


@pytest.mark.parametrize(("cue", "found", "count"), NESTED.values(), ids=NESTED)
def test_whoever_is_reported_within_the_content_is_right_about_it(cue, found, count):
    article = make_article("Joan Pryce said Tom Hale told Ann Roe that the mayor was late.")
    chain = [hop(article, words, role) for words, role in zip(found, ("origin", "relay"), strict=False)]
    statement = make_statement(article, "Ann Roe that the mayor was late", chain=chain, cue=cue)
    content = "Tom Hale told Ann Roe that the mayor was late"
    assert len(marked_chains(article, content, ["Joan Pryce"], statement).places) == count


def hop(article, words, role):
    """One mentioned by its words; `She=Ann Roe@1`: resolved to the second such words; `A+B`: two who speak jointly."""
    mention, _, resolved = words.partition("=")
    if resolved:
        name, _, nth = resolved.partition("@")
        resolution = Resolution(mention=find(article, name, int(nth)), confidence=0.9)
        return make_hop(article, mention, role=role, name=name, resolved_from=resolution)
    several = words.split("+") if "+" in words else []
    members = tuple(Member(name=one, mention=find(article, one)) for one in several)
    known = {"name": None} if words == "She" else {}
    return make_hop(article, (several or [words])[0], role=role, members=members, **known)


def marked_chains(article, content, gold, statement):
    item = GoldItem.model_validate(row(article, content, *((words, False) for words in gold)))
    return mark_chains(Gold("a", Text(article.text), None, (item,)), make_extraction(article, [statement])).inversions


def test_a_long_text_without_a_full_stop_is_judged_in_no_time():
    article = make_article("Joan Pryce told " + "us " * 50_000 + "Tom Hale that it rained")
    found = make_attribution(article, "that it rained", source="Tom Hale", cue="told")
    assert marked_attributions(article, ("Joan Pryce", "told", "that it rained"), found).places == ()
