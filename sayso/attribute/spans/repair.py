"""What the parse knows better than the tagger about single spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import can_report, quoting_agent
from sayso.attribute.parsed import Covered, ParsedArticle
from sayso.attribute.places import Range, inside, overlap
from sayso.attribute.spans.according import according
from sayso.attribute.spans.assemble import merged
from sayso.attribute.spans.recover import missed, viewed
from sayso.attribute.spans.spoken_of import spoken_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIES = frozenset("amod compound det poss nummod nmod".split())
_AS_SAYING = re.compile(r"as saying\b,?\s*")
_SEAM = re.compile(r"(?<=[.!?,][\"”]) +(?=[\"“])")
_TOLD = frozenset("tell inform remind assure advise notify".split())


def mend(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each mended by every rule that fits it; a rule may add a draft."""
    out = [*drafts, *(draft for draft in missed(parsed, drafts) if draft.source)]
    for draft in drafts:
        draft.content = [part for place in draft.content for part in _quotations_apart(parsed, place)]
        draft.content = [place for place in draft.content if not _stray_heading(parsed, draft, place)]
    _to_own_sentence(parsed, out)
    for draft in drafts:
        _viewed(parsed, draft)
        _complete(parsed, draft)
        according(parsed, draft)
        _subject(parsed, draft)
        _told(parsed, draft)
        _quoted(parsed, draft)
        trailing = _trailing(parsed, draft)
        if trailing is not None:
            out.append(trailing)
    out = spoken_of(parsed, out)
    _by_participle(parsed, out)
    _named_is_not_said(parsed, out)
    return sorted((draft for draft in out if draft.source or draft.cue or draft.content), key=lambda draft: draft.start)


def _viewed(parsed: ParsedArticle, draft: Draft) -> None:
    """Of "X was viewed by Y as Z", the tagger may have but parts."""
    for token in parsed.words_in(draft.cue):
        found = viewed(parsed, token)
        if found is not None:
            draft.source, draft.content = found.source, found.content


def _subject(parsed: ParsedArticle, draft: Draft) -> None:
    """The verb's subject is the source if it is an outlet, or if the source stands in another sentence or was told."""
    for verb in parsed.words_in(draft.cue):
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i + 8), None)
        if verb.pos_ != "VERB" or subject is None:
            continue
        if _cut_before(parsed, draft, subject, verb):
            return
        if not draft.source:
            continue
        place, source = parsed.subtree(subject), draft.source[0]
        if overlap(place, source) or any(overlap(place, part) for part in draft.content):
            return
        heard = any(c.dep_ in ("dobj", "dative") and source[0] <= c.idx < source[1] for c in verb.children)
        if heard and verb.lemma_.lower() in _TOLD:
            draft.source, draft.told = [place], source
        elif (parsed.outlet(place) and subject.i == verb.i - 1) or not overlap(
            parsed.sentence(source), parsed.sentence(draft.cue[0])
        ):
            draft.source = [place]
        return


def _cut_before(parsed: ParsedArticle, draft: Draft, subject: Token, verb: Token) -> bool:
    """Of "P, X said" the tagger may take X for the end of P: then X is the source, and P ends before it."""
    start, end = parsed.subtree(subject)
    for i, place in enumerate(draft.content):
        if place[0] < start and abs(place[1] - end) <= 1 and verb.idx - end <= 1:
            draft.source, draft.content[i] = [(start, end)], parsed.trimmed((place[0], start))
            return True
    return False


def _by_participle(parsed: ParsedArticle, drafts: Sequence[Draft]) -> None:
    """Of "X praised the plan, saying that P" and "X would not say when, but warned that P", X says P too."""
    heads = {token.i: draft for draft in drafts if draft.source for token in parsed.words_in(draft.cue)}
    for draft in drafts:
        verb = next((token for token in parsed.words_in(draft.cue) if token.pos_ == "VERB"), None)
        if draft.source or not draft.content or verb is None or not _shares_subject(verb):
            continue
        subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
        if verb.head.i in heads:
            draft.source = list(heads[verb.head.i].source)
        elif subject is not None and verb.lemma_.lower() in lexicon.SPEECH and can_report(subject):
            place = parsed.subtree(subject)
            draft.source = [place] if not any(overlap(place, part) for part in draft.content) else []


def _shares_subject(verb: Token) -> bool:
    """Whether a verb has no subject of its own and takes that of the one which it hangs on."""
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ", "VBP")
    return joined or (verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "conj", "xcomp"))


