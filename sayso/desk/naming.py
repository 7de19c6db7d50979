"""Hops made of the names that a person gives: each name's words have to stand in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.desk.bearers import bearers, part_of
from sayso.desk.marked_words import same_words
from sayso.errors import UsageError
from sayso.language.english import PEOPLE
from sayso.registry import Registry, Source
from sayso.registry.meaning import described, meant, plain
from schemas import Article, Hop, Member, Span, Statement

_ARTICLE = re.compile(r"^(?:an?|the|some)\s+", re.IGNORECASE)
_OWN = 200
"""Characters of distance that a mention within the statement counts for: one beside it is likelier to name its source.
"""


class Naming:
    """Finds whom names mean in one article, for one of its statements; `hops`: all that were read in it.

    `marked`: words that somebody marked, which are meant wherever they are given as a name.

    Each method raises `UsageError` where the article does not have the words, or they could mean several.
    """

    def __init__(
        self,
        article: Article,
        statement: Statement,
        hops: Sequence[Hop],
        registry: Registry,
        marked: Sequence[Span] = (),
    ) -> None:
        self._text = article.text
        self._statement = statement
        self._hops = hops
        self._registry = registry
        self._marked = marked

    def named(self, name: str) -> Hop:
        """An origin by its name: as a chain of the article has it, as its text does, or by another listed name."""
        self._expect_name(name)
        known, listed = self._known(name), self._registry.lookup(name)
        spans = list(self._spans(name)) or list(self._spans_of(listed)) or _mentions(known)
        if not spans:
            raise self._missing(name)
        mention = self._nearest(spans)
        whole = mention.words if listed else self._whole(name, spans)
        match known or self._known(whole):
            case Hop() as hop:
                taken = {key: getattr(hop, key) for key in ("name", "kind", "registry", "introduced", "members")}
                return Hop(role="origin", mention=mention, **taken)
            case Member() as member:
                return Hop(role="origin", name=member.name, mention=mention, kind=member.kind)
        kind, key = (listed.kind, listed.key) if listed else ("unknown", None)
        return Hop(role="origin", name=whole, mention=mention, kind=kind, registry=key)

    def unnamed(self, description: str) -> Hop:
        """An unnamed origin by how the article describes it; with no description, one that is not described."""
        if not description:
            return Hop(role="origin", anonymous=True)
        words = _ARTICLE.sub("", description)
        known = next((hop for hop in self._hops if hop.anonymous and described(words, hop)), None)
        spans = list(self._spans(words)) or _mentions(known)
        if not spans:
            raise self._missing(description)
        mention = self._nearest(spans)
        if known and known.mention in spans:
            return known.model_copy(update={"role": "origin", "mention": mention, "cue": None, "inherited": False})
        kind = known.kind if known else "unknown"
        return Hop(role="origin", anonymous=True, descriptor=mention.words, mention=mention, kind=kind)

    def joint(self, names: Sequence[str]) -> Hop:
        """Several who speak jointly."""
        found = [(self.named(name), name) for name in names]
        members = tuple(
            Member(name=hop.name or name, mention=hop.mention, kind=hop.kind) for hop, name in found if hop.mention
        )
        together = list(self._spans(" and ".join(names)))
        mention = self._nearest(together) if together else members[0].mention
        called = " and ".join(member.name for member in members)
        return Hop(role="origin", name=called, mention=mention, kind="group", members=members)

    def knows(self, name: str) -> bool:
        """Whether these words as a whole are the name of one source."""
        known = self._known(name)
        return bool(known and not getattr(known, "members", ())) or self._registry.lookup(name) is not None

    def expect_used(self, chain: Sequence[Hop]) -> None:
        """UsageError where words that were marked name nobody in the chain."""
        used = {hop.mention for hop in chain} | {member.mention for hop in chain for member in hop.members}
        for span in self._marked:
            if span not in used:
                raise UsageError(
                    f"expected the marked words as a name, found “{span.words}” not in it; mark them again"
                )

    def _expect_name(self, name: str) -> None:
        """UsageError where these words only describe somebody: an unnamed source is never taken for a named one."""
        last = name.split()[-1].lower() if name.split() else ""
        known = any(hop.anonymous and hop.called and plain(hop.called) == plain(name) for hop in self._hops)
        if known or last.removesuffix("s") in PEOPLE.kinds or last in PEOPLE.kinds:
            raise UsageError(f"expected a name, found a description, “{name}”; write it as: unnamed: {name}")

    def _known(self, name: str) -> Hop | Member | None:
        sources: list[Hop | Member] = []
        for hop in self._hops:
            sources += () if hop.anonymous else (hop, *hop.members)
        return next((each for each in sources if each.name and meant(name, each, self._registry)), None)

    def _spans(self, words: str) -> Iterator[Span]:
        """Where these words stand: as somebody marked them, else as they are written, else whatever their case."""
        if marked := [span for span in self._marked if same_words(span.words, words)]:
            return iter(marked)
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())).replace("'", "['‘’]") + r"(?!\w)"
        places = [*re.finditer(pattern, self._text)] or [*re.finditer(pattern, self._text, re.IGNORECASE)]
        return (Span.of(self._text, *place.span()) for place in places)

    def _spans_of(self, source: Source | None) -> Iterator[Span]:
        if source:
            named = (one for one in self._registry.find_all(self._text) if one.source.key == source.key)
            yield from (Span.of(self._text, one.start, one.end) for one in named)

    def _nearest(self, spans: Sequence[Span]) -> Span:
        """The mention nearest to the statement; the first of several."""
        return min(spans, key=lambda span: (self._distance(span), span.start))

    def _distance(self, span: Span) -> int:
        first, last = self._statement.spans[0].start, self._statement.spans[-1].end
        return max(first - span.end, span.start - last) if span.end <= first or span.start >= last else _OWN

    def _whole(self, name: str, spans: Sequence[Span]) -> str:
        """The whole name, where a surname is given that one person bears."""
        if len(name.split()) > 1:
            return self._nearest(spans).words
        written = spans[0].words
        if longer := part_of(written, self._text):
            raise UsageError(f"expected a whole name or a surname, found {name!r} only in “{longer}”; give the whole")
        borne = bearers(written, self._text)
        if len(borne) > 1:
            raise UsageError(f"expected one person called {name}, found {' and '.join(borne)}; give the whole name")
        return borne[0] if borne else written

    def _missing(self, name: str) -> UsageError:
        words = [word for word in _ARTICLE.sub("", name).split() if not any(self._spans(word))]
        found = f"no “{' '.join(words)}” in it" if words else "these words only apart from each other"
        return UsageError(f"expected words of the article for “{name}”, found {found}; name the source as it does")


def _mentions(source: Hop | Member | None) -> list[Span]:
    return [source.mention] if source and source.mention else []
