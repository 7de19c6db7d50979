"""What a page puts around its article: lines of times, menus, offers, teasers; and lines of the article like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.segment.furniture_lines import plain_kind
from sayso.segment.opening_lines import dateline_end
from sayso.segment.tails import tail_at
from sayso.segment.teasers import teasers
from schemas import Segmentation


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3 hours ago",
        "Last updated on March 8, 2023 at 4:05 pm",
        "March 8, 2023 / 4:05 PM EST / CBS News",
        "Published 8 Mar 2023, 16:05 GMT | Modified 9 Mar 2023",
        "PUBLISHED: 21:04, 21 November 2026 | UPDATED: 22:10, 21 November 2026",
        "Published 3 hours ago | Updated 20 minutes ago",
        "First published: Mon 4 Mar 2019 05.00 GMT",
        "Last modified on Tue 5 Mar 2019 09.12 GMT",
        "Posted 2:31 p.m. Friday, June 3, 2022",
        "Updated at 11:45 p.m. ET",
        "Updated yesterday at 4 p.m.",
        "7 minutes ago",
        "Just now",
        "Thursday 28 November 2024 05:36 EST",
        "2022/08/09 14:05",
    ],
)
def test_a_line_that_only_says_when(line: str) -> None:
    assert plain_kind(line, "latin") == "dateline"


PLACED = {
    "Sella, 7 April 2024": True,
    "SELLA, April 7 (Reuters)": True,
    "Sella Valley, Sunday 7 April 2024, 14:30": True,
    "Brussels - 3 May 2024": True,
    "New York, Nov. 30, 2026": True,
    "Sella, 2024-04-07": True,
    "Washington, D.C., June 3, 2024": True,
    "Paris (AFP), 3 June 2024": True,
    "Dateline: Sella, 7 April 2024": True,
    "Port Alster, Monday": True,
    "May 2024 was warm.": False,
    "Sella fell on 7 April 2024": False,
    "March on Sunday": False,
    "Bridge closed until 3 May": False,
    "Monday, the mayor resigned": False,
}


@pytest.mark.parametrize("line", PLACED)
def test_a_line_that_only_says_where_and_when(line: str) -> None:
    assert (plain_kind(line, "latin") == "dateline") is PLACED[line]


@pytest.mark.parametrize(
    "line",
    [
        "BY EDDIE CROW | 01/12/15 12:35 PM",
        "By ABBY GOODBY, TOM KAPLAN and ROBERTA BYRNE",
        "BY Carl Sand AND REUTERS",
        "Posted by Mina Sol",
        "By Ann Lee in Paris and Bo Chan in Rome",
        "Analysis by Rosa Klee",
        "Dora Finch, BBC News",
        "Joan Marsh, Political Editor",
        "With reports from Steven Hill and Kim Rowe",
        "With News Wire Services",
        "Additional reporting: MARIE WOLD",
        "Leder reported from Los Angeles. Associated Press writer Jill Covin contributed from Albuquerque.",
    ],
)
def test_a_line_that_only_says_who_wrote_it(line: str) -> None:
    assert plain_kind(line, "latin") == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Menu Log in Subscribe",
        "Home | News | Sport | Business | Weather",
        "Share this article | 214 comments | Terms | Privacy | Do not sell my data",
        "Share Tweet Email Print",
        "Facebook · WhatsApp · Copy link",
        "Skip to main content",
        "3 min read | Leave a comment",
        "Read on for 2.95 a week. You can cancel at any time, and the first month is free for new readers.",
        "Already a subscriber? Log in here.",
        "Subscribe now for $1 a week and get unlimited access.",
        "Enter your email address and get our daily newsletter.",
        "We and our partners use cookies. Manage preferences or accept all.",
        "To continue reading this article, start your free trial.",
        "Unlock every story: become a member for £3 a month.",
        "On Twitter follow Ken Tomas https://twitter.com/KTomas and Lisa Leder https://twitter.com/lleder.",
        "Diana Falk is a Courier reporter. Follow her on Twitter @dianafalk.",
        "This article originally appeared in The Tarn Gazette.",
        "This story has been updated to include comments from the ministry.",
        "(Updates with comment from the embassy in third paragraph.)",
        "Have something to add to this story? Share it in the comments.",
        "To contact the editor on this story:",
        "Tobin Hart at thart@courier.example.org",
        "H/T Buzzfeed",
        "View on Instagram",
        "Poll loading …",
        "Are you there? Send us your pictures.",
        "ON A MOBILE DEVICE? CLICK HERE TO WATCH THE VIDEO.",
        "Read the full blog post here",
        "VIDEO: Mayor falls off the stage",
        "<!-- ad_width = 468; ad_format = '468x60'; //-->",
        "@media only screen and (min-width : 500px) {.mobile { display: none; }}",
        ".share-bar { margin: 0; color: #333 }",
        '<tweet tweet-id="661196115484643328"><tweet/>.',
        "— J.D. Males (@jdmales11) October 8, 2014",
        "liveclip.com",
        "spider_neck",
    ],
)
def test_a_line_that_makes_no_claim(line: str) -> None:
    assert plain_kind(line, "latin") == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "The subscription costs 12 euros a month, the minister said, and can be cancelled at any time.",
        "“You can cancel at any time, and the first month is free,” she promised.",
        "Readers of the paper pay 3 pounds a week.",
        "Our newsletter had exposed the mayor.",
        "Menu prices rose by a tenth.",
        "World politics",
        "Two hours ago, he left.",
        "March 8, 2023 was a Tuesday.",
        "He met him on August 9, 2022",
        "Sunday",
        "2,500",
        "Updated figures show a fall of 3 per cent.",
        "Published figures | no change since May",
        "By Friday, all was over.",
        "Via Yahoo News, she explains:",
        "With reports of fraud mounting, the president left.",
        "Additional reporting requirements were struck down.",
        "Rebels contributed from afar.",
        "This story was the first that she published in her life of which nobody took any notice at all",
        "Follow the money, he said on Twitter.",
        "Do you support the war?",
        "Video showed him leaving.",
        "To reach the village, call a ferry.",
        "Have something to eat, she told them.",
        "Contact with the ship was lost at noon.",
        "Click, went the lock.",
        "Send us your hungry, the statue says.",
        "Related charges were dropped.",
        "Relatedly, the bank closed.",
        "The story was published by the Courier and denied by the mayor.",
        "This report was published on Monday.",
    ],
)
def test_a_line_of_the_article(line: str) -> None:
    assert plain_kind(line, "latin") is None


@pytest.mark.parametrize(
    ("line", "tail"),
    [
        ("He left. (Reporting by Ann Lee; Editing by Bo Chan)", "(Reporting by Ann Lee; Editing by Bo Chan)"),
        ("He left. Read more here.", "Read more here."),
        ("He left. (Via)", "(Via)"),
        ("He left. [Comets: What They Are and Where They Go]", "[Comets: What They Are and Where They Go]"),
        (
            'He left.    BF_STATIC.queue.push(function () { document.getElementById("x").x(); });',
            'BF_STATIC.queue.push(function () { document.getElementById("x").x(); });',
        ),
        ("He left. .box { color: red; }", ".box { color: red; }"),
        ("He left (reporting for duty in May).", None),
        ("He read more here.", None),
        ("“[He] left,” she said [later].", None),
        ("(Reporting by Ann Lee)", None),
    ],
)
def test_what_is_added_to_the_end_of_a_line(line: str, tail: str | None) -> None:
    at = tail_at(line)
    assert (None if at is None else line[at:]) == tail


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("NORTH HARBOUR, California -", "NORTH HARBOUR, California -"),
        ("BEIRUT—Former officers are training pilots.", "BEIRUT—"),
        (
            "By Ann Lee and Bo Chan OTTAWA, Nov 30 (Reuters) - It rains.",
            "By Ann Lee and Bo Chan OTTAWA, Nov 30 (Reuters) - ",
        ),
        ("Update at 2:49 p.m.: The road is open.", "Update at 2:49 p.m.: "),
        ("Original post at 1:49 p.m.: The road is closed.", "Original post at 1:49 p.m.: "),
        ("May: the month of rain", ""),
        ("LOOK—it rains.", ""),
    ],
)
def test_what_stands_before_the_first_words(line: str, dateline: str) -> None:
    assert line[: dateline_end(line, first=True)] == dateline


def test_labelled_headlines_of_other_stories_are_teasers() -> None:
    lines = ["He left.", "FUNDING CUTS: Is this the end", "TEARFUL APOLOGY: Driver breaks down", "She stayed."]
    assert teasers(lines) == {1, 2}


@pytest.mark.parametrize(
    "lines",
    [
        ["He left.", "FUNDING CUTS: Is this the end", "She stayed."],
        ["BLOTT: Did you go?", "MARSH: I did not.", "BLOTT: Are you sure", "MARSH: Quite."],
        ["JETS: FIRST SIGN OF WAR", "LONDON: POLICE SEE A PLOT"],
        ["LOOK: @NBC shows the car", "RIGHT NOW: @NBC shows the house"],
    ],
    ids=["one alone", "a transcript", "headings in capitals", "posts"],
)
def test_labels_of_other_lines_are_none(lines: list[str]) -> None:
    assert not teasers(lines)


def test_a_line_that_stands_twice_in_a_row_is_a_link_with_its_picture() -> None:
    assert teasers(["He left.", "Senator touts pipeline", "Senator touts pipeline", "She stayed."]) == {1, 2}


@pytest.mark.parametrize(
    ("line", "pulled"),
    [
        ("“begged her not to sign”", True),
        ("“Begged her not to sign!”", True),
        ("“begged her”", False),
        ("“They wept and begged her not to sign,” he said.", False),
        ("“The mayor was never there at all.”", False),
    ],
)
def test_words_set_large_are_no_second_quotation(line: str, pulled: bool) -> None:
    text = "A source told the Courier that two aides “begged her not to sign” the deal."
    assert (1 in teasers([text, line, "“We hide nothing,” said the minister."])) is pulled


def test_a_tail_is_a_piece_of_its_paragraph(taken_apart: Callable[..., Segmentation]) -> None:
    lead = "The two leaders met in Sochi on Friday to talk about trade, security and the future of the region."
    found = taken_apart(f"{lead}\n\nBoth said they would meet again. (Reporting by Ann Lee)\n\n{lead}")
    assert [(one.kind, one.span.words) for one in found.segments if one.paragraph == 1] == [
        ("sentence", "Both said they would meet again."),
        ("boilerplate", "(Reporting by Ann Lee)"),
    ]
