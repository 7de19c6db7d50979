"""How well copies of wire stories are found: pinned against pairs computed by brute force over sets of word 8-grams."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from installed import registry

from sayso.ingest import ingest
from sayso.link.reuse import LEAST, pairs
from schemas.derivation import WHOLE

CORPUS_SHA256 = "627503da9886e1300a3a93eee53801f31744fc5e06e6956a5e35b074302eafd3"
"""Over the bytes of the articles and the pairs."""

F1 = 0.99
NO_COPIES = {WHOLE: 31, LEAST: 383}
"""By the least containment, the pairs that share so much, but outside quotations never eight words in a row."""


def folder(corpora: Path) -> Path:
    return corpora / "links" / "wire"


def test_the_corpus_is_the_one_that_the_floor_was_measured_on(corpora: Path) -> None:
    names = ("articles.jsonl", "pairs.jsonl")
    content = b"".join((folder(corpora) / name).read_bytes() for name in names)
    assert hashlib.sha256(content).hexdigest() == CORPUS_SHA256


@pytest.mark.parametrize(("least", "no_copies"), NO_COPIES.items())
def test_pairs_that_share_enough_of_the_shorter_are_found(corpora: Path, least: float, no_copies: int) -> None:
    articles = [one.article for one in ingest(folder(corpora) / "articles.jsonl") if one.article]
    rows = map(json.loads, (folder(corpora) / "pairs.jsonl").read_text("utf-8").splitlines())
    gold = {frozenset((row["a"], row["b"])) for row in rows if row["containment"] >= least}
    alike = pairs(articles, registry, least)
    found = {frozenset((str(one.a.article.key), str(one.b.article.key))) for one in alike}
    assert 2 * len(gold & found) / (len(gold) + len(found)) >= F1
    assert sum(not one.copied for one in alike) == no_copies
