"""Networks: the error for an invalid file, and a copy for another process is the same network."""

from __future__ import annotations

import pickle
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import UsageError
from sayso.language.onnx import Network

ENCODER = files("sayso.link.retrieve") / "model" / "encoder.onnx"


def test_a_file_that_is_no_network_is_refused_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tagger.onnx").write_bytes(b"half of it")
    with pytest.raises(UsageError) as refused:
        Network(tmp_path / "tagger.onnx").load()
    said = "expected a network in tagger.onnx, found what is damaged; install Sayso again"
    assert str(refused.value) == said


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^expected a network in tagger\.onnx, found that it cannot be read"):
        _ = Network(tmp_path / "tagger.onnx").digest


def test_a_copy_for_another_process_computes_the_same() -> None:
    network = Network(ENCODER)
    pieces = {"pieces": np.ones((3, 384), np.float32)}
    (ours,), (theirs,) = network.run(pieces), pickle.loads(pickle.dumps(network)).run(pieces)
    assert ours.tobytes() == theirs.tobytes()
