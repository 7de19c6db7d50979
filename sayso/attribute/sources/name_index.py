"""Persons by the words of their names."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.sources.person import MOST, Person, name_key


class NameIndex:
    """The persons of an article, by every word of their names."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}

    def add(self, person: Person, name: str) -> None:
        """Add a name, or another form of it, to a person."""
        for word in name_key(name):
            known = self._by_word.setdefault(word, [])
            if len(known) < MOST and person not in known:
                known.append(person)

    def knows(self, word: str) -> bool:
        """Whether a word, in lower case, is part of a person's name."""
        return word in self._by_word

    def of_surname(self, name: str) -> Sequence[Person]:
        """The persons whose names contain the last word of a name."""
        return self._by_word.get(name_key(name)[-1], [])

    def named(self, words: str) -> Person | None:
        """The person meant by a name or part of one; None if none or several may be meant."""
        key = name_key(words)
        candidates = [person for person in self._by_word.get(key[-1], []) if person.fits(key)] if key else []
        exact = [person for person in candidates if any(name_key(name) == key for name in person.forms)]
        found = exact if len(candidates) > 1 and len(key) > 1 else candidates
        return found[0] if len(found) == 1 else _main(found, key) if len(key) == 1 else None


def _main(relatives: Sequence[Person], key: tuple[str, ...]) -> Person | None:
    """The main one of several persons with one surname: named far more often than the first named, else that one."""
    kin = [
        person for person in relatives if any(name_key(form)[-1] == key[0] for form in person.forms if name_key(form))
    ]
    if not kin:
        return None
    first = min(kin, key=lambda person: person.first or (0, 0))
    most = max(kin, key=lambda person: len(person.places))
    main = most if len(most.places) > 2 * len(first.places) else first
    main.sure = 0.8
    return main
