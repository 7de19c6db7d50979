"""Reports within reports: what the content of one attribution itself reports of somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import can_report, verb_group
from sayso.attribute.parsed import REACH, Covered, ParsedArticle
from sayso.attribute.places import Range, overlap

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

DEEPEST = 32
"""Reports within reports that are told apart; who wraps more around a fact plays with the reader."""
_SUBJECTS = ("nsubj", "nsubjpass")
_REPORTING = lexicon.REPORTING | frozenset(
    """convey recall recount stress tweet post explain boast brag caution respond reply signal indicate imply hint
    speculate reiterate repeat joke observe lament contend maintain complain concede argue remark forecast calculate
    type email text scream shout whisper""".split()
)
_TELLING = frozenset("say tell claim warn insist argue announce deny allege testify admit predict write".split())
"""What only people, and those who speak for them, do."""

_GERUNDS = frozenset("report deny admit acknowledge describe recall".split())
_PAPERS = frozenset("report reporting story article rumor rumour account leak study survey poll memo".split())
_PUT = frozenset("write report note put say explain observe describe document tell warn argue call reveal show".split())
_HYPOTHETICAL = frozenset("would could might may should must can".split())
_OTHERS = frozenset("he she they".split())
_RELATIVES = frozenset("who which that".split())
_TO_QUOTE = re.compile(r"[^,;:“\"‘]{0,60}(?:[,:]\s*)?(?=[“\"‘]|'')")
_COMMA = re.compile(r"(?: it)?[,:]\s*")
_INNER_QUOTE = re.compile(r"[,:]?\s*(?=['‘“\"]\w)")
_SURENESS = 0.9
"""Share of a report's confidence that one within it keeps."""


