"""On how many origins a claim rests, in worlds where that is known by construction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from origin_world import copied, credit, document, outlet, person, told, together, unnamed

from sayso.link.origins import one_origin, origins
from schemas import Credit, Derivation, Told

PUTIN = person("Vladimir Putin", "Russian President Vladimir Putin", mention="He")
VIKTOROV = person("Anatoly Viktorov", "Russia's Ambassador to Israel, Anatoly Viktorov", mention="He")
HERZOG = person("Isaac Herzog", "Israel's President Isaac Herzog", mention="He")
OFFICIAL = unnamed("senior Russian official")


@dataclass
class World:
    """Pages that say the same, what is known of their texts, and on how many origins they rest."""

    pages: Sequence[Told]
    count: int
    sentence: str
    derivations: Sequence[Derivation] = ()
    credits: Sequence[Credit] = ()


def _worlds() -> dict[str, World]:
    globe, post, herald = (told(name) for name in ("Globe", "Post", "Herald"))
    return {
        "five papers relay one wire": World(
            [told(name, "TASS") for name in "ABCDE"],
            1,
            "",
        ),
        "one source, two wires": World([told("A", "Kremlin", "TASS"), told("B", "Kremlin", "Interfax")], 1, ""),
        "two sources, one wire": World([told("A", "Ann Roe", "Reuters"), told("B", "Bo Lind", "Reuters")], 1, ""),
        "state-owned": World([told("TASS"), told("RIA Novosti"), told("A", "Kremlin", "Interfax")], 1, ""),
        "circle of two": World([told("A", outlet("B")), told("B", outlet("A"))], 0, ""),
        "circle of three": World([told("A", outlet("B")), told("B", outlet("C")), told("C", outlet("A"))], 0, ""),
        "circle with origin": World([told("A", outlet("B")), told("B", outlet("A")), told("A", "Ann Roe", page=2)], 1, ""),
        "circle that began with own": World([told("A"), told("B", outlet("A")), told("A", outlet("B"), page=2)], 1, ""),
        "unnamed twice": World(
            [told("A", unnamed("another senior Russian source"), "Asharq Al-Awsat"), told("B", OFFICIAL, outlet("C"))], 1, ""
        ),
        "unnamed and Kremlin": World([told("A", OFFICIAL), told("B", "Kremlin")], 1, ""),
        "source and Kremlin": World([told("A", unnamed("Russian source")), told("B", "Kremlin")], 1, ""),
        "exclusive": World([told("A", OFFICIAL), told("B", unnamed("Israeli official"))], 2, ""),
        "leak through two papers": World(
            [
                told("A", unnamed("person familiar with the matter"), "The New York Times"),
                told("B", unnamed("official"), "The Washington Post"),
            ],
            1,
            "",
        ),
        "denial": World([told("A", "Kremlin"), told("B", "Israeli Foreign Ministry", denied=True)], 1, ""),
        "readout by one side": World(
            [told("A", together("Vladimir Putin", "Isaac Herzog"), "Kremlin", "TASS"), told("B", HERZOG, "Kremlin")], 1, ""
        ),
        "president and ambassador": World([told("A", PUTIN), told("B", VIKTOROV)], 1, ""),
        "two witnesses": World([told("A", "Ann Roe"), told("B", "Bo Lind")], 2, ""),
        "own voice of two": World([globe, post], 2, ""),
        "reprint of own voice": World([globe, post], 1, "", [copied(globe, post, globe)]),
        "undated copies": World([globe, post, herald], 1, "", [copied(globe, post), copied(post, herald)]),
        "wire credit": World([globe, post], 1, "", (), [credit(globe, "Reuters"), credit(post, "Reuters")]),
        "with wire": World([globe, post], 1, "", (), [credit(globe, "Reuters", "part"), credit(post, "Reuters")]),
        "issued by both": World(
            [
                told("A", together("Kremlin", "Israeli Prime Minister's Office", kind="government")),
                told("B", together("Kremlin", "Israeli Prime Minister's Office", kind="government")),
            ],
            2,
            "",
        ),
        "one owner": World([told("The Sun"), told("The Wall Street Journal")], 1, ""),
        "unknown outlets": World([told(None), told(None, page=2)], 1, ""),
        "headline": World([told("A"), told("A", "Kremlin", page=2), told("B", "Kremlin", "Interfax")], 1, ""),
        "president and president": World([told("A", PUTIN), told("B", HERZOG)], 2, ""),
        "cited page names its source": World(
            [told("A", "TASS"), told("TASS", "Kremlin"), told("B", "Kremlin", "Interfax")], 1, ""
        ),
    }


WORLDS = _worlds()


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_world(world):
    found = origins(world.pages, world.derivations, world.credits)
    print(found.independent, "|", found.sentence, "|", found.speakers, found.carriers, found.cut, [c.names for c in found.circles], [(l.origin, l.carriers, len(l.claims)) for l in found.lines])
    assert found.independent == world.count
