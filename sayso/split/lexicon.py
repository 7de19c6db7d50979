"""The words and tags by which clauses are told apart."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FINITE = _words("VBD VBP VBZ MD")
PLURAL = _words("NNS NNPS")
WH = _words("WDT WP WP$")
NAMES = _words("PERSON ORG GPE NORP FAC LOC PRODUCT EVENT WORK_OF_ART")
OPENERS = _words(", - – — -- ( [")
CLOSERS = _words(", - – — -- ) ]")

OF_EVENTS = _words(
    """allow allowing begin bring bringing cause caused causing comes create creating damaging destroying end ending
    escalating force forced forcing fuel fueling fuelling give giving include included includes including injuring
    killing lead leading leads leave leaving led made make makes making mark marked marking mean meaning means
    meant prompt prompted prompting providing proving push pushing put putting raise raised raises raising
    requiring result resulted resulting send sending spark sparked sparking starting suggesting suggests wounding"""
)
"""What follows "leading to", "which means" tells of the whole event, not of the noun before it."""

OF_REPORTS = _words(
    """according accusing adding admitting alleging announcing arguing asked asking assuming believing calling citing
    claiming concerning considering declaring denying depending describing explaining following given hoping insisting
    noting owing pending pointing provided quoting regarding referring reporting saying seeing speaking stating
    stressing taking talking telling thanking thinking touching urging using wanting warning wishing wondering
    writing"""
)
"""What these introduce is a statement of its own, or no fact at all."""

TOLD = _words("allege alleged believe believed believes claim claimed claims said say says think thinks thought told")
"""After these a relative pronoun may belong to the clause that they introduce ("which they said is small")."""

NO_FACTS = _words(
    "called did do does expected is note noted notes planned put puts report reported reports said say says was wrote"
)
"""Verbs of "as" clauses that compare, or that name a source ("as was expected", "as he said")."""

CONDITIONS = _words("if lest once provided unless whether")
CONTRASTS = _words("although though whereas while")
GROUNDS = _words("after as because since when")

STATES = _words("aimed backed based called designed dubbed home known located led named owned situated")
"""Participles that tell of what still is ("based in Paris"), where others tell of what was done."""

CONNECTIVES = _words(
    """additionally also besides consequently conversely finally first furthermore hence however indeed instead likewise
    meanwhile moreover nevertheless nonetheless notably second similarly so still then therefore thus yet"""
)
"""Openings that tie a sentence to the one before; left out where a comma follows."""

POSSIBLE = _words("may might could can perhaps maybe possibly probably likely")
OBLIGED = _words("must should ought") | {"has to", "have to", "had to", "needs to"}
FUTURE = _words("will shall 'll ’ll wo")
PLANS = _words("going plans plan intends intend set expected due about")
NO_ONE = _words("no nobody none nothing neither nor")
NEVER = _words("barely hardly neither never nor scarcely")

NEGATIVE = _words(
    """abandon absence avoid ban bar block cancel cease decline delay deny end fail failure forbid forget halt lack
    miss neglect oppose prevent prohibit quit refrain refusal refuse refute reject scrap stop suspend unable unlikely
    unwilling"""
)
"""What hangs on these did not happen, or happens no longer ("failed to pay", "stopped selling", "denied hitting")."""

UNSURE = _words(
    """agree aim allege ask attempt claim consider demand expect expected fear hope intend intention likely
    need offer order plan propose promise ready seek set suggest threaten try urge vow want willing wish warn"""
)
"""What hangs on these has not happened yet, if it ever does ("plans to sell", "urged them to leave")."""
