"""The hops of a report that its own clause names, or an earlier sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from sayso.attribute.draft import Draft, Places
from sayso.attribute.grammar import last_verb, names_source, quoting_agent
from sayso.attribute.media import MEDIA
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.relays.audience import outlet_told
from sayso.attribute.relays.broadcasts import short_names
from sayso.attribute.relays.carryover import Scenes
from sayso.attribute.relays.citations import (
    cited_source,
    document_source,
    relative_antecedent,
    relays_in_source,
    signature,
    sources_beside_according,
    whole_subject,
)
from sayso.attribute.relays.draft_chain import FoundBy, FoundHop
from sayso.attribute.sources.resolve import SourceResolver
from sayso.attribute.sources.unnamed_sources import secrecy
from sayso.language.english import OUTLETS, REPORTING
from schemas import Hop

_BY = ("according", "as cited", "as quoted", "as reported", "as per", "per")
"""How the cue of a report that names another's relay begins."""


class OwnHops:
    """The hops of each draft of one article without those of outer reports; asked about drafts in text order."""

    def __init__(self, parsed: ParsedArticle, drafts: Sequence[Draft], resolver: SourceResolver) -> None:
        self._parsed = parsed
        self._drafts = drafts
        self._resolver = resolver
        self._scenes = Scenes(parsed)
        self._found: dict[int, list[FoundHop]] = {}
        self._carriers: dict[int, list[Range]] = {}
        self._told: dict[tuple[Range, Range], list[Hop]] = {}
        """The hearers of a source, by its place and sentence: "told the paper X, adding that Y" names them for both."""
        self._cited = {d.source[0]: d.content[0] for d in drafts if d.source and d.content and names_source(parsed, d)}
        self._asides: dict[Range, list[int]] = {}
        for number, draft in enumerate(drafts):
            if not draft.content and self._may_relay(draft):
                self._asides.setdefault(parsed.sentence((draft.start, draft.start + 1)), []).append(number)

    def of(self, number: int) -> list[FoundHop]:
        """The hops of a draft, origin first; an outlet comes after a source that is named after the content."""
        if number not in self._found:
            self._found[number] = self._ordered(number)
        return self._found[number]

    def carriers(self, number: int) -> Places:
        """The places outside of a draft's source and cue where its relays are named."""
        return tuple(self._carriers.get(number, ()))

    def _may_relay(self, draft: Draft) -> bool:
        """Whether a draft without content names the relay of another draft: "according to X", or an outlet."""
        head = self._parsed.head(draft.source[0]) if draft.source else None
        if head is None or not draft.cue or head.pos_ not in ("NOUN", "PROPN"):
            return False
        if self._retells(draft):
            return True
        by = self._parsed.words(draft.cue[0]).lower().startswith(_BY)
        outlet = head.lemma_.lower() in OUTLETS.nouns or self._parsed.outlet(draft.source[0]) is not None
        return by or (outlet and head.dep_ not in ("poss", "compound"))

    def _retells(self, draft: Draft) -> bool:
        """Whether the verb of a draft without content governs the report before it: "S said X, his widow told R"."""
        verb = last_verb(self._parsed, draft)
        if verb is None or verb.lemma_.lower() not in REPORTING.speech:
            return False
        above = [verb.head] if verb.dep_ in ("ccomp", "parataxis") else []
        near = [word for word in (*verb.children, *above) if word.i < verb.i and word.pos_ == "VERB"]
        return any(word.i in self._verbs for word in near)

    def _ordered(self, number: int) -> list[FoundHop]:
        draft, hops = self._drafts[number], list(self._read(number))
        if len(hops) != 2:
            return hops
        first, last = (found.hop for found in hops)
        if first.kind in MEDIA and last.kind not in MEDIA and last.mention is not None and not last.inherited:
            if self._parsed.outlet(last.mention.range) is not None:
                return hops
            behind = bool(draft.content) and last.mention.start > draft.content[0][0]
            return hops[::-1] if behind else hops
        return hops

    def _read(self, number: int) -> Iterator[FoundHop]:
        draft = self._drafts[number]
        carriers = self._carriers.setdefault(number, [])
        named = list(self._named(draft, carriers))
        yield from named
        if not named:
            return
        origin, *behind = (found.hop for found in named)
        told = [] if draft.inherited else self._told_outlet(draft, carriers)
        told = [hop for hop in told if not any(_names(other, hop) for other in (origin, *behind))]
        yield from (FoundHop(hop, FoundBy.GRAMMAR) for hop in told)
        asides = [] if draft.inherited else self._asides_of(draft)
        retold = (found.hop for aside in asides if self._retells(self._drafts[aside]) for found in self.of(aside))
        outlets = told or [hop for hop in (*behind, *retold) if hop.kind in MEDIA]
        carried = self._scenes.outlet(draft, origin, outlets) if draft.content else None
        if carried is not None and not asides and not self._within_outlet(draft):
            yield FoundHop(carried.model_copy(update={"inherited": True}), FoundBy.CARRIED)
        for aside in asides:
            carriers.extend([*self._drafts[aside].source, *self._drafts[aside].cue])
            yield from (found._replace(by=FoundBy.GRAMMAR) for found in self.of(aside))

    def _within_outlet(self, draft: Draft) -> bool:
        """Whether the report of an outlet contains a draft, so that no earlier sentence need name one."""
        outer = self._drafts[draft.parent].source[:1] if draft.parent is not None else ()
        return any(self._parsed.outlet(place) is not None for place in outer)

    def _named(self, draft: Draft, carriers: list[Range]) -> Iterator[FoundHop]:
        """The origin and the relays that the source or the verb itself names."""
        cue = self._parsed.trimmed(draft.cue[0]) if draft.cue else None
        said = self._parsed.span(cue) if cue and not draft.inherited else None
        for number, place in enumerate(self._sources(draft, carriers)):
            hop = self._resolver.hop(place, inherited=draft.inherited)
            secret = secrecy(self._parsed, place) if hop.anonymous else None
            if secret is not None:
                carriers.append(secret.whole)
            by = FoundBy.CARRIED if draft.inherited else FoundBy.GRAMMAR if number else FoundBy.SPAN
            yield FoundHop(hop.model_copy(update={"cue": said}), by)

    def _sources(self, draft: Draft, carriers: list[Range]) -> list[Range]:
        """The places of the origin and of relays that the source or the verb itself names."""
        passive = quoting_agent(self._parsed, draft)
        if passive is not None:
            carriers.extend(passive)
            return list(passive)
        if not draft.source:
            return []
        if draft.outlet is not None:
            return [draft.source[0], draft.outlet]
        source = whole_subject(self._parsed, draft) or relative_antecedent(
            self._parsed, self._parsed.trimmed(draft.source[0])
        )
        aside = document_source(self._parsed, draft) or sources_beside_according(self._parsed, draft)
        if aside:
            carriers.extend(aside)
            return list(aside)
        signed = signature(self._parsed, draft)
        if signed:
            return list(signed)
        end = min([start for start, _ in draft.content if start >= source[1]], default=len(self._parsed.text))
        named = relays_in_source(self._parsed, source, end)
        cited = self._cited.get(draft.source[0]) or cited_source(self._parsed, draft, self._verbs - self._own(draft))
        if cited is None or len(named) > 1:
            return list(named)
        carriers.append(cited)
        return [*relays_in_source(self._parsed, cited, cited[1]), *named]

    @cached_property
    def _verbs(self) -> Set[int]:
        """The verbs of all reports with content, by number."""
        return {number for draft in self._drafts if draft.content for number in self._own(draft)}

    def _own(self, draft: Draft) -> Set[int]:
        return {token.i for token in self._parsed.words_in(draft.cue) if token.pos_ in ("VERB", "AUX")}

    def _told_outlet(self, draft: Draft, carriers: list[Range]) -> list[Hop]:
        """The outlet that the source spoke to, named in its clause or in an earlier one of the same sentence."""
        if not draft.source or not draft.cue:
            return []
        parent = self._drafts[draft.parent] if draft.parent is not None else None
        place = outlet_told(self._parsed, draft, parent, self._outlets)
        key = draft.source[0], self._parsed.sentence(draft.cue[0])
        if place is not None and not self._tells_aside(draft, place):
            carriers.append(self._with_noun(place))
            self._told[key] = [_as_outlet(self._resolver.hop(place))]
        return self._told.get(key, [])

    def _with_noun(self, place: Range) -> Range:
        """The place of an outlet with the noun behind its name: "the Nacional newspaper"."""
        behind = self._parsed.tokens((place[1] + 1, place[1] + 2))[:1]
        noun = len(behind) > 0 and behind[0].lemma_.lower() in OUTLETS.nouns
        return (place[0], behind[0].idx + len(behind[0])) if noun else place

    def _tells_aside(self, draft: Draft, place: Range) -> bool:
        """Whether a place is named by an aside behind a draft: "S said X, his widow told R"."""
        retold = (aside for number in self._asides_of(draft) if self._retells(aside := self._drafts[number]))
        return any(draft.cue[0][0] < aside.cue[0][0] < place[0] for aside in retold)

    @cached_property
    def _outlets(self) -> dict[str, int]:
        return short_names(self._parsed)

    def _asides_of(self, draft: Draft) -> list[int]:
        """The drafts without content in a draft's sentence ("..., TASS reported"), nearest first."""
        if not draft.content or not draft.cue or draft.parent is not None:
            return []
        own = self._parsed.sentence(draft.cue[0])
        near = [aside for aside in self._asides.get(own, []) if not self._within_content(draft, self._drafts[aside])]
        return sorted(near, key=lambda a: _distance(draft, self._drafts[a]))

    def _within_content(self, draft: Draft, aside: Draft) -> bool:
        """Whether an aside is part of the content of `draft`."""
        start, end = draft.content[0][0], draft.content[-1][1]
        quotation = self._parsed.quotation(aside.start)
        if quotation is not None:
            return not quotation.span.start <= draft.cue[0][0] < quotation.span.end
        return start <= aside.start and aside.end < end and draft.cue[0][1] <= start


def _as_outlet(hop: Hop) -> Hop:
    """A hop that was told something, as an outlet, though its name may be that of a state: "the daily Jutro"."""
    return hop.model_copy(update={"kind": "news_outlet"}) if hop.kind in ("government", "unknown") else hop


def _distance(draft: Draft, aside: Draft) -> int:
    return min(abs(aside.start - draft.end), abs(draft.start - aside.end))


def _names(hop: Hop, outlet: Hop) -> bool:
    """Whether an outlet is only part of the words for a document or body: "a Times report"."""
    if hop.kind == "person" or hop.mention is None or outlet.mention is None:
        return False
    return hop.mention.start <= outlet.mention.start and outlet.mention.end <= hop.mention.end