def _named_is_not_said(parsed: ParsedArticle, drafts: Sequence[Draft]) -> None:
    """The X of "according to X" is nothing that anybody reports ("according to a court's statement, TASS reported")."""
    credited = [
        draft.source[0]
        for draft in drafts
        if draft.source and any(parsed.words(cue).lower().endswith("according to") for cue in draft.cue)
    ]
    named = Covered(parsed, credited)
    for draft in drafts:
        draft.content = [place for place in draft.content if not named.holds(place)]


def _told(parsed: ParsedArticle, draft: Draft) -> None:
    """Who was told is no part of what was told."""
    for token in parsed.words_in(draft.cue):
        if token.lemma_.lower() not in _TOLD or not draft.content:
            continue
        first = draft.content[0]
        clause = next((c for c in token.children if c.dep_ in ("ccomp", "xcomp")), None)
        hearer = next(
            (c for c in token.children if c.dep_ in ("dobj", "dative") and first[0] <= c.idx < first[1]), None
        )
        if hearer is None and clause is not None:
            hearer = next((c for c in clause.children if c.dep_ == "nsubj" and _definite_outlet(c)), None)
            verb_first = hearer is not None and hearer.left_edge.i == token.i + 1
            hearer = hearer if verb_first and sum(c.dep_ == "nsubj" for c in clause.children) > 1 else None
        if hearer is not None:
            end = parsed.subtree(hearer)[1]
            rest = parsed.trimmed((end, first[1]))
            if end < first[1] and rest[0] < rest[1] and parsed.subtree(hearer)[0] <= first[0] + 1:
                draft.content[0], draft.told = rest, parsed.subtree(hearer)


def _definite_outlet(token: Token) -> bool:
    return token.lemma_.lower() in lexicon.NAMED_BEFORE


def _complete(parsed: ParsedArticle, draft: Draft) -> None:
    """Spans that end within a name or noun phrase, completed: "The" (minister), "with Russian" (President Ann Lee)."""
    draft.cue = [_with_verb(parsed, place) for place in draft.cue]
    if draft.source:
        start, end = draft.source[0]
        words = parsed.tokens((start, end))
        if len(words) > 1 and words[0].lower_ == "that":
            draft.source[0] = parsed.trimmed((words[1].idx, end))
        elif len(words) == 1 and words[0].dep_ == "det" and words[0].head.i > words[0].i:
            noun = words[0].head
            draft.source[0] = parsed.trimmed((start, noun.idx + len(noun)))
    if draft.content and all(word.pos_ == "SCONJ" for word in parsed.words_in(draft.content)):
        clauses = [child for word in parsed.words_in(draft.cue) for child in word.children if child.dep_ == "ccomp"]
        draft.content = [parsed.trimmed(parsed.subtree(clause)) for clause in clauses[:1]] or draft.content
    taken = [*draft.source, *draft.cue]
    for i, place in enumerate(draft.content):
        words = parsed.tokens(place)
        last = words[-1] if len(words) else None
        while last is not None and last.dep_ in _MODIFIES and last.i < last.head.i <= last.i + 3:
            last = last.head
        if last is None:
            continue
        end = last.idx + len(last)
        if last.lower_ in ("who", "which") and last.head.dep_ == "relcl":
            end = parsed.subtree(last.head)[1]
        elif last.dep_ == "prep" and any(cue[0] <= last.head.idx < cue[1] for cue in draft.cue):
            draft.content[i] = parsed.trimmed((place[0], last.idx))  # it says on what occasion, and is cut off
            continue
        elif last.dep_ in ("prep", "mark", "agent") and (own := parsed.subtree(last, parsed.sentence(place))[1]) > end:
            end = own
        elif (clause := _restrictive(last)) is not None:
            end = parsed.subtree(clause, parsed.sentence(place))[1]
        if end > place[1] and not any(overlap((place[1], end), other) for other in taken):
            draft.content[i] = place[0], end
    draft.content = merged(parsed.text, draft.content)


def _restrictive(noun: Token) -> Token | None:
    """The relative clause right behind a noun, without a comma: "the soldiers" (who fought in the war)."""
    clause = next((child for child in noun.children if child.dep_ == "relcl" and child.i > noun.i), None)
    return (
        clause if clause is not None and clause.left_edge.i == noun.i + 1 and clause.left_edge.pos_ == "PRON" else None
    )


