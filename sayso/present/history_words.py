"""What happened to a claim or an article, in words: a sentence for each thing that was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sayso.present.chain import TERMINAL, given, who_says_so
from sayso.present.decided_words import what_was_said
from sayso.present.decisions import TAKEN_BACK
from sayso.present.numbers import count, percent
from schemas import Article, Capture, Claim, Decision, Derivation, Hop, Link, PublishedClaim, Statement


def when(moment: datetime, zone: ZoneInfo) -> str:
    """The moment of an entry where the desk is: "2026-12-01 16:00"."""
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def arrived(capture: Capture, article: Article, version: int, *, again: bool) -> str:
    """That a version of a page came in."""
    which = f"version {version} of the page" if version > 1 else "the article"
    known = called(article)
    return f"{which} came{' again' if again else ''} as {capture.file}{f': {known}' if known else ''}"


def called(article: Article) -> str:
    """Title, outlet, date and address of an article, as far as they are known."""
    return " | ".join(filter(None, (article.title, article.outlet, article.published, article.url)))


def read_by(engine: str, claims: int, version: int, *, again: bool) -> str:
    """That an engine read a version."""
    which = f"version {version}" if version > 1 else "it"
    return f"{which} was read{' again' if again else ''} by engine {engine[:12]}: {count(claims, 'claim')}"


def found_again(before: tuple[Claim, Statement] | None, after: tuple[Claim, Statement] | None) -> Iterator[str]:
    """What became of a claim from one reading to the next."""
    if after is None:
        yield "not there" if before is None else "it is not there any more"
        return
    claim, statement = after
    if before is None:
        yield f"{who_says_so(statement)}: “{claim.proposition}”"
        return
    was, said = before
    if was.proposition != claim.proposition:
        yield f"the words are now “{claim.proposition}”, and were “{was.proposition}”"
    if who_says_so(said) != who_says_so(statement):
        yield f"who says so is now {who_says_so(statement)}, and was {who_says_so(said)}"
    if was.proposition == claim.proposition and who_says_so(said) == who_says_so(statement):
        yield "the same words, from the same source"


def linked(link: Link, own: Claim, other: PublishedClaim | None, before: Link | None) -> str:
    """That a link was found, or found to be another."""
    page = other.publication if other else None
    where = ", ".join(filter(None, (page.outlet, page.published))) if page else ""
    told = f"“{other.claim.proposition}”{f' ({where})' if where else ''}" if other else "a claim that no longer counts"
    if before is None:
        return f"a machine linked “{own.proposition}” (link {link.id[:12]}): {link.relation} {told}"
    if before.relation != link.relation:
        return f"link {link.id[:12]} is now {link.relation}, and was {before.relation}: {told}"
    if before.one_origin != link.one_origin:
        return f"link {link.id[:12]}: {_ONE[link.one_origin]}, before: {_ONE[before.one_origin]}: {told}"
    return f"a machine told the link anew (link {link.id[:12]}): {link.relation} {told}"


_ONE = {True: "both go back to one origin", False: "they have different origins", None: "whether of one origin is open"}


def shared(derivation: Derivation, other: Article | None) -> str:
    """That an article was found to share text."""
    whose = called(other) if other else "an article that no longer counts"
    return f"{percent(derivation.containment)} of the shorter text is shared with {whose or 'another article'}"


def decided(
    decision: Decision, *, counts: bool, on: str, undone: Decision | None, was: Sequence[Hop], now: Sequence[Hop]
) -> Iterator[str]:
    """What a person decided, and who was answerable before and after, where that changed."""
    if undone is not None:
        yield f"{what_was_said(decision)}: {what_was_said(undone, on)}"
    else:
        yield f"{what_was_said(decision, on)}{'' if counts else TAKEN_BACK}"
    if now:
        yield f"who says so is now {given(now, TERMINAL)}, and was {given(was, TERMINAL)}"
