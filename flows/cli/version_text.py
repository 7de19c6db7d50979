"""What changed between versions of a page: for a person at a terminal, and for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from flows.cli.claim_rows import Row, text
from sayso.desk.version_changes import ChangedClaim, NotCompared, VersionChange
from sayso.desk.version_pairs import ToldClaim
from sayso.present import version_words as words
from sayso.present.chain import who_says_so
from sayso.present.history_words import called
from sayso.present.numbers import count

SCHEMA = 1
"""The version of the JSON."""


def changes_text(found: Sequence[VersionChange | NotCompared]) -> str:
    """A block for each two versions, and one for each claim that changed."""
    return "".join(text(*_blocks(one)) for one in found)


def changes_json(found: Sequence[VersionChange | NotCompared]) -> str:
    """The same as JSON."""
    rows = {"schema": SCHEMA, "versions": [_row(one) for one in found]}
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _blocks(one: VersionChange | NotCompared) -> Iterator[list[Row]]:
    if isinstance(one, NotCompared):
        yield [("versions", words.not_compared(one.number))]
        return
    yield [
        ("versions", f"{one.number} and {one.number + 1}: {words.extent(one.kept, one.extent)}"),
        ("before", f"{one.before.id} {called(one.before)}"),
        ("after", f"{one.after.id} {called(one.after)}"),
        ("notice", words.notice(one.notices, one.noticed_before)),
        *(("", f"“{said}”") for said in one.notices),
        ("claims", f"{count(len(one.claims), 'claim')} changed, {one.same:,} did not"),
    ]
    yield from (list(_claim(claim)) for claim in one.claims)


def _claim(one: ChangedClaim) -> Iterator[Row]:
    yield "changed", "; ".join(words.CHANGES[change] for change in one.changes)
    gone, came = one.figures
    if "figures" in one.changes:
        yield "figures", f"{', '.join(gone) or 'none'} became {', '.join(came) or 'none'}"
    yield from _told("before", one.pair.before)
    yield from _told("after", one.pair.after)


def _told(name: str, told: ToldClaim | None) -> Iterator[Row]:
    if told is not None:
        yield name, f"{who_says_so(told.statement)}: “{told.claim.proposition}”"


def _row(one: VersionChange | NotCompared) -> dict[str, Any]:
    if isinstance(one, NotCompared):
        why = words.not_compared(one.number)
        return {"number": one.number, "before": one.before, "after": one.after, "compared": False, "why": why}
    return {
        "number": one.number,
        "before": one.before.id,
        "after": one.after.id,
        "compared": True,
        "engine": one.engine,
        "extent": one.extent,
        "kept": round(one.kept, 3),
        "notices": one.notices,
        "notice": words.notice(one.notices, one.noticed_before),
        "same": one.same,
        "claims": [
            {
                "changes": claim.changes,
                "figures": claim.figures,
                "before": _side(claim.pair.before),
                "after": _side(claim.pair.after),
            }
            for claim in one.claims
        ],
    }


def _side(told: ToldClaim | None) -> dict[str, str] | None:
    if told is None:
        return None
    return {"claim": told.claim.id, "words": told.claim.proposition, "who": who_says_so(told.statement)}
