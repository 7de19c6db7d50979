"""The way out: a name is looked up once, each of its addresses is checked, and only a checked one is connected to."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Sequence
from ipaddress import ip_address
from ssl import SSLContext
from time import monotonic

from httpcore2 import (
    SOCKET_OPTION,
    ConnectError,
    ConnectTimeout,
    NetworkBackend,
    NetworkStream,
    ReadTimeout,
    SyncBackend,
)

from sayso.collect.special_addresses import Network, special
from sayso.errors import FetchError

Resolve = Callable[[str, int], Sequence[str]]
"""From a name and a port to addresses in numbers; OSError where there are none."""

_TRIED = 3
"""The most addresses of a name that are tried."""


def resolve(host: str, port: int) -> list[str]:
    """What the system says the addresses of `host` are, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


class Deadline:
    """The moment at which a fetch has to be over, and the longest wait for a piece of it, both in seconds."""

    def __init__(self, whole: float, idle: float) -> None:
        self._end, self._idle = monotonic() + whole, idle

    def left(self) -> float:
        """The seconds to wait for the next piece; ReadTimeout where all time is over."""
        left = self._end - monotonic()
        if left <= 0:
            raise ReadTimeout
        return min(left, self._idle)


class GuardedNetwork(NetworkBackend):
    """Connects to public addresses, and to those of the `allowed` networks; FetchError for a name with any other."""

    def __init__(self, deadline: Deadline, allowed: Iterable[Network] = (), resolve: Resolve = resolve) -> None:
        self._deadline, self._allowed, self._resolve = deadline, tuple(allowed), resolve

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """A connection to one of the addresses of `host`, after all of them were checked."""
        try:
            return _Bounded(self._connected(self._checked(host, port), port), self._deadline)
        except UnicodeError as error:
            raise ConnectError(error) from None

    def _checked(self, host: str, port: int) -> Sequence[str]:
        try:
            found = self._resolve(host, port)
        except OSError:
            raise FetchError(f"expected a site called {host!r}, found none; check the address") from None
        for one in found:
            if what := special(ip_address(one), self._allowed):
                raise FetchError(
                    f"expected a site of the public Internet, found that {host!r} is at {one} ({what}); "
                    "name its network in [collect] networks if you trust whoever gives addresses"
                )
        return found[:_TRIED]

    def _connected(self, addresses: Sequence[str], port: int) -> NetworkStream:
        failed: Exception = ConnectError()
        for address in addresses:
            try:
                return SyncBackend().connect_tcp(address, port, self._deadline.left(), socket_options=())
            except (ConnectError, ConnectTimeout) as error:
                failed = error
        raise failed


class _Bounded(NetworkStream):
    """A stream that ends at the deadline, however slowly the pieces come: also those of its head."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
