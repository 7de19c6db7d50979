"""What the ledger remembers of sources: asked before anything is parsed, or any engine loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from sayso.desk.recording import Outcome
from sayso.ingest import About, ArticleLocation, loaded
from sayso.ledger import Held, Snapshot

AT_ONCE = 500
"""ArticleLocations that are asked for in one question."""


def recalled(
    snapshot: Snapshot, sources: Sequence[ArticleLocation], reader: Callable[[], str]
) -> Iterator[tuple[ArticleLocation, Outcome | None]]:
    """Each of `sources`, with what came of the same bytes with the same notes beside them before.

    That is an article that any engine has read, or a problem that would only come again: `reader` gives the
    id of all that reads here. None where there is neither.
    """
    for start in range(0, len(sources), AT_ONCE):
        some = [(source, _hash(source)) for source in sources[start : start + AT_ONCE]]
        held: dict[str, list[Held]] = defaultdict(list)
        for one in snapshot.held(digest for _, digest in some if digest):
            held[one.capture.sha256].append(one)
        for source, digest in some:
            yield source, _outcome(source, held[digest], reader) if digest else None


def _hash(source: ArticleLocation) -> str | None:
    content = loaded(source).content
    return None if content is None else sha256(content).hexdigest()


def _outcome(source: ArticleLocation, held: Sequence[Held], reader: Callable[[], str]) -> Outcome | None:
    same = [one for one in held if one.capture.media == source.media and _same_notes(source.about, one)]
    for capture, article, was_read in reversed(same):
        if article and was_read:
            return Outcome(capture.model_copy(update={"file": source.name}), article, "known")
    for capture, _, _ in reversed(same):
        if capture.reader and capture.reader == reader():
            return Outcome(capture.model_copy(update={"file": source.name}), None, "unreadable", capture.problem)
    return None


def _same_notes(about: About, one: Held) -> bool:
    """Whether the same was noted; of a capture from before notes were recorded, whether its article says the same."""
    if one.capture.noted == about.digest:
        return True
    if one.capture.noted or not one.article:
        return False
    captured = one.capture.captured.isoformat() if one.capture.captured else None
    known = {**one.article.model_dump(), "captured": captured}
    return all(value is None or known[name] == value for name, value in vars(about).items())


def problems(snapshot: Snapshot, hashes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each of these files with the reason why it could not be read, by the newest record; `hashes` are of its bytes."""
    found: dict[tuple[str, str], str] = {}
    for held in snapshot.held(set(hashes.values())):
        capture = held.capture
        if capture.problem is not None:
            found[capture.sha256, capture.file] = found[capture.sha256, ""] = capture.problem
    for file, digest in hashes.items():
        yield file, found.get((digest, file)) or found[digest, ""]
