"""Inputs of each kind of difficulty that nobody who builds has read: how many are right must not fall."""

from __future__ import annotations

import os

import pytest

from sayso.engine import Engine
from tests.evaluation.kind_cases import faults, inputs, kinds

RIGHT = 98
"""Of 150; of those that may be read as many more are counted by `python -m tests.evaluation.kind_cases`."""


@pytest.mark.skipif("CI" not in os.environ, reason="takes a quarter of a minute; runs where CI is set")
def test_as_many_unread_inputs_are_right_as_before() -> None:
    engine = Engine()
    unread = [one for kind in kinds() for one in inputs(kind)[1::2]]
    assert len(unread) == 150
    assert sum(not faults(one, engine) for one in unread) >= RIGHT
