"""A fact of one origin is listed where a reader could believe that there were several; else it is counted."""

import pytest
from fact_world import fact, joined, telling
from linked_world import derived

from sayso.report import Texts, linked_of, report
from sayso.report.model.counts import Unlisted
from sayso.report.model.linked import Fact
from schemas import Circle

LISTED = {
    "own voice in two papers": ["Globe | - | The judge freed Ana Kov", "Echo | - | The judge freed Ana Kov"],
    "one names the ministry, one nobody": [
        "Globe | the ministry | Twelve soldiers died at Orlo",
        "Echo | - | Twelve soldiers died at Orlo",
    ],
    "two unnamed officials": [
        "Globe | ?an official | The mine will close in May",
        "Echo | ?a senior official | The mine will close in May",
    ],
    "a club and its coach": [
        "Globe | Rovers | Dale has signed for two years",
        "Echo | coach Pia Holm | Dale has signed for two years",
    ],
    "two armies": [
        "Globe | the Norland army | The bridge at Sund was hit",
        "Echo | the Sudland army | The bridge at Sund was hit",
    ],
    "a name, and an army without one between two with": [
        "Globe | the Norland army | The bridge at Sund was hit",
        "Mail | the army | The bridge at Sund was hit",
        "Echo | the Sudland army | The bridge at Sund was hit",
    ],
    "two agencies": [
        "Globe | Orlo Bank > Northwire | Orlo Bank cut 400 posts",
        "Echo | a spokesman > Pressline | Orlo Bank cut 400 posts",
    ],
    "a spokeswoman and the firm": [
        "Globe | Tove Lind | Nobody fell ill from the cheese",
        "Echo | Norvik | Nobody fell ill from the cheese",
    ],
    "left open in one": [
        "Globe | prosecutor Ines Vale | The driver had slept two hours",
        "Echo | open | The driver had slept two hours",
    ],
    "three, of which one gives none": [
        "Globe | Rovers | The stand will be rebuilt in June",
        "Echo | Rovers | The stand will be rebuilt in June",
        "Mail | - | The stand will be rebuilt in June",
    ],
    "two of one surname": [
        "Globe | Arne Lind | The tanker had no pilot on board",
        "Echo | Tove Lind | The tanker had no pilot on board",
    ],
    "one of no outlet beside two of known ones": [
        "Globe | - | The court fined Halden two million",
        "Echo | - | The court fined Halden two million",
        "? | - | The court fined Halden two million",
    ],
}

SAID_SO = {
    "the ministry in both": [
        "Globe | the ministry | Twelve soldiers died at Orlo",
        "Echo | The ministry | Twelve soldiers died at Orlo",
    ],
    "the ministry, in one by its whole name": [
        "Globe | the defence ministry | Twelve soldiers died at Orlo",
        "Echo | the ministry | Twelve soldiers died at Orlo",
    ],
    "a surname": ["Globe | Ines Vale | The driver slept", "Echo | Vale | The driver slept"],
    "one agency, unnamed sources": [
        "Globe | ?officials > Northwire | The mine will close in May",
        "Echo | ?an official > Northwire | The mine will close in May",
    ],
    "the club in three": [
        "Globe | Rovers | Dale has signed",
        "Echo | Rovers | Dale has signed",
        "Mail | Rovers > Echo | Dale has signed",
    ],
    "one paper cites the other": ["Globe | - | The mayor took a boat", "Echo | The Globe | The mayor took a boat"],
    "one paper cites the other for an unnamed source": [
        "The Globe | ?a clerk | The mayor took a boat",
        "Echo | ?a clerk > Globe | The mayor took a boat",
    ],
    "the bank, by two agencies": [
        "Globe | Orlo Bank > Northwire | Orlo Bank cut 400 posts",
        "Echo | Orlo Bank > Pressline | Orlo Bank cut 400 posts",
    ],
    "the prosecutor, by office and name": [
        "Globe | prosecutor Ines Vale | The driver slept",
        "Echo | Ines Vale | The driver slept",
        "Mail | Vale | The driver slept",
    ],
    "a study": ["Globe | the Lancet study | Sleep helps", "Echo | The Lancet study | Sleep helps"],
    "one article with two carriers": ["Globe | the Kremlin > TASS > Interfax | The talks will go on"],
}

ONE_OUTLET = {
    "the same words twice": [
        "Globe, 2024-01-02 | - | The lake rose by a metre",
        "Globe | - | The lake rose by a metre",
    ],
    "other words": ["Globe, 2024-01-02 | - | The lake rose by a metre", "Globe | - | The lake is a metre up"],
    "with and without its article": ["The Globe | - | Rovers won again", "Globe | - | Rovers won again"],
    "in capitals": ["GLOBE | - | Rovers won again", "Globe | - | Rovers won again"],
    "one unnamed source": ["Echo, 2024-01-02 | ?a clerk | Halden paid", "Echo | ?a clerk | Halden paid"],
    "a source once": ["Echo | the court | Halden paid a fine", "Echo | - | Halden paid a fine"],
    "two sources": ["Echo | the court | Halden paid a fine", "Echo | Halden | Halden paid a fine"],
    "three times": [f"Mail, 2024-01-0{day} | - | The front moved to Orlo" for day in (1, 2, 3)],
    "an agency that is updated": [
        "Northwire, 2024-01-02 | the coastguard | The ferry sank",
        "Northwire | - | The ferry sank",
    ],
    "left open": ["Mail, 2024-01-02 | open | The mill is sold", "Mail | - | The mill is sold"],
}

