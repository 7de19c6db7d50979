"""Twenty pairs of versions: which claims came, went or changed, and whether the page says that it was corrected."""

from __future__ import annotations

from typing import Any

import pytest
from factories import ENGINE, make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.desk.version_changes import NotCompared, VersionChange, version_changes
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.present.version_words import notice
from schemas import Article, EngineVersion, Hop

PAGE = "https://globe.example/dam"
OTHER = ENGINE.model_copy(update={"model": "n" * 12})
SNOW = " Snow fell in the night. The road to the valley was closed, and schools stayed shut until noon."


def hops(article: Article, who: str) -> list[Hop]:
    """ "the mayor", "?the mayor" (unnamed), "the mayor/TASS" (carried by)."""
    if not who:
        return []
    origin, _, relay = who.partition("/")
    first = make_hop(article, origin.removeprefix("?"), anonymous=origin.startswith("?"))
    return [first, *([make_hop(article, relay, role="relay")] if relay else [])]


def publish(ledger: Ledger, text: str, said: dict[str, str], engine: EngineVersion = ENGINE, **known: Any) -> Article:
    article = make_article(text, **{"url": PAGE, **known})
    made = [
        make_statement(article, words.lstrip("!*"), chain=hops(article, who), **_how(words))
        for words, who in said.items()
    ]
    ledger.append(make_capture(article, f"{len(text)}.txt"), article, make_extraction(article, made, engine=engine))
    return article


def _how(words: str) -> dict[str, str]:
    return {"polarity": "denied"} if words[0] == "!" else {"sourcing": "undetermined"} if words[0] == "*" else {}


