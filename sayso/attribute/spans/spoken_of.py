"""Who is spoken of or spoken to is not who speaks: sources put right by the grammar of the reporting verb.

"Hale was told by the judge that", "Hale heard from the judge that", "Hale, who two guards say fled": each time a
careless reader takes Hale for the speaker. Where the verb names another, that is the source; where it names nobody,
nobody is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import QUOTING
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, overlap

if TYPE_CHECKING:
    from spacy.tokens import Token

_PATIENTS = frozenset(
    """tell inform warn advise notify remind assure brief ask order urge instruct accuse charge suspect blame convict
    sue indict arrest detain jail imprison sentence hold seize suspend sack fire dismiss fine bail extradite try acquit
    impeach sanction investigate question interview denounce criticize criticise condemn name identify describe portray
    depict call dub label brand say allege believe report think understand rumour rumor presume reckon find see
    hear""".split()
)
"""Verbs that, in the passive, have for a subject whom they tell or tell of."""
_ACCUSING = frozenset("accuse charge suspect convict indict".split())
_QUOTED = re.compile(r"[\"”’'],?\s*$|,[\"”]\s*$")
_HEARING = frozenset("court jury juror tribunal inquest inquiry hearing panel committee magistrate judge trial".split())
_RECEIVING = frozenset("hear learn understand gather discover".split())
_NEAR = 60
"""Characters within which a name has to end that belongs to the noun before it."""
_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART")
_WHO = frozenset("who whom which that".split())
_BELIEVING = lexicon.SPEECH | frozenset("believe think suspect fear understand".split())


def spoken_of(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those with another source put right, and those that grammar alone shows added."""
    for draft in drafts:
        _inverted(parsed, draft)
        _relative(parsed, draft)
        _patient(parsed, draft)
        _receiver(parsed, draft)
        _own_subject(parsed, draft)
        _apposed(parsed, draft)
    added = [made for token in parsed.doc if (made := _aside(parsed, token)) is not None]
    return [*_without(drafts, added), *added]


def _patient(parsed: ParsedArticle, draft: Draft) -> None:
    """Of "X was told by Y that ..." and "X, accused by Y of ...", Y is the source, or nobody where no Y is named."""
    verb = _accused(parsed, draft) or _last_verb(parsed, draft)
    if verb is None or not draft.source or verb.lemma_.lower() in QUOTING or not _passive(verb):
        return
    agent = _agent(verb)
    if agent is not None:
        who = parsed.subtree(agent)
        if not any(overlap(who, part) for part in [*draft.source, *draft.content]):
            draft.told, draft.source = draft.source[0], [who]
        return
    subject = _whom(verb)
    own = subject is not None and any(start <= subject.idx < end for start, end in draft.source)
    if verb.lemma_.lower() in _PATIENTS and (own or _bare(verb)):
        draft.told, draft.source = draft.source[0], []


def _accused(parsed: ParsedArticle, draft: Draft) -> Token | None:
    """The participle with which a content begins that tells of what somebody is accused, not what he says."""
    first = next(iter(parsed.words_in(draft.content)), None)
    return first if first is not None and first.lemma_.lower() in _ACCUSING and _bare(first) else None


def _inverted(parsed: ParsedArticle, draft: Draft) -> None:
    """Of "X “did Z”, recalled Y", Y is the source: behind a quotation a verb of saying has its subject after it."""
    verb = _last_verb(parsed, draft)
    if verb is None or not draft.source or draft.source[0][0] > verb.idx or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    if not _QUOTED.search(parsed.text, max(0, draft.cue[0][0] - _NEAR), draft.cue[0][0]) or any(
        c.dep_ == "nsubj" and c.i < verb.i for c in verb.children
    ):
        return
    behind = verb.nbor() if verb.i + 1 < len(parsed.doc) else verb
    if behind.pos_ not in ("DET", "PROPN", "NOUN", "ADJ", "NUM") or not parsed.quoted(
        draft.content[0] if draft.content else (0, 1)
    ):
        return
    source = parsed.trimmed((behind.idx, parsed.sentence((verb.idx, verb.idx + 1))[1]))
    source = source[0], source[0] + len(parsed.text[slice(*source)].rstrip(". "))
    draft.source = [source]
    draft.content = [place for place in draft.content if not overlap(place, source)]


