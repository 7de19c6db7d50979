"""An engine's id changes with whatever could change what is read, and with nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from sayso import engine as module
from sayso.engine import LIBRARIES, NOUNS, ROOMS, Engine, rules_digest
from sayso.registry import Registry
from schemas import EngineVersion

ROOT = Path(__file__).parent.parent
INSTALLED = {name: files(name) for name in ("sayso", "schemas")}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of one's own, which every test leaves as it was."""
    root = tmp_path_factory.mktemp("checkout")
    for name in INSTALLED:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "*.onnx", "passages"))
    return root


def digest(root: Path) -> str:
    return rules_digest({name: root / name for name in INSTALLED})


def digest_with(path: Path, content: bytes) -> str:
    """The digest of the checkout with another content of one file of it, which then has its own again."""
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        return digest(next(place.parent for place in path.parents if place.name in INSTALLED))
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        pytest.param("sayso/language/en/reporting.yaml", " deny ", " denye ", id="a word of a list"),
        pytest.param("sayso/language/english.py", "Words", "Phrases", id="how a list is read"),
        pytest.param("sayso/attribute/model/confidence.json", "0", "1", id="a weight"),
        pytest.param("sayso/language/parse.py", "20_000", "10_000", id="how long a part is parsed"),
        pytest.param("sayso/language/tokenizer.json", '"', ' "', id="the vocabulary"),
        pytest.param("schemas/record.py", "round(x, 3)", "round(x, 2)", id="how confidences are rounded"),
    ],
)
def test_what_decides_changes_the_digest(copied: Path, path: str, before: str, after: str) -> None:
    content = (copied / path).read_text("utf-8")
    assert before in content, f"{path} has no {before!r} any more: choose another word"
    assert digest_with(copied / path, content.replace(before, after, 1).encode()) != digest(copied)


@pytest.mark.parametrize(
    "path",
    [
        "sayso/export/text.py",
        "sayso/report/report.py",
        "sayso/language/en/comparing.yaml",
        "sayso/ledger/ledger.py",
        "sayso/training/tagger/write_tagger.py",
        "sayso/attribute/model/README.md",
        "schemas/decision.py",
    ],
)
def test_what_cannot_change_a_result_leaves_the_digest(copied: Path, path: str) -> None:
    assert digest_with(copied / path, b"another") == digest(copied) == rules_digest(INSTALLED)


def test_word_lists_that_no_room_that_reads_names_leave_the_digest(copied: Path) -> None:
    reading = "".join(path.read_text("utf-8") for room in ROOMS for path in python_files(ROOT / "sayso" / room))
    known, lists = digest(copied), sorted((copied / "sayso" / "language" / "en").glob("*.yaml"))
    left = {path: path.read_bytes() for path in lists if f'"{path.name}"' not in reading}
    for path in left:
        path.write_bytes(b"another")
    changed = digest(copied)
    for path, content in left.items():
        path.write_bytes(content)
    assert changed == known


def test_line_ends_of_the_checkout_do_not_count(copied: Path) -> None:
    path = copied / "sayso" / "language" / "en" / "reporting.yaml"
    assert digest_with(path, path.read_bytes().replace(b"\n", b"\r\n")) == digest(copied)
    content = (ROOT / "seeds" / "sources.yaml").read_bytes()
    assert Registry.parse(content.replace(b"\n", b"\r\n"), "sources.yaml").digest == Engine().registry.digest


def test_a_file_more_or_elsewhere_changes_the_digest(copied: Path) -> None:
    known, rules = digest(copied), copied / "sayso" / "split" / "cuts.py"
    renamed = rules.rename(rules.with_name("cuts2.py"))
    assert digest(copied) != known
    renamed.rename(rules)
    assert digest(copied) == known


READING = """
import json, sys
from sayso.engine import Engine
from schemas import Article
Engine().extract(Article(text='The bridge is safe, the mayor said. He told reporters that it would stay open.'))
print(json.dumps(sorted(name for name in sys.modules if name.split('.')[0] in ('sayso', 'schemas'))))
"""
NOT_READING = {"sayso.errors"}


def test_every_module_that_reads_is_covered() -> None:
    done = subprocess.run([sys.executable, "-c", READING], check=True, capture_output=True, text=True, cwd=ROOT)
    rooms = [f"sayso.{name.removesuffix('.py')}" for name in ROOMS] + [f"schemas.{name}" for name in NOUNS]
    loaded = [name for name in json.loads(done.stdout) if "." in name]
    left = {name for name in loaded if not any(name == room or name.startswith(f"{room}.") for room in rooms)}
    # `import schemas` loads every noun; those that no reading module names are not read with.
    named = "".join(path.read_text("utf-8") for room in ROOMS for path in python_files(ROOT / "sayso" / room))
    nouns = {name for name in left if name.startswith("schemas.")}
    assert left - nouns == NOT_READING
    assert [name for name in nouns if f"from {name} import" in named] == []


def python_files(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def test_an_engine_names_its_libraries_with_their_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Engine().version
    assert [one.split(" ")[0] for one in here.libraries] == list(LIBRARIES)
    real = module.version

    def as_if(newer: str) -> str:
        monkeypatch.setattr(module, "version", lambda name: "99" if name == newer else real(name))
        return Engine().id

    assert {name: as_if(name) == here.id for name in (*LIBRARIES, "numpy")} == {
        **dict.fromkeys(LIBRARIES, False),
        "numpy": True,
    }


def test_engines_of_older_versions_keep_their_id_and_digest() -> None:
    old = EngineVersion(sayso="0.1.0", model="m" * 12, registry="r" * 12)
    assert old.id == "79ed84e6ecbe5f860805697433272e02"
    assert old.digest == "1e29d853e97e336115141c80dc9bc79b"
    assert (
        len({old.id, old.model_copy(update={"rules": "x"}).id, old.model_copy(update={"libraries": ("a 1",)}).id}) == 3
    )
