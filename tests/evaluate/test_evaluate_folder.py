"""Which articles of a folder have gold, and what is said of the rest."""

import pytest
from gold_world import save

from sayso.errors import UsageError
from sayso.evaluate import gold

ROW = '{"doc": "a", "content": [0, 3], "chain": [{"mention": [4, 7], "role": "origin"}]}\n'
UNKNOWN = ROW.replace('"a"', '"d"')


def listed(folder, chains=None):
    """Name, annotation and lines of chains of each article; what is left out."""
    found = gold(folder, chains)
    places = [(one.name, one.standoff and one.standoff.name, [item.line for item in one.items]) for one in found.places]
    return places, [tuple(one) for one in found.skipped]


FOLDERS = {
    "texts and annotations in their folders": (
        {"text/a.txt": "", "text/b.txt": "", "attributions/a.ann": "", "attributions/b_4e07.ann": ""},
        ([("a", "a.ann", []), ("b", "b_4e07.ann", [])], []),
    ),
    "all side by side, other files and hidden ones left alone": (
        {"a.txt": "", "a.ann": "", "chains.jsonl": ROW, "README.md": "", ".b.txt": ""},
        ([("a", "a.ann", [1])], []),
    ),
    "of several annotators the first counts, and none before the article's own file": (
        {"a.txt": "", "a_ann.ann": "", "a_bob.ann": "", "b.txt": "", "b_ann.ann": "", "b.ann": ""},
        ([("a", "a_ann.ann", []), ("b", "b.ann", [])], []),
    ),
    "a name that goes on with an underscore is another article's": (
        {"a.txt": "", "a_b.txt": "", "a_b.ann": "", "a_c.ann": ""},
        ([("a", "a_c.ann", []), ("a_b", "a_b.ann", [])], []),
    ),
    "a text without gold, and gold without a text": (
        {"a.txt": "", "b.txt": "", "c.ann": "", "chains.jsonl": f"\n{ROW}{UNKNOWN}"},
        (
            [("a", None, [2])],
            [
                ("c.ann", "expected the text that it annotates, found none; add it"),
                ("d", "expected the text d.txt for its gold, found none; add it"),
                ("b", "expected gold (b.ann, chains, or a reading), found none; annotate it, or remove it"),
            ],
        ),
    ),
}


@pytest.mark.parametrize(("files", "expected"), FOLDERS.values(), ids=FOLDERS)
def test_lists(tmp_path, files, expected):
    assert listed(save(tmp_path, files)) == expected


def test_chains_may_lie_elsewhere(tmp_path):
    save(tmp_path, {"gold/a.txt": "", "gold/chains.jsonl": "not read", "rows.jsonl": ROW})
    assert listed(tmp_path / "gold", tmp_path / "rows.jsonl") == ([("a", None, [1])], [])


USAGE = {
    "no folder": ("none", None, "expected a folder of gold at '{}/none', found nothing; check the path"),
    "a file": ("a/a.txt", None, "expected a folder of gold at '{}/a/a.txt', found a file; check the path"),
    "no text": ("b", None, "expected texts (.txt) in '{}/b' or its folder text/, found none; check the path"),
    "no chains": ("a", "rows.jsonl", "expected a file of chains at '{}/rows.jsonl', found none; check the path"),
}


@pytest.mark.parametrize(("folder", "chains", "sentence"), USAGE.values(), ids=USAGE)
def test_a_wrong_path_is_told(tmp_path, folder, chains, sentence):
    save(tmp_path, {"a/a.txt": "", "b/a.ann": ""})
    with pytest.raises(UsageError) as caught:
        gold(tmp_path / folder, chains and tmp_path / chains)
    assert str(caught.value) == sentence.format(tmp_path)
