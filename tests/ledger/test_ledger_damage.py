"""A small campaign against the record; the full one is run as `damage` says."""

from damage import campaigns


def test_nothing_that_changes_or_drops_an_entry_passes() -> None:
    for name, figures in campaigns(flips=25, logs=16, edits=40, seed=3):
        assert (figures.missed, figures.faults) == ([], []), name
        assert figures.counts["found"] + figures.counts["refused"] > 8, name
