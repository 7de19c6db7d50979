"""What a person at a terminal sees beside the output: sentences on standard error."""

from __future__ import annotations

import click

from sayso.present.safe import printable


def say(sentence: str) -> None:
    """Print `sentence` after the program's name."""
    tell(f"sayso: {sentence}")


def tell(sentence: str) -> None:
    """Print `sentence` on one line, with nothing in it that a terminal would obey."""
    click.echo(printable(sentence), err=True)
