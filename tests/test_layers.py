"""A stair, not a web: each floor knows only those below, and a stage never knows another."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = (
    "ingest",
    "segment",
    "attribute",
    "split",
    "link",
    "ledger",
    "policy",
    "report",
    "export",
    "evaluate",
    "language",
    "registry",
    "present",
)
FLOORS = ("schemas", "sayso", "flows")
HEAVY = {
    "sqlalchemy": ["sayso.ledger"],
    "alembic": ["sayso.ledger"],
    "prefect": ["flows"],
    "spacy": ["sayso.language", "sayso.segment", "sayso.attribute", "sayso.split", "sayso.training"],
    "onnxruntime": ["sayso.language", "sayso.training"],
    "tokenizers": ["sayso.language", "sayso.attribute", "sayso.training"],
    "trafilatura": ["sayso.ingest"],
    "click": ["flows"],
    "rich": ["flows"],
}
MODULES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def imports(path: Path) -> list[str]:
    """Every module that `path` imports, wherever it does."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: a relative import hides what it knows"
            found += [f"{node.module}.{one.name}" for one in node.names]
    return found


def within(name: str, rooms: str | list[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in ([rooms] if isinstance(rooms, str) else rooms))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_knows_only_what_is_below(path: Path) -> None:
    name, known = name_of(path), imports(path)
    above = FLOORS[FLOORS.index(name.split(".")[0]) + 1 :]
    assert [one for one in known if within(one, list(above))] == []
    room = next((stage for stage in STAGES if within(name, f"sayso.{stage}")), None)
    if room:
        allowed = [f"sayso.{room}", "sayso.errors", "sayso.registry", "sayso.language", "sayso.present"]
        assert [one for one in known if within(one, "sayso") and not within(one, allowed)] == []


@pytest.mark.parametrize("library", HEAVY)
def test_a_heavy_library_has_its_rooms(library: str) -> None:
    users = [name_of(path) for path in MODULES if any(within(one, library) for one in imports(path))]
    assert [name for name in users if not within(name, HEAVY[library])] == []