MAYOR = ("The dam holds 12 boats, the mayor said.", {"The dam holds 12 boats": "the mayor"})
TASS = ("The dam holds 12 boats, the mayor told TASS.", {"The dam holds 12 boats": "the mayor/TASS"})
NONE = "changed; no notice found"
SAYS = "carries a correction notice"
PAIRS: dict[str, tuple[Any, Any, list[tuple[str, ...]], str]] = {
    "only the rest of the text": (MAYOR, (MAYOR[0] + " Rain.", MAYOR[1]), [], NONE),
    "moved": (MAYOR, (f"Rain. {MAYOR[0]}", MAYOR[1]), [], NONE),
    "spelling": (
        ("The harbour is grey, the mayor said.", {"The harbour is grey": "the mayor"}),
        ("The Harbour is grey, the mayor said.", {"The Harbour is grey": "the mayor"}),
        [("spelling",)],
        NONE,
    ),
    "words": (
        ("The dam is safe, the mayor said.", {"The dam is safe": "the mayor"}),
        ("The dam is unsafe, the mayor said.", {"The dam is unsafe": "the mayor"}),
        [("words",)],
        NONE,
    ),
    "a figure": (
        MAYOR,
        ("The dam holds 14 boats, the mayor said.", {"The dam holds 14 boats": "the mayor"}),
        [("figures",)],
        NONE,
    ),
    "a figure that is less exact": (
        ("At least 12 people died, the mayor said.", {"At least 12 people died": "the mayor"}),
        ("12 people died, the mayor said.", {"12 people died": "the mayor"}),
        [("figures",)],
        NONE,
    ),
    "a figure written otherwise": (
        MAYOR,
        ("The dam holds twelve boats, the mayor said.", {"The dam holds twelve boats": "the mayor"}),
        [("words",)],
        NONE,
    ),
    "named became unnamed": (
        MAYOR,
        ("The dam holds 12 boats, an official said.", {"The dam holds 12 boats": "?an official"}),
        [("unnamed",)],
        NONE,
    ),
    "unnamed became named": (
        ("The dam holds 12 boats, an official said.", {"The dam holds 12 boats": "?an official"}),
        MAYOR,
        [("named",)],
        NONE,
    ),
    "a relay dropped": (TASS, MAYOR, [("relay-dropped",)], NONE),
    "a relay added": (MAYOR, TASS, [("relay-added",)], NONE),
    "another relay": (
        TASS,
        ("The dam holds 12 boats, the mayor told Echo.", {"The dam holds 12 boats": "the mayor/Echo"}),
        [("relay-dropped", "relay-added")],
        NONE,
    ),
    "another source": (
        MAYOR,
        ("The dam holds 12 boats, the pilot said.", {"The dam holds 12 boats": "the pilot"}),
        [("source",)],
        NONE,
    ),
    "the same source with another article": (
        MAYOR,
        ("A mayor: The dam holds 12 boats.", {"The dam holds 12 boats": "A mayor"}),
        [],
        NONE,
    ),
    "the source went": (MAYOR, ("The dam holds 12 boats.", {"The dam holds 12 boats": ""}), [("unsourced",)], NONE),
    "a source came, and a figure changed": (
        ("The dam holds 10 boats.", {"The dam holds 10 boats": ""}),
        MAYOR,
        [("figures", "sourced")],
        NONE,
    ),
    "who says so is open": (
        MAYOR,
        ("The dam holds 12 boats, it was said by the mayor.", {"*The dam holds 12 boats": "the mayor"}),
        [("open",)],
        NONE,
    ),
    "denied now": (
        MAYOR,
        ("The dam holds 12 boats, which the mayor denied.", {"!The dam holds 12 boats": "the mayor"}),
        [("denial",)],
        NONE,
    ),
    "another text": (
        MAYOR,
        ("Snow closed roads.\nCorrection: it did not rain.", {"Snow closed roads": ""}),
        [("came",), ("gone",)],
        SAYS,
    ),
    "corrected, and says so": (
        MAYOR,
        (
            "The dam holds 14 boats, the mayor said.\n\nThis article was amended on 3 May 2026.",
            {"The dam holds 14 boats": "the mayor"},
        ),
        [("figures",)],
        SAYS,
    ),
    "a notice that was there before": (
        ("The dam holds 12 boats.\nCorrection, 3 May: not 10.", {"The dam holds 12 boats": ""}),
        ("The dam holds 14 boats.\nCorrection, 3 May: not 10.", {"The dam holds 14 boats": ""}),
        [("figures",)],
        "changed; no new notice found (the version before had one)",
    ),
    "words that only speak of corrections": (
        MAYOR,
        (f"{MAYOR[0]} The correction of the river was amended by the mayor.", MAYOR[1]),
        [],
        NONE,
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_changed(ledger: Ledger, name: str) -> None:
    before, after, expected, says = PAIRS[name]
    for version in (before, after):
        publish(ledger, *version)
    with ledger.snapshot() as now:
        [found] = version_changes(now, PAGE)
    assert isinstance(found, VersionChange)
    assert [one.changes for one in found.claims] == expected
    assert notice(found.notices, found.noticed_before) == says


def test_small_and_very_large_changes_are_told_apart(ledger: Ledger) -> None:
    for text in (f"{MAYOR[0]}{SNOW}", f"{MAYOR[0].replace('12', '14')}{SNOW}", f"Rain fell on Oslo.{SNOW[:25]}"):
        publish(ledger, text, {})
    with ledger.snapshot() as now:
        found = [one for one in version_changes(now, PAGE) if isinstance(one, VersionChange)]
    assert [(one.number, one.extent) for one in found] == [(1, "small"), (2, "large")]


def test_versions_that_no_one_engine_has_read_are_not_compared(ledger: Ledger) -> None:
    first = publish(ledger, *MAYOR)
    second = publish(ledger, f"{MAYOR[0]} Rain.", MAYOR[1], OTHER)
    third = publish(ledger, f"{MAYOR[0]} Hail.", MAYOR[1], OTHER)
    with ledger.snapshot() as now:
        refused, found = version_changes(now, first.id[:10])
        assert version_changes(now, third.id) == [refused, found]
    assert refused == NotCompared(1, first.id, second.id)
    assert isinstance(found, VersionChange)
    assert (found.number, found.engine) == (2, OTHER.id)


def test_an_article_of_one_version_has_nothing_to_compare(ledger: Ledger) -> None:
    alone, single = publish(ledger, *MAYOR, url=None), publish(ledger, *MAYOR)
    with ledger.snapshot() as now:
        with pytest.raises(UsageError, match=r"found one of .*, and no address or supplied id by which another"):
            version_changes(now, alone.id)
        with pytest.raises(UsageError, match=f"several versions came, found one of {single.id[:12]}$"):
            version_changes(now, single.id)
