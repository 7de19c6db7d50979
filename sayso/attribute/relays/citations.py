"""Relays that the words for a source name: quoting and citing, documents and leaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import agent_of, can_be_cited, can_report, child_of, cited_by, is_citing
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, inside, meets
from sayso.attribute.relays.outlet_words import outlet_in
from sayso.language.english import DENIALS, DOCUMENTS, OUTLETS, PEOPLE, RELAYING, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = "-–— "
_LONGEST = 60
"""Characters of a signature behind its name."""
_RELATIVES = ("who", "which", "that")
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


def relays_in_source(parsed: ParsedArticle, source: Range, end: int) -> tuple[Range, ...]:
    """The places of the origin and its relays that the words for a source name, read up to `end`; the source if alone.

    "a WSJ report citing two officials": the officials, the report; "emails released by WikiLeaks": emails, WikiLeaks;
    "the agency Nordtele, which quoted the minister": the minister, the agency; "her son, whom RTÉ interviewed".
    """
    head = parsed.head(source)
    whole = source[0], max(source[1], min(end, parsed.subtree(head)[1])) if head is not None else source[1]
    for token in parsed.tokens(whole):
        if token.idx <= source[0]:
            continue
        before = _bare(parsed, (source[0], max(source[0] + 1, token.left_edge.idx)))
        if cited := _rests_on(parsed, token, whole):
            return *relays_in_source(parsed, cited, end), before
        if carrier := _carrier(parsed, token, whole):
            leaker = _leaker(parsed, before)
            return (before, *([leaker] if leaker else []), carrier)
    leaker = _leaker(parsed, source)
    return (source, leaker) if leaker is not None else (_bare(parsed, source),)


def _bare(parsed: ParsedArticle, place: Range) -> Range:
    """The place without a relative pronoun at its end: "her coach, Ann Lee, who"."""
    last = parsed.tokens(place)[-1:]
    if len(last) and last[0].lower_ in _RELATIVES and last[0].idx > place[0]:
        return parsed.trimmed((place[0], last[0].idx))
    return parsed.trimmed(place)


def _carrier(parsed: ParsedArticle, verb: Token, source: Range) -> Range | None:
    """The place of R behind S: "released by R", "(which) appeared in R", "whom R asked", "who spoke to R"."""
    lemma = verb.lemma_.lower()
    agent = agent_of(verb) if lemma in RELAYING.made_public and verb.tag_ in ("VBN", "VBD") else None
    if agent is not None:
        return parsed.subtree(agent, source) if can_report(agent) else None
    if verb.dep_ not in ("relcl", "acl"):
        return None
    if lemma in RELAYING.appeared and not _person(parsed.head(source)):
        return _outlet_behind(parsed, verb, ("in", "on", "by"), source)
    subject = child_of(verb, "nsubj")
    if subject is None:
        return None
    if subject.lower_ == "who" and lemma in RELAYING.speaking:
        told = child_of(verb, "dobj", "dative")
        heard = outlet_in(parsed, parsed.subtree(told, source)) if told is not None else None
        return heard or _outlet_behind(parsed, verb, ("to", "with", "on"), source)
    asked = lemma in RELAYING.asking and any(child.lower_ in ("whom", "who") for child in verb.children)
    return outlet_in(parsed, parsed.subtree(subject, source)) if asked else None


def _person(noun: Token | None) -> bool:
    return noun is not None and (noun.pos_ == "PROPN" or noun.lemma_.lower() in PEOPLE.kinds)


def _outlet_behind(parsed: ParsedArticle, verb: Token, prepositions: Sequence[str], source: Range) -> Range | None:
    """The outlet behind one of some prepositions that depend on a verb."""
    behind = (noun for c in verb.children if c.lower_ in prepositions for noun in c.children)
    places = (outlet_in(parsed, parsed.subtree(noun, source)) for noun in behind)
    return next((place for place in places if place is not None), None)


def _rests_on(parsed: ParsedArticle, token: Token, source: Range) -> Range | None:
    """The place of S in "(a report) citing S", "(R,) which cites S", "(a report) based on S"."""
    cited = None
    if token.lemma_.lower() in REPORTING.quoting and (token.tag_ == "VBG" or _which(token)):
        cited = child_of(token, "dobj")
    elif token.lemma_.lower() in RELAYING.resting_on and token.tag_ in ("VBN", "VBG") and token.dep_ == "acl":
        on = next((child for child in token.children if child.lower_ in ("on", "upon", "from")), None)
        cited = child_of(on, "pobj") if on is not None else None
    place = parsed.subtree(cited, source) if cited is not None and can_be_cited(cited) else None
    return place if place is not None and place[0] < place[1] else None


def _which(verb: Token) -> bool:
    """Whether a verb is that of "which quoted S": active, its subject a relative pronoun."""
    subject = child_of(verb, "nsubj")
    return verb.dep_ == "relcl" and subject is not None and subject.lower_ in _RELATIVES


def _leaker(parsed: ParsedArticle, source: Range) -> Range | None:
    """The place of WikiLeaks in "WikiLeaks emails"; None if it is the whole source."""
    for named in parsed.registry.find_all(parsed.text[slice(*source)]):
        head = parsed.head(source)
        place = source[0] + named.start, source[0] + named.end
        if named.source.key in _LEAKERS and head is not None and head.idx >= place[1]:
            return place if head.lemma_.lower() in DOCUMENTS.nouns else None
    return None


def signature(parsed: ParsedArticle, draft: Draft) -> tuple[Range, ...]:
    """The places of S and R in "— S, R" below a quotation; empty if its cue is no dash, or R no outlet."""
    if not draft.source or not draft.cue or parsed.words(draft.cue[0]).strip(_DASHES) != "":
        return ()
    start, end = draft.source[0]
    if draft.cue[0][1] <= start:  # the line goes on behind the name
        line = parsed.text.find("\n", end, end + _LONGEST)
        end = line if line >= 0 else min(end + _LONGEST, len(parsed.text))
    comma = parsed.text.find(", ", start, end)
    behind = parsed.trimmed((comma, end)) if comma > start else (end, end)
    words = list(parsed.words_in([behind]))
    named = behind[0] < end and all(word.text[:1].isupper() for word in words)  # not "a BBC presenter"
    outlet = any(word.text in OUTLETS.in_names for word in words) or parsed.outlet(behind) is not None
    return ((start, comma), behind) if named and outlet else ()


def cited_source(parsed: ParsedArticle, draft: Draft, others: Collection[int]) -> Range | None:
    """The place of S in "R reported, citing S"; `others`: the verbs of the other reports, by number."""
    if not draft.cue or not draft.source:
        return None
    taken = [*draft.content, *draft.source]
    for token in parsed.tokens(parsed.sentence(draft.cue[0])):
        cited = _referred(parsed, token) or (cited_by(parsed, token) if is_citing(token) else None)
        if cited is None or meets(cited, taken) or meets((token.idx, token.idx + 1), taken):
            continue
        if not _of_another_report(parsed, token, draft, others):
            return cited
    return None


def _of_another_report(parsed: ParsedArticle, participle: Token, draft: Draft, others: Collection[int]) -> bool:
    """Whether a participle belongs to another report of its sentence: "R reported; state television, citing S, ..."."""
    first, last = sorted((participle.idx, draft.cue[0][0]))
    if ";" in parsed.text[first:last]:
        return True
    own = {token.i for token in parsed.words_in(draft.cue)}
    nearest = next((verb.i for verb in participle.ancestors if verb.i in own or verb.i in others), None)
    return nearest is not None and nearest not in own


def _referred(parsed: ParsedArticle, token: Token) -> Range | None:
    """The place of S in "R wrote, with reference to S"."""
    if token.lower_ not in ("reference", "referring") or token.nbor(-1 if token.i else 0).lower_ not in ("with", ","):
        return None
    to = next((child for child in token.children if child.lower_ == "to"), None)
    cited = child_of(to, "pobj") if to is not None else None
    return parsed.subtree(cited) if cited is not None and can_be_cited(cited) else None


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
