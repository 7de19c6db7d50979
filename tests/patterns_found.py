"""Every regular expression of the packages, with the ways in which it is used."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PACKAGES = ("schemas", "sayso", "flows")
CALLS = {"compile", "search", "match", "fullmatch", "split", "sub", "subn", "findall", "finditer"}
FROM_ONE_PLACE = {"match", "fullmatch"}
"""Calls that try a single place; all others begin anew at each."""


@dataclass(frozen=True)
class Used:
    """A regular expression, where it is written, and the calls that it is used by."""

    where: str
    pattern: re.Pattern[Any]
    calls: frozenset[str]

    @property
    def module(self) -> str:
        """The file in which it is written."""
        return self.where.partition(":")[0]

    @property
    def everywhere(self) -> bool:
        """Whether it is tried at each place of a text."""
        return not self.calls <= FROM_ONE_PLACE


@dataclass(frozen=True)
class Made:
    """A regular expression that is made of what is known only when it runs."""

    where: str
    source: str


def found() -> tuple[list[Used], list[Made]]:
    """All that are written out, and those that are not."""
    nodes = {path: list(ast.walk(ast.parse(path.read_text("utf-8")))) for path in modules()}
    shared = _calls_by_name(nodes.values())
    used: list[Used] = []
    made: list[Made] = []
    for path, some in nodes.items():
        regular = list(_regex_calls(some))
        names, own = (_names(some), _calls_by_name([some])) if regular else ({}, {})
        for call in regular:
            where = f"{path.relative_to(ROOT)}:{call.lineno}"
            name = names.get(call, "")
            calls = own if name.startswith("_") else shared
            by = calls.get(name, {"search"}) if _method(call) == "compile" else {_method(call)}
            pattern = _pattern(path, call)
            if pattern is None:
                made.append(Made(where.partition(":")[0], ast.unparse(call.args[0])))
            else:
                used.append(Used(where, pattern, frozenset(by)))
    return used, made


def modules() -> Iterator[Path]:
    """Every module of the packages."""
    for package in PACKAGES:
        yield from sorted(one for one in (ROOT / package).rglob("*.py") if "training" not in one.parts)


def _regex_calls(nodes: Sequence[ast.AST]) -> Iterator[ast.Call]:
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=name)) if name in CALLS:
                yield node


def _method(call: ast.Call) -> str:
    assert isinstance(call.func, ast.Attribute)
    return call.func.attr


def _names(nodes: Sequence[ast.AST]) -> dict[ast.AST, str]:
    """The name that each call's result is bound to."""
    return {
        node.value: node.targets[0].id
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }


def _calls_by_name(modules: Iterable[Sequence[ast.AST]]) -> dict[str, frozenset[str]]:
    """The calls that each name is used by, where all its uses are calls: who hands a pattern on may search with it."""
    calls: dict[str, set[str]] = defaultdict(set)
    for nodes in modules:
        owned = set()
        for node in nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                owned.add(node.value)
                calls[node.value.id].add(node.attr)
        for node in nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in owned:
                calls[node.id].add("search")
    return {name: frozenset(by & CALLS or {"search"}) for name, by in calls.items()}


def _pattern(path: Path, call: ast.Call) -> re.Pattern[Any] | None:
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    known = vars(import_module(module))
    given = [ast.unparse(one) for one in (*call.args[1:], *(word.value for word in call.keywords))]
    flags = [one for one in given if re.match(r"re\.[A-Z]", one)]
    try:
        source = eval(ast.unparse(call.args[0]), dict(known))
        return re.compile(source, eval(flags[0], dict(known)) if flags else 0)
    except NameError:
        return None