def nested(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts found by the parse within the content of `drafts`, each with the one that it stands in as its parent.

    What stands in `DEEPEST` others of one content stays a part of the innermost of them.
    """
    known = {part[0]: draft for draft in drafts for part in draft.cue if draft.content and draft.source}
    made: list[Draft] = []
    for draft in drafts:
        if not draft.content:
            continue
        every = [one for one in _within(parsed, draft) if not any(part[0] in known for part in one.cue)]
        holders = [[o for o in every if o is not one and _holds(o, one)] for one in every]
        found = []
        for one, around in zip(every, holders, strict=True):
            if len(around) >= DEEPEST:
                continue
            one.parent = min(around, key=lambda o: o.end - o.start, default=draft)
            one.confidence = draft.confidence * _SURENESS
            found.append(one)
        known |= {one.cue[0][0]: one for one in found if one.cue}
        made += found
    return made


def _within(parsed: ParsedArticle, draft: Draft) -> Iterator[Draft]:
    outlet = bool(draft.source) and parsed.outlet(draft.source[0]) is not None
    denied = any(token.lemma_.lower() in lexicon.DENIAL for token in parsed.words_in(draft.cue))
    for place in _hulls(parsed, draft):
        for token in _begin(parsed, place):
            found = (
                _said(parsed, token, place, outlet)
                or _according(parsed, token, place)
                or _carried(parsed, token, place)
                or _as_put(parsed, token, place)
            )
            if found is not None and denied and _is_paper(parsed, found.source[0]):
                continue  # what is denied is the report, not its source's word
            if found is None or any(overlap(part, cue) for part in found.cue for cue in draft.cue):
                continue
            yield found
            if _is_paper(parsed, found.source[0]):  # whoever "she" is, she is no document
                for inner in _begin(parsed, found.content[0]):
                    said = _said(parsed, inner, found.content[0], True)
                    if said is not None and parsed.words(said.source[0]).lower() in _OTHERS:
                        yield said


def _begin(parsed: ParsedArticle, place: Range) -> Words:
    """The words of a content, of one longer than any sentence its first ones."""
    return parsed.tokens((place[0], min(place[1], place[0] + REACH)))


def _holds(outer: Draft, inner: Draft) -> bool:
    return any(start <= inner.start and inner.end <= end for start, end in outer.content)


def _hulls(parsed: ParsedArticle, draft: Draft) -> Iterator[Range]:
    """The content sentence by sentence, each from its first to its last word."""
    hull: Range | None = None
    for place in draft.content:
        if hull is not None and parsed.sentence(hull)[1] > place[0]:
            hull = hull[0], place[1]
            continue
        if hull is not None:
            yield hull
        hull = place
    if hull is not None:
        yield hull


def _said(parsed: ParsedArticle, verb: Token, place: Range, outlet: bool) -> Draft | None:
    """Of "[officials] [told the paper] [that X]": a verb of saying with a subject and a clause of its own."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in _REPORTING:
        return _called(parsed, verb, place) if outlet or verb.dep_ in ("acl", "relcl") else None
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or _hypothetical(verb):
        return None
    source = _speaker(parsed, verb, subject, place, outlet)
    content = _clause(parsed, verb, subject, place) if source is not None else None
    cue = verb_group(parsed, verb)
    if source is None or content is None or not _apart(place, source, cue, content):
        return None
    return Draft(source=[source], cue=[cue], content=[content])


def _speaker(parsed: ParsedArticle, verb: Token, subject: Token, place: Range, outlet: bool) -> Range | None:
    """Who says it: the subject, what a relative pronoun stands for, or who told in the passive."""
    if subject.dep_ == "nsubjpass":
        by = next((c for c in verb.children if c.lower_ == "by"), None)
        agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
        return parsed.subtree(agent, place) if agent is not None and agent.pos_ != "PRON" else None
    if subject.lower_ in _RELATIVES and verb.dep_ == "relcl":
        noun = verb.head
        parts = [c for child in noun.children if child.lower_ == "of" for c in child.children]
        if not any(map(can_report, [noun, *parts])):
            return None
        start = max(place[0], parsed.doc[noun.left_edge.i].idx)
        return parsed.trimmed((start, subject.idx)) if start < subject.idx else None
    if can_report(subject) or (subject.pos_ == "NOUN" and verb.lemma_.lower() in _TELLING):
        return parsed.subtree(subject, place)
    # a pronoun may be the outer speaker, unless that is an outlet, or quoted: nobody speaks of himself as "he"
    quoted = parsed.quotation(verb.idx) is not None and parsed.quoted(place) > 0.5
    return parsed.subtree(subject, place) if subject.lower_ in _OTHERS and (outlet or quoted) else None


def _clause(parsed: ParsedArticle, verb: Token, subject: Token, place: Range) -> Range | None:
    """What is said: the verb's clause, or what stands behind a relative one whose clause the parse lost."""
    lemma = verb.lemma_.lower()
    if parsed.quotation(verb.idx) is not None and (
        mark := _INNER_QUOTE.match(parsed.text, verb.idx + len(verb), place[1])
    ):
        return parsed.trimmed((mark.end(), place[1]))
    for child in verb.children:
        gerund = child.dep_ == "xcomp" and child.tag_ == "VBG" and lemma in _GERUNDS
        promise = child.dep_ == "xcomp" and lemma in lexicon.UNDERTAKING
        if child.dep_ == "ccomp" or ((gerund or promise) and child.i > verb.i):
            return parsed.subtree(child, place)
    if verb.dep_ != "relcl" or subject.lower_ not in _RELATIVES:
        return None
    hearer = next((c for c in verb.children if c.pos_ == "PRON" and c.i == verb.i + 1), verb)
    rest = (hearer.idx + len(hearer), place[1])
    return parsed.trimmed(rest) if rest[0] < rest[1] and _finite(parsed, rest) else None


def _finite(parsed: ParsedArticle, place: Range) -> bool:
    """Whether a place begins with a noun phrase and has a verb with a subject in it."""
    words = [token for token in parsed.tokens(place) if not token.is_punct]
    begins = bool(words) and words[0].pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SCONJ")
    return begins and any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in words)


def _hypothetical(verb: Token) -> bool:
    """Whether nobody has said it yet, or perhaps never will: "may say", "if they say", "to say"."""
    return any(
        (child.dep_ == "aux" and child.lower_ in _HYPOTHETICAL | {"to"}) or child.lower_ in ("if", "unless", "whether")
        for child in verb.children
        if child.i < verb.i
    )


