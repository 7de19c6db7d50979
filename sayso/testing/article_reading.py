"""An article as Sayso reads it, compared with what a feature expects."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from sayso.engine import Engine
from sayso.ingest import ingest
from sayso.present.expectation import Expectation, expectation
from sayso.registry import Registry
from sayso.registry.meaning import described, meant, plain
from sayso.testing.expected_chain import chain_in_words, expected_in_words
from sayso.testing.feature_files import AllDifferent, Different, NoArticle, Unfit, different, place_of
from sayso.testing.quoted_words import nearest, places_of
from sayso.testing.surnames import Surnames
from schemas import Article, Extraction, Hop, Member, Publication, PublishedClaim, Segment, Sourcing, Span, Statement

_REMEMBERED = 64
"""How many readings are cached."""


@dataclass(frozen=True)
class ArticleReading:
    """An article, what was read in it, and the name by which the feature knows it. Each method fails the step.

    Names in the feature are those of `registry` too.
    """

    article: Article
    extraction: Extraction
    name: str
    registry: Registry

    def with_statement(self, statement: Statement) -> ArticleReading:
        """The same, had these spans been read so."""
        others = [one for one in self.extraction.statements if one.spans != statement.spans]
        update = {"statements": (*others, statement)}
        return replace(self, extraction=self.extraction.model_copy(update=update))

    def expect(
        self,
        words: str,
        *,
        names: Sequence[str] = (),
        unnamed: str | None = None,
        relays: Sequence[str] = (),
        denied: bool = False,
    ) -> None:
        """The chain of `words`: the named (or the unnamed) origin, then exactly these relays, in order."""
        place, statement = self._statement(words)
        origin, found = statement.origin, statement.relays
        right = (
            origin is not None
            and statement.sourcing == "sourced"
            and (self._is(names, origin) if unnamed is None else origin.anonymous and described(unnamed, origin))
            and len(found) == len(relays)
            and all(self._meant(name, hop) for name, hop in zip(relays, found, strict=True))
            and (statement.polarity == "denied") == denied
        )
        if not right:
            expected = expected_in_words(names, unnamed, relays, denied)
            stands = "to be" if denied else "to stand on"
            raise different(f"“{words}” {stands} {expected}", chain_in_words(statement), self.where(place))

    def expect_quoted(self, words: str) -> None:
        """`words` stand in quotation marks, or are reported as direct speech."""
        place, statement = self._statement(words)
        quotations = [quotation.span for quotation in self.extraction.segmentation.quotations]
        within = any(span.start <= place.start and place.end <= span.end for span in quotations)
        if not within and statement.manner != "direct":
            raise different(f"“{words}” to be a direct quotation", "it outside of quotation marks", self.where(place))

    def expect_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Each row: words, and who says so (see `expectation`). All rows are checked before it fails."""
        failures = []
        for row in rows:
            try:
                self._expect_row(row)
            except Different as failure:
                failures.append(failure)
        if len(failures) == 1 or any(isinstance(failure, Unfit) for failure in failures):
            raise next((failure for failure in failures if isinstance(failure, Unfit)), failures[0])
        if failures:
            raise AllDifferent(failures)

    def _expect_row(self, row: Sequence[str]) -> None:
        expected = expectation(row[1]) if len(row) == 2 else None
        if expected is None:
            raise Unfit("words, and who says so, in each row of the table", f"“{' | '.join(row)}”", "in the feature")
        words = row[0]
        match expected.kind:
            case "chain":
                self._expect_chain(words, expected)
            case "alleged":
                self.expect_alleged(words)
            case "no claim":
                self.expect_no_claim(words)
            case "undetermined":
                self.expect_sourcing(words, "undetermined")
            case _:
                self.expect_sourcing(words, "none-given")

    def _expect_chain(self, words: str, chain: Expectation) -> None:
        self.expect(words, names=chain.names, unnamed=chain.unnamed, relays=chain.relays, denied=chain.denied)
        if chain.quoted:
            self.expect_quoted(words)

    def expect_nothing_of(self, name: str) -> None:
        """`name` means no hop of any chain."""
        if found := self.through(name):
            start = found[0].spans[0].start
            raise different(f'nothing attributed to "{name}"', self.listed(found), f"in {self.name}", start)

    def through(self, name: str) -> list[Statement]:
        """The statements with a source or a relay that `name` means."""
        return [statement for statement in self.extraction.statements if self._passes(statement, name)]

    def means(self, name: str, hop: Hop) -> bool:
        """Whether `name` means a source, or one of several that speak jointly."""
        return self._meant(name, hop) or any(self._meant(name, member) for member in hop.members)

    def expect_at_most(self, count: int) -> None:
        """So many claims at most are the article's own, without a source."""
        own = {statement.id for statement in self.extraction.statements if statement.sourcing == "none-given"}
        found = [claim for claim in self.extraction.claims if claim.statement in own]
        if len(found) > count:
            said = "; ".join(f"“{claim.proposition}” (paragraph {self.paragraph(claim.spans[0])})" for claim in found)
            expected = f"at most {count} claim{'' if count == 1 else 's'} without a source"
            raise different(expected, f"{len(found)}: {said}", f"in {self.name}")

    def holds(self, words: str) -> bool:
        """Whether `words` stand in the article, so that a step may quote them."""
        return bool(places_of(words, self.article.text))

    def expect_without(self, words: str, name: str) -> None:
        """`name` means no hop of the chain of `words`."""
        place, statement = self._statement(words)
        if self._passes(statement, name):
            raise different(f'“{words}” not to stand on "{name}"', chain_in_words(statement), self.where(place))

    def expect_sourcing(self, words: str, sourcing: Sourcing) -> None:
        """Whether the statement of `words` is sourced."""
        place, statement = self._statement(words)
        if statement.sourcing != sourcing:
            expected = {"none-given": "to have no source given", "undetermined": "to be undetermined"}[sourcing]
            raise different(f"“{words}” {expected}", chain_in_words(statement), self.where(place))

    def expect_alleged(self, words: str) -> None:
        """Hedged or doubted in the article's own voice."""
        self.expect_sourcing(words, "none-given")
        place, statement = self._statement(words)
        if statement.hedge is None and statement.stance != "doubt":
            raise different(f"“{words}” to be hedged (“allegedly”)", "it stated as a fact", self.where(place))

    def expect_no_claim(self, words: str) -> None:
        """No claim is made of any of `words`."""
        place = self._place(words)
        for claim in self.extraction.claims:
            if any(_meet(span, place) for span in claim.spans):
                raise different(f"“{words}” to make no claim", f"the claim “{claim.proposition}”", self.where(place))

    def expect_mention(self, words: str, mention: str) -> None:
        """The words that name the origin are `mention`, even if that is a pronoun."""
        place, hop = self._origin(words)
        found = hop.mention.words if hop.mention else "none"
        if plain(found) != plain(mention):
            raise different(f"the source of “{words}” to be named by “{mention}”", f"“{found}”", self.where(place))

    def expect_inherited(self, words: str) -> None:
        """The origin is carried over from an earlier sentence."""
        place, hop = self._origin(words)
        if not hop.inherited:
            raise different(f"the source of “{words}” to be carried over", "it named on the spot", self.where(place))

    def published_claims(self, words: str) -> list[PublishedClaim]:
        """The claims that are made of `words`, as linking sees them."""
        place, statement = self._statement(words)
        claims = [claim for claim in self.extraction.claims if any(_meet(span, place) for span in claim.spans)]
        if not claims:
            raise different(f"“{words}” to make a claim", "none", self.where(place))
        publication = Publication.of(self.article)
        return [PublishedClaim(claim=claim, statement=statement, publication=publication) for claim in claims]

    def _is(self, names: Sequence[str], origin: Hop) -> bool:
        if origin.anonymous:
            return False
        if len(names) == 1:
            return self._meant(names[0], origin) and len(origin.members) < 2
        return len(names) == len(origin.members) and all(
            any(self._meant(name, member) for member in origin.members) for name in names
        )

    def _passes(self, statement: Statement, name: str) -> bool:
        """Whether `name` means a source or a relay of a statement."""
        return any(self.means(name, hop) for hop in statement.chain[:-1])

    def _meant(self, name: str, hop: Hop | Member) -> bool:
        return meant(name, hop, self.registry) or (hop.kind == "person" and self._surnames.mean(name, hop.name))

    @cached_property
    def _surnames(self) -> Surnames:
        return Surnames(self.article, self.extraction, self.registry)

    def _origin(self, words: str) -> tuple[Span, Hop]:
        place, statement = self._statement(words)
        if statement.origin is None:
            raise different(f"a source of “{words}”", chain_in_words(statement), self.where(place))
        return place, statement.origin

    def _statement(self, words: str) -> tuple[Span, Statement]:
        place = self._place(words)
        found = [
            statement for statement in self.extraction.statements if any(_meet(span, place) for span in statement.spans)
        ]
        if len(found) != 1:
            said = f"{len(found)}: {self.listed(found)}" if found else "none"
            raise different(f"“{words}” in one statement", said, self.where(place))
        if left := _left_over(self.article.text, place, found[0].spans):
            raise different(f"“{words}” within one statement", f"“{left}” outside of it: quote less", self.where(place))
        return place, found[0]

    def _place(self, words: str) -> Span:
        found = places_of(words, self.article.text)
        if not found:
            near = self._sentences(nearest(words, [segment.span for segment in self._segments]))
            where = f"in {self.name}: quote the article's own words" + (f"; nearest: {near}" if near else "")
            raise different(f"“{words}” once", "no match", where)
        if len(found) > 1:
            holding = (one.span for one in self._segments if any(_meet(one.span, place) for place in found))
            where = f"in {self.name}: quote more of it; it stands in: {self._sentences(holding)}"
            raise different(f"“{words}” once", f"{len(found)} matches", where)
        return found[0]

    @property
    def _segments(self) -> Sequence[Segment]:
        return self.extraction.segmentation.segments

    def _sentences(self, spans: Iterable[Span]) -> str:
        """Sentences with their paragraphs."""
        return "; ".join(f"“{' '.join(span.words.split())}” (paragraph {self.paragraph(span)})" for span in spans)

    def listed(self, statements: Iterable[Statement]) -> str:
        """Statements with their chains and paragraphs."""
        return "; ".join(
            f"“{' '.join(one.text.split())}” ({chain_in_words(one)}, paragraph {self.paragraph(one.spans[0])})"
            for one in statements
        )

    def paragraph(self, place: Span) -> int:
        """The number of the paragraph where a place begins, from 1."""
        return bisect_right([one.start for one in self.extraction.segmentation.paragraphs], place.start)

    def where(self, place: Span) -> str:
        """The article, and the paragraph, line and characters of a place in it."""
        line = self.article.text.count("\n", 0, place.start) + 1
        at = f"paragraph {self.paragraph(place)}, line {line}, characters {place.start} to {place.end}"
        return f"in {self.name}, {at}"


