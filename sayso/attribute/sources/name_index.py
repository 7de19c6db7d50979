"""Persons by the words of their names."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.sources.person import MOST, Person, name_key


class NameIndex:
    """The persons of an article, each under every word of the names that it goes by."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}

    def add(self, person: Person, name: str) -> None:
        """A person has a name, or one more form of it."""
        for word in name_key(name):
            known = self._by_word.setdefault(word, [])
            if len(known) < MOST and person not in known:
                known.append(person)

    def knows(self, word: str) -> bool:
        """Whether a word, in lower case, is a part of somebody's name."""
        return word in self._by_word

    def of_surname(self, name: str) -> Sequence[Person]:
        """The persons whose names have the last word of a name."""
        return self._by_word.get(name_key(name)[-1], [])

    def named(self, words: str) -> Person | None:
        """Who is meant by a name or a part of one; None where nobody or several could be."""
        key = name_key(words)
        candidates = [person for person in self._by_word.get(key[-1], []) if person.fits(key)] if key else []
        exact = [person for person in candidates if any(name_key(name) == key for name in person.forms)]
        found = exact if len(candidates) > 1 and len(key) > 1 else candidates
        return found[0] if len(found) == 1 else _main(found, key) if len(key) == 1 else None


def _main(relatives: Sequence[Person], key: tuple[str, ...]) -> Person | None:
    """Of several with one surname the one whom the article is about: named first, or far more often."""
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
