"""How long the server waits for what somebody begins to ask: a connection that asks nothing keeps nobody else out."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from sayso.review.access import form_fields


class PatientProtocol(H11Protocol):
    """HTTP. A connection is closed where for `form_fields.PATIENCE` no request came whole and nothing is answered."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait."""
        super().connection_made(transport)
        self._asked: object = None
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._timer.cancel()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """The server stops: what is asked whole is answered, a form that is not there yet is not waited for."""
        super().shutdown()
        if self.cycle is not None and self.cycle.more_body and not self.cycle.response_complete:
            self.transport.close()

    def _wait(self) -> None:
        self._timer = self.loop.call_later(form_fields.PATIENCE, self._look)

    def _look(self) -> None:
        if self.cycle is self._asked and (self.cycle is None or self.cycle.response_complete):
            self.transport.close()
        else:
            self._asked = self.cycle
            self._wait()
