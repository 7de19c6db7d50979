"""A claim for a person at a terminal: all that is known of it, and what it is linked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.desk.carriers import Carrier
from sayso.desk.showing import linked
from sayso.present.chain import carried_by, given, who_says_so
from sayso.present.decisions import LinkDecisions, decision_in_words
from sayso.present.safe import printable
from sayso.report import says, telling, where
from schemas import Dossier, Link, Origins, PublishedClaim

Row = tuple[str, str]
"""What it is, and what is known; a row without a name goes on with the one before."""

_ORIGINS = {True: "both go back to one origin", False: "of different origins", None: ""}


def text(*blocks: Iterable[Row]) -> str:
    """Rows under each other, those without a value left out, and a blank line after each block."""
    return "".join(f"{''.join(map(_line, block))}\n" for block in blocks)


def known(dossier: Dossier) -> Iterator[Row]:
    """The claim, who says so, and the version, capture and entry it comes from, with the decisions."""
    article, capture = dossier.article, dossier.capture
    yield "claim", dossier.claim.proposition
    yield "id", dossier.claim.id
    yield "who says so", who_says_so(dossier.statement)
    yield from (("was read as", given(read)) for read in [dossier.statement.read_as] if read)
    yield "paragraph", dossier.paragraph.words if dossier.paragraph else dossier.statement.text
    yield "article", " | ".join(filter(None, [article.title, article.outlet, article.published]))
    yield "version", f"{article.id} {article.url or ''}"
    yield "capture", f"{capture.file} sha256 {capture.sha256}"
    yield "entry", f"{dossier.entry.number} of {dossier.entry.recorded_at.isoformat(timespec='seconds')}"
    yield from (("decision", decision_in_words(one, dossier)) for one in dossier.decisions)


def carried(carriers: Iterable[Carrier]) -> Iterator[list[Row]]:
    """Each article that carries a sentence, or came of one that does, with what was decided there."""
    for one in carriers:
        article = one.article
        yield [
            ("carried by", " | ".join(filter(None, [article.title, article.outlet, article.published]))),
            ("version", f"{article.id} {article.url or ''}"),
            ("", one.how),
            *(("decision", words) for words in one.decided),
        ]


def grounds(origins: Origins) -> Iterator[Row]:
    """What the claim rests on: each independent origin, with who carried it, and who cites whom in a ring."""
    yield "rests on", origins.sentence
    for line in origins.lines:
        yield "origin", f"{line.origin}{carried_by(' and '.join(line.carriers))}"
    yield from (("circle", " cites ".join([*one.names, one.names[0]])) for one in origins.circles)


def links(dossier: Dossier) -> Iterator[list[Row]]:
    """Each claim that it is linked to, with what speaks for that."""
    decisions = LinkDecisions(dossier.decisions)
    for link, other in linked(dossier):
        yield list(_link(dossier.claim.id, link, other, decisions))


def _link(claim: str, link: Link, other: PublishedClaim, decisions: LinkDecisions) -> Iterator[Row]:
    one = telling(other)
    order = {None: "order unknown", claim: "said later"}.get(link.earlier, "said earlier")
    yield ("suggestion", f"{link.relation}: {one.words}") if decisions.unsure(link) else (link.relation, one.words)
    yield "", says(one)
    yield "", where(one)
    yield "link", ", ".join(filter(None, (link.id, decisions.status(link), order, _ORIGINS[link.one_origin])))
    yield from (("", signal.sentence) for signal in link.signals)


def _line(row: Row) -> str:
    name, value = row
    return f"{name:<12} {printable(value)}\n" if value.strip() else ""
