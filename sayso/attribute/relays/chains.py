"""From attributions to chains: origin first, then everyone who carried it, then the publisher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import names_source, quoting_agent
from sayso.attribute.lexicon import OUTLETS
from sayso.attribute.media import MEDIA
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.relays.audience import outlet_told, short_names
from sayso.attribute.relays.carryover import Scenes
from sayso.attribute.relays.citations import antecedent, beside_according, citing, document, in_source, whole_subject
from sayso.attribute.sources.anonymity import secrecy
from sayso.attribute.sources.resolve import Speakers
from sayso.attribute.spans.embedded import DEEPEST
from sayso.registry import registry
from schemas import Article, Hop

_OWN = frozenset("i we me us my our myself".split())
"""How somebody quoted speaks of himself: no hop of its own."""


class Way(StrEnum):
    """How a hop was found, from the surest to the least sure."""

    SPAN = "span"
    """The tagger marked the words that name it as this report's source."""
    GRAMMAR = "grammar"
    """The clause of the report names it: "told R", "R, citing S", "documents released by R"."""
    NESTED = "nested"
    """It stands outside: the report is a part of what this one reports."""
    CARRIED = "carried"
    """An earlier sentence names it."""


_WAYS = {way: number for number, way in enumerate(Way)}


class Found(NamedTuple):
    """A hop, and how it was found."""

    hop: Hop
    way: Way


class Chains:
    """The hops of each draft of one article; drafts are asked for in text order, so that mentions can point back."""

    def __init__(self, parsed: ParsedArticle, drafts: Sequence[Draft]) -> None:
        self._parsed = parsed
        self._speakers = Speakers(parsed)
        self._scenes = Scenes(parsed)
        self._own: dict[int, list[Found]] = {}
        self._told: dict[tuple[Range, Range], list[Hop]] = {}
        """Whom a source told, by its place and sentence: "told the paper X, adding that Y" told both."""
        self.carriers: dict[int, list[Range]] = {}
        """For each draft (by `id`) the places of relays named outside its source and cue."""
        self._cited = {d.source[0]: d.content[0] for d in drafts if d.source and d.content and names_source(parsed, d)}
        self._asides: dict[Range, list[Draft]] = {}
        for draft in drafts:
            if not draft.content and self._may_relay(draft):
                self._asides.setdefault(parsed.sentence((draft.start, draft.start + 1)), []).append(draft)

    def _may_relay(self, draft: Draft) -> bool:
        """Whether a report without content names who carries another's: "according to X", or an outlet."""
        head = self._parsed.head(draft.source[0]) if draft.source else None
        if head is None or not draft.cue or head.pos_ not in ("NOUN", "PROPN"):
            return False
        by = self._parsed.words(draft.cue[0]).lower().startswith(("according", "as per", "per"))
        outlet = head.lemma_.lower() in OUTLETS or self._parsed.outlet(draft.source[0]) is not None
        return by or (outlet and head.dep_ not in ("poss", "compound"))

    def hops(self, draft: Draft) -> list[Hop]:
        """Who answers for the content of `draft`, origin first, publisher left out; empty where no source is named."""
        return [found.hop for found in self.found(draft)]

    def found(self, draft: Draft) -> list[Found]:
        """The hops of `draft`, each with how it was found; of reports within reports the innermost `DEEPEST`."""
        within = [draft]
        while within[-1].parent is not None and len(within) < DEEPEST:
            within.append(within[-1].parent)
        own = [self._hops_of(one) for one in within]
        found = self._passed(own.pop(), ())
        for one, hops in zip(reversed(within[:-1]), reversed(own), strict=True):
            found = self._nested(one, hops, found)
        return found

    def _nested(self, draft: Draft, own: list[Found], outer: list[Found]) -> list[Found]:
        """The hops of a draft with hops of its `own` that stands in a report with hops `outer`."""
        first = own[0].hop.mention if own else None
        if outer and first is not None and first.words.lower() in _OWN:
            return outer
        if own and outer and self._speaks_of_another(draft, own[0].hop, outer[0].hop):
            own = [own[0]._replace(hop=own[0].hop.model_copy(update={"name": None, "resolved_from": None})), *own[1:]]
        return self._passed(own, [one._replace(way=max(one.way, Way.NESTED, key=_unsure)) for one in outer])

    def _passed(self, hops: Sequence[Found], outer: Sequence[Found]) -> list[Found]:
        """Each hop once, and none for the publisher behind the origin; `outer` has each once already."""
        inner = _distinct(hops)
        further = [one for one in outer if not any(_same(one.hop, other.hop) for other in inner)]
        return [one for i, one in enumerate([*inner, *further]) if not i or not self._publishes(one.hop)]

    def _speaks_of_another(self, draft: Draft, inner: Hop, outer: Hop) -> bool:
        """Whether a quoted "he" was taken for the one who is quoted, who would say "I"."""
        if inner.mention is None or inner.mention.words.lower() not in ("he", "she", "they") or not draft.parent:
            return False
        quotation = self._parsed.quotation(inner.mention.start)
        apart = quotation is not None and not any(
            quotation.span.start <= cue[0] < quotation.span.end for cue in draft.parent.cue
        )
        return apart and inner.name == outer.name

    def _publishes(self, hop: Hop) -> bool:
        """Whether a hop is the publisher, which ends every chain and relays nothing to itself."""
        outlet = self._parsed.article.outlet
        listed = registry().lookup(outlet) if outlet else None
        return hop.name is not None and hop.name in (outlet, listed.name if listed else outlet)

    def _hops_of(self, draft: Draft) -> list[Found]:
        if id(draft) not in self._own:
            self._own[id(draft)] = self._ordered(draft)
        return self._own[id(draft)]

    def _read(self, draft: Draft) -> Iterator[Found]:
        carriers = self.carriers.setdefault(id(draft), [])
        cue = self._parsed.trimmed(draft.cue[0]) if draft.cue else None
        origin: Hop | None = None
        behind: list[Hop] = []
        for number, place in enumerate(self._sources(draft)):
            hop = self._speakers.hop(place, inherited=draft.inherited)
            said = self._parsed.span(cue) if cue and not draft.inherited else None
            secret = secrecy(self._parsed, place) if hop.anonymous else None
            if secret is not None:
                carriers.append(secret.whole)
            hop = hop.model_copy(update={"cue": said})
            if origin is None:
                origin = hop
            else:
                behind.append(hop)
            way = Way.CARRIED if draft.inherited else Way.GRAMMAR if number else Way.SPAN
            yield Found(hop, way)
        if origin is None:
            return
        told = [] if draft.inherited else self._heard(draft, carriers)
        told = [hop for hop in told if not any(_names(other, hop) for other in (origin, *behind))]
        yield from (Found(hop, Way.GRAMMAR) for hop in told)
        outlets = told or [hop for hop in behind if hop.kind in MEDIA]
        carried = self._scenes.outlet(draft, origin, outlets) if draft.content else None
        if carried is not None:
            yield Found(carried.model_copy(update={"inherited": True}), Way.CARRIED)
        if draft.inherited:
            return
        for aside in self._asides_of(draft):
            carriers.extend([*aside.source, *aside.cue])
            yield from (one._replace(way=Way.GRAMMAR) for one in self._hops_of(aside))

    def _heard(self, draft: Draft, carriers: list[Range]) -> list[Hop]:
        """The outlet that the source told, where the clause or the one that it goes on with names one."""
        if not draft.source or not draft.cue:
            return []
        place = outlet_told(self._parsed, draft, self._outlets)
        key = draft.source[0], self._parsed.sentence(draft.cue[0])
        if place is not None:
            carriers.append(place)
            self._told[key] = [self._speakers.hop(place)]
        return self._told.get(key, [])

    @cached_property
    def _outlets(self) -> dict[str, int]:
        return short_names(self._parsed)

    def _ordered(self, draft: Draft) -> list[Found]:
        """The hops of a draft; an outlet comes after the source that it names behind what it reports."""
        hops = list(self._read(draft))
        if len(hops) != 2:
            return hops
        first, last = (one.hop for one in hops)
        if first.kind in MEDIA and last.kind not in MEDIA and last.mention is not None and not last.inherited:
            behind = bool(draft.content) and last.mention.start > draft.content[0][0]
            return hops[::-1] if behind else hops
        return hops

    def _sources(self, draft: Draft) -> list[Range]:
        """The places of the origin and of relays that the source or the verb itself names."""
        passive = quoting_agent(self._parsed, draft)
        if passive is not None:
            self.carriers[id(draft)].extend(passive)
            return list(passive)
        if not draft.source:
            return []
        source = whole_subject(self._parsed, draft) or antecedent(self._parsed, self._parsed.trimmed(draft.source[0]))
        aside = document(self._parsed, draft) or beside_according(self._parsed, draft)
        if aside:
            self.carriers[id(draft)].extend(aside)
            return list(aside)
        carried = in_source(self._parsed, source)
        if carried:
            return list(carried)
        cited = self._cited.get(draft.source[0]) or citing(self._parsed, draft)
        if cited is not None:
            self.carriers[id(draft)].append(cited)
            return [cited, source]
        return [source]

    def _asides_of(self, draft: Draft) -> Iterator[Draft]:
        """Reports of the same sentence with nothing of their own to report ("..., TASS reported"), nearest first."""
        if not draft.content or not draft.cue or draft.parent is not None:
            return
        own = self._parsed.sentence(draft.cue[0])
        near = [aside for aside in self._asides.get(own, []) if not self._told_within(draft, aside)]
        yield from sorted(near, key=lambda a: min(abs(a.start - draft.end), abs(draft.start - a.end)))

    def _told_within(self, draft: Draft, aside: Draft) -> bool:
        """Whether an aside is itself a part of what `draft` reports."""
        start, end = draft.content[0][0], draft.content[-1][1]
        quotation = self._parsed.quotation(aside.start)
        if quotation is not None:
            return not quotation.span.start <= draft.cue[0][0] < quotation.span.end
        return start <= aside.start and aside.end < end and draft.cue[0][1] <= start


