"""Who is introduced by a line that ends in a colon before a quotation: "And from the mayor:", "Ann Lee, 41, nurse:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.draft import Places
from sayso.attribute.grammar import FINITE, child_of
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, without
from sayso.attribute.spans.acting import can_speak, is_person, named_at, verbs
from sayso.language.english import DOCUMENTS, FUNCTION_WORDS, OUTLETS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAID = DOCUMENTS.spoken | DOCUMENTS.letters | frozenset("reaction reply response sentence verdict view word".split())
"""What somebody utters: "Lee's answer", "the words of Lee"."""
_CHANNELS = frozenset("desk mouth office pen".split())
"""Between the "from" and the speaker."""
_PHRASES = ("pobj", "appos", "conj", "nmod")
_SAYING = REPORTING.speech | REPORTING.asides | REPORTING.uttering


class IntroducingLine(NamedTuple):
    """The places of who is introduced, of the outlet that carries the words if the line names one, and of the cue."""

    source: Range
    outlet: Range | None
    cue: Places


def introduction(parsed: ParsedArticle, sentence: Range) -> IntroducingLine | None:
    """Who is introduced by a sentence that ends in a colon; None if it ends otherwise, or nobody is."""
    words = parsed.text[slice(*sentence)].rstrip()
    if not words.endswith(":"):
        return None
    line = sentence[0], sentence[0] + len(words) - 1
    tokens = [token for token in parsed.tokens(line) if token.idx >= line[0]]
    for rule in (_quoted, _says, _sent, _owned, _acts, _stands):
        found = next(rule(parsed, line, tokens), None)
        if found is not None:
            source, outlet = (named_at(parsed, noun, line) if noun is not None else None for noun in found)
            return IntroducingLine(source, outlet, _cue(parsed, line, source)) if source is not None else None
    return None


def _cue(parsed: ParsedArticle, line: Range, source: Range) -> Places:
    """The colon; of a line without a verb, all but the source, since it tells nothing else."""
    colon = line[1], line[1] + 1
    if any(token.tag_ in FINITE for token in parsed.tokens(line)):
        return (colon,)
    return tuple(part for part in without((line[0], colon[1]), [source]) if parsed.words(part))


Found = tuple["Token", "Token | None"]
"""Who speaks, and who carries it."""


def _quoted(parsed: ParsedArticle, line: Range, tokens: Sequence[Token]) -> Iterator[Found]:
    """The paper quotes her (as saying); the agency carries these words of hers."""
    for verb in verbs(parsed, line):
        quoted, subjects = child_of(verb, "dobj"), [c for c in verb.children if c.dep_ == "nsubj"]
        if quoted is None or not subjects:
            continue
        outlet = next((c for c in subjects if _is_outlet(parsed, c, line)), None)
        if verb.lemma_.lower() in REPORTING.quoting and can_speak(parsed, quoted):
            yield quoted, outlet or subjects[0]
        elif quoted.lemma_.lower() in _SAID and outlet is not None:
            yield from ((speaker, outlet) for speaker in _of(parsed, quoted))


def _is_outlet(parsed: ParsedArticle, noun: Token, line: Range) -> bool:
    called = noun.lemma_.lower() in OUTLETS.nouns and parsed.doc[noun.i + 1].pos_ == "PROPN"
    return called or parsed.outlet(parsed.subtree(noun, line)) is not None


def _says(parsed: ParsedArticle, line: Range, tokens: Sequence[Token]) -> Iterator[Found]:
    """She said; here is what she said; this is how she put it."""
    for verb in reversed(tokens):
        if verb.pos_ == "VERB" and verb.lemma_.lower() in _SAYING and not _reads_aloud(parsed, verb):
            subject = _subject(verb)
            if subject is not None and can_speak(parsed, subject):
                yield subject, None


def _reads_aloud(parsed: ParsedArticle, verb: Token) -> bool:
    """Whether what is said is somebody else's: "read a note from the mayor"."""
    said = child_of(verb, "dobj")
    return said is not None and said.lemma_.lower() in _SAID and any(True for _ in _of(parsed, said))


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verbs that it is joined to."""
    at = verb
    while child_of(at, "nsubj") is None and at.dep_ in ("conj", "xcomp", "advcl") and at.head.i != at.i:
        at = at.head
    return child_of(at, "nsubj")


def _sent(parsed: ParsedArticle, line: Range, tokens: Sequence[Token]) -> Iterator[Found]:
    """And from her; from the desk of her; a note from her."""
    for token in tokens:
        if token.lower_ == "from" and token.head.dep_ != "relcl":
            yield from ((speaker, None) for speaker in _objects(parsed, token))
    for token in tokens:
        if token.lemma_.lower() in _SAID and token.pos_ == "NOUN":
            yield from ((speaker, None) for speaker in _of(parsed, token))


def _of(parsed: ParsedArticle, noun: Token) -> Iterator[Token]:
    """Whose something said is: "the words of Lee"."""
    for child in noun.children:
        if child.lower_ in ("of", "from", "by"):
            yield from _objects(parsed, child)


def _objects(parsed: ParsedArticle, preposition: Token) -> Iterator[Token]:
    """Who is named after a preposition, also after "the desk of"."""
    named = child_of(preposition, "pobj")
    if named is not None and named.lemma_.lower() in _CHANNELS:
        below = next((child for child in named.children if child.lower_ == "of"), None)
        named = child_of(below, "pobj") if below is not None else None
    parts = [t for t in named.subtree if t.dep_ in _PHRASES] if named is not None else []
    people = [t for t in parts if is_person(parsed, t) and (t is named or t.head is named)]
    if people:
        yield people[0]
    elif named is not None and can_speak(parsed, named):
        yield named


def _owned(parsed: ParsedArticle, line: Range, tokens: Sequence[Token]) -> Iterator[Found]:
    """And here is her answer."""
    for token in tokens:
        owner = child_of(token, "poss") if token.lemma_.lower() in _SAID else None
        if owner is not None and (can_speak(parsed, owner) or owner.lower_ in FUNCTION_WORDS.pronouns):
            yield owner, None


def _acts(parsed: ParsedArticle, line: Range, tokens: Sequence[Token]) -> Iterator[Found]:
    """She sent a note; first to write was she."""
    for verb in verbs(parsed, line):
        subject = child_of(verb, "nsubj", "nsubjpass")
        named = child_of(verb, "attr") if verb.lemma_ == "be" else None
        yield from ((noun, None) for noun in (subject, named) if noun is not None and can_speak(parsed, noun))


def _stands(parsed: ParsedArticle, line: Range, tokens: Sequence[Token]) -> Iterator[Found]:
    """Her name alone, with what describes her."""
    if any(True for _ in verbs(parsed, line)):
        return
    for token in tokens:
        if can_speak(parsed, token) and token.dep_ not in ("compound", "poss", "pobj", "amod"):
            yield token, None
