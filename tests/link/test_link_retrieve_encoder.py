"""The encoder: what a text's vector depends on."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.link.retrieve import embed, model_digest
from sayso.link.retrieve.postings import Postings
from sayso.link.retrieve.terms import terms

TEXTS = [
    "The dam held.",
    "A wolf was seen in the vineyard near the old mill on Sunday.",
    "",
    "Talks resume in April.",
    *(" ".join(["seals"] * words) for words in (5, 6, 7, 9, 23, 24, 64, 150)),
] * 4


def test_a_texts_vector_does_not_depend_on_other_texts() -> None:
    together = embed(TEXTS)
    alone = np.concatenate([embed([text]) for text in TEXTS])
    backwards = embed(TEXTS[::-1])[::-1]
    assert together.tobytes() == alone.tobytes() == backwards.tobytes()


def test_vectors_have_length_one() -> None:
    assert np.linalg.norm(embed(TEXTS), axis=1) == pytest.approx(1, abs=1e-5)
    assert embed([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("a", "near", "far"),
    [
        ("The president resigned.", "The head of state stepped down.", "The bridge was painted blue."),
        ("Twelve people were killed.", "A dozen died.", "Twelve eggs were sold."),
    ],
)
def test_like_meaning_is_near(a: str, near: str, far: str) -> None:
    vectors = embed([a, near, far])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_the_model_is_known_by_its_bytes() -> None:
    assert len(model_digest()) == 64


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Strikes doubled", "striking, it doubles"),
        ("#WeirHill cracks", "a crack in Weir Hill"),
        ("The mayor's office", "the Mayor’s offices"),
        ("3,000 seals https://t.co/x1", "seals: 3,000"),
    ],
)
def test_words_are_the_same_without_case_endings_and_what_is_around_them(a: str, b: str) -> None:
    assert terms(a).tolist() == terms(b).tolist() != []


def test_numbers_are_distinguished() -> None:
    assert terms("12 killed").tolist() != terms("30 killed").tolist()


def test_postings_are_the_same_for_any_steps() -> None:
    random = np.random.default_rng(3)
    words = random.integers(0, 50, size=(400, 3), dtype=np.uint32)
    postings = Postings()
    start = 0
    for step in (1, 1, 1, 250, 7, 0, 100, 40):
        rows = np.arange(start, start + step)
        postings.add(words[rows].ravel(), np.repeat(rows, 3))
        start += step
    every = np.arange(51)
    expected = [[row for row in range(400) for word in words[row] if word == one] for one in every]
    assert [rows.tolist() for rows in postings.rows(every)] == expected
