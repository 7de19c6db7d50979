"""The ledger as the rest of the house sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Self

from sqlalchemy import ColumnElement, Connection

from sayso.errors import LedgerError, TamperedError
from sayso.ledger.append.captures import Item, append, prepare
from sayso.ledger.append.growth import AppendResult, Growth
from sayso.ledger.append.links_and_decisions import append_decision, append_linking
from sayso.ledger.entries.picker import Picker
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.entries.show import show
from sayso.ledger.log.entry_rows import entry_of, last, read
from sayso.ledger.log.head import read_head
from sayso.ledger.log.noted import Accepted, Noted, Notes, current, missing
from sayso.ledger.snapshot import Snapshot
from sayso.ledger.store.batches import batches
from sayso.ledger.store.database import Database
from sayso.ledger.store.migrate import HEAD, outdated, revision, upgrade
from sayso.ledger.verify.verification import Verification
from sayso.ledger.verify.verify import verify
from sayso.ledger.views.adopted import adoptions, extractions, linked, places, places_of
from sayso.ledger.views.bounds import expect_within
from sayso.ledger.views.conditions import about, after, of_articles, recorded, with_words, within
from sayso.ledger.views.dossiers import dossiers, published_claims
from sayso.ledger.views.ids import claim_ids, things
from sayso.ledger.views.known import Held, held, known_versions
from sayso.ledger.views.problems import problems
from sayso.ledger.views.readings import Rereading, reading, readings
from sayso.ledger.views.standing import DERIVATIONS, LINKS, decisions, judged, newest, orphaned, standing
from sayso.ledger.views.version import version
from sayso.ledger.views.view_rows import rows_of
from sayso.ledger.views.view_tables import clear_views, write_views
from schemas import (
    Article,
    Capture,
    Decision,
    Derivation,
    Dossier,
    EntryKind,
    Extraction,
    Head,
    Judgement,
    LedgerEntry,
    Link,
    Linking,
    PublishedClaim,
)


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An open ledger. Any number of programs may have it open; each append waits for the one before it.

    Iterators read one state of the ledger, the one of their first step, and hold it until they are done with.
    """

    def __init__(self, database: Database, actor: str, clock: Callable[[], datetime], head_file: Path | None) -> None:
        self._database = database
        self._actor = actor
        self._clock = clock
        self._notes = Notes(head_file)
        self._grown = False
        self._still: tuple[Connection, Picker] | None = None

    @classmethod
    def open(
        cls,
        url: str,
        *,
        write: bool = True,
        make: bool = True,
        actor: str = "unknown",
        timeout: float = 60.0,
        clock: Callable[[], datetime] = _now,
        head_file: Path | None = None,
        whatever: bool = False,
    ) -> Self:
        """Open the ledger at the database `url`; use it as a context manager, or `close` it.

        `write` makes the database where there is none (unless `make` is False), and brings it up to date; without it
        nothing is made or changed, and no permission to write is needed. `actor` is who is recorded as appending;
        `timeout` how many seconds to wait for other writers. Its head is noted in `head_file`; that of an SQLite file
        always stands beside it. LedgerError (TamperedError for a damaged file) where it cannot be opened, TamperedError
        where it does not begin with what was noted, unless it is taken as it is, `whatever` was noted.
        """
        database = Database(url, write=write, make=write and make, timeout=timeout)
        file = database.file
        ledger = cls(database, actor, clock, file.with_name(f"{file.name}.head") if file else head_file)
        try:
            ledger._prepare(write, write and make)
            if not whatever:
                ledger._expect_noted()
        except BaseException:
            database.close()
            raise
        return ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; what was added stands in its file by then, and its head is noted."""
        try:
            if self._grown:
                self._database.settle()
                self._notes.note(self.head)
        finally:
            self._database.close()

    @contextmanager
    def snapshot(self, *, as_of: int | None = None) -> Iterator[Snapshot]:
        """The ledger as of entry `as_of` (now), to read from for as long as the context lasts."""
        with self._database.reading() as connection:
            yield Snapshot(connection, as_of)

    @contextmanager
    def still(self) -> Iterator[Self]:
        """It as it is now, to ask much of it in one thread: all answers are of one state, and an entry is read once.

        What stands in entries is checked as it is read, and remembered for as long as the context lasts.
        """
        with self._reading() as connection:
            ledger = type(self)(self._database, self._actor, self._clock, self._notes.path)
            ledger._still = connection, Picker(connection)
            yield ledger

    def append(self, capture: Capture, article: Article, extraction: Extraction | None = None) -> AppendResult:
        """Record a capture, its article, and what was read in it: all of it or nothing, and nothing twice.

        Without an extraction for another capture of an article that the ledger holds an extraction of already.
        """
        return self.append_many([(capture, article, extraction)])

    def append_problem(self, capture: Capture) -> AppendResult:
        """Record a capture that could not be read; the same one again adds nothing."""
        return self.append_many([(capture, None, None)])

    def append_many(self, items: Iterable[Item]) -> AppendResult:
        """Record a batch in one transaction: all of it or nothing, and nothing twice."""
        prepared = [prepare(item) for item in items]
        with self._growing() as growth:
            append(growth, prepared)
            return growth.done()

    def append_linking(self, linking: Linking) -> AppendResult:
        """Record what is new of a batch of links and derivations: at most one entry, and none where nothing is new.

        A link is new where its relation or `one_origin` changed, a derivation where `earlier` did, or its containment
        by a twentieth. LedgerError for a claim or an article that the ledger does not hold.
        """
        with self._growing() as growth:
            append_linking(growth, linking)
            return growth.done()

    def decide(self, *decisions: Decision) -> AppendResult:
        """Record what a person judged, all of it or nothing; the same decision again adds nothing.

        LedgerError where no claim, statement, link or derivation of the ledger has the id that one is about.
        """
        with self._growing() as growth:
            for decision in decisions:
                append_decision(growth, decision)
            return growth.done()

    def has(self, article: Article, engine: str) -> bool:
        """Whether the engine (its id) has read this article, just as it is."""
        return bool(self.known([article], engine))

    def known(self, articles: Iterable[Article], engine: str | None = None) -> set[str]:
        """Digests of those articles that the engine (its id) has read, just as they are, down to title and date.

        Without an engine: that any has read.
        """
        with self._reading() as connection:
            return known_versions(connection, self._state(connection, None), articles, engine)

    def held(self, hashes: Iterable[str]) -> Iterator[Held]:
        """The captures of bytes with these SHA-256 hashes, with their articles, and whether any engine has read them.

        What stood beside the bytes (`articles.csv`) is not in their hash: see `Capture.noted`.
        """
        with self._reading() as connection:
            yield from held(connection, self._state(connection, None), hashes)

    def entries(self, since: int = 0) -> Iterator[LedgerEntry]:
        """The entries after number `since`, in order; TamperedError at the first that does not verify."""
        with self._database.reading() as connection:
            for number in range(since + 1, read_head(connection).size + 1):
                yield entry_of(read(connection, number))

    def show(self, number: int) -> dict[str, Any]:
        """Everything in one entry, for JSON: its columns, and capture, article or extraction with their words."""
        with self._database.reading() as connection:
            size = read_head(connection).size
            if not 1 <= number <= size:
                raise LedgerError(f"expected the number of an entry, 1 to {size}, found {number}")
            return show(connection, number)

    @property
    def head(self) -> Head:
        """Its size and root now: whoever knows them can tell whether a later state of it still begins so."""
        with self._database.reading() as connection:
            return current(connection)

    @property
    def size(self) -> int:
        """How many entries it has now."""
        with self._reading() as connection:
            return self._state(connection, None)

    def begins_with(self, head: Head) -> bool:
        """Whether its first entries are those of `head`, which has its peaks."""
        with self._database.reading() as connection:
            return missing(connection, head) is None

    def verify(self, expected: Head | None = None) -> Verification:
        """Check everything that the ledger holds, the head that was noted, and the one `expected`; see `verify`."""
        noted = self._noted()
        with self._database.reading() as connection:
            return verify(connection, noted, expected, self._clock())

    def accept_head(self, by: str, why: str) -> Head | None:
        """Go on from what the ledger holds now, whatever was noted; None where it begins with that anyway."""
        noted = self._noted()
        with self._database.reading() as connection:
            head = current(connection)
            whole = noted is None or (isinstance(noted, Noted) and missing(connection, noted.head) is None)
        if whole:
            return None
        given_up = noted.head if isinstance(noted, Noted) else None
        self._notes.accept(head, Accepted(head=given_up, by=by, at=self._clock(), why=why))
        return head

    def dossiers(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        as_of: int | None = None,
        links: Literal["all", "none", "only"] = "all",
    ) -> Iterator[Dossier]:
        """Every claim, with all that is known of it as of entry `as_of` (now), in the ledger's order.

        Only of extractions recorded at `since` or later and before `until`. See `fold` for which is the adopted one.
        With `links` "none" without what was linked, and what was decided on that; with "only" just the linked claims.
        """
        with self._reading() as connection:
            state = self._state(connection, as_of)
            conditions = [*recorded(since, until), *([linked()] if links == "only" else [])]
            found = places(connection, state, *conditions)
            yield from dossiers(connection, self._picker(connection), state, found, links=links != "none")

    def find(self, words: str, *, as_of: int | None = None) -> Iterator[Dossier]:
        """Every claim whose proposition or statement holds these words, in any case and however spaced."""
        if not words.strip():
            raise LedgerError("expected words to look for, found none")
        with self._reading() as connection:
            state = self._state(connection, as_of)
            yield from dossiers(
                connection, self._picker(connection), state, places(connection, state, with_words(words))
            )

    def about(self, thing: str, *, as_of: int | None = None) -> Iterator[Dossier]:
        """Every claim of the article, statement or claim with this id."""
        with self._reading() as connection:
            state = self._state(connection, as_of)
            yield from dossiers(connection, self._picker(connection), state, places(connection, state, about(thing)))

    def dossier(self, claim: str, *, as_of: int | None = None) -> Dossier:
        """All that is known of the claim with this id; LedgerError where it is in no adopted extraction."""
        with self._reading() as connection:
            state = self._state(connection, as_of)
            for one in dossiers(connection, self._picker(connection), state, places_of(connection, state, [claim])):
                return one
        raise LedgerError(f"expected the id of a claim in the ledger, found {claim!r}; `sayso find` looks for claims")

    def named(self, beginning: str, most: int = 2, *, as_of: int | None = None) -> list[str]:
        """The ids, `most` at most, of the claims whose id begins so, sorted."""
        with self._reading() as connection:
            return claim_ids(connection, self._state(connection, as_of), beginning, most)

    def things(self, beginning: str, most: int = 2) -> list[tuple[str, str]]:
        """The claims, statements, links, derivations and engines whose id begins so, each as what it is and its id.

        `most` at most of each kind, also of readings that are not adopted.
        """
        with self._reading() as connection:
            return things(connection, self._state(connection, None), beginning, most)

    def told(self, claims: Iterable[str], *, as_of: int | None = None) -> Iterator[PublishedClaim]:
        """The claims with these ids, each once, in the ledger's order; what is in no adopted extraction is left out."""
        with self._reading() as connection:
            state = self._state(connection, as_of)
            yield from published_claims(self._picker(connection), places_of(connection, state, claims))

    def claims(self, since: int = 0, *, as_of: int | None = None) -> Iterator[tuple[int, PublishedClaim]]:
        """Every claim of the adopted extractions after entry `since`, with the number of its entry, in order."""
        with self._reading() as connection:
            found, picker = places(connection, self._state(connection, as_of), after(since)), self._picker(connection)
            yield from zip((place[0] for place in found), published_claims(picker, found), strict=True)

    def claims_in(self, entries: Sequence[int]) -> Iterator[PublishedClaim]:
        """The claims of those of these entries that are adopted extractions, in order; `batches.MOST` at most."""
        with self._reading() as connection:
            found = places(connection, self._state(connection, None), within(entries))
            yield from published_claims(self._picker(connection), found)

    def articles(self, since: int = 0, *, as_of: int | None = None) -> Iterator[tuple[int, Article]]:
        """The articles of the adopted extractions after entry `since`, with the number of that entry, in order."""
        yield from self._articles(after(since), as_of)

    def articles_in(self, entries: Sequence[int]) -> Iterator[Article]:
        """The articles of those of these entries that are adopted extractions, in order; `batches.MOST` at most."""
        return (article for _, article in self._articles(within(entries)))

    def articles_of(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles with these ids that have an adopted extraction, in the ledger's order."""
        for some in batches(ids):
            yield from (article for _, article in self._articles(of_articles(some)))

    def adopted(self, since: int = 0, *, as_of: int | None = None) -> list[int]:
        """The entries of adopted extractions after entry `since`, in order."""
        with self._reading() as connection:
            return [number for number, _ in extractions(connection, self._state(connection, as_of), after(since))]

    def last(self, kind: EntryKind) -> int:
        """The number of the last entry of this kind; 0 where there is none."""
        with self._reading() as connection:
            return last(connection, self._state(connection, None), kind)

    def links_of(self, claims: Iterable[str], *, rejected: bool = False, as_of: int | None = None) -> tuple[Link, ...]:
        """The newest link of each pair with one of these claims, unless the newest decision about it rejects it.

        With `rejected`, those too.
        """
        fold = newest if rejected else standing
        with self._reading() as connection:
            found, picker = fold(connection, self._state(connection, as_of), LINKS, claims), self._picker(connection)
            return tuple(picker.link(pair.entry, pair.place) for pair in found)

    def derivations(self, articles: Iterable[str], *, as_of: int | None = None) -> tuple[Derivation, ...]:
        """The derivations of these articles (ids) that stand."""
        with self._reading() as connection:
            found = standing(connection, self._state(connection, as_of), DERIVATIONS, articles)
            picker = self._picker(connection)
            return tuple(picker.derivation(pair.entry, pair.place) for pair in found)

    def judged(self, *, as_of: int | None = None) -> dict[str, Judgement]:
        """The newest judgement of everything that was decided on, by id."""
        with self._reading() as connection:
            return judged(connection, self._state(connection, as_of))

    def decisions(self, about: str, *, as_of: int | None = None) -> tuple[Decision, ...]:
        """The decisions about the thing with this id, in the order in which they were recorded."""
        with self._reading() as connection:
            return tuple(decisions(connection, self._state(connection, as_of), [about]))

    def orphaned(self, engine: str | None = None, *, as_of: int | None = None) -> tuple[Decision, ...]:
        """The newest decision about each thing whose words the adopted reading of its article does not have.

        With an engine (its id): as if what that has read had been adopted now.
        """
        with self._reading() as connection:
            return tuple(orphaned(connection, self._state(connection, as_of), engine))

    def adoptions(self, since: int = 0, *, as_of: int | None = None) -> list[int]:
        """The entries of the decisions about engines after entry `since`: each changes which readings count."""
        with self._reading() as connection:
            return adoptions(connection, self._state(connection, as_of), since)

    def unread_by(self, engine: str) -> list[int]:
        """The entries of the articles whose adopted reading is another engine's, and that this one has not read."""
        with self._reading() as connection:
            found = readings(connection, self._state(connection, None), engine)
            return [read_from for (_, read_from), after in found if after is None]

    def captured(self, number: int) -> tuple[Capture, Article]:
        """The capture and the article in entry `number`; TamperedError where it holds none."""
        with self._reading() as connection:
            return self._picker(connection).captured(number)

    def readings(self, engine: str) -> Iterator[Rereading]:
        """What counts now of each article and what this engine reads in it, where that is another and it has."""
        with self._reading() as connection:
            reader = ContentReader(connection)
            for (number, _), after in readings(connection, self._state(connection, None), engine):
                if after is not None:
                    yield reading(reader, number, after)

    def version(self, about: str) -> str:
        """The digest of the newest version of the claim, statement, link, derivation or engine with this id.

        What a decision about it names as the `version` that was judged. LedgerError where there is none.
        """
        with self._reading() as connection:
            return version(connection, self._state(connection, None), about)

    def problems(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterator[Capture]:
        """The captures that could not be read, recorded at `since` or later and before `until`."""
        with self._reading() as connection:
            yield from problems(connection, self._state(connection, None), recorded(since, until))

    def rebuild(self) -> None:
        """Make the views anew from the entries; TamperedError, and no change, where an entry does not verify."""
        with self._database.writing() as connection:
            _rebuild(connection)

    def _prepare(self, write: bool, make: bool) -> None:
        with self._database.reading() as connection:
            found = revision(connection)
        if found == HEAD:
            return
        if found is None and not make:
            raise LedgerError(
                f"expected a ledger in {self._database.where}, found an empty database; `sayso run` makes one"
            )
        if found is not None and not write:
            raise outdated(found)
        self._database.keep_journal()
        with self._database.writing() as connection:
            if revision(connection) != HEAD:
                upgrade(connection)
                _rebuild(connection)

    def _noted(self) -> Noted | TamperedError | None:
        try:
            return self._notes.load()
        except TamperedError as error:
            return error

    def _expect_noted(self) -> None:
        noted = self._notes.load()  # before the transaction begins: what is noted later, that would not see
        if noted:
            with self._database.reading() as connection:
                self._notes.expect(connection, noted)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """For folds: they range over the same rows as `verify`."""
        if self._still:
            yield self._still[0]
            return
        with self._database.reading() as connection:
            expect_within(connection)
            yield connection

    def _picker(self, connection: Connection) -> Picker:
        return self._still[1] if self._still else Picker(connection)

    @contextmanager
    def _growing(self) -> Iterator[Growth]:
        with self._database.writing() as connection:
            self._notes.expect(connection, self._notes.load())
            growth = Growth(connection, self._actor, self._clock())
            yield growth
        self._grown = True
        self._notes.note(growth.head)

    def _articles(self, condition: ColumnElement[bool], as_of: int | None = None) -> Iterator[tuple[int, Article]]:
        with self._reading() as connection:
            picker = self._picker(connection)
            for number, read_from in extractions(connection, self._state(connection, as_of), condition):
                yield number, picker.article(read_from)

    def _state(self, connection: Connection, as_of: int | None) -> int:
        size = read_head(connection).size
        if as_of is not None and not 0 <= as_of <= size:
            raise LedgerError(f"expected the number of an entry, 1 to {size}, found {as_of}")
        return size if as_of is None else as_of


def _rebuild(connection: Connection) -> None:
    clear_views(connection)
    reader = ContentReader(connection)
    for number in range(1, read_head(connection).size + 1):
        write_views(connection, rows_of(number, reader.content(number)))
