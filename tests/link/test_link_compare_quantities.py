"""Figures and dates as ranges."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest

from sayso.link.compare.day_ranges import days
from sayso.link.compare.quantities import quantities

FIGURES = {
    "12 soldiers": [(12, 12)],
    "at least 30 people": [(30, inf)],
    "more than 40": [(40, inf)],
    "fewer than 10 houses": [(0, 10)],
    "dozens of people": [(24, 200)],
    "$3.4 billion": [(3.4e9, 3.4e9)],
    "$374m": [(3.74e8, 3.74e8)],
    "forty percent": [(40, 40)],
    "twenty-two members": [(22, 22)],
    "the thirtieth anniversary": [(30, 30)],
    "21 months and 18 months": [(21, 21), (18, 18)],
    "in 1991": [],
    "on July 7": [],
    "the two countries": [],
}


@pytest.mark.parametrize(("text", "expected"), FIGURES.items())
def test_a_figure_is_a_range(text: str, expected: list[tuple[float, float]]) -> None:
    assert [(one.low, one.high) for one in quantities(text)] == expected


FRIDAY = date(2022, 8, 12)
DATES = {
    "Tuesday": (date(2022, 8, 9), date(2022, 8, 9)),
    "yesterday": (date(2022, 8, 11), date(2022, 8, 11)),
    "last month": (date(2022, 7, 1), date(2022, 7, 31)),
    "last year": (date(2021, 1, 1), date(2021, 12, 31)),
    "in 1991": (date(1991, 1, 1), date(1991, 12, 31)),
    "the 1990s": (date(1990, 1, 1), date(1999, 12, 31)),
    "May 17, 2005": (date(2005, 5, 17), date(2005, 5, 17)),
    "21 August 1945": (date(1945, 8, 21), date(1945, 8, 21)),
    "in March": (date(2022, 3, 1), date(2022, 3, 31)),
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_a_date_is_made_absolute(text: str, expected: tuple[date, date]) -> None:
    assert [(one.first, one.last) for one in days(text, FRIDAY)] == [expected]


MAY_5 = (date(2022, 5, 5), date(2022, 5, 5))
IMPOSSIBLE: dict[str, list[tuple[date, date]]] = {
    "5 May 0000": [MAY_5],
    "May 5, 0000 GMT": [MAY_5],
    "on 5 May, ００００ UTC": [MAY_5],
    "5 of May ٠٠٠٠": [MAY_5],
    "May 0000": [(date(2022, 5, 1), date(2022, 5, 31))],
    "31 June 2022": [(date(2022, 1, 1), date(2022, 12, 31))],
    "29 February 2022": [(date(2022, 1, 1), date(2022, 12, 31))],
    "99 May": [],
    "May 5, 9999": [(date(9999, 5, 5), date(9999, 5, 5))],
    "the 2090s": [(date(2090, 1, 1), date(2099, 12, 31))],
    "the 9990s": [],
    "in 0000": [],
}


@pytest.mark.parametrize(("text", "expected"), IMPOSSIBLE.items())
def test_what_no_calendar_has_is_no_date(text: str, expected: list[tuple[date, date]]) -> None:
    assert [(one.first, one.last) for one in days(text, FRIDAY)] == expected
    days(text, None)


def test_without_a_day_of_publication_tuesday_is_not_a_date() -> None:
    assert days("Tuesday", None) == ()
