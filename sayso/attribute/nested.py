"""Reports within reports: what the content of one attribution itself reports of somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.assemble import Draft
from sayso.attribute.page import Page, Range, inside, overlap
from sayso.attribute.sources import looks_like_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def nested(page: Page, draft: Draft) -> Iterator[Draft]:
    """Drafts found by the parse within the content of `draft`, each with its parent, outermost first."""
    pronouns = bool(draft.source) and looks_like_outlet(page, draft.source[0]) is not None
    for place in _hulls(page, draft):
        for token in page.tokens(place):
            found = _said(page, token, place, pronouns) or _according(page, token, place)
            if found is not None:
                found.parent = draft
                found.confidence = draft.confidence * 0.9
                yield found


def _called(page: Page, verb: Token, place: Range) -> Draft | None:
    """What an outlet reports somebody to have called something: "[Her office] [called] [the report invention]"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_.lower() not in lexicon.JUDGING or subject is None:
        return None
    source, cue = page.subtree(subject, place), verb_group(page, verb)
    content = page.trimmed((cue[1], page.subtree(verb, place)[1]))
    if not all(_fits(one, place) for one in (source, content, cue)) or overlap(source, content):
        return None
    return Draft(source=[source], cue=[cue], content=[content])


def _hulls(page: Page, draft: Draft) -> Iterator[Range]:
    """The content sentence by sentence, each from its first to its last word."""
    hull: Range | None = None
    for place in draft.content:
        if hull is not None and page.sentence(hull)[1] > place[0]:
            hull = hull[0], place[1]
            continue
        if hull is not None:
            yield hull
        hull = place
    if hull is not None:
        yield hull


def _said(page: Page, verb: Token, place: Range, pronouns: bool) -> Draft | None:
    """Of "[officials] [told the paper] [that X]": a verb of saying with a subject and a clause of its own."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in lexicon.REPORTING:
        return _called(page, verb, place) if pronouns else None
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    kinds = ("ccomp", "xcomp") if verb.lemma_.lower() in lexicon.UNDERTAKING else ("ccomp",)
    clause = next((c for c in verb.children if c.dep_ in kinds and (c.i > verb.i or c.dep_ == "ccomp")), None)
    if subject is None or clause is None:
        return None
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        source = page.trimmed((page.doc[verb.head.left_edge.i].idx, subject.idx))
    elif not _speaks(subject) and not (pronouns and subject.lower_ in ("he", "she", "they")):
        return None  # a pronoun may be the outer speaker, unless that is an outlet
    else:
        source = page.subtree(subject, place)
    content = page.subtree(clause, place)
    cue = verb_group(page, verb)
    if (
        not all(_fits(one, place) for one in (source, content, cue))
        or overlap(source, content)
        or overlap(cue, content)
    ):
        return None
    return Draft(source=[source], cue=[cue], content=[content])


def _speaks(subject: Token) -> bool:
    """Whether a subject is somebody or something that can report: a name, people, a body, an outlet, a document."""
    lemma = subject.lemma_.lower()
    nouns = lexicon.UNNAMED_PEOPLE | lexicon.OFFICES | lexicon.BODIES | lexicon.OUTLETS | lexicon.DOCUMENTS
    return subject.pos_ == "PROPN" or lemma in nouns or lemma in lexicon.QUANTIFIERS


def _according(page: Page, token: Token, place: Range) -> Draft | None:
    """Of "according to [X], [Y]": the rest of the clause is what X says."""
    if token.lower_ != "according":
        return None
    to = next((c for c in token.children if c.lower_ == "to"), None)
    named = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    clause = token.head
    if named is None or to is None or clause.i == token.i:
        return None
    source = page.subtree(named, place)
    cue = (token.idx, to.idx + len(to))
    rest = page.subtree(clause, place)
    before, after = page.trimmed((rest[0], cue[0])), page.trimmed((source[1], rest[1]))
    content = [one for one in (before, after) if one[1] - one[0] > 2]
    if not content or not _fits(source, place):
        return None
    return Draft(source=[source], cue=[cue], content=content)


def verb_group(page: Page, verb: Token) -> Range:
    """The verb with its auxiliaries and particles, as one place."""
    parts = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 3)]
    first, last = min(parts, key=lambda t: t.i), max(parts, key=lambda t: t.i)
    return page.trimmed((first.idx, last.idx + len(last)))


def _fits(place: Range, outer: Range) -> bool:
    return place[0] < place[1] and outer[0] <= place[0] and place[1] <= outer[1]


def contained(page: Page, drafts: list[Draft]) -> None:
    """Give each draft that stands in another's content that one as its parent."""
    near: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.content:
            for number in range(page.paragraph(draft.start), page.paragraph(draft.end - 1) + 1):
                near.setdefault(number, []).append(draft)
    for draft in drafts:
        if draft.parent is None and draft.content and draft.cue:
            around = near.get(page.paragraph(draft.start), [])
            outer = [o for o in around if o is not draft and _holds(page, o, draft)]
            if outer:
                draft.parent = min(outer, key=lambda o: o.end - o.start)


def _holds(page: Page, outer: Draft, inner: Draft) -> bool:
    """Whether `inner` stands in the content of `outer`, or in the clause that hangs on its verb."""
    if _reaches(outer, inner):
        return False
    if inside((inner.start, inner.end), outer.content):
        return True
    if not outer.cue or not page.sentence(outer.cue[0])[0] <= inner.start < page.sentence(outer.cue[0])[1]:
        return False
    verb = next((t for t in page.words_in(inner.cue) if t.pos_ == "VERB"), None)
    if verb is None:
        return False
    at = verb
    for _ in range(12):
        if at.dep_ == "ccomp" and any(start <= at.head.idx < end for start, end in outer.cue):
            return True
        if at.head.i == at.i:
            return False
        at = at.head
    return False


def _reaches(a: Draft, b: Draft) -> bool:
    """Whether `b` already holds `a`, so that neither may become the other's parent."""
    at = a.parent
    while at is not None:
        if at is b:
            return True
        at = at.parent
    return False
