"""`Snapshot`: reads the ledger as of one entry, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, or_

from sayso.errors import LedgerError
from sayso.ledger.entries.entry_json import show
from sayso.ledger.entries.picker import Picker
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_rows import entry_of, last, last_before, read
from sayso.ledger.log.noted_head import current_head, mismatch
from sayso.ledger.log.tree_head import read_head
from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import view_statement
from sayso.ledger.views.adopted_readings import adoptions, extractions, linked, places, places_of
from sayso.ledger.views.bounds import expect_within
from sayso.ledger.views.conditions import about, after, of_articles, recorded, with_words, within, within_words
from sayso.ledger.views.corrections import changes_of_corrections
from sayso.ledger.views.dossiers import dossiers, published_claims
from sayso.ledger.views.every_link import every_link
from sayso.ledger.views.ids import article_ids, claim_ids, things
from sayso.ledger.views.known_articles import HeldCapture, first_read, held, known_versions, versions_of
from sayso.ledger.views.listed_sources import listed
from sayso.ledger.views.made_decisions import made, newest_by
from sayso.ledger.views.moved_decisions import moved
from sayso.ledger.views.other_readings import Rereading, reading, readings
from sayso.ledger.views.pair_rulings import PairRuling, pair_rulings
from sayso.ledger.views.past import Past
from sayso.ledger.views.problems import problems
from sayso.ledger.views.read_articles import ReadArticle, read_article
from sayso.ledger.views.standing_links import DERIVATIONS, LINKS, decided, decisions, judged, newest, orphaned, standing
from sayso.ledger.views.touched_claims import touched_claims
from sayso.ledger.views.undone import undone
from sayso.ledger.views.version import version
from sayso.ledger.views.whole_readings import WholeReading, whole_readings
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
    """The ledger as of entry `as_of`: all answers describe that one state, also while others append.

    `Ledger.snapshot` opens it; it can be read while that context lasts, by one thread at a time. Iterators read lazily,
    so exhaust them within the context. Entries are checked when they are read, and cached.

    The "adopted" extraction of an article is the one that counts: see `views.adopted_readings`.
    """

    def __init__(self, connection: Connection, as_of: int | None = None) -> None:
        """LedgerError where the ledger has no entry `as_of`; None is the last entry."""
        self._log = connection
        self.size = read_head(connection).size
        """The number of entries in the ledger, including those after `as_of`."""
        if as_of is not None and not 0 <= as_of <= self.size:
            raise LedgerError(f"expected the number of an entry, 1 to {self.size}, found {as_of}")
        self.as_of = self.size if as_of is None else as_of

    @cached_property
    def _views(self) -> Connection:
        """The connection for reading views; TamperedError where tables hold rows of entries that the head excludes."""
        expect_within(self._log)
        return self._log

    @cached_property
    def _picker(self) -> Picker:
        return Picker(self._views, moved(self._views, self.as_of).chains)

    def at(self, as_of: int) -> Snapshot:
        """A snapshot in the same transaction, as of another entry."""
        return Snapshot(self._log, as_of)

    @cached_property
    def head(self) -> Head:
        """The ledger's size and root: enough to check later that the ledger still begins with the same entries."""
        return current_head(self._log)

    def begins_with(self, head: Head) -> bool:
        """Whether the ledger's first entries are those of `head`, which has its peaks."""
        return mismatch(self._log, head) is None

    def entries(self, since: int = 0) -> Iterator[LedgerEntry]:
        """The entries after number `since`, in order; TamperedError at the first that does not verify."""
        return (entry_of(read(self._log, number)) for number in range(since + 1, self.as_of + 1))

    def show(self, number: int) -> dict[str, Any]:
        """Entry `number` as plain JSON values: its columns, and its content with the words joined in."""
        if not 1 <= number <= self.as_of:
            raise LedgerError(f"expected the number of an entry, 1 to {self.as_of}, found {number}")
        return show(self._log, number)

    def last(self, kind: EntryKind) -> int:
        """The number of the last entry of this kind; 0 without one."""
        return last(self._views, self.as_of, kind)

    @cached_property
    def past(self) -> Past:
        """What was recorded of a page, a claim or a link, entry by entry."""
        return Past(self._views, self.as_of)

    def last_before(self, moment: datetime) -> int:
        """The number of the last entry that was recorded before this moment, by the clock; 0 without one."""
        return last_before(self._views, self.as_of, moment)

    def dossiers(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        links: Literal["all", "none", "only"] = "all",
    ) -> Iterator[Dossier]:
        """The dossiers of all claims of adopted extractions, in the ledger's order.

        Only of extractions recorded at `since` or later and before `until`. With `links` "none", without links and the
        decisions about them; with "only", just the claims that have been linked.
        """
        conditions = [*recorded(since, until), *([linked()] if links == "only" else [])]
        return self._dossiers(*conditions, links=links != "none")

    def dossiers_in(self, entries: Sequence[int]) -> Iterator[Dossier]:
        """The dossiers, without links, of those of `entries` (at most `batches.MOST`) that are adopted extractions."""
        return self._dossiers(within(entries), links=False)

    def find(self, words: str) -> Iterator[Dossier]:
        """The dossiers of claims whose proposition or statement contains `words`, ignoring case and spacing."""
        if not words.strip():
            raise LedgerError("expected words to look for, found none")
        return self._dossiers(with_words(words))

    def find_any(self, parts: Iterable[str], whole: str) -> Iterator[Dossier]:
        """The dossiers of claims that contain one of `parts`, or whose statement stands in `whole`."""
        return self._dossiers(or_(within_words(whole), *map(with_words, parts)))

    def about(self, thing: str, *, links: bool = True) -> Iterator[Dossier]:
        """The dossiers of the claims of the article, statement or claim with this id."""
        return self._dossiers(about(thing), links=links)

    def dossiers_of(self, claims: Iterable[str], *, links: bool = False) -> Iterator[Dossier]:
        """The dossiers of the claims with these ids, with `links` or without; those not adopted are left out."""
        found = places_of(self._views, self.as_of, claims)
        return dossiers(self._views, self._picker, self.as_of, found, links=links)

    def dossier(self, claim: str) -> Dossier:
        """The dossier of the claim with this id; LedgerError where no adopted extraction has it."""
        found = places_of(self._views, self.as_of, [claim])
        for dossier in dossiers(self._views, self._picker, self.as_of, found):
            return dossier
        raise LedgerError(f"expected the id of a claim in the ledger, found {claim!r}; `sayso find` looks for claims")

    def claim_ids(self, beginning: str, most: int = 2) -> list[str]:
        """At most `most` ids of claims that begin with `beginning`, sorted."""
        return claim_ids(self._views, self.as_of, beginning, most)

    def things(self, beginning: str, most: int = 2) -> list[tuple[str, str]]:
        """Claims, statements, links, derivations and engines whose id begins with `beginning`, as (kind, id).

        At most `most` of each kind, also from extractions that are not adopted.
        """
        return things(self._views, self.as_of, beginning, most)

    def version(self, about: str) -> str:
        """The digest of the newest version of the claim, statement, link, derivation or engine with this id.

        A decision about it names this as the `version` that was judged. LedgerError for an unknown id.
        """
        return version(self._views, self.as_of, about)

    def published_claims(self, claims: Iterable[str]) -> Iterator[PublishedClaim]:
        """The claims with these ids, each once, in the ledger's order; ids in no adopted extraction are left out."""
        return published_claims(self._picker, places_of(self._views, self.as_of, claims))

    def article_ids(self, claims: Iterable[str]) -> dict[str, str]:
        """The id of the article of each of the claims with these ids, also from extractions that are not adopted."""
        return article_ids(self._views, self.as_of, claims)

    def claims(self, since: int = 0) -> Iterator[tuple[int, PublishedClaim]]:
        """Every claim of the adopted extractions after entry `since`, with the number of its entry, in order."""
        found = places(self._views, self.as_of, after(since))
        return zip((place[0] for place in found), published_claims(self._picker, found), strict=True)

    def claims_in(self, entries: Sequence[int]) -> Iterator[PublishedClaim]:
        """The claims of those of `entries` (at most `batches.MOST`) that are adopted extractions, in order."""
        return published_claims(self._picker, places(self._views, self.as_of, within(entries)))

    def articles(self, since: int = 0) -> Iterator[tuple[int, Article]]:
        """The articles of the adopted extractions after entry `since`, with the number of that entry, in order."""
        return self._articles(after(since))

    def articles_in(self, entries: Sequence[int]) -> Iterator[Article]:
        """The articles of those of `entries` (at most `batches.MOST`) that are adopted extractions, in order."""
        return (article for _, article in self._articles(within(entries)))

    def articles_of(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles with these ids that have an adopted extraction, in the ledger's order."""
        return (article for some in batches(ids) for _, article in self._articles(of_articles(some)))

    def versions_of(self, works: Iterable[str]) -> list[str]:
        """The articles (ids) that are versions of these pages (`Article.work`), in the order in which they came."""
        return versions_of(self._views, self.as_of, works)

    def first_read(self, articles: Iterable[str]) -> dict[str, int]:
        """The entry in which each of these articles (ids) was first read, by any engine."""
        return first_read(self._views, self.as_of, articles)

    def captured(self, number: int) -> tuple[Capture, Article]:
        """The capture and the article in capture entry `number`; TamperedError where there is no article."""
        return self._picker.captured(number)

    def problems(self, *, since: datetime | None = None, until: datetime | None = None) -> Iterator[Capture]:
        """The captures that could not be read, recorded at `since` or later and before `until`."""
        return problems(self._views, self.as_of, recorded(since, until))

    def known(self, articles: Iterable[Article], engine: str | None = None) -> set[str]:
        """Digests of those articles that the engine (its id) has read in exactly this version, title and date included.

        Without an engine: those that any engine has read.
        """
        return known_versions(self._views, self.as_of, articles, engine)

    def held(self, hashes: Iterable[str]) -> Iterator[HeldCapture]:
        """The captures of bytes with these SHA-256 hashes, with their articles, and whether any engine has read them.

        Metadata from `articles.csv` is not part of that hash: see `Capture.noted`.
        """
        return held(self._views, self.as_of, hashes)

    def links_of(self, claims: Iterable[str], *, rejected: bool = False) -> tuple[Link, ...]:
        """The newest link of each pair with one of these claims.

        Without those that the newest decision rejects, unless `rejected` is True.
        """
        fold = newest if rejected else standing
        found = fold(self._views, self.as_of, LINKS, claims)
        return tuple(self._picker.link(pair.entry, pair.place) for pair in found)

    def links(self, entries: Collection[int] | None = None) -> Iterator[Link]:
        """The newest version of every link between claims of adopted extractions, rejected ones too, in order.

        With `entries`: those with a claim of one of these extractions.
        """
        return every_link(self._views, self._picker, self.as_of, entries)

    def touched_claims(self, since: int) -> set[str]:
        """The claims (ids) at the ends of links that were recorded, or decided on, after entry `since`.

        And those of readings in which a chain was corrected since: what rests on whom has changed there.
        """
        corrected = {entry for entries in self.corrections(since).values() for entry in entries}
        linked_there = (claim.id for some in batches(corrected) for claim in self.claims_in(some))
        return {*touched_claims(self._views, self.as_of, since), *linked_there}

    def derivations_of(self, articles: Iterable[str]) -> tuple[Derivation, ...]:
        """The newest derivation of each pair with one of these articles (ids), without rejected ones."""
        found = standing(self._views, self.as_of, DERIVATIONS, articles)
        return tuple(self._picker.derivation(pair.entry, pair.place) for pair in found)

    def judged(self) -> dict[str, Judgement]:
        """The newest ruling (`RULINGS`) on everything that was judged, by id; without those that were taken back."""
        return judged(self._views, self.as_of)

    def decided(self, judgement: Judgement | None = None, since: int = 0) -> set[str]:
        """The ids of everything about which anybody decided, noted or asked something, or made this judgement.

        After entry `since`.
        """
        return decided(self._views, self.as_of, judgement, since)

    def decisions(self, *about: str) -> tuple[Decision, ...]:
        """The decisions about the things with these ids, in the ledger's order, those that were taken back too."""
        return tuple(decisions(self._views, self.as_of, about))

    def decision(self, beginning: str, most: int = 2) -> list[tuple[int, Decision]]:
        """At most `most` decisions whose own id begins so, as they were recorded, each with its entry."""
        return made(self._views, self.as_of, beginning, most)

    def decisions_by(self, name: str) -> Iterator[tuple[int, Decision]]:
        """The decisions that this person made, as they were recorded, the newest first, each with its entry."""
        return newest_by(self._views, self.as_of, name)

    def undone(self) -> set[str | None]:
        """The ids of the decisions that were taken back."""
        return undone(self._views, self.as_of)

    def listed(self) -> tuple[Decision, ...]:
        """The decision that counts for each source that the newsroom listed or changed, in the order of their keys."""
        return tuple(listed(self._views, self.as_of))

    def pair_rulings(self) -> list[PairRuling]:
        """What people decided of pairs of articles, whether both tell one story: the newest first, none taken back."""
        return pair_rulings(self._views, self.as_of)

    def orphaned(self, engine: str | None = None) -> tuple[Decision, ...]:
        """The newest decision about each thing that the adopted extraction of its article no longer contains.

        With an engine (its id): as if its extractions had been adopted now.
        """
        return tuple(orphaned(self._views, self.as_of, engine))

    def whole_readings(self, entries: Iterable[int]) -> Iterator[WholeReading]:
        """The extractions in these entries, each with its article and when it was recorded, in their order."""
        chains = moved(self._views, self.as_of).chains
        for one in whole_readings(self._views, entries):
            yield one._replace(extraction=one.extraction.corrected(chains))

    def adopted(self, since: int = 0) -> list[int]:
        """The entries of adopted extractions after entry `since`, in order."""
        return [number for number, _ in extractions(self._views, self.as_of, after(since))]

    def adopted_between(self, since: datetime | None = None, until: datetime | None = None) -> list[int]:
        """The entries of adopted extractions recorded at `since` or later and before `until`, in order."""
        return [number for number, _ in extractions(self._views, self.as_of, *recorded(since, until))]

    def adoptions(self, since: int = 0) -> list[int]:
        """The entries of the decisions about engines after entry `since`: each changes which extractions count."""
        return adoptions(self._views, self.as_of, since)

    def corrections(self, since: int = 0) -> dict[int, list[int]]:
        """The entries of the corrections after entry `since`, and of undos of some, each with the extractions it is of.

        They change who is answerable for some claims of these extractions.
        """
        here, changed = moved(self._views, self.as_of), changes_of_corrections(self._views, self.as_of, since)
        found = {
            entry: places(self._views, self.as_of, view_statement.c.id.in_(here.present(statement)))
            for entry, statement in changed.items()
        }
        return {entry: sorted({place[0] for place in there}) for entry, there in found.items()}

    def unread_by(self, engine: str) -> list[int]:
        """The capture entries of articles that `engine` has not read and another engine's extraction is adopted for."""
        found = readings(self._views, self.as_of, engine)
        return [read_from for (_, read_from), its_own in found if its_own is None]

    def readings(self, engine: str) -> Iterator[Rereading]:
        """The adopted extraction and this engine's, for each article whose adopted extraction is another engine's."""
        reader = ContentReader(self._views)
        for (number, _), its_own in readings(self._views, self.as_of, engine):
            if its_own is not None:
                yield reading(reader, number, its_own)

    def read_articles(self, articles: Iterable[str] | None = None, *, as_read: bool = False) -> Iterator[ReadArticle]:
        """Each article (of those with these ids, or of all) with its capture and its adopted extraction, in order.

        With `as_read` as the engine read it, without what people corrected.
        """
        reader = ContentReader(self._views)
        chains = {} if as_read else moved(self._views, self.as_of).chains
        for some in [None] if articles is None else batches(articles):
            conditions = [] if some is None else [of_articles(some)]
            for number, _ in extractions(self._views, self.as_of, *conditions):
                found = read_article(reader, number)
                yield found._replace(extraction=found.extraction.corrected(chains))

    def _dossiers(self, *conditions: ColumnElement[bool], links: bool = True) -> Iterator[Dossier]:
        found = places(self._views, self.as_of, *conditions)
        return dossiers(self._views, self._picker, self.as_of, found, links=links)

    def _articles(self, condition: ColumnElement[bool]) -> Iterator[tuple[int, Article]]:
        found = extractions(self._views, self.as_of, condition)
        return ((number, self._picker.article(read_from)) for number, read_from in found)
