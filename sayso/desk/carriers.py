"""Which articles carry a sentence, and which came of those that do: all that a correction has to reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sayso.desk.sentence_search import is_sentence
from sayso.ledger import Ledger, Snapshot
from sayso.present.decisions import decided
from sayso.present.numbers import percent
from schemas import Article, Dossier


class Carrier(NamedTuple):
    """An article, how it stands to the sentence, and what was decided there."""

    article: Article
    how: str
    decided: tuple[str, ...] = ()


class Carried:
    """Notes the claims that were found, to say afterwards which articles carry them."""

    def __init__(self) -> None:
        self._decided: dict[str, dict[str, None]] = {}

    def noted(self, found: Iterable[Dossier]) -> Iterator[Dossier]:
        """The same dossiers, each noted."""
        for dossier in found:
            self._decided.setdefault(dossier.article.id, {}).update(dict.fromkeys(decided(dossier)))
            yield dossier

    def carriers(self, ledger: Ledger, words: str, as_of: int | None = None) -> list[Carrier]:
        """Every article that carries the sentence, other versions of these pages, and articles that share their text.

        Empty where the words are no sentence, or one article carries it and nothing came of that.
        """
        if not self._decided or not is_sentence(words):
            return []
        with ledger.snapshot(as_of=as_of) as snapshot:
            found = [*_carriers(snapshot, self._decided)]
        return found if len(found) > 1 else []


def _carriers(snapshot: Snapshot, made: Mapping[str, Iterable[str]]) -> Iterator[Carrier]:
    here = list(snapshot.articles_of(made))
    yield from (Carrier(article, "has the sentence", tuple(made[article.id])) for article in here)
    of_page = [one for one in snapshot.versions_of({one.work for one in here if one.work}) if one not in made]
    yield from (
        Carrier(article, "another version of a page that has it, without it")
        for article in snapshot.articles_of(of_page)
    )
    shared = {
        (one.b if one.a in made else one.a): one.containment
        for one in snapshot.derivations_of(made)
        if not (one.a in made and one.b in made)
    }
    others = (one for one in snapshot.articles_of(shared) if one.id not in of_page)
    yield from (Carrier(one, f"shares {percent(shared[one.id])} of a text that has it, without it") for one in others)
