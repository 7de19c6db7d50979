"""Options that several commands have."""

from __future__ import annotations

import click

min_confidence = click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Leave open who says so if that is less probable than P, from 0 to 1.  [0]",
)
