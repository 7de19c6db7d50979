"""Replaces a source by the subject of the reporting verb, where grammar is surer than the tagger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import can_report, child_of, is_citing
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, inside, meets, overlap
from sayso.language.english import REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token


def prefer_subject(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with its verb's subject as the source, if that is an outlet or the source is elsewhere or a hearer."""
    for verb in parsed.words_in(draft.cue):
        noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i + 8), None)
        if verb.pos_ != "VERB" or noun is None:
            continue
        apart = _cut_before(parsed, draft, noun, verb)
        if apart is not None:
            return apart
        if draft.source:
            return _of_verb(parsed, draft, noun, verb)
    return draft


def _of_verb(parsed: ParsedArticle, draft: Draft, noun: Token, verb: Token) -> Draft:
    """A draft with a source, replaced by the subject of its verb if need be."""
    place, source = parsed.subtree(noun), draft.source[0]
    if overlap(place, source) or meets(place, draft.content):
        return draft
    heard = any(c.dep_ in ("dobj", "dative") and source[0] <= c.idx < source[1] for c in verb.children)
    if heard and verb.lemma_.lower() in REPORTING.telling:
        return replace(draft, source=(place,), addressee=source)
    elsewhere = not overlap(parsed.sentence(source), parsed.sentence(draft.cue[0]))
    cited = any(is_citing(token) and token.idx < source[0] for token in parsed.doc[noun.i : verb.i])
    if elsewhere or cited or (noun.i == verb.i - 1 and parsed.outlet(place)):
        return replace(draft, source=(place,))
    return draft


def _cut_before(parsed: ParsedArticle, draft: Draft, noun: Token, verb: Token) -> Draft | None:
    """The draft with X as its source, if the tagger took X for the end of the content in "P, X said"; else None."""
    start, end = parsed.subtree(noun)
    for i, place in enumerate(draft.content):
        if place[0] < start and abs(place[1] - end) <= 1 and verb.idx - end <= 1:
            shorter = parsed.trimmed((place[0], start))
            return replace(
                draft, source=((start, end),), content=(*draft.content[:i], shorter, *draft.content[i + 1 :])
            )
    return None


def share_subjects(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with X as the source of P: "X praised the plan, saying that P", "X would not say, but warned P"."""
    sources = {token.i: draft.source for draft in drafts if draft.source for token in parsed.words_in(draft.cue)}
    out = []
    for draft in drafts:
        verb = next((token for token in parsed.words_in(draft.cue) if token.pos_ == "VERB"), None)
        if draft.source or not draft.content or verb is None or not _shares_subject(verb):
            out.append(draft)
        elif verb.head.i in sources:
            out.append(replace(draft, source=sources[verb.head.i]))
        else:
            out.append(_with_shared_subject(parsed, draft, verb))
    return out


def _with_shared_subject(parsed: ParsedArticle, draft: Draft, verb: Token) -> Draft:
    """A draft without a source, with the subject of the verb that governs its own."""
    noun = child_of(verb.head, "nsubj")
    if noun is None or verb.lemma_.lower() not in REPORTING.speech or not can_report(noun):
        return draft
    place = parsed.subtree(noun)
    return draft if meets(place, draft.content) else replace(draft, source=(place,))


def _shares_subject(verb: Token) -> bool:
    """Whether a verb has no subject of its own and shares that of its head."""
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ", "VBP")
    return joined or (verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "conj", "xcomp"))


def split_off_next_report(parsed: ParsedArticle, draft: Draft) -> tuple[Draft, Draft | None]:
    """A draft whose source runs into the next report ("a statement by the court, TASS" reported), and that report."""
    source = draft.source[0] if draft.source else (0, 0)
    for token in parsed.tokens(source) if draft.source else ():
        found = _outlet_behind(parsed, source, token)
        if found is None:
            continue
        own, first, cue = found
        if not inside(cue, draft.cue):
            return replace(draft, source=(first,)), Draft(source=(own,), cue=(cue,), signs=draft.signs)
        draft = replace(draft, source=(own,))
    return draft, None


def _outlet_behind(parsed: ParsedArticle, source: Range, noun: Token) -> tuple[Range, Range, Range] | None:
    """The places of outlet, rest, and verb, if a source ends with an outlet that is the subject of a verb after it."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.idx < source[1] or verb.lemma_.lower() not in REPORTING.speech:
        return None
    own = parsed.subtree(noun, source)
    first = parsed.trimmed((source[0], own[0]))
    if own[0] <= source[0] or first[0] >= first[1] or not parsed.outlet(own):
        return None
    return own, first, (verb.idx, verb.idx + len(verb))
