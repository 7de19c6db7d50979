"""The forms in which a sentence is read again, and which of them are worth their price; see `sayso/README.md`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sayso.attribute.cross_examination.possessor import possessor_turned
from sayso.attribute.cross_examination.relative import without_relative
from sayso.attribute.cross_examination.rewriting import Piece, Rewriting
from sayso.attribute.cross_examination.sentence import Sentence
from sayso.attribute.cross_examination.voice import other_voice
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from schemas import Rewrite


def alone(sentence: Sentence) -> list[Piece]:
    """The sentence as it is, without the article around it; nothing where that is all of the article."""
    everything = sentence.parsed.text.strip() == sentence.parsed.text[slice(*sentence.place)]
    return [] if everything else sentence.changed()


FORMS: Mapping[Rewrite, Callable[[Sentence], list[Piece]]] = {
    "alone": alone,
    "possessor": possessor_turned,
    "voice": other_voice,
    "relative": without_relative,
}
"""Each makes its pieces of a sentence, or none where that cannot be done safely."""


def rewritings(parsed: ParsedArticle, place: Range) -> Iterator[Rewriting]:
    """Every form that can be made of the sentence at a place."""
    sentence = Sentence(parsed, place)
    for rewrite, form in FORMS.items():
        if pieces := form(sentence):
            yield Rewriting.of(rewrite, pieces)