def _with_verb(parsed: ParsedArticle, cue: Range) -> Range:
    """A cue of auxiliaries alone, with the verb that they help: "has" (learned)."""
    words = parsed.tokens(cue)
    verb = words[-1].head if len(words) and all(word.dep_ in ("aux", "auxpass", "neg") for word in words) else None
    if verb is None or not 0 < verb.i - words[-1].i <= 2 or verb.pos_ != "VERB":
        return cue
    return cue[0], verb.idx + len(verb)


def _quoted(parsed: ParsedArticle, draft: Draft) -> None:
    """Of "S was quoted by R as saying X", S is the source, and neither S nor R is part of X."""
    passive = quoting_agent(parsed, draft)
    if passive is None:
        return
    who, by = passive
    draft.source = [who]
    draft.content = list(_behind(parsed, draft.content, (who, by)))
    if draft.content and (saying := _AS_SAYING.match(parsed.text, draft.content[0][0])):
        draft.cue.append(parsed.trimmed(saying.span()))
        draft.content = [*_behind(parsed, draft.content, [saying.span()])]


def _quotations_apart(parsed: ParsedArticle, place: Range) -> Iterator[Range]:
    """A place cut where one quotation ends and the next begins: each may have a reporting clause of its own."""
    start = place[0]
    for seam in _SEAM.finditer(parsed.text, *place):
        yield start, seam.start()
        start = seam.end()
    yield start, place[1]


def _stray_heading(parsed: ParsedArticle, draft: Draft, place: Range) -> bool:
    """Whether a part of a content is but a heading, and its cue stands elsewhere."""
    if not draft.cue or not _heading(parsed, place) or parsed.quoted(place) > 0.5:
        return False
    return all(parsed.segment(cue[0]) != parsed.segment(place[0]) for cue in draft.cue)


def _behind(parsed: ParsedArticle, places: Sequence[Range], names: Sequence[Range]) -> Iterator[Range]:
    """The places, less whatever of them stands before or in one of `names`."""
    for start, end in places:
        met = [name[1] for name in names if overlap((start, end), name)]
        first = max([start, *met])
        if first < end:
            yield parsed.trimmed((first, end))


def _to_own_sentence(parsed: ParsedArticle, drafts: Sequence[Draft]) -> None:
    """A content beside a reporting clause of its own sentence belongs to that; a stray part of a sentence to nobody."""
    clauses = {parsed.sentence(draft.cue[0]): draft for draft in drafts if draft.cue and draft.source}
    for draft in drafts:
        if not draft.cue:
            continue
        home = parsed.sentence(draft.cue[0])
        for place in list(draft.content):
            sentence = parsed.sentence(place)
            if overlap(sentence, home):
                continue
            other = clauses.get(sentence)
            if other is not None and other is not draft and _beside(parsed, place, other):
                draft.content.remove(place)
                other.content = merged(parsed.text, [*other.content, place])
            elif _heading(parsed, place) != _heading(parsed, draft.cue[0]) or _stray(parsed, place, sentence):
                draft.content.remove(place)


def _stray(parsed: ParsedArticle, place: Range, sentence: Range) -> bool:
    """Whether a place is the lesser part of its sentence, and not quoted."""
    return parsed.quoted(place) < 0.5 and 2 * overlap(place, sentence) < sentence[1] - sentence[0]


def _heading(parsed: ParsedArticle, place: Range) -> bool:
    segment = parsed.segment(place[0])
    return segment is not None and segment.kind == "headline"


def _beside(parsed: ParsedArticle, place: Range, other: Draft) -> bool:
    """Whether no word stands between a place and the reporting clause of a draft."""
    parts = [*other.source, *other.cue, *other.content]
    gaps = [(place[1], start) for start, _ in parts] + [(end, place[0]) for _, end in parts]
    return any(0 <= b - a <= 4 and not any(c.isalnum() for c in parsed.text[a:b]) for a, b in gaps)


def _trailing(parsed: ParsedArticle, draft: Draft) -> Draft | None:
    """A source that runs into the next report ("a statement by the court, TASS" reported), taken apart."""
    if not draft.source:
        return None
    start, end = draft.source[0]
    for token in parsed.tokens((start, end)):
        verb = token.head
        if token.dep_ != "nsubj" or verb.idx < end or verb.lemma_.lower() not in lexicon.SPEECH:
            continue
        own = parsed.subtree(token, (start, end))
        first = parsed.trimmed((start, own[0]))
        cue = (verb.idx, verb.idx + len(verb))
        if own[0] <= start or first[0] >= first[1] or not parsed.outlet(own):
            continue
        if inside(cue, draft.cue):
            draft.source = [own]
        else:
            draft.source = [first]
            return Draft(source=[own], cue=[cue], signs=draft.signs)
    return None
