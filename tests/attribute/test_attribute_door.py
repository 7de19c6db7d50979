"""Relays are reached through one function, so that a learned model can replace the rules."""

from __future__ import annotations

import ast
from pathlib import Path

import sayso.attribute.relays as relays

ROOM = Path(relays.__file__).parent
ROOT = ROOM.parents[2]
OTHERS = sorted(path for top in ("sayso", "flows") for path in (ROOT / top).rglob("*.py") if ROOM not in path.parents)


def imported(path: Path) -> set[str]:
    """The names that a module imports from the package: `relays.NAME`, or those of its modules."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module.startswith(relays.__name__)}
    return found


def test_other_modules_import_only_the_function_and_its_values() -> None:
    names = {name for path in OTHERS for name in imported(path)}
    assert names <= {f"{relays.__name__}.{name}" for name in relays.__all__}
    assert [name for name in relays.__all__ if name[0].islower()] == ["chains_of"]
