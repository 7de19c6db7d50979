"""An article as Sayso reads it, compared with what a feature expects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.engine import Engine
from sayso.ingest import ingest
from sayso.registry import Registry
from sayso.testing.expected_chain import chain_in_words, described, expected_in_words, meant, plain
from sayso.testing.feature_files import different, place_of
from schemas import Article, Extraction, Hop, Member, Publication, PublishedClaim, Sourcing, Span, Statement

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
            raise different(f"“{words}” to stand on {expected}", chain_in_words(statement), self._where(place))

    def expect_without(self, words: str, name: str) -> None:
        """`name` means no hop of the chain of `words`."""
        place, statement = self._statement(words)
        hops = statement.chain[:-1]
        if any(self._meant(name, hop) or any(self._meant(name, member) for member in hop.members) for hop in hops):
            raise different(f'“{words}” not to stand on "{name}"', chain_in_words(statement), self._where(place))

    def expect_sourcing(self, words: str, sourcing: Sourcing) -> None:
        """Whether the statement of `words` is sourced."""
        place, statement = self._statement(words)
        if statement.sourcing != sourcing:
            expected = {"none-given": "to have no source given", "undetermined": "to be undetermined"}[sourcing]
            raise different(f"“{words}” {expected}", chain_in_words(statement), self._where(place))

    def expect_alleged(self, words: str) -> None:
        """Hedged or doubted in the article's own voice."""
        self.expect_sourcing(words, "none-given")
        place, statement = self._statement(words)
        if statement.hedge is None and statement.stance != "doubt":
            raise different(f"“{words}” to be hedged (“allegedly”)", "it stated as a fact", self._where(place))

    def expect_no_claim(self, words: str) -> None:
        """No claim is made of any of `words`."""
        place = self._place(words)
        for claim in self.extraction.claims:
            if any(_meet(span, place) for span in claim.spans):
                raise different(f"“{words}” to make no claim", f"the claim “{claim.proposition}”", self._where(place))

    def expect_mention(self, words: str, mention: str) -> None:
        """The words that name the origin are `mention`, even if that is a pronoun."""
        place, hop = self._origin(words)
        found = hop.mention.words if hop.mention else "none"
        if plain(found) != plain(mention):
            raise different(f"the source of “{words}” to be named by “{mention}”", f"“{found}”", self._where(place))

    def expect_inherited(self, words: str) -> None:
        """The origin is carried over from an earlier sentence."""
        place, hop = self._origin(words)
        if not hop.inherited:
            raise different(f"the source of “{words}” to be carried over", "it named on the spot", self._where(place))

    def published_claims(self, words: str) -> list[PublishedClaim]:
        """The claims that are made of `words`, as linking sees them."""
        place, statement = self._statement(words)
        claims = [claim for claim in self.extraction.claims if any(_meet(span, place) for span in claim.spans)]
        if not claims:
            raise different(f"“{words}” to make a claim", "none", self._where(place))
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

    def _meant(self, name: str, hop: Hop | Member) -> bool:
        return meant(name, hop, self.registry)

    def _origin(self, words: str) -> tuple[Span, Hop]:
        place, statement = self._statement(words)
        if statement.origin is None:
            raise different(f"a source of “{words}”", chain_in_words(statement), self._where(place))
        return place, statement.origin

    def _statement(self, words: str) -> tuple[Span, Statement]:
        place = self._place(words)
        found = [
            statement for statement in self.extraction.statements if any(_meet(span, place) for span in statement.spans)
        ]
        if len(found) != 1:
            said = "; ".join(
                f"“{' '.join(statement.text.split())}” ({chain_in_words(statement)})" for statement in found
            )
            raise different(
                f"“{words}” in one statement", f"{len(found)}: {said}" if found else "none", self._where(place)
            )
        if left := _left_over(self.article.text, place, found[0].spans):
            raise different(
                f"“{words}” within one statement", f"“{left}” outside of it: quote less", self._where(place)
            )
        return place, found[0]

    def _place(self, words: str) -> Span:
        text = self.article.text
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = [Span.of(text, *match.span()) for match in re.finditer(pattern, text)]
        if len(found) != 1:
            hint = "quote the article's own words" if not found else "quote more of it"
            raise different(f"“{words}” once", f"it {len(found)} times", f"in {self.name}: {hint}")
        return found[0]

    def _where(self, place: Span) -> str:
        line = self.article.text.count("\n", 0, place.start) + 1
        return f"in {self.name}, line {line}, characters {place.start} to {place.end}"


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
            self._extractions[article] = self.engine.extract(article)
        return ArticleReading(article, self._extractions[article], name, self.engine.registry)

    def of_file(self, file: str, beside: Path, name: str | None = None) -> ArticleReading:
        """The reading of the one article in `file`, or of the one with the id or title `name`."""
        found = list(ingest(place_of(file, beside)))
        for capture, _ in found:
            if capture.problem:
                raise different(f"an article in {file}", capture.problem, "so the feature cannot be checked")
        articles = [article for _, article in found if article and name in (None, article.key, article.title)]
        if len(articles) != 1:
            known = ", ".join(str(article.key or article.title) for _, article in found if article)
            expected = "one article" + (f" named {name}" if name else "")
            raise different(expected, f"{len(articles)} of {known}", f"in {file}")
        return self.of_article(articles[0], name or file)


def _meet(span: Span, place: Span) -> bool:
    return span.start < place.end and place.start < span.end


def _left_over(text: str, place: Span, spans: Sequence[Span]) -> str:
    """The words of `place` outside `spans`."""
    words = re.finditer(r"\w+", text[place.start : place.end])
    places = [(place.start + word.start(), place.start + word.end()) for word in words]
    outside = [text[a:b] for a, b in places if not any(span.start <= a and b <= span.end for span in spans)]
    return " ".join(outside)
