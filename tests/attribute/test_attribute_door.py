"""Who carried a statement on is reached through one function, so that a learned model can take the rules' place."""

from __future__ import annotations

import ast
from pathlib import Path

import sayso.attribute.relays as relays

ROOM = Path(relays.__file__).parent
ROOT = ROOM.parents[2]
OTHERS = sorted(path for top in ("sayso", "flows") for path in (ROOT / top).rglob("*.py") if ROOM not in path.parents)


def asked_for(path: Path) -> set[str]:
    """What a module imports from the room: `relays.NAME`, or a module of the room."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{one.name}" for one in node.names if node.module.startswith(relays.__name__)}
    return found


def test_nobody_asks_for_more_than_the_function_and_its_values() -> None:
    asked = {name for path in OTHERS for name in asked_for(path)}
    assert asked <= {f"{relays.__name__}.{name}" for name in relays.__all__}
    assert [name for name in relays.__all__ if name[0].islower()] == ["chains_of"]