def _relative(parsed: ParsedArticle, draft: Draft) -> None:
    """Of "X, whom Y accuse of ...", Y is the source: "whom" and "which" are no subject where a noun follows at once."""
    if not draft.source or not draft.cue or parsed.words(draft.source[0]).lower() not in _WHO | {"whom"}:
        return
    between = parsed.trimmed((draft.source[0][1], draft.cue[0][0]))
    words = list(parsed.tokens(between)) if draft.source[0][1] < between[0] < between[1] <= draft.cue[0][0] else []
    nominal = all(word.pos_ in _NOMINAL or (len(words) == 1 and word.tag_ in ("VBZ", "VBP")) for word in words)
    if words and nominal and not any(word.dep_ == "npadvmod" for word in words):
        draft.source = [between]


def _last_verb(parsed: ParsedArticle, draft: Draft) -> Token | None:
    verbs = [
        token for token in parsed.words_in(draft.cue) if token.pos_ == "VERB" and token.dep_ not in ("aux", "auxpass")
    ]
    return verbs[-1] if verbs else None


def _passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children) or _bare(verb)


def _bare(verb: Token) -> bool:
    """Whether a verb is a participle that has neither helper nor subject nor object: "a man accused of fraud"."""
    roles = ("aux", "auxpass", "nsubj", "nsubjpass", "dobj")
    alone = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and all(c.dep_ not in roles for c in verb.children)
    return alone and verb.sent.root.pos_ in ("VERB", "AUX")  # else it is the sentence's verb, and its parse is wrong


