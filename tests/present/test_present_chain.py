"""Who says so, in the words of each place."""

import pytest
from factories import find, make_article, make_hop, make_statement

from sayso.present.chain import (
    COMPARED,
    DESCRIBED,
    FEATURE,
    PAGE,
    REPORT,
    TERMINAL,
    carried,
    carried_by,
    chain,
    chain_links,
    origin,
    via,
    who,
    who_says_so,
)
from schemas import Member, OtherReading

ARTICLE = make_article(
    "Kremlin and TASS and a senior Russian source and Asharq Al-Awsat and he and Putin and Herzog, aides "
    "allegedly said it."
)
KREMLIN = make_hop(ARTICLE, "Kremlin")
TASS = make_hop(ARTICLE, "TASS", role="relay")
SENIOR = make_hop(ARTICLE, "senior Russian source", anonymous=True)
ASHARQ = make_hop(ARTICLE, "Asharq Al-Awsat", role="relay")
AIDES = make_hop(ARTICLE, "aides", role="relay", anonymous=True)
SHY = make_hop(ARTICLE, "aides", anonymous=True, terms="and he", reason="said it")
NOBODY_KNOWS = make_hop(ARTICLE, anonymous=True)
NAMELESS = make_hop(ARTICLE)
BOTH = make_hop(
    ARTICLE,
    "Putin and Herzog",
    members=(
        Member(name="Putin", mention=find(ARTICLE, "Putin")),
        Member(name="Herzog", mention=find(ARTICLE, "Herzog"), anonymous=True),
    ),
)
OPEN = {"sourcing": "undetermined"}

