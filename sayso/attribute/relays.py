"""Who carried a statement on, where the reporting clause says so beside the source: outlets, agencies, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.assemble import Draft
from sayso.attribute.page import Page, Range, inside, overlap
from sayso.attribute.registry import registry
from sayso.attribute.sources import MEDIA, looks_like_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRYING = frozenset("in on to with for via by through at from during of".split())
_OBJECTS = frozenset("pobj dobj dative compound poss nmod appos".split())
_STEPS = _OBJECTS | frozenset("npadvmod prep amod advcl pcomp acl".split())
_TELLING = frozenset("tell inform remind assure give grant join email".split())
_CARRIED = re.compile(
    r"(?:\b(?:told|tells|telling)|\b(?:interview|conversation|meeting|op-ed|column|essay|article|piece|segment|appearance"
    r"|broadcast|episode|edition|speaking|appearing|writing)\W+(?:on|with|to|in|for|of|by|at))\W+(?:[\w’'-]+\W+){0,5}$"
    r"|\bon\W+$"
)
_OCCASION = re.compile(r"(?:['’]s)?\W+(?:interview|op-ed|column|essay|broadcast|appearance)\b")
_JOINED = re.compile(r"(?:['’]s| of| of the|,)?[\s\"“”'’]*")
_HOSTS = frozenset("host co-host cohost anchor interviewer moderator presenter".split())
_MADE_PUBLIC = frozenset(
    "release publish obtain leak post air broadcast cite review see print unearth carry run report".split()
)
_APPEARED = frozenset("appear publish run air print carry".split())
_QUOTING = frozenset("quote cite".split())


def audience_outlets(page: Page, draft: Draft) -> Iterator[Range]:
    """Outlets that were told, or spoken to or on: "told Reuters", "in a CNN interview", "told the same periodical"."""
    if not draft.cue or not draft.source:
        return
    verbs = {token.i for token in page.words_in(draft.cue) if token.pos_ in ("VERB", "AUX")}
    taken = [*draft.content, *draft.source]
    if draft.told is not None:
        hearer = page.head(draft.told)
        if looks_like_outlet(page, draft.told) or (hearer is not None and _points_back(hearer)):
            taken.append(draft.told)
            yield draft.told
    found: list[Range] = []
    for token in page.tokens(page.sentence(draft.cue[0])):
        noun = token.pos_ in ("PROPN", "NOUN") or token.lemma_.lower() in lexicon.NAMED_BEFORE
        if not noun or token.dep_ not in _OBJECTS or not _leads_to(token, verbs):
            continue
        phrase = _phrase(page, token)
        if phrase is None or _meets(phrase, taken):
            continue
        if looks_like_outlet(page, phrase) or _points_back(token) or _told_by_name(token, page) or _host(token):
            taken.append(phrase)
            found.append(phrase)
    for place in _by_name(page, page.sentence(draft.cue[0])):
        if not _meets(place, taken):
            taken.append(place)
            found.append(place)
    yield from _whole(page, found)


def _by_name(page: Page, clause: Range) -> Iterator[Range]:
    """Listed outlets behind the words of an interview or broadcast, whatever the parse hangs them on."""
    words = page.text[slice(*clause)]
    for found in registry().find_all(words):
        if found.source.kind not in MEDIA:
            continue
        if _CARRIED.search(words, 0, found.start) or _OCCASION.match(words, found.end):
            yield clause[0] + found.start, clause[0] + found.end


def _whole(page: Page, places: Sequence[Range]) -> list[Range]:
    """Places that are parts of one name ("CBS's “Face the Nation”") made one."""
    out: list[Range] = []
    for place in sorted(places):
        between = page.text[out[-1][1] : place[0]] if out else ""
        if out and _JOINED.fullmatch(between):
            out[-1] = (out[-1][0], place[1])
        else:
            out.append(place)
    return out


def _told_by_name(token: Token, page: Page) -> bool:
    """Whether a verb of telling has an organisation for its hearer that is no body politic: "told InsideSources"."""
    direct = token.dep_ in ("dobj", "dative") and token.head.lemma_.lower() in _TELLING
    if not direct or token.pos_ != "PROPN" or token.tag_ == "NNPS" or token.lemma_.lower() in lexicon.BODIES:
        return False
    listed = registry().find_in(page.words(_phrase(page, token) or (token.idx, token.idx + len(token))))
    return listed is None and (token.ent_type_ == "ORG" or token.text[1:].lower() != token.text[1:])


def _host(token: Token) -> bool:
    """Whether a word names the host of a programme ("told co-host Ann Lee")."""
    return token.pos_ == "PROPN" and any(child.lower_ in _HOSTS for child in token.lefts)


def _leads_to(token: Token, verbs: set[int]) -> bool:
    """Whether a word hangs on one of `verbs` over prepositions and occasions ("in an interview with") alone."""
    at = token
    for _ in range(8):
        if at.i in verbs:
            return True
        if at.head.i == at.i or at.dep_ not in _STEPS or (at.dep_ == "prep" and at.lower_ not in _CARRYING):
            return False
        if at.dep_ == "dobj" and at.head.i in verbs and at.head.lemma_.lower() not in _TELLING:
            return False
        at = at.head
    return False


def _phrase(page: Page, token: Token) -> Range | None:
    """The name that a word belongs to: its entity, else the word with what stands before it."""
    if token.ent_type_:
        sentence = page.sentence((token.idx, token.idx + len(token)))
        entity = next((e for e in page.entities_in(sentence) if e.start <= token.i < e.end), None)
        if entity is not None:
            place = entity.start_char, entity.end_char
            return None if entity.label_ in ("DATE", "TIME") else page.trimmed(place)
    before = [t.left_edge.i for t in token.lefts if t.dep_ in ("compound", "det", "amod", "poss")]
    return page.trimmed((page.doc[min([token.i, *before])].idx, token.idx + len(token)))


def _points_back(token: Token) -> bool:
    """Whether a word is an outlet named before: "the newspaper", "the same periodical"."""
    definite = any(child.lower_ in ("the", "that", "this") for child in token.children)
    return definite and token.tag_ != "NNS" and token.lemma_.lower() in lexicon.NAMED_BEFORE


def names_source(page: Page, draft: Draft) -> bool:
    """Whether a draft only names whom another one goes by: "R, citing S, reported"."""
    words = list(page.words_in(draft.cue))
    return len(words) == 1 and words[0].lemma_.lower() in _QUOTING and words[0].tag_ == "VBG"


def quoting_agent(page: Page, draft: Draft) -> tuple[Range, Range] | None:
    """Of "S was quoted by R as saying" and "R quoted S as saying", the places of S (who said it) and R (who quotes)."""
    if not draft.cue:
        return None
    for token in page.tokens(page.sentence(draft.cue[0])):
        place = (token.idx, token.idx + len(token))
        if token.lemma_.lower() in _QUOTING and token.tag_ in ("VBD", "VBZ", "VBP") and _own(page, draft, token):
            quoted, quoting = _child(token, "dobj"), _child(token, "nsubj")
            saying = any(
                t.lower_ == "as" and t.i + 1 < len(page.doc) and t.nbor().lower_ == "saying" for t in token.subtree
            )
            if quoted is not None and quoting is not None and saying:
                return page.subtree(quoted), page.subtree(quoting)
        if token.lemma_.lower() not in _QUOTING or token.tag_ != "VBN" or inside(place, draft.content):
            continue
        subject = _child(token, "nsubjpass", "nsubj")
        below = next((t for t in token.subtree if t.lower_ == "saying"), token)
        agent = _by(token) or _by(below)
        if subject is not None and agent is not None and _own(page, draft, token):
            who = page.subtree(agent)
            as_ = next((t for t in page.tokens(who) if t.lower_ == "as"), None)
            return page.subtree(subject), page.trimmed((who[0], as_.idx)) if as_ is not None else who
    return None


def _own(page: Page, draft: Draft, verb: Token) -> bool:
    """Whether a verb is the draft's: it is in the cue, or the cue ("saying") hangs on it."""
    return any(verb.i == word.i or verb.is_ancestor(word) for word in page.words_in(draft.cue))


