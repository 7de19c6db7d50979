"""Checks a capture's hash and size against the bytes that it keeps."""

from __future__ import annotations

from hashlib import sha256

from sayso.ledger.entries.contents import CaptureContent


def capture_faults(content: CaptureContent) -> list[str]:
    """A clause for each mismatch. A capture without an encoding did not keep its bytes: nothing is compared."""
    capture, article = content.capture, content.article
    kept = article.text if capture.raw is None and article else capture.raw
    if kept is None or capture.encoding is None:
        return []
    try:
        data = kept.encode(capture.encoding)
    except (LookupError, UnicodeError):
        return [f"its bytes cannot be made of what it keeps: {capture.encoding!r} does not encode it"]
    faults = []
    if sha256(data).hexdigest() != capture.sha256:
        faults.append("its SHA-256 is not that of the bytes that came")
    if len(data) != capture.size:
        faults.append(f"its size is {capture.size}, the bytes that came are {len(data)}")
    return faults
