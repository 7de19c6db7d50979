"""The server of the page."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EADDRINUSE

import uvicorn
from starlette.types import ASGIApp

from sayso.errors import UsageError
from sayso.review.patience import PatientProtocol

GRACE = 5
"""Seconds that answers have to end when the server is stopped."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any that is free. UsageError where nobody can listen."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, port))
            made.listen(128)
        except OSError:
            made.close()
            raise
    except OSError as error:
        if error.errno == EADDRINUSE:
            raise UsageError(
                f"expected port {port} of {host} to be free, found it in use; give another, as in --port {port + 1}"
            ) from None
        raise UsageError(
            f"expected an address of this machine, could not listen on {host} ({error.strerror or error})"
        ) from None
    return made


class PageServer(uvicorn.Server):
    """Answers requests until it is stopped; signals are left to whoever started it."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=PatientProtocol,
                log_level="error",
                access_log=False,  # an address may have a token in it
                proxy_headers=False,  # who asks is decided by the address that really does
                server_header=False,
                lifespan="off",
                ws="none",
                timeout_graceful_shutdown=GRACE,
            )
        )

    def stop(self) -> None:
        """Answer what was asked, then end."""
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them alone."""
        yield
