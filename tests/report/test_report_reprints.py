"""The same sentence in several prints of one story is one item."""

import pytest
from factories import make_capture, make_dossiers, make_extraction, make_hop, make_statement
from linked_world import article, derived

from sayso.report import report
from sayso.report.formats.linked_words import reprinted, reprints
from sayso.report.formats.report_words import listed
from sayso.report.model.listed_sentence import Reprint

BRIDGE = "The bridge took 40 years."
RAIN = "Rain fell."


def printed(outlet, *sentences, published=None, unnamed=False, **known):
    """The dossiers of an article that says so in its own voice, or attributes it to an unnamed source."""
    made = article(outlet, " ".join([*sentences, "An aide spoke."]), published, **known)
    chain = [make_hop(made, "An aide", anonymous=True)] if unnamed else []
    extraction = make_extraction(made, [make_statement(made, one, chain=chain) for one in sentences])
    return make_dossiers(made, extraction, make_capture(made, f"{outlet}.txt"))


def shown(*prints, derivations=()):
    """What each outlet's page lists: the sentence, and where it is reprinted."""
    made = report((one for each in prints for one in each), derivations=derivations)
    return {
        page.outlet: [(item.sentence, [one.outlet for one in item.reprints]) for item in page.items]
        for page in made.pages
    }


GLOBE = printed("Globe", BRIDGE, RAIN, published="2022-08-09", title="A bridge", story="harbour-bridge")
ECHO = printed("Echo", BRIDGE, published="2022-08-10")
SUN = printed("Sun", BRIDGE.replace("The bridge", "THE BRIDGE"), published="2022-08-08")
LEAK = printed("Leak", BRIDGE, unnamed=True)
OWN = [(BRIDGE, [])]


def edge(a, b, earlier=None):
    return derived(a[0].article, b[0].article, earlier and earlier[0].article.id)


FOLDED = {
    "with the one that others come from": (
        [ECHO, GLOBE, SUN],
        [edge(GLOBE, ECHO, GLOBE), edge(GLOBE, SUN, GLOBE)],
        {"Echo": [], "Globe": [(BRIDGE, ["Sun", "Echo"]), (RAIN, [])], "Sun": []},
    ),
    "without a direction with the earliest": (
        [GLOBE, SUN],
        [edge(GLOBE, SUN)],
        {"Globe": [(RAIN, [])], "Sun": [(SUN[0].claim.proposition, ["Globe"])]},
    ),
    "through an article that is not there": (
        [GLOBE, ECHO],
        [edge(GLOBE, SUN, GLOBE), edge(SUN, ECHO, SUN)],
        {"Globe": [(BRIDGE, ["Echo"]), (RAIN, [])], "Echo": []},
    ),
    "not without shared text": ([GLOBE, ECHO], [], {"Globe": [*OWN, (RAIN, [])], "Echo": OWN}),
    "not where another reason lists it": (
        [GLOBE, LEAK],
        [edge(GLOBE, LEAK)],
        {"Globe": [*OWN, (RAIN, [])], "Leak": OWN},
    ),
    "not within one article": (
        [printed("Globe", BRIDGE, RAIN), ECHO],
        [],
        {"Globe": [*OWN, (RAIN, [])], "Echo": OWN},
    ),
}


@pytest.mark.parametrize(("prints", "derivations", "expected"), FOLDED.values(), ids=FOLDED.keys())
def test_a_sentence_of_one_story_is_told_once(prints, derivations, expected):
    assert shown(*prints, derivations=derivations) == expected


def test_the_item_names_the_story_and_says_where_else_it_stands():
    made = report([*GLOBE, *ECHO, *LEAK], derivations=[edge(GLOBE, ECHO, GLOBE)])
    page = next(page for page in made.pages if page.outlet == "Globe")
    assert page.items[0].reprints == (
        Reprint(
            id=f"s-{ECHO[0].claim.id}",
            article=ECHO[0].article.id,
            title=None,
            outlet="Echo",
            published="2022-08-10",
            url=None,
            file="Echo.txt",
            start=0,
            end=len(BRIDGE),
            claims=(ECHO[0].claim.id,),
        ),
    )
    assert reprints(page.items[0], page) == "Also in 1 reprint of “harbour-bridge”: Echo, 10 August 2022"
    assert reprints(page.items[1], page) == ""
    assert [reprinted(page) for page in made.pages if page.reprinted] == [
        "1 sentence of this article is listed with the article that printed them first."
    ]
    assert (made.listed, made.reprinted, made.clean) == (3, 1, 0)
    assert listed(made) == "3 sentences in 2 articles, not counting 1 reprint, the most serious first."
