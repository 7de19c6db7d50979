"""Tables of pages that say the same: on how many origins they are known to rest, and on whose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_installed import origins
from origin_world import SAID, Source, named, outlet, pronoun, told_in, unnamed

from sayso.link.origins import introductions
from schemas import Article, PublishedClaim, SourceKind

TABLES = Path(__file__).parent / "tables" / "origins"
KINDS: tuple[SourceKind, ...] = ("person", "group", "organisation", "government", "document", "unknown")


def cases() -> Iterator[object]:
    """The pages of each case, how many origins, and their names, if the case gives them (`/` parts those it may have).

    `wrong:` says why the number is another one today.
    """
    for file in sorted(TABLES.glob("*.txt")):
        for block in file.read_text("utf-8").split("\n## ")[1:]:
            name, expected, *lines = filter(str.strip, block.splitlines())
            pages = [line for line in lines if not line.startswith("wrong: ")]
            marks = [pytest.mark.xfail(strict=True, reason=line) for line in lines if line.startswith("wrong: ")]
            count, _, names = expected.removeprefix("= ").partition(": ")
            wanted = [one.split(" / ") for one in names.split("; ") if one]
            yield pytest.param(pages, int(count), wanted, id=f"{file.stem}: {name}", marks=marks)


def source(words: str) -> Source:
    """A source by its kind and its name or description: `person Ann Roe`, `unnamed official`."""
    kind, _, name = words.partition(" ")
    if kind in KINDS:
        return Source(name, {"name": name, "kind": kind})
    made = {"unnamed": unnamed, "outlet": outlet, "listed": named, "pronoun": pronoun}
    return Source(name, {"name": name, "kind": "person"}) if kind == "described" else made[kind](name)


def page(line: str, number: int) -> tuple[PublishedClaim, Article]:
    """A page: its outlet, its chain from the origin on, and what else it says."""
    paper, _, rest = line.partition(":")
    chain, *details = (part.strip() for part in rest.split("|"))
    about = [detail.removeprefix("about ") for detail in details if detail.startswith("about ")]
    known = dict(detail.split(" ", 1) for detail in details if not detail.startswith("about "))
    said = known.get("said", SAID)
    return told_in(
        None if paper == "?" else paper,
        *(source(words.strip()) for words in chain.split("<") if words.strip()),
        said=said.strip("“”"),
        quoted=said.startswith("“"),
        cue=known.get("cue"),
        page=number,
        url=f"https://paper.example/{paper}/{known['page']}" if "page" in known else None,
        about=about,
    )


@pytest.mark.parametrize(("pages", "count", "names"), list(cases()))
def test_known_origins_are_counted_and_named(pages: list[str], count: int, names: list[list[str]]) -> None:
    told = [page(line, number) for number, line in enumerate(pages, 1)]
    introduced = [one for _, article in told for one in introductions(article)]
    found = origins([claim for claim, _ in told], introduced=introduced)
    assert found.independent == count, found.sentence
    if names:
        shown = sorted(line.origin for line in found.lines)
        assert len(shown) == len(names)
        assert all(any(one in wanted for one in shown) for wanted in names), shown
