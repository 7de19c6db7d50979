"""The possessor turned: "The mayor's former partner said" as "The former partner of the mayor said".

What is told or written is somebody's by being told "by" him: "the story of the mayor" may be about him.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.cross_examination.rewriting import Piece
from sayso.attribute.cross_examination.sentence import Change, Sentence
from sayso.language.english import DOCUMENTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 3
"""Words of what is owned."""


def possessor_turned(sentence: Sentence) -> list[Piece]:
    """The sentence with its first possessor behind what he owns; nothing where it has none that can be turned."""
    for owned in sentence.words:
        for owner in owned.children:
            change = _turned(sentence, owned, owner)
            if change is not None:
                return sentence.changed(change)
    return []


def _turned(sentence: Sentence, owned: Token, owner: Token) -> Change | None:
    if owned.pos_ != "NOUN" or owner.dep_ != "poss" or owner.pos_ not in ("PROPN", "NOUN"):
        return None
    phrase = sentence.phrase(owner)
    if len(phrase) < 2 or phrase[-1].tag_ != "POS" or not 0 < owned.i - phrase[-1].i <= _LONGEST:
        return None
    article = Piece("The " if sentence.begins(phrase[0]) else "the ")
    own = sentence.piece(phrase[-1].nbor(), owned)
    whose = Piece(" by " if owned.lemma_.lower() in DOCUMENTS.nouns | DOCUMENTS.told else " of ")
    return Change(phrase[0], owned, (article, own, whose, sentence.moved(phrase[:-1], to_front=False)))