NOT_KNOWN = {
    "both": ["?1 | - | The lake rose", "?2 | - | The lake rose"],
    "one of two": ["Globe | - | The lake rose", "? | - | The lake rose"],
    "both, with sources": ["?1 | Arne Moe | The lake rose", "?2 | Ida Berg | The lake rose"],
    "three": ["?1 | - | Rovers won again", "?2 | - | Rovers won again", "?3 | - | Rovers won again"],
    "one outlet twice beside it": [
        "Globe, 2024-01-02 | - | Orlo fell",
        "Globe | - | Orlo fell",
        "? | - | Orlo fell",
    ],
}


def listed_and_counted(lines: list[str], independent: int = 1) -> tuple[int, Unlisted]:
    known = {"carriers": ("TASS", "Interfax")} if len(lines) == 1 else {}
    made = report(fact(lines, independent, **known))
    return len(made.single_origin), made.unlisted


@pytest.mark.parametrize("lines", LISTED.values(), ids=LISTED)
def test_what_looks_like_several_is_listed(lines: list[str]) -> None:
    assert listed_and_counted(lines) == (1, Unlisted())
    assert listed_and_counted(lines, independent=0) == (1, Unlisted())
    assert listed_and_counted(lines, independent=2) == (0, Unlisted())


@pytest.mark.parametrize("lines", SAID_SO.values(), ids=SAID_SO)
def test_where_every_telling_names_one_source_it_is_counted(lines: list[str]) -> None:
    assert listed_and_counted(lines) == (0, Unlisted(said_so=1))


@pytest.mark.parametrize("lines", ONE_OUTLET.values(), ids=ONE_OUTLET)
def test_what_one_outlet_tells_again_is_counted(lines: list[str]) -> None:
    assert listed_and_counted(lines) == (0, Unlisted(one_outlet=1))


@pytest.mark.parametrize("lines", NOT_KNOWN.values(), ids=NOT_KNOWN)
def test_pages_of_which_nobody_knows_whose_they_are_could_be_one_outlets(lines: list[str]) -> None:
    assert listed_and_counted(lines) == (0, Unlisted(unknown_outlets=1))


def test_two_addresses_are_two_outlets() -> None:
    told = [telling(f"?{at} | - | Orlo fell", url=f"https://{at}.example/1") for at in ("globe", "echo")]
    assert len(report(joined(told)).single_origin) == 1


def test_an_outlet_is_named_once_with_its_first_article_and_all_whom_it_names() -> None:
    made = the_one(
        [
            "Globe, 2024-01-03 | the ministry | Twelve died at Orlo",
            "Globe, 2024-01-02 | ?an officer | Twelve died at Orlo",
            "Echo, 2024-01-01 | - | Twelve died at Orlo",
        ]
    )
    assert [(one.telling.outlet, one.telling.published, one.telling.who, one.others) for one in made.told] == [
        ("Echo", "2024-01-01", "no source given", ()),
        ("Globe", "2024-01-02", "an unnamed source (“an officer”)", ("the ministry",)),
    ]
    assert [len(one.claims) for one in made.told] == [1, 2]


def test_an_echo_names_the_earliest_that_has_its_text() -> None:
    told = [telling(f"{name}, 2024-01-0{day} | - | Orlo fell") for day, name in enumerate(("A", "B", "C", "D"), 1)]
    edges = [derived(told[2].article, told[1].article), derived(told[0].article, told[1].article)]
    [made] = report(joined(told), derivations=edges).single_origin
    assert [one.echoes for one in made.told] == [None, "A, 1 January 2024", "A, 1 January 2024", None]


def test_a_passage_that_both_have_makes_no_echo_of_what_stands_elsewhere() -> None:
    told = [telling(f"{name} | - | The town of Orlo fell on Sunday") for name in ("A", "B")]
    few = derived(told[0].article, told[1].article).model_copy(update={"containment": 0.15})
    [apart] = report(joined(told), derivations=[few]).single_origin
    within = few.passages[0].model_copy(update={"a": (0, 31), "b": (0, 31)})
    [shared] = report(joined(told), derivations=[few.model_copy(update={"passages": (within,)})]).single_origin
    assert [[one.echoes for one in made.told] for made in (apart, shared)] == [[None, None], [None, "A"]]


def the_one(lines: list[str]) -> Fact:
    [made] = report(fact(lines)).single_origin
    return made


def test_pages_that_all_credit_one_agency_with_their_text_say_so() -> None:
    told = fact(["Globe | - | The judge freed Ana Kov", "Echo | - | The judge freed Ana Kov"])
    credited = {told[0].article.id: ("Northwire",)}
    one = linked_of(told, texts=Texts(lambda articles: (), lambda article: credited.get(article, ())))
    both = linked_of(told, texts=Texts(lambda articles: (), lambda article: ("Northwire",)))
    assert [(len(made.single_origin), made.unlisted.said_so) for made in (one, both)] == [(1, 0), (0, 1)]


def test_a_fact_in_a_circle_is_listed_there_alone() -> None:
    ring = Circle(names=("Globe", "Echo"))
    made = report(
        fact(["Globe | Echo | The mayor will resign", "Echo | Globe | The mayor will resign"], 0, circles=(ring,))
    )
    assert (len(made.circular), made.single_origin, made.unlisted) == (1, (), Unlisted())
    assert made.circular[0].circles == ("Globe cites Echo, and Echo cites Globe.",)
