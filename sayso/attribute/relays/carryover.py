"""Relays that an earlier sentence names: an interview that goes on, a paper's report that the article retells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.attribute.draft import Draft
from sayso.attribute.media import MEDIA
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import overlap
from sayso.language.english import FUNCTION_WORDS, PEOPLE, RELAYING
from schemas import Hop

_NEXT = 1
"""How many paragraphs on an interview or report may continue."""
_BACK = 8
"""How many paragraphs back "the interview" may refer."""
_THIS = re.compile(
    r"\b(?:the|that|this|same) (?:\w+ )?(?:interview|host|hosts|program|programme|column|op-ed|essay|appearance|segment"
    r"|broadcast|podcast|conversation)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:tweet\w*|twitter|facebook|instagram|statement|rally|rallies|speech|speeches|reporters|conference|debate"
    r"|hearing|testif\w+|testimony|earlier|previously|separately|crowd|supporters|audience|voters|aides|email|e-mail"
    r"|memo|letter|court|senate|book|memoir|interview|last|once|ago|recently|has|had)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)


_AGAIN = re.compile(r"(?:the|that|this|those|these|both) ", re.IGNORECASE)
"""The first word of a mention that refers to an earlier one."""

_ONE_OF = re.compile(r"(?:one|another|others?|both|some|(?:the|a) (?:other|first|second|third))\b", re.IGNORECASE)
"""The first words of a mention of one among several who spoke to an outlet."""


class Scene(NamedTuple):
    """An outlet, the paragraph where a source last spoke to it, and the days named there."""

    outlet: Hop
    paragraph: int
    days: frozenset[str]


class Scenes:
    """Who spoke to which outlet so far in one article; asked about drafts in text order."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        self._spoken: dict[object, Scene] = {}
        self._last: tuple[object, ...] = ()
        self._report: Scene | None = None

    def outlet(self, draft: Draft, origin: Hop, told: Sequence[Hop]) -> Hop | None:
        """The outlet that an earlier sentence names for `draft`, or None; `told`: those that the draft itself names."""
        who, before = self._speaker_key(origin), self._last
        again = who, self._noun_key(origin)
        at = self._parsed.paragraph(draft.cue[0][0] if draft.cue else draft.start)
        words = self._clause(draft)
        days = frozenset(_DAY.findall(words))
        if draft.parent is None:
            self._last = again
        if told:
            self._spoken |= dict.fromkeys(again, Scene(told[-1], at, days))
            return None
        if self._is_outlet(origin):
            lemmas = {token.lemma_.lower() for token in self._parsed.words_in(draft.cue)}
            if lemmas & RELAYING.passing_on and not draft.inherited:
                self._report = Scene(origin, at, days)
            return None
        if who not in self._spoken and not self._refers_back(origin):
            self._spoken.pop(self._noun_key(origin), None)  # this "official" is a different person
        elif who not in self._spoken:
            who = self._noun_key(origin)  # "the official, Ann Lee," was first met by the noun alone
        scene = self._spoken.get(who)
        if scene is None and origin.anonymous and origin.mention and _ONE_OF.match(origin.mention.words):
            spoke = (speaker for speaker in before if speaker in self._spoken)
            scene, who = next(((self._spoken[speaker], speaker) for speaker in spoke), (None, who))
        reach = _BACK if who == self._noun_key(origin) else _NEXT if who in before else -1
        if scene is not None and self._is_speech(draft) and self._continues(scene, words, days, at, reach):
            self._spoken[who] = scene._replace(paragraph=at)
            return scene.outlet
        return self._outlet_of_report(draft, origin, at)

    def _is_outlet(self, origin: Hop) -> bool:
        named = origin.kind in MEDIA or (
            origin.mention is not None and self._parsed.outlet(origin.mention.range) is not None
        )
        return named and origin.kind != "person" and not origin.anonymous

    def _is_speech(self, draft: Draft) -> bool:
        """Whether a report is of speech: mostly quoted, or with a verb of saying."""
        spoken = {token.lemma_.lower() for token in self._parsed.words_in(draft.cue)} & RELAYING.interviewed
        return draft.inherited or bool(spoken) or self._parsed.quoted(draft.content[0]) > 0.5

    def _continues(self, scene: Scene, words: str, days: frozenset[str], at: int, reach: int) -> bool:
        """Whether a scene continues in paragraph `at`: within `reach` paragraphs, or as "the interview" says."""
        if _THIS.search(words):
            return at - scene.paragraph <= _BACK
        elsewhere = _ELSEWHERE.search(words) or days - scene.days
        return at - scene.paragraph <= reach and not elsewhere

    def _outlet_of_report(self, draft: Draft, origin: Hop, at: int) -> Hop | None:
        """The paper whose report continues with "a source said" or "S was quoted as saying"."""
        if self._report is None or draft.parent is not None or origin.mention is None:
            return None
        head = self._parsed.head(origin.mention.range)
        source = origin.anonymous and head is not None and head.lemma_.lower() in PEOPLE.sources
        quoted = any(token.lower_ == "quoted" and token.tag_ == "VBN" for token in self._parsed.words_in(draft.cue))
        if at - self._report.paragraph > _NEXT or not (source or quoted):
            return None
        self._report = self._report._replace(paragraph=at)
        return self._report.outlet

    def _speaker_key(self, origin: Hop) -> object:
        """What distinguishes speakers: the name, else the noun that "the official" repeats, else the place."""
        if origin.name and origin.kind != "document":
            return origin.name
        place = origin.resolved_from.mention if origin.resolved_from is not None else origin.mention
        if origin.mention is None or place is None:
            return None
        return self._noun_key(origin) if self._refers_back(origin) else place.range

    def _refers_back(self, origin: Hop) -> bool:
        """Whether the words for a source refer to an earlier mention."""
        words = origin.mention.words if origin.mention else ""
        return _AGAIN.match(words) is not None or words.lower() in FUNCTION_WORDS.pronouns

    def _noun_key(self, origin: Hop) -> object:
        """The words by which an unnamed source, or a document, is mentioned again."""
        place = origin.resolved_from.mention if origin.resolved_from is not None else origin.mention
        head = self._parsed.head(place.range) if place is not None else None
        if origin.kind == "document":
            return "the document"
        return f"the {head.lemma_.lower()}" if head is not None and head.pos_ == "NOUN" else place

    def _clause(self, draft: Draft) -> str:
        """The words of a draft's sentence outside its content and source."""
        if not draft.cue:
            return ""
        clause = self._parsed.sentence(draft.cue[0])
        taken = [*draft.content, *draft.source]
        return " ".join(
            token.text
            for token in self._parsed.tokens(clause)
            if not any(overlap((token.idx, token.idx + len(token)), place) for place in taken)
        )
