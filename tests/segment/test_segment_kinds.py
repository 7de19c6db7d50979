"""What each line of an article is, read line by line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas import Segmentation

Apart = Callable[..., Segmentation]
LEAD = "The two leaders met in Sochi on Friday to talk about trade, security and the future of the region."
END = "Both said that they would meet again before the end of the year, and that much was left to be done."


def _kinds(found: Segmentation, paragraph: int) -> list[tuple[str, str]]:
    return [(one.kind, one.span.words) for one in found.segments if one.paragraph == paragraph]


@pytest.mark.parametrize(
    "line",
    [
        "Follow Ynetnews on Facebook and Twitter",
        "Sign up for our newsletter",
        "Subscribe now",
        "Read more: Putin meets Bennett in Sochi",
        "READ MORE:",
        "Related: Talks in Sochi",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Share this article",
        "Copyright 2022 The Associated Press. All rights reserved.",
        "© 2022 Reuters",
        "(Reporting by Jane Doe; editing by John Roe)",
        "Reporting by Jane Doe in Moscow; Writing by A. Smith; Editing by John Roe",
        "(Photo: GPO)",
        "Photo: Kobi Gideon/GPO",
        "Tags: Russia, Israel",
        "https://t.co/abc123",
        "3 צפייה בגלריה Bennett and Putin meeting in Sochi ( Photo: GPO )",
        "3 צפייה בגלריה Bennett and Putin meeting in Sochi",
        "צפייה בגלריה",
        "Поделиться в Facebook",
        ".",
        "* * *",
        "___",
    ],
)
def test_boilerplate(taken_apart: Apart, line: str) -> None:
    assert _kinds(taken_apart(f"{LEAD}\n\n{line}\n\n{END}"), 1) == [("boilerplate", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a tenth on Friday after the news.",
        "Follow the money, he said on Twitter.",
        "Subscribers left in droves.",
        "Read his lips: there will be no new taxes.",
        "“Поделиться”",
        "«Мы рады», сказал он.",
        "“It is over.”",
        "No.",
        "Advertising revenue fell by a third last year.",
        "Reporting by the newspaper showed that the minister had known of the plan for years, that his office had "
        "been told of it twice, and that nobody had seen fit to stop it before the day on which it failed, as all "
        "those who took part in it said.",
        "By Friday, the talks had failed.",
        "Putin said (in Russian) that he was happy.",
    ],
)
def test_what_says_something_is_a_sentence(taken_apart: Apart, line: str) -> None:
    assert {kind for kind, _ in _kinds(taken_apart(f"{LEAD}\n\n{line}\n\n{END}"), 1)} == {"sentence"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Russian President Vladimir Putin. (Photo credit: SPUTNIK/AFP via Getty Images)",
            [
                ("caption", "Russian President Vladimir Putin."),
                ("boilerplate", "(Photo credit: SPUTNIK/AFP via Getty Images)"),
            ],
        ),
        (
            "Bennett shakes hands with Putin. (AP Photo/Evan Vucci)",
            [("caption", "Bennett shakes hands with Putin."), ("boilerplate", "(AP Photo/Evan Vucci)")],
        ),
        (
            "Herzog and ViktorovKobi Gideon/Flash 90",
            [("caption", "Herzog and Viktorov"), ("boilerplate", "Kobi Gideon/Flash 90")],
        ),
        ("By World Israel News Staff", [("byline", "By World Israel News Staff")]),
        ("By Jane Doe and John van der Roe, Reuters", [("byline", "By Jane Doe and John van der Roe, Reuters")]),
        ("Jane Doe contributed to this report.", [("byline", "Jane Doe contributed to this report.")]),
        ("2022-08-09", [("dateline", "2022-08-09")]),
        ("Updated: Tuesday, 9 August 2022, 14:05 GMT", [("dateline", "Updated: Tuesday, 9 August 2022, 14:05 GMT")]),
        ("Israel-Russia relations", [("headline", "Israel-Russia relations")]),
        (
            "Two leaders discussed issues related to the Jewish Agency for Israel",
            [("headline", "Two leaders discussed issues related to the Jewish Agency for Israel")],
        ),
    ],
)
def test_lines_that_stand_apart(taken_apart: Apart, line: str, expected: list[tuple[str, str]]) -> None:
    assert _kinds(taken_apart(f"{LEAD}\n\n{line}\n\n{END}"), 1) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "date 2022-08-09",
        "MOSCOW, Aug 9 (TASS) -",
        "LONDON (Reuters) —",
        "WASHINGTON --",
        "HEMPSTEAD, N.Y., Sept. 26 (UPI) —",
        "Moscow (AFP) –",
        "(Reuters) -",
    ],
)
def test_a_dateline_stands_before_a_sentence(taken_apart: Apart, dateline: str) -> None:
    assert _kinds(taken_apart(f"{dateline} {LEAD}\n\n{END}"), 0) == [("dateline", dateline), ("sentence", LEAD)]


def test_capitals_further_down_are_no_dateline(taken_apart: Apart) -> None:
    text = "\n\n".join([LEAD] * 9 + ["THE CLAIMS - He denied them all."])
    assert {one.kind for one in taken_apart(text).segments} == {"sentence"}


@pytest.mark.parametrize(
    ("line", "title", "kind"),
    [
        ("Putin praises ‘new quality’ of ties", None, "headline"),
        ("Obama Says Museum Will Tell of 'Suffering and Delight.'", None, "headline"),
        ("Judge rejects request to unseal divorce file.", None, "headline"),
        ("The judge rejected a request on Friday.", None, "sentence"),
        ("The judge rejected a request on Friday.", "The judge rejected a request on Friday", "headline"),
        (LEAD, None, "sentence"),
    ],
)
def test_the_first_line(taken_apart: Apart, line: str, title: str | None, kind: str) -> None:
    assert _kinds(taken_apart(f"{line}\n\n{END}\n\n{END}", title), 0) == [(kind, line)]


def test_what_stands_above_the_byline_heads_the_article(taken_apart: Apart) -> None:
    text = f"Putin praises ties\n\nAt a meeting, he says that they are good.\n\nBy Jane Doe\n\n{LEAD}"
    assert [one.kind for one in taken_apart(text).segments] == ["headline", "headline", "byline", "sentence"]


def test_items_of_a_list_are_no_headlines(taken_apart: Apart) -> None:
    text = f"{LEAD}\n\nShe must do three things:\n\nStop lying\n\nShow humility\n\nSmile\n\n{END}"
    assert [one.kind for one in taken_apart(text).segments] == ["sentence"] * 4 + ["headline", "sentence"]
