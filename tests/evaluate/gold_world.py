"""A newsroom that annotates: gold is made by pointing at words, so that no test counts characters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factories import find

from schemas import Article

ROLES = ("Source", "Cue", "Content")


def standoff(article: Article, *attributions: tuple[str, str, str]) -> str:
    """brat standoff of attributions, each the words of source, cue and content; "" leaves one out."""
    lines: list[str] = []
    number = 0
    for event, words in enumerate(attributions, 1):
        ties = []
        for role, part in zip(ROLES, words, strict=True):
            if part:
                number += 1
                span = find(article, part)
                lines.append(f"T{number}\t{role} {span.start} {span.end}\t{' '.join(span.words.split())}")
                ties.append(f"{role}:T{number}")
        lines.append(f"E{event}\tAttribution:T{number} {' '.join(ties)}")
    return "".join(f"{line}\n" for line in lines)


def row(article: Article, content: str, *hops: tuple[str, bool], doc: str = "a", **known: Any) -> dict[str, Any]:
    """A row of gold chains: each hop the words that mention it, and whether it is unnamed."""
    roles = ["origin", *["relay"] * (len(hops) - 1)]
    chain = [
        {"mention": find(article, words).range, "role": role, "kind": "person", "anonymous": anonymous}
        for role, (words, anonymous) in zip(roles, hops, strict=True)
    ]
    return {"doc": doc, "content": find(article, content).range, "chain": chain, **known}


def save(folder: Path, files: dict[str, str]) -> Path:
    """Write `files`, by their paths in `folder`."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    return folder


def lines(*rows: dict[str, Any]) -> str:
    """Rows as JSON lines."""
    return "".join(json.dumps(one) + "\n" for one in rows)
