"""Sentences for the user on standard error, beside the output."""

from __future__ import annotations

from datetime import datetime

import click

from sayso.present.safe import printable


def say(sentence: str) -> None:
    """Print `sentence` after the program's name."""
    tell(f"sayso: {sentence}")


def tell(sentence: str) -> None:
    """Print `sentence` on one line, with control characters as codes."""
    click.echo(printable(sentence), err=True)


def told(sentence: str) -> str:
    """Print `sentence` after the time, as a service does that runs for days; the same sentence."""
    tell(f"{datetime.now():%Y-%m-%d %H:%M:%S} {sentence}")
    return sentence
