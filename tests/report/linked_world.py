"""A flood, reported by several outlets: who has it from whom, and who contradicts it, as linking would find it."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

from factories import find, make_article, make_claim, make_dossiers, make_extraction, make_hop, make_statement

from schemas import Decision, Derivation, Link, Occasion, Origins, Passage, Signal

NOON = datetime(2022, 8, 12, 12, tzinfo=UTC)
DEAD = Signal(name="numbers", score=0.9, sentence="One says 12, the other 30.")
ALIKE = Signal(name="words", score=0.8, sentence="Nearly all words are the same.")


def article(outlet, text, published=None, **known):
    return make_article(text, outlet=outlet, published=published, **known)


WIRE = article("Ostia Wire", "The ministry said on Monday that 12 people died.", "2022-08-09", title="Flood kills 12")
GLOBE = article("The Globe", "The ministry, via Ostia Wire, said that 12 people died.", "2022-08-10", title="Flood")
ECHO = article(
    "The Echo",
    "Dana Holt, a spokeswoman for the ministry, counts 12 dead.",
    url="https://echo.example/flood",
)
POLICE = article("The Courier", "Police said that 30 people died.", "2022-08-11", title="More dead")


def said(article, content, source, *relays, slots=None, **known):
    """The dossier of one claim, said by `source`; relays from the origin's side."""
    chain = [make_hop(article, source)] if source else []
    chain += [make_hop(article, one, role="relay") for one in relays]
    statement = make_statement(article, content, chain=chain, **known)
    claim = make_claim(article, statement, **(slots or {}))
    [dossier] = make_dossiers(article, make_extraction(article, [statement], claims=[claim]))
    return dossier


def wire():
    occasion = Occasion(when=find(WIRE, "on Monday"))
    numbers = {"numbers": ("12",)}
    return said(WIRE, "12 people died", "The ministry", slots=numbers, occasion=occasion)


def globe():
    return said(GLOBE, "12 people died", "The ministry", "Ostia Wire", slots={"numbers": ("12",)})


def echo():
    """The ministry's word under a name of its own, so that a reader could take it for another's."""
    return said(ECHO, "12 dead", "Dana Holt", slots={"numbers": ("12",)})


def police():
    return said(POLICE, "30 people died", "Police", slots={"numbers": ("30",)})


def link(a, b, relation, confidence=0.8, signals=(ALIKE,), **known):
    return Link(a=a.claim.id, b=b.claim.id, relation=relation, confidence=confidence, signals=signals, **known)


def origins(*dossiers, independent=1, sentence="One origin, the ministry: Dana Holt speaks for it.", **known):
    claims = tuple(sorted(one.claim.id for one in dossiers))
    return Origins(claims=claims, independent=independent, sentence=sentence, **known)


def linked(*dossiers, links=(), known=None, decisions=()):
    """The dossiers as the ledger gives them: with their links, the other ends, the origins and the decisions."""
    by_id = {one.claim.id: one for one in dossiers}
    found = []
    for one in dossiers:
        own = [link for link in links if one.claim.id in (link.a, link.b)]
        others = [by_id[link.b if link.a == one.claim.id else link.a].published_claim for link in own]
        mine = next((each for each in known or () if one.claim.id in each.claims), None)
        update = {"links": tuple(own), "others": tuple(others), "origins": mine, "decisions": tuple(decisions)}
        found.append(one.model_copy(update=update))
    return found


def same(*dossiers, confidence=0.8):
    """Links that say of every pair that it is the same claim."""
    return [link(a, b, "repeats", confidence, one_origin=True) for a, b in combinations(dossiers, 2)]


def decision(about, judgement, by="Ada Lind", hours=0):
    """A person's judgement of the present version of a thing."""
    at = NOON + timedelta(hours=hours)
    known = {"judgement": judgement, "why": "read both", "by": by, "at": at}
    return Decision(id=f"{by}{hours}", about=about.id, version=about.digest, **known)


def derived(a, b, earlier=None):
    """Two articles that share their text."""
    return Derivation(a=a.id, b=b.id, containment=0.9, passages=(Passage(a=(0, 9), b=(0, 9)),), earlier=earlier)


def flood(*decisions):
    """All four: three of one origin, and the police, who give another number."""
    told = wire(), globe(), echo()
    links = [*same(*told), clash()]
    return linked(*told, police(), links=links, known=[origins(*told, speakers=("the ministry",))], decisions=decisions)


def clash():
    """The link between the two counts."""
    return link(wire(), police(), "conflicts", 0.83, (DEAD,), earlier=wire().claim.id)


def rain_twice():
    """One sentence without a source, in two prints of one story."""
    return [said(article(outlet, "Rain fell.", title="Rain"), "Rain fell.", None) for outlet in ("Globe", "Echo")]
