"""The tags, labels and punctuation by which the rules for clauses decide."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FINITE = _words("VBD VBP VBZ MD")
PLURAL = _words("NNS NNPS")
WH = _words("WDT WP WP$")
NAMES = _words("PERSON ORG GPE NORP FAC LOC PRODUCT EVENT WORK_OF_ART")
OPENERS = _words(", - – — -- ( [")
CLOSERS = _words(", - – — -- ) ]")
