"""The history of a claim or an article: for a person at a terminal, and for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from flows.cli.claim_rows import Row, text
from sayso.desk.recorded_history import Arrival, Decided, Event, History, Linked, TextShared, VersionReading
from sayso.present import history_words as words

SCHEMA = 1
"""The version of the JSON."""

_KINDS = {Arrival: "captured", VersionReading: "read", Linked: "linked", TextShared: "shared", Decided: "decided"}


def history_text(found: History, zone: ZoneInfo) -> str:
    """What it is, and then an entry each, the oldest first."""
    heading = [("history of", f"{found.thing.kind} {found.thing.id}"), *(("", said) for said in found.words)]
    return text(heading, *(list(_rows(event, zone)) for event in found.events))


def history_json(found: History) -> str:
    """The same as JSON: `events`, each with its entry, when, by whom, and the `sentences` that say what happened."""
    rows = {
        "schema": SCHEMA,
        "kind": found.thing.kind,
        "id": found.thing.id,
        "words": found.words,
        "events": [_event(event) for event in found.events],
    }
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _rows(event: Event, zone: ZoneInfo) -> Iterator[Row]:
    at = event.entry.clock or event.entry.recorded_at
    yield f"entry {event.entry.number}", f"{words.when(at, zone)}, recorded by {event.entry.actor}"
    yield from (("", sentence) for sentence in _sentences(event))


def _event(event: Event) -> dict[str, Any]:
    entry = event.entry
    row: dict[str, Any] = {"entry": entry.number, "at": (entry.clock or entry.recorded_at).isoformat()}
    row |= {"recorded_by": entry.actor, "kind": _KINDS[type(event)], "sentences": [*_sentences(event)]}
    match event:
        case Arrival():
            return row | {"article": event.article.id, "version": event.version}
        case VersionReading():
            claims = [pair.after.claim.id if pair.after else None for pair in event.pairs]
            return row | {"engine": event.engine.id, "version": event.version, "claims": claims}
        case Linked():
            own, link = event.own.claim.id, event.link
            other = link.b if own == link.a else link.a
            return row | {"link": link.id, "claim": own, "other": other, "relation": link.relation}
        case TextShared():
            return row | {"derivation": event.derivation.id}
        case Decided():
            decision = event.decision
            made = {
                "decision": decision.id,
                "about": decision.about,
                "by": decision.by,
                "judgement": decision.judgement,
            }
            return row | made | {"undoes": decision.undoes, "counts": event.counts}


def _sentences(event: Event) -> Iterator[str]:
    match event:
        case Arrival():
            yield words.arrived(event.capture, event.article, event.version, again=event.again)
        case VersionReading():
            yield words.read_by(event.engine.id, event.claims, event.version, again=event.again)
            for pair in event.pairs:
                yield from words.found_again(pair.before, pair.after)
        case Linked():
            yield words.linked(event.link, event.own.claim, event.other, event.before)
        case TextShared():
            yield words.shared(event.derivation, event.other)
        case Decided():
            on = f"“{event.on}”" if event.on else f"the {event.kind} {event.decision.about[:12]}"
            yield from words.decided(
                event.decision, counts=event.counts, on=on, undone=event.undone, was=event.was, now=event.now
            )
