"""Decisions about words that are no longer read are listed in every report, by whom and why."""

from __future__ import annotations

import json

import pytest
from linked_world import decision, wire

from sayso.report import Format, render, report

ORPHAN = decision(wire().claim, "confirm").model_copy(update={"why": "On <b>file</b>\x1b[31m."})


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_they_are_listed(form: Format) -> None:
    told = render(report([wire()], orphans=[ORPHAN]), form)
    if form == "json":
        (sentence,) = json.loads(told)["orphans"]
        assert sentence.startswith(f"confirm by Ada Lind of {wire().claim.id}: On <b>file</b>")
    else:
        assert "Decided, but the words are no longer read" in told
        assert f"confirm by Ada Lind of {wire().claim.id}" in told
        assert "<b>file" not in told
        assert "\x1b" not in told
    assert "no longer read" not in render(report([wire()]), form)
