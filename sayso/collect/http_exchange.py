"""One request, one answer: no redirect is followed, nothing is remembered, no more is taken than allowed."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sayso.collect.fetch_limits import Limits
from sayso.collect.special_addresses import Network
from sayso.collect.unpacking import unpacked
from sayso.errors import FetchError

if TYPE_CHECKING:
    from httpcore2 import Response
    from httpx2 import URL

    from sayso.collect.guarded_network import Resolve


class HttpAnswer(NamedTuple):
    """What a server answered: its status, its headers in order, with names in small letters, and the unpacked body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first value of a header; empty where it is not there."""
        return next((value for known, value in self.headers if known == name), "")


class Exchange:
    """Asks servers, with the `agent` as who asks, within `limits`, on the public Internet and `allowed` networks."""

    def __init__(
        self, agent: str, limits: Limits, allowed: Iterable[Network] = (), resolve: Resolve | None = None
    ) -> None:
        self.limits = limits
        self._agent, self._allowed, self._resolve = agent, tuple(allowed), resolve

    def ask(self, url: URL, headers: Mapping[str, str] | None = None, most: int | None = None) -> HttpAnswer:
        """The answer to GET; FetchError in one sentence for every way in which there is none. `most` bytes of it."""
        import httpcore2

        try:
            return self._asked(url, headers or {}, most or self.limits.size)
        except (httpcore2.ConnectTimeout, httpcore2.ReadTimeout, httpcore2.WriteTimeout):
            raise FetchError(f"expected an answer from {url.host}, found none in time; try again later") from None
        except httpcore2.ConnectError as error:
            raise FetchError(_unconnected(url.host, error)) from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise FetchError(
                f"expected a whole answer from {url.host}, found that it broke off or is none of HTTP "
                f"({_said(error)}); try again later"
            ) from None

    def _asked(self, url: URL, headers: Mapping[str, str], most: int) -> HttpAnswer:
        import httpcore2

        from sayso.collect.guarded_network import Deadline, GuardedNetwork, resolve

        network = GuardedNetwork(Deadline(self.limits.whole, self.limits.idle), self._allowed, self._resolve or resolve)
        sent = {"Host": url.netloc.decode(), "User-Agent": self._agent, "Accept-Encoding": "gzip", **headers}
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        secured = self._secured if url.scheme == "https" else None
        with (
            httpcore2.ConnectionPool(ssl_context=secured, network_backend=network) as pool,
            pool.stream("GET", target, headers=list(sent.items())) as response,
        ):
            return _answer(response, most)

    @cached_property
    def _secured(self) -> ssl.SSLContext:
        """Made once: to load the certificates takes longer than to fetch a page."""
        return ssl.create_default_context()


def _answer(response: Response, most: int) -> HttpAnswer:
    headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in response.headers)
    bare = HttpAnswer(response.status, headers, b"")
    if response.status != 200:
        return bare
    length = bare.header("content-length")
    if length.isdecimal() and len(length) < 20 and int(length) > most:
        raise _too_large(most)
    body = bytearray()
    for piece in response.iter_stream():
        body += piece
        if len(body) > most:
            raise _too_large(most)
    return bare._replace(body=unpacked(bytes(body), bare.header("content-encoding"), most))


def _too_large(most: int) -> FetchError:
    return FetchError(f"expected at most {most / 10**6:g} MB, found more; name another address")


def _unconnected(host: str, error: Exception) -> str:
    cause = error.__cause__ or error.__context__ or error
    if isinstance(cause, ssl.SSLError):
        why = getattr(cause, "verify_message", "") or cause.reason or "no TLS"
        return f"expected a certificate of {host} that holds, found that it does not ({why}); check the address"
    return f"expected a server at {host}, found none that answers ({_said(cause)}); check the address, or try later"


def _said(error: BaseException) -> str:
    """What an error says of itself, without the bytes that a server sent."""
    return (error.strerror or "") if isinstance(error, OSError) and error.strerror else type(error).__name__
