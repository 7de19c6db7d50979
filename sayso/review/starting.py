"""Who may come in, as the settings say, and the address to print."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from sayso.errors import UsageError
from sayso.review.access.rules import AccessRules
from sayso.review.access.sessions import new_token
from sayso.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def access_rules(ours: Settings, host: str, port: int, people: Sequence[str]) -> AccessRules:
    """The rules for a page that listens there: tokens for these people, or, with a proxy, its header alone.

    UsageError where it listens for other machines and no proxy stands before it: a token would cross the network.
    """
    known = ours.review
    if not is_loopback(host) and not known.proxy_networks:
        raise UsageError(
            f"expected an address of this machine alone, found {host}; set [review] proxy_networks and hosts, and put "
            "a proxy with TLS before it, which says who somebody is"
        )
    return AccessRules(
        hosts=frozenset([*(f"{name}:{port}" for name in LOOPBACK), *(name.lower() for name in known.hosts)]),
        tokens={} if known.proxy_networks else {new_token(): name for name in people},
        networks=tuple(ipaddress.ip_network(one) for one in known.proxy_networks),
        header=known.proxy_header.lower(),
        readers=frozenset(known.readers),
        editors=frozenset(known.editors),
        role=known.role,
    )


def addresses(rules: AccessRules, host: str, port: int, base: str) -> tuple[str, ...]:
    """The addresses to open: with a token, one for each person."""
    shown = f"[{host}]" if ":" in host else host
    place = f"http://{shown if is_loopback(host) else LOOPBACK[0]}:{port}{base}/"
    return tuple(f"{place}?token={token}" for token in rules.tokens) or (place,)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches it."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
