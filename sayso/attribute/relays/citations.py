"""Relays that the words for a source name: quoting and citing, documents and leaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import agent_of, can_report, child_of
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, inside, meets
from sayso.language.english import DENIALS, DOCUMENTS, RELAYING, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAKERS = frozenset(("wikileaks",))
"""Keys of listed sources that publish documents written by others: "WikiLeaks emails"."""


def relative_antecedent(parsed: ParsedArticle, place: Range) -> Range:
    """The place of the antecedent of a bare "who" or "which"; any other place is returned unchanged."""
    token = parsed.head(place)
    if token is None or token.lower_ not in ("who", "which", "that") or len(parsed.words(place).split()) > 1:
        return place
    verb = token.head
    if verb.dep_ != "relcl" or verb.head.i >= token.i:
        return place
    return parsed.trimmed((parsed.doc[verb.head.left_edge.i].idx, token.idx))


def relays_in_source(parsed: ParsedArticle, source: Range) -> tuple[Range, ...]:
    """The places of the origin and its relays within a source that names both; empty if it does not.

    "a WSJ report citing two officials": the officials, the report; "emails released by WikiLeaks": emails, WikiLeaks.
    """
    head = parsed.head(source)
    whole = source[0], max(source[1], parsed.subtree(head)[1]) if head is not None else source[1]
    for token in parsed.tokens(source):
        if token.idx <= source[0]:
            continue
        before = parsed.trimmed((source[0], max(source[0] + 1, token.left_edge.idx)))
        if cited := _rests_on(parsed, token, whole):
            return cited, before
        if token.lemma_.lower() in RELAYING.made_public and token.tag_ in ("VBN", "VBD"):
            agent = agent_of(token)
            if agent is not None and can_report(agent):
                leaker = _leaker(parsed, before)
                return (before, *([leaker] if leaker else []), parsed.subtree(agent, whole))
        if token.lemma_.lower() in RELAYING.appeared and token.dep_ in ("relcl", "acl"):
            paper = next((p for c in token.children if c.lower_ in ("in", "on", "by") for p in c.children), None)
            if paper is not None and parsed.outlet(parsed.subtree(paper, whole)):
                return before, parsed.subtree(paper, whole)
    leaker = _leaker(parsed, source)
    return (source, leaker) if leaker is not None else ()


def _rests_on(parsed: ParsedArticle, token: Token, source: Range) -> Range | None:
    """The place of S in "(a report) citing S", "(R,) which cites S", "(a report) based on S"."""
    cited = None
    if token.lemma_.lower() in REPORTING.quoting and (token.tag_ == "VBG" or token.dep_ == "relcl"):
        cited = child_of(token, "dobj")
    elif token.lemma_.lower() in RELAYING.resting_on and token.tag_ in ("VBN", "VBG") and token.dep_ == "acl":
        on = next((child for child in token.children if child.lower_ in ("on", "upon", "from")), None)
        cited = child_of(on, "pobj") if on is not None else None
    place = parsed.subtree(cited, source) if cited is not None and can_report(cited) else None
    return place if place is not None and place[0] < place[1] else None


def _leaker(parsed: ParsedArticle, source: Range) -> Range | None:
    """The place of WikiLeaks in "WikiLeaks emails"; None if it is the whole source."""
    for named in parsed.registry.find_all(parsed.text[slice(*source)]):
        head = parsed.head(source)
        place = source[0] + named.start, source[0] + named.end
        if named.source.key in _LEAKERS and head is not None and head.idx >= place[1]:
            return place if head.lemma_.lower() in DOCUMENTS.nouns else None
    return None


def cited_source(parsed: ParsedArticle, draft: Draft) -> Range | None:
    """The place of S in "R reported, citing S"."""
    if not draft.cue or not draft.source:
        return None
    taken = [*draft.content, *draft.source]
    for token in parsed.tokens(parsed.sentence(draft.cue[0])):
        if (referred := _referred(token)) is not None and not meets(parsed.subtree(referred), taken):
            return parsed.subtree(referred)
        if (
            token.lemma_.lower() not in REPORTING.quoting
            or token.tag_ != "VBG"
            or meets((token.idx, token.idx + 1), taken)
        ):
            continue
        if _of_another_clause(parsed, token, draft):
            continue
        if token.dep_ == "pcomp":  # "defended it by citing a poll"
            continue
        cited = child_of(token, "dobj", "pobj")
        if cited is not None and can_report(cited) and not meets(parsed.subtree(cited), taken):
            return parsed.subtree(cited)
    return None


def _of_another_clause(parsed: ParsedArticle, participle: Token, draft: Draft) -> bool:
    """Whether a semicolon stands between a participle and the report: "R reported; state television, citing S, ..."."""
    first, last = sorted((participle.idx, draft.cue[0][0]))
    return ";" in parsed.text[first:last]


def _referred(token: Token) -> Token | None:
    """The S of "R wrote, with reference to S"."""
    if token.lower_ not in ("reference", "referring") or token.nbor(-1 if token.i else 0).lower_ not in ("with", ","):
        return None
    to = next((child for child in token.children if child.lower_ == "to"), None)
    cited = child_of(to, "pobj") if to is not None else None
    return cited if cited is not None and can_report(cited) else None


def document_source(parsed: ParsedArticle, draft: Draft) -> tuple[Range, ...]:
    """The places of the report and of S in "S pointed to a report that X"; empty if no document is the source of X.

    In "S jumped at a report that X" it is the report alone: S does not relay it.
    """
    if not draft.content or not draft.cue or not draft.source:
        return ()
    first = parsed.tokens(draft.content[0])[:1]
    if not len(first) or first[0].lower_ != "that" or first[0].dep_ != "mark":
        return ()
    source = parsed.trimmed(draft.source[0])
    verb = next((token for token in parsed.words_in(draft.cue) if token.pos_ == "VERB"), None)
    if verb is None or {token.lemma_.lower() for token in parsed.words_in(draft.cue)} & DENIALS.verbs:
        return ()
    carries = verb.lemma_.lower() in RELAYING.carrying
    named = parsed.head(source)
    if named is not None and _paper(named) and carries:
        subject = child_of(verb, "nsubj")
        outside = subject is not None and not meets(parsed.subtree(subject), draft.source)
        return (source, parsed.subtree(subject)) if subject is not None and outside else ()
    paper = first[0].head.head
    place = parsed.subtree(paper, (0, draft.content[0][0]))
    if not _paper(paper) or paper.idx > draft.content[0][0] or meets(place, draft.source):
        return ()
    return (place, source) if carries else (place,)


def _paper(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in DOCUMENTS.with_that_clause


def whole_subject(parsed: ParsedArticle, draft: Draft) -> Range | None:
    """The whole subject of "[her letter to the court] noted", where only "the court" was taken for the source."""
    if not draft.source:
        return None
    for verb in parsed.words_in(draft.cue):
        subject = child_of(verb, "nsubj") if verb.pos_ == "VERB" else None
        if subject is None or subject.lemma_.lower() not in DOCUMENTS.nouns:
            continue
        place = parsed.subtree(subject)
        behind = subject.idx < draft.source[0][0] and inside(draft.source[0], [place])
        if behind and not meets(place, draft.content):
            return place
    return None


def sources_beside_according(parsed: ParsedArticle, draft: Draft) -> tuple[Range, Range] | None:
    """The places of S and R in "S left, according to R, and said X", where R was taken for the source of X."""
    if not draft.source or not draft.cue:
        return None
    verb = next((token for token in parsed.words_in(draft.cue) if token.pos_ == "VERB" and token.dep_ == "conj"), None)
    named = parsed.head(draft.source[0])
    if verb is None or named is None or child_of(verb, "nsubj") is not None:
        return None
    by = named.dep_ == "pobj" and named.head.lower_ == "to" and named.head.head.lower_ == "according"
    subject = child_of(verb.head, "nsubj", "nsubjpass")
    return (parsed.subtree(subject), parsed.trimmed(draft.source[0])) if by and subject is not None else None
