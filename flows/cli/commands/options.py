"""Options that several commands have, and what is given for them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from sayso.errors import UsageError
from sayso.settings.setting import SETTINGS

min_confidence = click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Leave open who says so if that is less probable than P, from 0 to 1.  [0]",
)

as_of_option = click.option(
    "--as-of",
    "as_of",
    metavar="ENTRY|DATE",
    help="As the ledger stood then: its entry of that number, a time, or the end of a day.",
)


def chosen(option: str, name: str, given: str) -> Any:
    """The value that was `given` for an option, of the kind of the setting `name`; UsageError if it is not of it."""
    [setting] = [one for one in SETTINGS if one.name == name]
    try:
        return setting.value(given, text=True)
    except ValueError as error:
        raise UsageError(f"expected {error} for {option}, found {given!r}") from None


def moment(option: str, given: str | None) -> datetime | None:
    """The time that was given for an option, None for none; UsageError for anything that is not a time."""
    if given is None:
        return None
    try:
        return datetime.fromisoformat(given).astimezone()
    except (ValueError, OverflowError):
        raise UsageError(f"expected a date or time such as 2026-11-22T07:00 for {option}, found {given!r}") from None
