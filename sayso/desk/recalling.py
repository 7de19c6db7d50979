"""Articles that the ledger has met before, looked up before anything is parsed or an engine is loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from sayso.desk.recording import Outcome
from sayso.ingest import About, ArticleLocation, loaded
from sayso.ledger import HeldCapture, Snapshot
from schemas import Capture

AT_ONCE = 500
"""Locations looked up in one query."""


def recalled(
    snapshot: Snapshot, sources: Sequence[ArticleLocation], reader: Callable[[], str]
) -> Iterator[tuple[ArticleLocation, Outcome | None]]:
    """Each of `sources`, with the earlier outcome for the same bytes and the same notes beside them; None for none.

    The outcome is an article that any engine has read, or a problem that would only recur: `reader` gives the id of
    everything that reads here.
    """
    for start in range(0, len(sources), AT_ONCE):
        batch = [(source, _hash(source)) for source in sources[start : start + AT_ONCE]]
        captures: dict[str, list[HeldCapture]] = defaultdict(list)
        for held in snapshot.held(digest for _, digest in batch if digest):
            captures[held.capture.sha256].append(held)
        for source, digest in batch:
            yield source, _outcome(source, captures[digest], reader) if digest else None


def _hash(source: ArticleLocation) -> str | None:
    content = loaded(source).content
    return None if content is None else sha256(content).hexdigest()


def _outcome(source: ArticleLocation, held: Sequence[HeldCapture], reader: Callable[[], str]) -> Outcome | None:
    same = [earlier for earlier in held if earlier.capture.media == source.media and _same_notes(source.about, earlier)]
    for capture, article, was_read in reversed(same):
        if article and was_read:
            return Outcome(capture.model_copy(update={"file": source.name}), article, "known")
    for capture, _, _ in reversed(same):
        if capture.reader and capture.reader == reader():
            return Outcome(capture.model_copy(update={"file": source.name}), None, "unreadable", capture.problem)
    return None


def _same_notes(about: About, held: HeldCapture) -> bool:
    """Whether a capture has the same notes; of one from before notes were recorded, whether its article agrees."""
    if held.capture.noted == about.digest:
        return True
    if held.capture.noted or not held.article:
        return False
    captured = held.capture.captured.isoformat() if held.capture.captured else None
    known = {**held.article.model_dump(), "captured": captured}
    return all(value is None or known[name] == value for name, value in vars(about).items())


def problems(snapshot: Snapshot, hashes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each of these files with the reason why it could not be read, by the newest record; `hashes` are of the bytes."""
    yield from _newest(snapshot, hashes, lambda capture: capture.problem)


def notes(snapshot: Snapshot, hashes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Those of these files with a note on their text, by the newest record; `hashes` are of the bytes."""
    yield from _newest(snapshot, hashes, lambda capture: capture.note)


def _newest(
    snapshot: Snapshot, hashes: Mapping[str, str], told: Callable[[Capture], str | None]
) -> Iterator[tuple[str, str]]:
    found: dict[tuple[str, str], str] = {}
    for held in snapshot.held(set(hashes.values())):
        capture = held.capture
        if (sentence := told(capture)) is not None:
            found[capture.sha256, capture.file] = found[capture.sha256, ""] = sentence
    for file, digest in hashes.items():
        if sentence := found.get((digest, file)) or found.get((digest, "")):
            yield file, sentence