def _distinct(hops: Sequence[Found]) -> list[Found]:
    """Hops without one that is the same as a hop before it."""
    out: list[Found] = []
    for one in hops:
        if not any(_same(one.hop, other.hop) for other in out):
            out.append(one)
    return out


def _unsure(way: Way) -> int:
    return _WAYS[way]


def _names(hop: Hop, outlet: Hop) -> bool:
    """Whether an outlet is but a part of the words for a document or body: "a Times report"."""
    if hop.kind == "person" or hop.mention is None or outlet.mention is None:
        return False
    return hop.mention.start <= outlet.mention.start and outlet.mention.end <= hop.mention.end


def _same(a: Hop, b: Hop) -> bool:
    if (a.mention and a.mention.range) == (b.mention and b.mention.range):
        return True
    return a.name is not None and a.name == b.name and not (a.anonymous or b.anonymous)


def chain(article: Article, hops: Sequence[Hop]) -> tuple[Hop, ...]:
    """A whole chain: the first hop the origin, the others relays, the publisher at the end."""
    publisher = Hop(role="publisher", name=article.outlet, kind="news_outlet" if article.outlet else "unknown")
    roles = ["origin", *["relay"] * (len(hops) - 1)] if hops else []
    passed = [hop.model_copy(update={"role": role}) for hop, role in zip(hops, roles, strict=True)]
    return (*passed, publisher)
