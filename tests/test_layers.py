"""A stair, not a web: each floor knows only those below, and a stage never knows another."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter
from itertools import combinations, permutations
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = (
    "collect",
    "ingest",
    "segment",
    "attribute",
    "split",
    "link",
    "ledger",
    "report",
    "clear",
    "export",
    "evaluate",
    "language",
    "registry",
    "present",
    "worklist",
)
FACES = ("review",)
"""What people see of the use cases, beside `flows`: on `desk` and `present` alone, and known to nobody below."""
ABOVE = {"worklist": ["sayso.clear", "sayso.report"]}
"""A stage that stands above others: the worklist ranks what clearing and the report find in an article."""
FLOORS = ("schemas", "sayso", "flows")
INSIDE = {
    "sayso.attribute": (
        *("places", "media", "draft", "parsed", "grammar"),
        *("tagger", "spans", "sources", "relays", "statements", "cross_examination", "attribute"),
    ),
    "sayso.ledger": ("store", "log", "checkpoint", "entries", "views", "append", "ledger"),
    "sayso.link": ("credits", "reuse", "link"),
    "sayso.link.stories": (
        *("likeness", "weighed_words", "profile", "article_rows", "story_index"),
        *("bonds", "agglomerate", "surroundings", "grouping"),
    ),
    "sayso.report": ("model", "sentences", "report"),
    "sayso.worklist": ("model", "article_sentence", "signals", "weights", "article_findings"),
    "flows": ("process_setup", "workers", "tracing", "server", "cli"),
}
"""The floors inside of rooms, from below: none of them knows one that stands after it."""

APART = {
    "sayso.attribute": ("spans", "sources"),
    "sayso.ledger": ("append", "verify", "snapshot"),
    "sayso.link": ("retrieve", "reuse", "compare", "origins"),
    "sayso.link.stories": ("bonds", "agglomerate", "story_index"),
    "sayso.report": ("sentences", "linked", "formats"),
    "sayso.export": ("brat", "html", "jsonl", "text"),
}
"""Rooms beside each other: none of them knows another."""

HEAVY = {
    "sqlalchemy": ["sayso.ledger"],
    "alembic": ["sayso.ledger"],
    "prefect": ["flows"],
    "spacy": ["sayso.language", "sayso.segment", "sayso.attribute", "sayso.split", "sayso.training"],
    "onnxruntime": ["sayso.language", "sayso.training"],
    "tokenizers": ["sayso.language", "sayso.attribute", "sayso.training"],
    "trafilatura": ["sayso.ingest"],
    "httpcore2": ["sayso.collect"],
    "httpx2": ["sayso.collect"],
    "protego": ["sayso.collect"],
    "feedparser": ["sayso.collect"],
    "mammoth": ["sayso.ingest"],
    "markdown_it": ["sayso.ingest"],
    "click": ["flows"],
    "cryptography": ["sayso.ledger.checkpoint"],
    "starlette": ["sayso.review"],
    "rich": ["flows"],
}
INSTALLED = {
    "sayso.desk.loading_registry._installed",
    "sayso.export.html.template._environment",
    "sayso.language.parse._pipeline",
    "sayso.language.pieces._table",
    "sayso.language.pieces.tokenizer",
    "sayso.ledger.verify.schema._expected",
    "sayso.link.compare.measures._units",
    "sayso.report.formats.render._template",
    "sayso.review.page_frame._environment",
    "sayso.settings.kinds._zones",
    "sayso.worklist.formats.render._template",
}
"""What a process makes once, of files that are installed: nothing that happens in it can change what they give."""

PARALLEL = {
    *("link", "linking", "report", "reporting", "ledger", "worklist"),
    *("markdown", "render", "table", "text"),
}
"""Modules with a name that several rooms have: a use case with its flow and its command, and the formats of a thing."""

MODULES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything that stands in a module; to parse them all takes a second."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def imports(path: Path) -> list[str]:
    """Every module that `path` imports, wherever it does."""
    found: list[str] = []
    for node in nodes(path):
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
        allowed = [f"sayso.{room}", "sayso.errors"]
        allowed += ABOVE.get(room, [])
        if room != "present":
            allowed += ["sayso.registry", "sayso.language", "sayso.present"]
        assert [one for one in known if within(one, "sayso") and not within(one, allowed)] == []


@pytest.mark.parametrize("face", FACES)
def test_a_face_knows_only_the_use_cases_and_their_wording(face: str) -> None:
    own = [path for path in MODULES if within(name_of(path), f"sayso.{face}")]
    below = [f"sayso.{name}" for name in (face, "desk", "present", "settings", "errors")]
    known = {one for path in own for one in imports(path) if within(one, "sayso")}
    assert [one for one in sorted(known) if not within(one, below)] == []
    others = [path for path in MODULES if path not in own and not within(name_of(path), "flows")]
    assert [name_of(path) for path in others if any(within(one, f"sayso.{face}") for one in imports(path))] == []


OURS = {name_of(path) for path in MODULES}


@cache
def known_in(path: Path) -> set[str]:
    """The modules of ours that `path` imports, whether they run or only type checkers read them."""
    return {name if name in OURS else name.rpartition(".")[0] for name in imports(path)} & OURS - {name_of(path)}


def test_no_module_knows_itself_over_others() -> None:
    TopologicalSorter({name_of(path): known_in(path) for path in MODULES}).prepare()  # raises CycleError


@pytest.mark.parametrize("room", ["flows", *(f"sayso.{stage}" for stage in (*STAGES, *FACES)), "sayso.desk"])
def test_no_part_of_a_room_knows_itself_over_others(room: str) -> None:
    TopologicalSorter(parts_of(room)).prepare()


@pytest.mark.parametrize("room", INSIDE)
def test_floors_inside_a_room(room: str) -> None:
    known, floors = parts_of(room), INSIDE[room]
    assert {*floors} <= {*known}
    assert [(low, high) for low, high in combinations(floors, 2) if high in known[low]] == []


@pytest.mark.parametrize("room", APART)
def test_rooms_beside_each_other(room: str) -> None:
    known, beside = parts_of(room), APART[room]
    assert {*beside} <= {*known}
    assert [(one, other) for one, other in permutations(beside, 2) if other in known[one]] == []


def parts_of(room: str) -> dict[str, set[str]]:
    """What each part of a room (a module or a folder in it) knows of the others."""
    known: dict[str, set[str]] = {}
    for path in MODULES:
        if (part := part_of(name_of(path), room)) is not None:
            known.setdefault(part, set()).update(part_of(name, room) or part for name in known_in(path))
    return {part: others - {part} for part, others in known.items()}


def part_of(name: str, room: str) -> str | None:
    return name.removeprefix(f"{room}.").partition(".")[0] if name.startswith(f"{room}.") else None


def unkeyed_caches(path: Path) -> set[str]:
    """The functions without an argument whose first result a process keeps."""
    functions = [node for node in nodes(path) if isinstance(node, ast.FunctionDef)]
    kept = [function for function in functions if "cache" in " ".join(map(ast.unparse, function.decorator_list))]
    return {f"{name_of(path)}.{function.name}" for function in kept if not ast.unparse(function.args)}


def test_a_process_keeps_nothing_but_what_is_installed() -> None:
    assert {name for path in MODULES for name in unkeyed_caches(path)} == INSTALLED


def test_a_name_means_one_thing() -> None:
    """A class by its name alone, and a module unless it is in `PARALLEL`."""
    classes = [node.name for path in MODULES for node in nodes(path) if isinstance(node, ast.ClassDef)]
    assert repeated(classes) == set()
    assert repeated(path.stem for path in MODULES if path.stem != "__init__") <= PARALLEL


def repeated(names: Iterable[str]) -> set[str]:
    return {name for name, times in Counter(names).items() if times > 1}


@pytest.mark.parametrize("library", HEAVY)
def test_a_heavy_library_has_its_rooms(library: str) -> None:
    users = [name_of(path) for path in MODULES if any(within(one, library) for one in imports(path))]
    assert [name for name in users if not within(name, HEAVY[library])] == []
