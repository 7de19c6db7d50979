"""The persons in a text who bear a surname; nothing is parsed."""

from __future__ import annotations

import re

_ENDINGS = '.!?:;"“”'
_OPENINGS = "\"'“‘(["
_LOOK = 60
"""Characters before a name in which its given name is looked for."""


def bearers(surname: str, text: str) -> list[str]:
    """The whole names with this surname, in text order, each once: "Ann Roe" for "Roe".

    A title or an office before the surname is no given name, nor is a word that only begins a sentence.
    """
    from sayso.clear.person_words import FILING  # imported here: it reads word lists
    from sayso.language.english import GIVEN_NAMES

    found: dict[str, None] = {}
    for match in re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", text):
        before = text[max(0, match.start() - _LOOK) : match.start()]
        words = before.rpartition("\n")[2].split()
        given = words[-1].lstrip(_OPENINGS) if words and before[-1].isspace() else ""
        if not given[:1].isupper():
            continue
        key = given.rstrip(".").lower()
        begins = len(words) < 2 or words[-2][-1] in _ENDINGS or words[-1] != given
        if key in GIVEN_NAMES.male | GIVEN_NAMES.female or not (begins or key in FILING.titles | FILING.no_names):
            found[f"{given} {surname}"] = None
    return list(found)


def part_of(word: str, text: str) -> str | None:
    """The longer name that a word always begins in the text ("White House" for "White"), None if it stands alone."""
    places = [match.end() for match in re.finditer(rf"(?<!\w){re.escape(word)}(?![\w-])", text)]
    after = [text[end : end + _LOOK].split(maxsplit=1)[:1] if text[end : end + 1].isspace() else [] for end in places]
    names = [f"{word} {words[0].strip(_ENDINGS + ',')}" for words in after if words and words[0][:1].isupper()]
    return names[0] if names and len(names) == len(places) else None
