"""Judgements in the other voice: "Pryce accused Hale of fraud" as "Hale was accused by Pryce of fraud", and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute.cross_examination.rewriting import Piece
from sayso.attribute.cross_examination.sentence import Change, Sentence
from sayso.attribute.grammar import agent_of, child_of
from sayso.language.english import FUNCTION_WORDS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_JUDGING = REPORTING.accusing | REPORTING.judging
_AS_OBJECT = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us"}
_AS_SUBJECT = {other: word for word, other in _AS_OBJECT.items()}
_HANGING = ("advcl", "ccomp", "conj", "neg", "xcomp")


def other_voice(sentence: Sentence) -> list[Piece]:
    """The sentence with its main verb in the other voice; nothing unless that is a judgement with nothing behind it."""
    for verb in sentence.words:
        alone = verb.dep_ == "ROOT" and child_of(verb, *_HANGING) is None
        if alone and verb.lemma_.lower() in _JUDGING and verb.text.endswith("ed"):
            return _active(sentence, verb) if verb.tag_ == "VBN" else _passive(sentence, verb)
    return []


def _active(sentence: Sentence, verb: Token) -> list[Piece]:
    """As "Pryce accused Hale of fraud", what was "Hale was accused by Pryce of fraud"."""
    helper, told, by = child_of(verb, "auxpass"), child_of(verb, "nsubjpass"), child_of(verb, "agent")
    agent = agent_of(verb)
    if helper is None or told is None or by is None or agent is None or child_of(verb, "aux") is not None:
        return []
    whom, who = sentence.phrase(told), sentence.phrase(agent)
    if helper.lower_ not in ("was", "were") or not whom or not who or who[0].i != by.i + 1 or _relative(whom[0]):
        return []
    return sentence.changed(
        Change(whom[0], whom[-1], (sentence.moved(who, to_front=sentence.begins(whom[0])),)),
        Change(helper, helper),
        Change(verb, verb, (sentence.piece(verb, verb), Piece(" "), _cased(sentence, whom, _AS_OBJECT))),
        Change(by, who[-1]),
    )


def _passive(sentence: Sentence, verb: Token) -> list[Piece]:
    """As "Hale was accused by Pryce of fraud", what was "Pryce accused Hale of fraud"."""
    subject, object_ = child_of(verb, "nsubj"), child_of(verb, "dobj")
    if verb.tag_ != "VBD" or subject is None or object_ is None:
        return []
    who, whom = sentence.phrase(subject), sentence.phrase(object_)
    if not who or not whom or who[-1].i > verb.i or whom[0].i != verb.i + 1 or _relative(who[0]):
        return []
    several = object_.tag_ in ("NNS", "NNPS") or object_.lower_ in ("them", "us")
    first = _cased(sentence, whom, _AS_SUBJECT)
    if sentence.begins(who[0]):
        first = first._replace(words=first.words[:1].upper() + first.words[1:])
    return sentence.changed(
        Change(who[0], who[-1], (first,)),
        Change(verb, verb, (Piece("were " if several else "was "), sentence.piece(verb, verb))),
        Change(whom[0], whom[-1], (Piece("by "), _cased(sentence, who, _AS_OBJECT))),
    )


def _cased(sentence: Sentence, phrase: Sequence[Token], cases: dict[str, str]) -> Piece:
    """A phrase within the sentence; a pronoun in its other case."""
    piece = sentence.moved(phrase, to_front=False)
    return piece._replace(words=cases.get(phrase[0].lower_, piece.words)) if len(phrase) == 1 else piece


def _relative(word: Token) -> bool:
    return word.lower_ in FUNCTION_WORDS.relatives
