"""A few short articles of three stories, and one of none: the small world in which stories are told apart."""

from __future__ import annotations

from factories import SALT

from sayso.link.stories import Grouping, Ruling, StoryIndex
from schemas import Article

TEXTS = {
    "fire": """\
Twelve people died in a fire at the Halden cannery on Monday, the fire chief, Runa Osk, said. The cannery had locked
its exits, Osk said. Workers broke a wall with a forklift to get out of the burning Halden cannery.
""",
    "fire owner": """\
The owner of the Halden cannery, where twelve people died in a fire, denied that exits were locked. Bertil Kvist said
that workers could leave the cannery by every door. The fire chief, Runa Osk, had said that the exits were locked.
""",
    "fire trial": """\
Prosecutors charged the owner of the Halden cannery, Bertil Kvist, over the fire in which twelve workers died behind
locked exits. Kvist denies it. The fire chief, Runa Osk, will testify about the exits of the cannery.
""",
    "crater": """\
A meteorite left a crater beside the airport of Vellmar, astronomers said on Sunday. The boom was heard in all of
Vellmar. The astronomer Idris Pelt has found no fragments of the meteorite in the crater.
""",
    "crater doubt": """\
Astronomers doubt that a meteorite made the crater at Vellmar airport. A meteorite leaves fragments, Idris Pelt said,
and nobody has found any in the crater of Vellmar. The boom may have been an explosion.
""",
    "other fire": """\
A fire destroyed a sawmill in Torp on Tuesday, and nobody was hurt, firefighters said. Sparks of a saw set dust
alight, the sawmill's foreman, Lars Emmel, said. Insurance will pay for a new saw.
""",
    "bank": """\
The central bank of Norland kept its interest rate at four percent. Inflation is falling, its governor said.
""",
}
STORIES = ({"fire", "fire owner", "fire trial"}, {"crater", "crater doubt"}, {"other fire"}, {"bank"})


def article(name: str, **known: str) -> Article:
    """One of the articles, and what else is known of it."""
    return Article(text=TEXTS[name], **{"key": name, "title": None, "salt": SALT, **known})


IDS = {name: article(name).id for name in TEXTS}
NAMES = {id_: name for name, id_ in IDS.items()}


def told(index: StoryIndex, *rulings: Ruling) -> set[frozenset[str]]:
    """The stories, as the names of their articles."""
    return {frozenset(NAMES[one] for one in story.articles) for story in Grouping(index, rulings)}


def ruling(a: str, b: str, *, together: bool) -> Ruling:
    """What a person decided of two of the articles."""
    return Ruling(IDS[a], IDS[b], together)
