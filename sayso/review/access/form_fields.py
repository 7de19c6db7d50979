"""What a form says: read once, and no more than a form of these pages can hold."""

from __future__ import annotations

from asyncio import timeout
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from sayso.present.safe import plain

LARGEST, FIELDS = 64 * 1024, 50
"""Most bytes, and most fields."""
PATIENCE = 30.0
"""Seconds in which a form has to be sent."""
KIND = "application/x-www-form-urlencoded"

Form = dict[str, str]


async def form_of(request: Request) -> Form:
    """The fields of a form; HTTPException for what is no form, too large, or never all there."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != KIND:
        raise HTTPException(415, f"expected a form ({KIND}), found something else")
    try:
        async with timeout(PATIENCE):
            body = await _body_of(request)
    except (TimeoutError, ClientDisconnect):
        raise HTTPException(408, "expected a whole form, found that the rest of it never came; send it again") from None
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=FIELDS)
    except ValueError:
        raise HTTPException(400, "expected the fields of a form in UTF-8, found something else") from None
    return {name: _line(value) for name, value in fields}


async def _body_of(request: Request) -> bytearray:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise HTTPException(413, f"expected at most {LARGEST} bytes in a form, found more; write less")
    return body


def _line(value: str) -> str:
    """The value on one line, without control characters."""
    return plain(value).strip()