WORDED = {
    "one": (
        [KREMLIN], {},
        "Kremlin", "Kremlin", "Kremlin", "Kremlin", '"Kremlin"',
    ),
    "carried by two": (
        [KREMLIN, TASS, ASHARQ], {},
        "Kremlin via TASS via Asharq Al-Awsat",
        "Kremlin via TASS via Asharq Al-Awsat",
        "Kremlin, carried by Asharq Al-Awsat and TASS",
        "Kremlin, via TASS, via Asharq Al-Awsat",
        '"Kremlin" via "TASS" via "Asharq Al-Awsat"',
    ),
    "unnamed": (
        [SENIOR, ASHARQ], {},
        "unnamed: senior Russian source, via Asharq Al-Awsat",
        "unnamed: senior Russian source via Asharq Al-Awsat",
        "an unnamed source (“senior Russian source”), carried by Asharq Al-Awsat",
        "senior Russian source, via Asharq Al-Awsat",
        'an unnamed "senior Russian source" via "Asharq Al-Awsat"',
    ),
    "carried by an unnamed one": (
        [KREMLIN, AIDES], {},
        "Kremlin via unnamed: aides",
        "Kremlin via unnamed: aides",
        "Kremlin, carried by an unnamed source (“aides”)",
        "Kremlin, via aides",
        '"Kremlin" via an unnamed "aides"',
    ),
    "unnamed and not described": (
        [NOBODY_KNOWS], {},
        "unnamed: not described",
        "unnamed, not described",
        "an unnamed source (“not described”)",
        "somebody",
        "an unnamed source",
    ),
    "without a name": (
        [NAMELESS.model_copy(update={"name": None})], {},
        "not known", "not known", "somebody", "somebody", '"?"',
    ),
    "jointly": (
        [BOTH], {},
        "Putin and unnamed: Herzog",
        "Putin and unnamed: Herzog",
        "Putin and unnamed “Herzog”",
        "Putin and Herzog",
        '"Putin" and "Herzog"',
    ),
    "nobody": (
        [], {},
        "no source given", "no source given", "no source given", "the article itself", "no source given",
    ),
    "open": (
        [], OPEN,
        "it is open who says so", "it is open who says so", "left open", "the article itself", "undetermined",
    ),
    "open, perhaps somebody": (
        [KREMLIN, TASS], OPEN,
        "it is open who says so: perhaps Kremlin via TASS",
        "perhaps Kremlin via TASS",
        "left open, perhaps Kremlin, carried by TASS",
        "Kremlin, via TASS",
        "undetermined",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("hops", "known", "terminal", "page", "report", "compared", "feature"), WORDED.values(), ids=WORDED
)
def test_a_chain_in_each_wording(hops, known, terminal, page, report, compared, feature):
    statement = make_statement(ARTICLE, "said it", chain=hops, **known)
    words = [chain(statement, wording) for wording in (TERMINAL, PAGE, REPORT, COMPARED, FEATURE)]
    assert words == [terminal, page, report, compared, feature]


MARKED = [
    ([KREMLIN, TASS], {"manner": "direct"}, "Kremlin via TASS [direct]"),
    ([KREMLIN], {"manner": "indirect"}, "Kremlin"),
    ([SHY], {}, "unnamed: aides [“and he”, not named because: “said it”]"),
    ([make_hop(ARTICLE, "he", name="Vladimir Putin")], {}, "Vladimir Putin"),
    ([make_hop(ARTICLE, "he", name=None)], {}, "he"),
    ([BOTH], {"manner": "mixed"}, "Putin and unnamed: Herzog [mixed]"),
    ([KREMLIN], {"polarity": "denied", "stance": "doubt"}, "Kremlin [denied, put in doubt]"),
    ([KREMLIN], {"mode": "attitude", "sourcing": "none-given"}, "Kremlin [wants or thinks, not said]"),
    ([], {"mode": "attitude", "holder": KREMLIN}, "no source given [wants or thinks: Kremlin]"),
    ([], {"mode": "attitude", "holder": SHY}, "no source given [wants or thinks: unnamed: aides]"),
    ([], {"holder": KREMLIN}, "no source given"),
    (
        [KREMLIN],
        OPEN | {"other_reading": OtherReading(rewrite="alone", origin=find(ARTICLE, "Putin"))},
        "it is open who says so: perhaps Kremlin [read by itself, the sentence gives it to “Putin”]",
    ),
    ([], {"manner": "direct"}, "no source given"),
    ([], {"hedge": "allegedly"}, "no source given [“allegedly”]"),
]


@pytest.mark.parametrize(("hops", "known", "expected"), MARKED, ids=[expected for *_, expected in MARKED])
def test_at_a_terminal_it_says_how_it_is_said(hops, known, expected):
    assert who_says_so(make_statement(ARTICLE, "said it", chain=hops, **known)) == expected


def test_a_report_has_it_on_one_line():
    source = make_hop(ARTICLE, "Kremlin", name="The\nKremlin \x1b[2J")
    assert who(make_statement(ARTICLE, "said it", chain=[source, TASS])) == "The Kremlin \ufffd[2J, carried by TASS"


def test_each_link_knows_where_the_text_names_it():
    statement = make_statement(ARTICLE, "said it", chain=[BOTH, TASS])
    links = list(chain_links(statement, PAGE, str.upper))
    assert [(one.before, one.called, one.mention and one.mention.words) for one in links] == [
        ("", "PUTIN", "Putin"),
        (" and ", "unnamed: HERZOG", "Herzog"),
        (" via ", "TASS", "TASS"),
    ]


def test_parts_of_a_chain():
    assert origin(SENIOR) == "an unnamed source (“senior Russian source”)"
    assert origin(SENIOR, DESCRIBED) == "“senior Russian source”"
    assert carried(make_statement(ARTICLE, "said it", chain=[KREMLIN, TASS])) == ", carried by TASS"
    assert carried(make_statement(ARTICLE, "said it", chain=[KREMLIN])) == ""
    assert (carried_by("TASS"), carried_by("")) == (", carried by TASS", "")
    assert via(["Kremlin", "TASS"]) == "Kremlin via TASS"
    assert via(["aides", "TASS"], is_unnamed=True) == "unnamed: aides via TASS"