def _called(parsed: ParsedArticle, verb: Token, place: Range) -> Draft | None:
    """What somebody is reported to have called something: "[Her office] [called] [the report invention]"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_.lower() not in lexicon.JUDGING or subject is None or subject.lower_ in _RELATIVES:
        return None
    source, cue = parsed.subtree(subject, place), verb_group(parsed, verb)
    content = parsed.trimmed((cue[1], parsed.subtree(verb, place)[1]))
    return Draft(source=[source], cue=[cue], content=[content]) if _apart(place, source, cue, content) else None


def _according(parsed: ParsedArticle, token: Token, place: Range) -> Draft | None:
    """Of "according to [X], [Y]": the rest of the clause is what X says."""
    if token.lower_ != "according":
        return None
    to = next((c for c in token.children if c.lower_ == "to"), None)
    named = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    clause = token.head
    if named is None or to is None or clause.i == token.i:
        return None
    source = parsed.subtree(named, place)
    cue = (token.idx, to.idx + len(to))
    rest = parsed.subtree(clause, place)
    before, after = parsed.trimmed((rest[0], cue[0])), parsed.trimmed((source[1], rest[1]))
    content = [one for one in (before, after) if one[1] - one[0] > 2]
    if not content or not _fits(source, place):
        return None
    return Draft(source=[source], cue=[cue], content=content)


def _carried(parsed: ParsedArticle, noun: Token, place: Range) -> Draft | None:
    """Of "[reports] that [X]" and "[reports] [alleging] that [X]": a document is the source of its clause."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _PAPERS:
        return None
    for clause in noun.children:
        said = clause.dep_ == "acl" and clause.tag_ == "VBG" and clause.lemma_.lower() in _REPORTING
        inner = next((c for c in clause.children if c.dep_ == "ccomp"), None) if said else None
        that = clause.dep_ == "acl" and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
        if inner is None and not that:
            continue
        content = parsed.subtree(inner or clause, place)
        source = parsed.trimmed((max(place[0], parsed.doc[noun.left_edge.i].idx), clause.idx if said else content[0]))
        cue = (clause.idx, clause.idx + len(clause)) if said else (content[0], content[0] + len("that"))
        if not said:
            content = parsed.trimmed((cue[1], content[1]))
        if _apart(place, source, cue, content):
            return Draft(source=[source], cue=[cue], content=[content])
    return None


def _is_paper(parsed: ParsedArticle, source: Range) -> bool:
    head = parsed.head(source)
    return head is not None and head.pos_ == "NOUN" and head.lemma_.lower() in _PAPERS


def _as_put(parsed: ParsedArticle, token: Token, place: Range) -> Draft | None:
    """Of "as [R] [wrote], [X]" and "[X], as [R] [noted]": a named source in passing."""
    if token.lower_ != "as":
        return None
    for verb in parsed.doc[token.i + 2 : token.i + 12]:
        if verb.pos_ in ("VERB", "AUX") or verb.text == ",":
            break
    else:
        return None
    named = parsed.doc[token.i + 1 : verb.i]
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.lemma_.lower() not in _PUT or named[-1].pos_ == "ADP":
        return None
    if not any(word.pos_ == "PROPN" for word in named):
        return None
    source = parsed.trimmed((named[0].idx, named[-1].idx + len(named[-1])))
    cue = (verb.idx, verb.idx + len(verb))
    content = _put_content(parsed, cue[1], parsed.trimmed((place[0], token.idx)), place[1])
    return Draft(source=[source], cue=[cue], content=[content]) if _apart(place, source, cue, content) else None


def _put_content(parsed: ParsedArticle, at: int, before: Range, end: int) -> Range:
    """What is put so: a quotation behind the aside, else what follows its comma at once, else what stands before it."""
    if quoted := _TO_QUOTE.match(parsed.text, at, end):
        quotation = parsed.quotation(quoted.end())
        return quoted.end(), min(end, quotation.span.end) if quotation is not None else end
    comma = _COMMA.match(parsed.text, at, end)
    return parsed.trimmed((comma.end(), end)) if comma and comma.end() < end else before


def in_passing(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts for what the article itself takes from an outlet in passing: "as The Post put it, “a mess.”"."""
    taken = Covered(parsed, (part for draft in drafts if draft.content for part in [*draft.cue, *draft.content]))
    bare = {draft.cue[0][0]: draft for draft in drafts if draft.cue and not draft.content}
    made = []
    for token in parsed.doc:
        if token.lower_ != "as":
            continue
        found = _as_put(parsed, token, parsed.sentence((token.idx, token.idx + len(token))))
        if found is None or not parsed.outlet(found.source[0]):
            continue
        if any(map(taken.meets, [*found.source, *found.cue])):
            continue
        if found.cue[0][0] in bare:
            bare[found.cue[0][0]].source, bare[found.cue[0][0]].content = found.source, found.content
        else:
            made.append(found)
    return made


def _apart(place: Range, source: Range, cue: Range, content: Range) -> bool:
    """Whether the parts lie within a place, and not on each other."""
    fit = all(start < end and place[0] <= start and end <= place[1] for start, end in (source, cue, content))
    return fit and not (overlap(source, content) or overlap(cue, content) or overlap(source, cue))


def _fits(place: Range, outer: Range) -> bool:
    return place[0] < place[1] and outer[0] <= place[0] and place[1] <= outer[1]
