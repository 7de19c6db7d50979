"""The cost of a report grows in proportion to its content: twice as much takes about twice as many steps."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import pytest
from factories import make_article, make_claim, make_dossiers, make_extraction, make_hop, make_statement
from linked_world import article, decision, derived, link, origins, said

from sayso.report import FORMATS, render, report
from schemas import Derivation, Dossier

Made = tuple[list[Dossier], list[Derivation]]

FEW = 40


def steps(work: Callable[[], object]) -> int:
    """How many calls `work` makes, of Python's functions and of built-in ones."""
    made = 0

    def count(frame: Any, event: str, _: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


def headings(number: int) -> Made:
    """Headings, each with a statement below it that has half of their words, and so covers none."""
    heads = [
        f"Harbour council closes narrow bridge over {chr(97 + one // 26)}ela{chr(97 + one % 26)}o"
        for one in range(number)
    ]
    bodies = [
        f"Council of {head.split()[-1].title()} opens narrow street with flags, music, dances and speeches."
        for head in heads
    ]
    made = make_article("\n\n".join(f"{head}\n\n{body}" for head, body in zip(heads, bodies, strict=True)))
    statements = [make_statement(made, head) for head in heads]
    statements += [make_statement(made, body, chain=[make_hop(made, body[:17])]) for body in bodies]
    return make_dossiers(made, make_extraction(made, statements, kinds={"Harbour": "headline"})), []


def pieces(number: int) -> Made:
    """A sentence whose one statement is in many pieces, with as many claims."""
    made = make_article(" ".join(f"rain{one} fell{one}," for one in range(number)) + " he said.")
    statement = make_statement(made, *(f"rain{one} fell{one}" for one in range(number)))
    claims = [make_claim(made, statement, f"rain{one} fell{one}") for one in range(number)]
    return make_dossiers(made, make_extraction(made, [statement], claims=claims)), []


def prints(number: int) -> Made:
    """Prints of one article, each from the one before."""
    made = [said(article(f"Globe {one}", "Rain fell."), "Rain fell.", None) for one in range(number)]
    edges = [derived(a.article, b.article, a.article.id) for a, b in pairwise(made)]
    return made, edges


def tellings(number: int) -> Made:
    """One claim made by many, and as many others that conflict with it."""
    same = [said(article(f"Globe {one}", "Police said that 12 died."), "12 died", "Police") for one in range(number)]
    other = [said(article(f"Echo {one}", f"Army says {one} died."), f"{one} died", "Army") for one in range(number)]
    known = origins(*same)
    links = [link(a, b, "conflicts") for a, b in zip(same, other, strict=True)]
    made = [
        a.model_copy(update={"links": (one,), "others": (b.published_claim,), "origins": known if a in same else None})
        for ours, theirs in ((same, other), (other, same))
        for a, b, one in zip(ours, theirs, links, strict=True)
    ]
    return made, []


def papers(number: int) -> Made:
    """Two claims, confirmed to be at odds, that name papers over and over."""
    words = [" ".join(f"the report{end} the law" for _ in range(number)) for end in ("", " and")]
    a, b = (said(article(f"Globe {one}", f"{one}."), one, None) for one in words)
    odds = link(a, b, "conflicts")
    known = {"links": (odds,), "decisions": (decision(odds, "confirm"),)}
    return [one.model_copy(update={**known, "others": (other.published_claim,)}) for one, other in ((a, b), (b, a))], []


SHAPES: Iterable[Callable[[int], Made]] = (headings, pieces, prints, tellings, papers)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_twice_as_much_takes_twice_as_many_steps(shape: Callable[[int], Made]) -> None:
    def taken(number: int) -> int:
        dossiers, edges = shape(number)

        def told() -> None:
            made = report(dossiers, derivations=edges)
            for form in FORMATS:
                render(made, form, limit=None)

        return steps(told)

    taken(1)  # what is made once
    few, many = taken(FEW), taken(2 * FEW)
    assert few < many < 2.4 * few
