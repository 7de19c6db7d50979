"""The kinds of values that can be set, each with the words for what is expected."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

MOST = 7 * 24 * 60
"""Most minutes between two runs: a week."""


@dataclass(frozen=True)
class Expected:
    """What a value has to be, as it stands in a message after "expected"."""

    words: str


def _clock(given: object) -> object:
    """The time that a string such as 07:00 is; everything else as it is."""
    if isinstance(given, str):
        hour, colon, minute = given.partition(":")
        if colon and len(minute) == 2 and (hour + minute).isascii() and (hour + minute).isdigit():
            return time(int(hour), int(minute))
        raise ValueError(given)
    return given


def _whole_minute(given: time) -> time:
    if given.second or given.microsecond or given.tzinfo:
        raise ValueError(given)
    return given


@cache
def _zones() -> frozenset[str]:
    """Found once: every file of the system's time zones is opened."""
    return frozenset(available_timezones())


def _zone(given: str) -> str:
    if given not in _zones():
        raise ValueError(given)
    return given


def _path(given: object) -> object:
    if isinstance(given, str):
        if not given.strip() or "\0" in given:
            raise ValueError(given)
        return Path(given).expanduser()
    return given


def _phrases(given: object) -> object:
    return tuple(given) if isinstance(given, list) else given


def _network(given: str) -> str:
    return str(ipaddress.ip_network(given))


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = Annotated[Name, Expected("some words in quotation marks")]
Zone = Annotated[str, AfterValidator(_zone), Expected('a time zone such as "Europe/London"')]
Place = Annotated[Path, BeforeValidator(_path), Expected("a path in quotation marks")]
ClockTime = Annotated[time, BeforeValidator(_clock), AfterValidator(_whole_minute), Expected('a time such as "07:00"')]
Minutes = Annotated[
    float, Field(gt=0, le=MOST, allow_inf_nan=False), Expected(f"a number of minutes above 0, at most {MOST} (a week)")
]
Days = Annotated[int, Field(ge=0, le=36_500), Expected("a whole number of days, 0 or more")]
Count = Annotated[int, Field(ge=1, le=1_000_000), Expected("a whole number, 1 or more")]
YesNo = Annotated[bool, Expected("true or false")]
Overlap = Annotated[Literal["skip", "wait"], Expected('"skip" or "wait"')]
Phrases = Annotated[
    tuple[Name, ...], BeforeValidator(_phrases), Expected('a list of phrases such as ["as is well known"]')
]
Names = Annotated[tuple[Name, ...], BeforeValidator(_phrases), Expected('a list of names such as ["Ana Lind"]')]
Networks = Annotated[
    tuple[Annotated[str, AfterValidator(_network)], ...],
    BeforeValidator(_phrases),
    Expected('a list of networks such as ["10.0.0.5/32"]'),
]
HeaderName = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,64}$"), Expected('the name of a header such as "X-Forwarded-User"')
]
Port = Annotated[int, Field(ge=0, le=65_535), Expected("the number of a port, 0 to 65535")]
Prefix = Annotated[str, StringConstraints(pattern=r"^(/[A-Za-z0-9._~-]+)*/?$"), Expected('a path such as "/review"')]
Role = Annotated[Literal["reader", "reviewer", "editor"], Expected('"reader", "reviewer" or "editor"')]