class Readings:
    """Articles as one engine reads them; several scenarios about one article read it once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._extractions: dict[Article, Extraction] = {}

    def of_text(self, text: str) -> ArticleReading:
        """The reading of a text."""
        return self.of_article(Article(text=text), "the text of the feature")

    def of_article(self, article: Article, name: str) -> ArticleReading:
        """The reading of an article, known to the feature by `name`."""
        if article not in self._extractions:
            if len(self._extractions) == _REMEMBERED:
                self._extractions.clear()
            self._extractions[article] = self._read(article)
        return ArticleReading(article, self._extractions[article], name, self.engine.registry)

    def _read(self, article: Article) -> Extraction:
        return self.engine.extract(article)

    def published(self, name: str, text: str, outlet: str | None, published: str | None) -> ArticleReading:
        """The reading of a text of an outlet; `published` is an ISO 8601 date."""
        return self.of_article(Article(text=text, key=name, outlet=outlet, published=_date(published)), name)

    def of_file(
        self, file: str, folders: Sequence[Path], name: str | None = None, known: Mapping[str, str] | None = None
    ) -> ArticleReading:
        """The reading of the one article in `file`, or of the one with the id or title `name`.

        `known`: its `outlet` and `published`, where the feature gives them.
        """
        found = list(ingest(place_of(file, folders)))
        for capture, _ in found:
            if capture.problem:
                raise NoArticle(file, capture.problem)
        articles = [article for _, article in found if article and name in (None, article.key, article.title)]
        if len(articles) != 1:
            listed = ", ".join(str(article.key or article.title) for _, article in found if article)
            expected = "one article" + (f" named {name}" if name else "")
            raise Unfit(expected, f"{len(articles)} of {listed}", f"in {file}")
        _date((known or {}).get("published"))
        return self.of_article(articles[0].model_copy(update=dict(known or {})), name or file)


def _date(written: str | None) -> str | None:
    """The date as it is written; one that is not in the calendar fails the step."""
    try:
        return written and date.fromisoformat(written).isoformat()
    except ValueError:
        raise Unfit("a date as 2024-05-31", written or "none", "in the feature") from None


def _meet(span: Span, place: Span) -> bool:
    return span.start < place.end and place.start < span.end


def _left_over(text: str, place: Span, spans: Sequence[Span]) -> str:
    """The words of `place` outside `spans`."""
    words = re.finditer(r"\w+", text[place.start : place.end])
    places = [(place.start + word.start(), place.start + word.end()) for word in words]
    outside = [text[a:b] for a, b in places if not any(span.start <= a and b <= span.end for span in spans)]
    return " ".join(outside)
