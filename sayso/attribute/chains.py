"""From attributions to chains: origin first, then everyone who carried it, then the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attribute.assemble import Draft
from sayso.attribute.coref import Speakers
from sayso.attribute.lexicon import OUTLETS
from sayso.attribute.page import Page, Range
from sayso.attribute.relays import audience_outlets, citing, in_source, names_source, quoting_agent
from sayso.attribute.sources import MEDIA, looks_like_outlet
from schemas import Article, Hop, Span

_ANONYMITY = re.compile(
    r"(?:speaking |spoke |who spoke )?on (?:the )?condition (?:of anonymity|that (?:he|she|they) not be named)"
    r"(?:,? (?:because|since|as|citing|in order)[^.;”\"\n]*)?"
    r"|(?:who )?(?:requested|asked for|insisted on) anonymity[^.;”\"\n]*"
    r"|(?:who )?(?:asked|declined|refused|did not want|wished) (?:not )?to be (?:named|identified|quoted)[^.;”\"\n]*"
    r"|(?:who )?(?:was|were|is|are) not authori[sz]ed to[^.;”\"\n]*",
    re.IGNORECASE,
)


class Chains:
    """The hops of each draft of one article; drafts are asked for in text order, so that mentions can point back."""

    def __init__(self, page: Page, drafts: Sequence[Draft]) -> None:
        self._page = page
        self._speakers = Speakers(page)
        self._own: dict[int, list[Hop]] = {}
        self._told: dict[tuple[Range, Range], list[Range]] = {}
        """Whom a source told, by its place and sentence: "told the paper X, adding that Y" told both."""
        self.carriers: dict[int, list[Range]] = {}
        """For each draft (by `id`) the places of relays named outside its source and cue."""
        self._cited = {d.source[0]: d.content[0] for d in drafts if d.source and d.content and names_source(page, d)}
        self._asides: dict[Range, list[Draft]] = {}
        for draft in drafts:
            if not draft.content and self._may_relay(draft):
                self._asides.setdefault(page.sentence((draft.start, draft.start + 1)), []).append(draft)

    def _may_relay(self, draft: Draft) -> bool:
        """Whether a report without content names who carries another's: "according to X", or an outlet."""
        head = self._page.head(draft.source[0]) if draft.source else None
        if head is None or not draft.cue or head.pos_ not in ("NOUN", "PROPN"):
            return False
        by = self._page.words(draft.cue[0]).lower().startswith(("according", "as per", "per"))
        outlet = head.lemma_.lower() in OUTLETS or looks_like_outlet(self._page, draft.source[0]) is not None
        return by or (outlet and head.dep_ not in ("poss", "compound"))

    def hops(self, draft: Draft) -> list[Hop]:
        """Who answers for the content of `draft`, origin first, publisher left out; empty where no source is named."""
        own = self._hops_of(draft)
        if draft.parent is None:
            return _distinct(own)
        outer = self.hops(draft.parent)
        return _distinct([*own, *outer])

    def _hops_of(self, draft: Draft) -> list[Hop]:
        if id(draft) not in self._own:
            self._own[id(draft)] = self._ordered(draft)
        return self._own[id(draft)]

    def _read(self, draft: Draft) -> Iterator[Hop]:
        carriers = self.carriers.setdefault(id(draft), [])
        cue = self._page.trimmed(draft.cue[0]) if draft.cue else None
        for place in self._sources(draft):
            hop = self._speakers.hop(place, inherited=draft.inherited)
            said = self._page.span(cue) if cue and not draft.inherited else None
            reason = self._reason(place) if hop.anonymous else None
            if reason is not None:
                carriers.append(reason.range)
            yield hop.model_copy(update={"cue": said, "reason": reason})
        if draft.inherited:
            return
        told = list(audience_outlets(self._page, draft))
        if draft.source and draft.cue:
            key = draft.source[0], self._page.sentence(draft.cue[0])
            carriers.extend(told)
            told = told or self._told.get(key, [])
            self._told[key] = told
        for place in told:
            yield self._speakers.hop(place)
        for aside in self._asides_of(draft):
            carriers.extend([*aside.source, *aside.cue])
            yield from self._hops_of(aside)

    def _ordered(self, draft: Draft) -> list[Hop]:
        """The hops of a draft; an outlet comes after the source that it names behind what it reports."""
        hops = list(self._read(draft))
        if len(hops) == 2 and hops[0].kind in MEDIA and hops[1].kind not in MEDIA and hops[1].mention is not None:
            behind = bool(draft.content) and hops[1].mention.start > draft.content[0][0]
            return hops[::-1] if behind else hops
        return hops

    def _sources(self, draft: Draft) -> list[Range]:
        """The places of the origin and of relays that the source or the verb itself names."""
        passive = quoting_agent(self._page, draft)
        if passive is not None:
            self.carriers[id(draft)].extend(passive)
            return list(passive)
        if not draft.source:
            return []
        source = self._page.trimmed(draft.source[0])
        carried = in_source(self._page, source)
        if carried is not None:
            return list(carried)
        cited = self._cited.get(draft.source[0]) or citing(self._page, draft)
        if cited is not None:
            self.carriers[id(draft)].append(cited)
            return [cited, source]
        return [source]

    def _reason(self, source: Range) -> Span | None:
        """Why an unnamed source stays unnamed, where its sentence or the next one says so."""
        start, end = self._page.sentence(source)
        after = self._page.segment(end + 2)
        near = after is not None and 0 <= after.span.start - end <= 2
        found = _ANONYMITY.search(self._page.text, start, after.span.end if near and after is not None else end)
        return self._page.span(self._page.trimmed(found.span())) if found else None

    def _asides_of(self, draft: Draft) -> Iterator[Draft]:
        """Reports of the same sentence with nothing of their own to report ("..., TASS reported"), nearest first."""
        if not draft.content or not draft.cue or draft.parent is not None:
            return
        own = self._page.sentence(draft.cue[0])
        near = self._asides.get(own, [])
        yield from sorted(near, key=lambda a: min(abs(a.start - draft.end), abs(draft.start - a.end)))


def _distinct(hops: Sequence[Hop]) -> list[Hop]:
    """Hops without one that is the same as a hop before it."""
    out: list[Hop] = []
    for hop in hops:
        if not any(_same(hop, other) for other in out):
            out.append(hop)
    return out


def _same(a: Hop, b: Hop) -> bool:
    if a.mention == b.mention:
        return True
    return a.name is not None and a.name == b.name and not (a.anonymous or b.anonymous)


def chain(article: Article, hops: Sequence[Hop]) -> tuple[Hop, ...]:
    """A whole chain: the first hop the origin, the others relays, the publisher at the end."""
    publisher = Hop(role="publisher", name=article.outlet, kind="news_outlet" if article.outlet else "unknown")
    roles = ["origin", *["relay"] * (len(hops) - 1)] if hops else []
    passed = [hop.model_copy(update={"role": role}) for hop, role in zip(hops, roles, strict=True)]
    return (*passed, publisher)
