"""Who does what to whom, as expressed by one word of a claim."""

from __future__ import annotations

from typing import Literal

from schemas.attribution import Polarity
from schemas.record import Record, Words

Modality = Literal["asserted", "possible", "obliged", "future", "conditional"]


class Filler(Record):
    """What fills one role of a frame.

    `role`: "who" (agent or subject), "whom" (object), "when", "how", "as", "that" (a verb that depends on this one), or
    the preposition ("in", "of", "from"). `head`: the lemma of its head word; `words`: as in the article; `label`: the
    kind of named entity ("GPE", "PERSON", "DATE", ...), "" for none.
    """

    role: str
    head: Words
    words: Words
    label: str = ""


class Frame(Record):
    """A verb, or a noun or adjective that relates things ("ambassador *to Israel*"), with what fills its roles.

    `predicate`: its lemma, with a particle ("break out"). `polarity` and `modality` include those of the words that
    govern it: "buy" is denied in "failed to buy", in the future in "plans to buy".
    """

    predicate: Words
    fillers: tuple[Filler, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"

    def filler(self, *roles: str) -> Filler | None:
        """The first filler with one of these roles, in the order of `roles`."""
        return next((filler for role in roles for filler in self.fillers if filler.role == role), None)