def _whom(verb: Token) -> Token | None:
    """Whom a passive tells, or tells of: its subject, or what a bare participle belongs to."""
    own = next((child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj")), None)
    if own is not None:
        return verb.head if own.lower_ in _WHO and verb.dep_ == "relcl" else own
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ in ("conj", "advcl", "xcomp"):
        return _whom(verb.head) if verb.head.pos_ in ("VERB", "AUX") else None
    return None


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.lower_ == "by" and child.dep_ in ("agent", "prep")), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def _receiver(parsed: ParsedArticle, draft: Draft) -> None:
    """Of "X heard from Y that ...", Y is the source."""
    verb = _last_verb(parsed, draft)
    if verb is None or verb.lemma_.lower() not in _RECEIVING or not draft.source:
        return
    from_ = next((child for child in verb.children if child.lower_ == "from" and child.dep_ == "prep"), None)
    whom = next((child for child in from_.children if child.dep_ == "pobj"), None) if from_ is not None else None
    if whom is None:
        _audience(parsed, draft, verb)
        return
    place = parsed.subtree(whom)
    if not any(overlap(place, part) for part in draft.source):
        draft.told, draft.source = draft.source[0], [place]
        draft.content = [part for part in draft.content if not overlap(place, part)] or draft.content


def _audience(parsed: ParsedArticle, draft: Draft, verb: Token) -> None:
    """Of "the jury heard that ...", the jury is told, and nobody is named who tells it."""
    head = parsed.head(draft.source[0])
    if verb.lemma_.lower() == "hear" and head is not None and head.lemma_.lower() in _HEARING:
        draft.told, draft.source = draft.source[0], []


def _own_subject(parsed: ParsedArticle, draft: Draft) -> None:
    """A source out of a clause that only belongs to the verb's subject, or to its adverbs, gives way to the subject."""
    verb = _last_verb(parsed, draft)
    if verb is None or not draft.source or verb.lemma_.lower() not in lexicon.SPEECH or _passive(verb):
        return
    subject = subject_of(verb)
    head = parsed.head(draft.source[0])
    before = parsed.text[max(0, draft.source[0][0] - _NEAR) : draft.source[0][0]]
    credited = before.rstrip().lower().endswith("according to")  # it carries what he says
    if subject is None or head is None or subject.lower_ in _WHO or credited:
        return
    place = parsed.subtree(subject)
    inside = any(start <= subject.idx < end for start, end in draft.source)
    said = any(overlap((subject.idx, subject.idx + 1), part) for part in draft.content)
    if inside or said or not _in_lower_clause(head, verb):
        return
    draft.source = [place if not any(overlap(place, part) for part in draft.content) else _short(subject)]


def _apposed(parsed: ParsedArticle, draft: Draft) -> None:
    """A name between commas behind its noun belongs to the source, and the noun to a name: "a guard, Ivo Petrov,"."""
    if not draft.source or draft.inherited:
        return
    start, end = draft.source[0]
    head = parsed.head((start, end))
    if head is not None and head.dep_ == "appos" and head.head.dep_ == "nsubj" and head.head.pos_ == "NOUN":
        whole = parsed.subtree(head.head)
        if whole[0] < start and not any(overlap(whole, part) for part in [*draft.cue, *draft.content]):
            draft.source[0] = whole
            return
    name = next((one for one in parsed.entities_in((end, end + _NEAR)) if one.label_ == "PERSON"), None)
    if head is None or head.pos_ != "NOUN" or name is None or parsed.text[end : name.start_char] != ", ":
        return
    after = parsed.text[name.end_char : name.end_char + 1]
    if after in (",", ".", ";", "") and name.root.dep_ in ("appos", "npadvmod", "oprd"):
        draft.source[0] = start, name.end_char
        draft.content = [_behind(parsed, part, name.end_char) for part in draft.content]


def _behind(parsed: ParsedArticle, place: Range, end: int) -> Range:
    return parsed.trimmed((end, place[1])) if place[0] < end < place[1] else place


def subject_of(verb: Token) -> Token | None:
    """A verb's subject; of a verb that is joined to another and has none of its own, the other's."""
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if own is not None or verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return own
    return next((child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)


def _in_lower_clause(word: Token, verb: Token) -> bool:
    """Whether a word hangs under a verb with a clause of its own that hangs under `verb` or its subject.

    Of a verb that is joined to another, the other's objects are such words: "X, beaten by Y, insists that ...".
    """
    for over in word.ancestors:
        if over.i == verb.i:
            return False
        if verb.dep_ == "conj" and over.i == verb.head.i:
            return True
        if over.pos_ in ("VERB", "AUX") and over.dep_ in ("advcl", "relcl", "acl") and verb.is_ancestor(over):
            return True
    return False


def _short(noun: Token) -> Range:
    first = min([noun.i, *(child.i for child in noun.lefts if child.dep_ in ("det", "compound", "amod", "poss"))])
    return noun.doc[first].idx, noun.idx + len(noun)


def _aside(parsed: ParsedArticle, verb: Token) -> Draft | None:
    """The form "X, who Y say did Z": Y says of X that he did Z."""
    if verb.dep_ != "relcl" or verb.lemma_.lower() not in _BELIEVING or verb.tag_ not in ("VBP", "VBZ", "VBD"):
        return None
    who = next((token for token in verb.subtree if token.lower_ in _WHO and token.i < verb.i), None)
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.lower_ not in _WHO), None)
    if who is None or subject is None or not who.i < subject.i < verb.i:
        return None
    start, end = verb.idx + len(verb), parsed.sentence((verb.idx, verb.idx + 1))[1]
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    comma = parsed.text.find(",", start, end)
    content = parsed.trimmed((start, parsed.subtree(clause)[1] if clause is not None else comma if comma > 0 else end))
    words = parsed.tokens(content)
    if not len(words) or words[0].tag_ not in ("VBD", "VBZ", "VBP", "VBN", "MD"):
        return None
    return Draft(source=[parsed.subtree(subject)], cue=[(verb.idx, verb.idx + len(verb))], content=[content])


def _without(drafts: Sequence[Draft], added: Sequence[Draft]) -> list[Draft]:
    """The drafts, less those that one of `added` reads otherwise."""
    places = [part for made in added for part in [*made.cue, *made.content]]
    return [draft for draft in drafts if not draft.cue or not any(overlap(draft.cue[0], place) for place in places)]