def in_source(page: Page, source: Range) -> tuple[Range, Range] | None:
    """A source that itself names who carries it: the places of the origin and of the relay.

    "a WSJ report citing two officials": the officials, the report; "emails released by WikiLeaks": emails, WikiLeaks.
    """
    for token in page.tokens(source):
        if token.idx <= source[0]:
            continue
        before = page.trimmed((source[0], max(source[0] + 1, token.left_edge.idx)))
        if token.lemma_.lower() in _QUOTING and token.tag_ == "VBG":
            cited = _child(token, "dobj")
            if cited is not None:
                return page.subtree(cited, source), before
        if token.lemma_.lower() in _MADE_PUBLIC and token.tag_ in ("VBN", "VBD"):
            agent = _by(token)
            if agent is not None:
                return before, page.subtree(agent, source)
        if token.lemma_.lower() in _APPEARED and token.dep_ in ("relcl", "acl"):
            paper = next((p for c in token.children if c.lower_ in ("in", "on", "by") for p in c.children), None)
            if paper is not None and looks_like_outlet(page, page.subtree(paper, source)):
                return before, page.subtree(paper, source)
    return None


def citing(page: Page, draft: Draft) -> Range | None:
    """Of "R reported, citing S", the place of S."""
    if not draft.cue or not draft.source:
        return None
    taken = [*draft.content, *draft.source]
    for token in page.tokens(page.sentence(draft.cue[0])):
        if token.lemma_.lower() not in _QUOTING or token.tag_ != "VBG" or _meets((token.idx, token.idx + 1), taken):
            continue
        cited = _child(token, "dobj", "pobj")
        if cited is not None and not _meets(page.subtree(cited), taken):
            return page.subtree(cited)
    return None


def _child(token: Token, *roles: str) -> Token | None:
    return next((child for child in token.children if child.dep_ in roles), None)


def _by(token: Token) -> Token | None:
    """Who did it, in the passive."""
    by = next((child for child in token.children if child.lower_ == "by"), None)
    return _child(by, "pobj") if by is not None else None


def _meets(place: Range, others: Sequence[Range]) -> bool:
    return any(overlap(place, other) for other in others)
