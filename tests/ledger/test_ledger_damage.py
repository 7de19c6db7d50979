"""A small campaign against the record; the full one is run as `damage` says."""

import os

import pytest
from damage import campaigns


@pytest.mark.skipif("CI" not in os.environ, reason="takes six seconds; runs where CI is set")
def test_every_change_or_loss_of_an_entry_is_found() -> None:
    for name, figures in campaigns(flips=50, logs=16, edits=40, seed=3):
        assert (figures.missed, figures.faults) == ([], []), name
        assert figures.counts["found"] + figures.counts["refused"] > 8, name
