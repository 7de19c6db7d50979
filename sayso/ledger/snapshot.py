"""What the ledger holds as of one entry, read in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection

from sayso.errors import LedgerError
from sayso.ledger.entries.entry_json import show
from sayso.ledger.entries.picker import Picker
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_rows import entry_of, last, read
from sayso.ledger.log.noted_head import current, missing
from sayso.ledger.log.tree_head import read_head
from sayso.ledger.store.batches import batches
from sayso.ledger.views.adopted_readings import adoptions, extractions, linked, places, places_of
from sayso.ledger.views.bounds import expect_within
from sayso.ledger.views.conditions import about, after, of_articles, recorded, with_words, within
from sayso.ledger.views.dossiers import dossiers, published_claims
from sayso.ledger.views.ids import claim_ids, things
from sayso.ledger.views.known_articles import Held, held, known_versions
from sayso.ledger.views.other_readings import Rereading, reading, readings
from sayso.ledger.views.problems import problems
from sayso.ledger.views.standing_links import DERIVATIONS, LINKS, decisions, judged, newest, orphaned, standing
from sayso.ledger.views.version import version
from schemas import (
    Article,
    Capture,
    Decision,
    Derivation,
    Dossier,
    EntryKind,
    Head,
    Judgement,
    LedgerEntry,
    Link,
    PublishedClaim,
)


class Snapshot:
    """The ledger as of entry `as_of`: all answers are of that one state, whoever appends meanwhile.

    `Ledger.snapshot` opens it; it answers for as long as that context lasts, in one thread at a time. Iterators read as
    they go, so they are to be used up within the context. An entry is checked as it is read, and remembered.

    "Adopted" is the reading of an article that counts: see `views.adopted`.
    """

    def __init__(self, connection: Connection, as_of: int | None = None) -> None:
        """LedgerError where the ledger has no entry `as_of`; None is the last one there is."""
        self._log = connection
        self.size = read_head(connection).size
        """How many entries the ledger has, those after `as_of` included."""
        if as_of is not None and not 0 <= as_of <= self.size:
            raise LedgerError(f"expected the number of an entry, 1 to {self.size}, found {as_of}")
        self.as_of = self.size if as_of is None else as_of

    @cached_property
    def _views(self) -> Connection:
        """For what is folded from views: they range over the same entries as `verify`. TamperedError otherwise."""
        expect_within(self._log)
        return self._log

    @cached_property
    def _picker(self) -> Picker:
        return Picker(self._views)

    def at(self, as_of: int) -> Snapshot:
        """The same state as of another entry."""
        return Snapshot(self._log, as_of)

    @cached_property
    def head(self) -> Head:
        """The ledger's size and root, with which one can tell whether a later state of it still begins so."""
        return current(self._log)

    def begins_with(self, head: Head) -> bool:
        """Whether the ledger's first entries are those of `head`, which has its peaks."""
        return missing(self._log, head) is None

    def entries(self, since: int = 0) -> Iterator[LedgerEntry]:
        """The entries after number `since`, in order; TamperedError at the first that does not verify."""
        return (entry_of(read(self._log, number)) for number in range(since + 1, self.as_of + 1))

    def show(self, number: int) -> dict[str, Any]:
        """Everything in one entry, for JSON: its columns, and capture, article or extraction with their words."""
        if not 1 <= number <= self.as_of:
            raise LedgerError(f"expected the number of an entry, 1 to {self.as_of}, found {number}")
        return show(self._log, number)

    def last(self, kind: EntryKind) -> int:
        """The number of the last entry of this kind; 0 where there is none."""
        return last(self._views, self.as_of, kind)

    def dossiers(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        links: Literal["all", "none", "only"] = "all",
    ) -> Iterator[Dossier]:
        """Every claim, with all that is known of it, in the ledger's order.

        Only of extractions recorded at `since` or later and before `until`. With `links` "none" without what was
        linked, and what was decided on that; with "only" just the linked claims.
        """
        conditions = [*recorded(since, until), *([linked()] if links == "only" else [])]
        return self._dossiers(*conditions, links=links != "none")

    def find(self, words: str) -> Iterator[Dossier]:
        """Every claim whose proposition or statement holds these words, in any case and however spaced."""
        if not words.strip():
            raise LedgerError("expected words to look for, found none")
        return self._dossiers(with_words(words))

    def about(self, thing: str) -> Iterator[Dossier]:
        """Every claim of the article, statement or claim with this id."""
        return self._dossiers(about(thing))

    def dossier(self, claim: str) -> Dossier:
        """All that is known of the claim with this id; LedgerError where it is in no adopted extraction."""
        found = places_of(self._views, self.as_of, [claim])
        for dossier in dossiers(self._views, self._picker, self.as_of, found):
            return dossier
        raise LedgerError(f"expected the id of a claim in the ledger, found {claim!r}; `sayso find` looks for claims")

    def claim_ids(self, beginning: str, most: int = 2) -> list[str]:
        """The ids, `most` at most, of the claims whose id begins so, sorted."""
        return claim_ids(self._views, self.as_of, beginning, most)

    def things(self, beginning: str, most: int = 2) -> list[tuple[str, str]]:
        """The claims, statements, links, derivations and engines whose id begins so, each as what it is and its id.

        `most` at most of each kind, also of readings that are not adopted.
        """
        return things(self._views, self.as_of, beginning, most)

    def version(self, about: str) -> str:
        """The digest of the newest version of the claim, statement, link, derivation or engine with this id.

        What a decision about it names as the `version` that was judged. LedgerError where there is none.
        """
        return version(self._views, self.as_of, about)

    def published_claims(self, claims: Iterable[str]) -> Iterator[PublishedClaim]:
        """The claims with these ids, each once, in the ledger's order; what is in no adopted extraction is left out."""
        return published_claims(self._picker, places_of(self._views, self.as_of, claims))

    def claims(self, since: int = 0) -> Iterator[tuple[int, PublishedClaim]]:
        """Every claim of the adopted extractions after entry `since`, with the number of its entry, in order."""
        found = places(self._views, self.as_of, after(since))
        return zip((place[0] for place in found), published_claims(self._picker, found), strict=True)

    def claims_in(self, entries: Sequence[int]) -> Iterator[PublishedClaim]:
        """The claims of those of these entries that are adopted extractions, in order; `batches.MOST` at most."""
        return published_claims(self._picker, places(self._views, self.as_of, within(entries)))

    def articles(self, since: int = 0) -> Iterator[tuple[int, Article]]:
        """The articles of the adopted extractions after entry `since`, with the number of that entry, in order."""
        return self._articles(after(since))

    def articles_in(self, entries: Sequence[int]) -> Iterator[Article]:
        """The articles of those of these entries that are adopted extractions, in order; `batches.MOST` at most."""
        return (article for _, article in self._articles(within(entries)))

    def articles_of(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles with these ids that have an adopted extraction, in the ledger's order."""
        return (article for some in batches(ids) for _, article in self._articles(of_articles(some)))

    def captured(self, number: int) -> tuple[Capture, Article]:
        """The capture and the article in entry `number`; TamperedError where it holds none."""
        return self._picker.captured(number)

    def problems(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterator[Capture]:
        """The captures that could not be read, recorded at `since` or later and before `until`."""
        return problems(self._views, self.as_of, recorded(since, until))

    def known(self, articles: Iterable[Article], engine: str | None = None) -> set[str]:
        """Digests of those articles that the engine (its id) has read, just as they are, down to title and date.

        Without an engine: that any has read.
        """
        return known_versions(self._views, self.as_of, articles, engine)

    def held(self, hashes: Iterable[str]) -> Iterator[Held]:
        """The captures of bytes with these SHA-256 hashes, with their articles, and whether any engine has read them.

        What stood beside the bytes (`articles.csv`) is not in their hash: see `Capture.noted`.
        """
        return held(self._views, self.as_of, hashes)

    def links_of(self, claims: Iterable[str], *, rejected: bool = False) -> tuple[Link, ...]:
        """The newest link of each pair with one of these claims, unless the newest decision about it rejects it.

        With `rejected`, those too.
        """
        fold = newest if rejected else standing
        found = fold(self._views, self.as_of, LINKS, claims)
        return tuple(self._picker.link(pair.entry, pair.place) for pair in found)

    def derivations_of(self, articles: Iterable[str]) -> tuple[Derivation, ...]:
        """The derivations of these articles (ids) that stand."""
        found = standing(self._views, self.as_of, DERIVATIONS, articles)
        return tuple(self._picker.derivation(pair.entry, pair.place) for pair in found)

    def judged(self) -> dict[str, Judgement]:
        """The newest judgement of everything that was decided on, by id."""
        return judged(self._views, self.as_of)

    def decisions(self, about: str) -> tuple[Decision, ...]:
        """The decisions about the thing with this id, in the order in which they were recorded."""
        return tuple(decisions(self._views, self.as_of, [about]))

    def orphaned(self, engine: str | None = None) -> tuple[Decision, ...]:
        """The newest decision about each thing whose words the adopted reading of its article does not have.

        With an engine (its id): as if what that has read had been adopted now.
        """
        return tuple(orphaned(self._views, self.as_of, engine))

    def adopted(self, since: int = 0) -> list[int]:
        """The entries of adopted extractions after entry `since`, in order."""
        return [number for number, _ in extractions(self._views, self.as_of, after(since))]

    def adoptions(self, since: int = 0) -> list[int]:
        """The entries of the decisions about engines after entry `since`: each changes which readings count."""
        return adoptions(self._views, self.as_of, since)

    def unread_by(self, engine: str) -> list[int]:
        """The entries of the articles whose adopted reading is another engine's, and that this one has not read."""
        found = readings(self._views, self.as_of, engine)
        return [read_from for (_, read_from), its_own in found if its_own is None]

    def readings(self, engine: str) -> Iterator[Rereading]:
        """What counts of each article and what this engine reads in it, where that is another and it has."""
        reader = ContentReader(self._views)
        for (number, _), its_own in readings(self._views, self.as_of, engine):
            if its_own is not None:
                yield reading(reader, number, its_own)

    def _dossiers(self, *conditions: ColumnElement[bool], links: bool = True) -> Iterator[Dossier]:
        found = places(self._views, self.as_of, *conditions)
        return dossiers(self._views, self._picker, self.as_of, found, links=links)

    def _articles(self, condition: ColumnElement[bool]) -> Iterator[tuple[int, Article]]:
        found = extractions(self._views, self.as_of, condition)
        return ((number, self._picker.article(read_from)) for number, read_from in found)
