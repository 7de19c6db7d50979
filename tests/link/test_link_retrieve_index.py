"""The index of claims: what it finds, and that it does not depend on how it was built."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso.errors import LedgerError
from sayso.link.retrieve import Index, Near, vector_cells
from sayso.link.retrieve.encoder import WIDTH, Floats
from sayso.link.retrieve.terms import Terms, terms

CLAIMS = {
    "seals": "The number of seals in the bay has doubled since 2019.",
    "chorus": "The opera chorus ended its strike after eleven days.",
    "call": "The president of Nordkai spoke with the Kremlin by telephone.",
    "dam": "Engineers warned of cracks in the Weir Hill dam.",
    "grid": "Talks on a common power grid resume in April.",
}


def index_of(folder: Path | None = None, **claims: str) -> Index:
    index = Index.open(folder)
    index.add(list(claims), list(claims.values()))
    return index


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(**CLAIMS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("Twice as many seals live in the bay as in 2019", "seals", id="meaning and words"),
        pytest.param("Singers at the city's musical theatre went back to work", "chorus", id="meaning alone"),
        pytest.param("Nordkai", "call", id="one rare word"),
        pytest.param("CRACKS!!! #WeirHill https://t.co/grid", "dam", id="a post with a tag and an address"),
        pytest.param("Engineers warned of cracks in the Weir Hill dam.", "dam", id="the same words"),
    ],
)
def test_the_nearest_claim_is_first(index: Index, query: str, expected: str) -> None:
    assert index.nearest([query], 1)[0][0].id == expected


def test_the_same_text_has_the_highest_score_there_is(index: Index) -> None:
    ((near,),) = index.nearest([CLAIMS["dam"]], 1)
    assert near == Near("dam", pytest.approx(1, abs=1e-6), pytest.approx(1, abs=1e-6), pytest.approx(1))


def test_scores_are_from_0_to_1_and_fall(index: Index) -> None:
    (found,) = index.nearest(["Engineers telephoned about the grid"], 10)
    scores = [near.score for near in found]
    assert len(found) == len(CLAIMS)
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= one <= 1 for near in found for one in (near.score, near.meaning, near.words))


def test_what_is_around_a_claim_leaves_the_claim_out(index: Index) -> None:
    (found,) = index.around(["dam"], 2)
    assert [near.id for near in found] == [near.id for near in index.nearest([CLAIMS["dam"]], 3)[0]][1:]


@pytest.mark.parametrize("text", ["", " ", "the of", "x" * 50_000, "\ud800", "\0", "Вода " * 400, "🙂"])
def test_any_text_can_be_searched_for_and_added(text: str) -> None:
    index = index_of(odd=text, dam=CLAIMS["dam"])
    assert {near.id for near in index.nearest([text], 2)[0]} <= {"odd", "dam"}
    assert index.nearest([CLAIMS["dam"]], 1)[0][0].id == "dam"


def test_an_empty_index_finds_nothing() -> None:
    assert Index.open(None).nearest(["anything"], 5) == [[]]


def test_a_claim_is_added_once_and_its_latest_words_count() -> None:
    index = index_of(**CLAIMS)
    index.add(["dam"], [CLAIMS["dam"]])
    assert len(index) == len(CLAIMS)
    index.add(["dam"], ["A wolf was seen in the vineyard."])
    assert len(index) == len(CLAIMS)
    assert index.nearest(["wolf vineyard"], 1)[0][0].id == "dam"
    assert "dam" not in [near.id for near in index.nearest(["cracks Weir Hill"], 1)[0]]


def test_further_words_find_a_claim_too() -> None:
    index = Index.open(None)
    index.add(["a", "b"], ["It is false.", "It is true."], ["Did a meteorite hit Managua?", ""])
    assert index.nearest(["A meteorite has hit Managua"], 1)[0][0].id == "a"


@pytest.fixture
def few_make_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Divide vectors into cells early, so that a test needs few of them."""
    monkeypatch.setattr(vector_cells, "FIRST", 256)


