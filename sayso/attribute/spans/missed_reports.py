"""Reports that the tagger missed, though by their grammar they cannot be anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import agent_of, verb_group
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.spans.according import complete_according
from sayso.attribute.spans.covered import Covered
from sayso.language.english import REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_AS_CITED_BY = REPORTING.quoting | REPORTING.passively_reported


def missed_reports(parsed: ParsedArticle, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The reports that the tagger missed: "according to X", "as cited by X", "OUTLET reported", "viewed by Y as Z"."""
    taken = Covered(parsed, (place for draft in drafts for place in [*draft.source, *draft.cue]))
    spoken = Covered(parsed, (place for draft in drafts if draft.cue for place in draft.content))
    for token in parsed.doc:
        draft = (
            _report_of_preposition(parsed, token)
            or _report_of_agent(parsed, token)
            or _report_of_outlet(parsed, token)
            or report_of_viewing(parsed, token)
        )
        if draft is None or any(map(taken.meets, [*draft.source, *draft.cue])):
            continue
        if any(map(spoken.meets, draft.content)):
            draft = replace(draft, content=())
        yield draft


def _report_of_preposition(parsed: ParsedArticle, token: Token) -> Draft | None:
    """The report of "according to X" or "as per X", its content the rest of the sentence; else None."""
    if token.lower_ == "according":
        to = next((c for c in token.children if c.lower_ == "to"), None)
    else:
        to = token if token.lower_ == "per" and token.i and token.nbor(-1).lower_ == "as" else None
    if to is None:
        return None
    first = token if to is not token else token.nbor(-1)
    draft = complete_according(parsed, Draft(cue=((first.idx, to.idx + len(to)),)))
    sentence = parsed.sentence(draft.cue[0])
    around = ((sentence[0], draft.start), (draft.end, sentence[1]))
    said = (place for place in around if place[0] < place[1] and _has_verb(parsed, place))
    return replace(draft, content=tuple(parsed.trimmed(place) for place in said))


def _report_of_agent(parsed: ParsedArticle, verb: Token) -> Draft | None:
    """The relay of "as cited by R" or "as reported by R", by its verb, without content; else None."""
    as_ = next((child for child in verb.children if child.lower_ == "as" and child.i < verb.i), None)
    agent = agent_of(verb)
    if as_ is None or agent is None or verb.tag_ != "VBN" or verb.lemma_.lower() not in _AS_CITED_BY:
        return None
    source = parsed.subtree(agent)
    return Draft((source,), (parsed.trimmed((as_.idx, source[0])),))


def _has_verb(parsed: ParsedArticle, place: Range) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in parsed.tokens(place))


def _report_of_outlet(parsed: ParsedArticle, verb: Token) -> Draft | None:
    """The report of "OUTLET reported (that X)", by its verb; else None."""
    if verb.tag_ not in ("VBD", "VBZ") or verb.lemma_.lower() not in REPORTING.passively_reported:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or not parsed.outlet(parsed.subtree(subject)):
        return None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    content = (parsed.subtree(clause),) if clause is not None else ()
    return Draft((parsed.subtree(subject),), ((verb.idx, verb.idx + len(verb)),), content)


def report_of_viewing(parsed: ParsedArticle, verb: Token) -> Draft | None:
    """The report of "X was viewed by Y as Z", by its verb; else None."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in REPORTING.viewing:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    by = next((c for c in verb.children if c.lower_ == "by" and c.dep_ in ("agent", "prep")), None)
    agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if subject is None or by is None or agent is None:
        return None
    end = parsed.sentence((verb.idx, verb.idx + 1))[1]
    as_ = next((t for t in verb.subtree if t.i > agent.i and t.lower_ == "as"), None)
    source = parsed.trimmed((by.idx + len(by), as_.idx if as_ is not None else parsed.subtree(agent)[1]))
    view = (parsed.trimmed((as_.idx, end)),) if as_ is not None else ()
    return Draft((source,), (verb_group(parsed, verb),), (parsed.subtree(subject), *view))