def made(count: int) -> tuple[list[str], Floats, list[Terms]]:
    """Encoded texts, in groups of five of similar meaning."""
    random = np.random.default_rng(5)
    middles = np.repeat(random.normal(size=(count // 5 + 1, WIDTH)), 5, axis=0)[:count]
    vectors = middles + 0.4 * random.normal(size=middles.shape)
    words = [terms(f"group {row // 5} claim {row % 7} number {row}") for row in range(count)]
    return [f"claim {row}" for row in range(count)], vectors.astype(np.float32), words


@pytest.mark.usefixtures("few_make_cells")
def test_it_is_the_same_added_at_once_or_little_by_little_or_saved_between(tmp_path: Path) -> None:
    ids, vectors, words = made(1_500)
    at_once, by_and_by = Index.open(tmp_path / "a"), Index.open(tmp_path / "b")
    at_once.add_vectors(ids, vectors, words)
    at_once.save()
    start = 0
    for step in (1, 254, 1, 2, 700, 66, 400, 76):
        by_and_by.add_vectors(ids[start : start + step], vectors[start : start + step], words[start : start + step])
        start += step
        if step != 2:
            by_and_by.save()
            by_and_by = Index.open(tmp_path / "b")
    files = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "ab"]
    assert start == len(ids)
    assert files[0] == files[1]
    reopened = Index.open(tmp_path / "a")
    expected = at_once.nearest_vectors(vectors[::50], words[::50], 10)
    assert by_and_by.nearest_vectors(vectors[::50], words[::50], 10) == expected
    assert reopened.nearest_vectors(vectors[::50], words[::50], 10) == expected


@pytest.mark.usefixtures("few_make_cells")
def test_cells_lose_little_of_what_looking_at_everything_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    ids, vectors, words = made(3_000)
    divided = Index.open(None)
    divided.add_vectors(ids, vectors, words)
    monkeypatch.setattr(vector_cells, "FIRST", 1_000_000)
    whole = Index.open(None)
    whole.add_vectors(ids, vectors, words)
    nothing = [terms("")] * 100
    found = divided.nearest_vectors(vectors[::30], nothing, 5)
    exact = whole.nearest_vectors(vectors[::30], nothing, 5)
    kept = [len({n.id for n in a} & {n.id for n in b}) / 5 for a, b in zip(found, exact, strict=True)]
    assert sum(kept) / len(kept) >= 0.9


def test_an_interrupted_save_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index", **CLAIMS)
    index.save()
    with (tmp_path / "index" / "vectors").open("ab") as file:
        file.write(b"half a vector")
    reopened = Index.open(tmp_path / "index")
    reopened.add(["wolf"], ["A wolf was seen in the vineyard."])
    reopened.save()
    assert Index.open(tmp_path / "index").nearest(["wolf"], 1)[0][0].id == "wolf"


DAMAGE = {
    "a column cut short": ("vectors", lambda old: old[:-1], "vectors is not as it was saved"),
    "a byte changed": ("terms", lambda old: bytes([old[0] ^ 1]) + old[1:], "terms is not as it was saved"),
    "no manifest": ("manifest.json", lambda _: None, "manifest.json is missing"),
    "a manifest that is none": ("manifest.json", lambda _: b"{}", "manifest.json is of another program or version"),
    "another encoder": (
        "manifest.json",
        lambda old: old.replace(b'"model":"', b'"model":"0'),
        "it was made by another encoder",
    ),
    "a column missing": ("names", lambda _: None, "names is missing"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_or_foreign_index_is_refused_in_a_sentence(damage: str, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    index_of(folder, **CLAIMS).save()
    name, change, reason = DAMAGE[damage]
    changed = change((folder / name).read_bytes())
    (folder / name).unlink() if changed is None else (folder / name).write_bytes(changed)
    with pytest.raises(LedgerError) as refusal:
        Index.open(folder)
    assert str(refusal.value) == (
        f"expected an index of claims in {str(folder)!r}, found that {reason}; delete the folder: the index is made "
        "anew from the ledger"
    )
