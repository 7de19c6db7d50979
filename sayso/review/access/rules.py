"""Who may come in, as it was set when the server was started."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.review.access.desk_member import DeskMember, Role

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
LONGEST = 200
"""Most characters of a name that a proxy gives."""


@dataclass(frozen=True)
class AccessRules:
    """`hosts`: the names (and ports) under which it is asked. `tokens`: the name of whoever has each token.

    `networks`: from where a proxy's `header` is believed; without any, none is. Whoever is neither in `readers` nor in
    `editors` (names) has the `role`.
    """

    hosts: frozenset[str]
    tokens: Mapping[str, str]
    networks: tuple[Network, ...] = ()
    header: str = "x-forwarded-user"
    readers: frozenset[str] = frozenset()
    editors: frozenset[str] = frozenset()
    role: Role = "reviewer"

    def person(self, kind: str, name: str) -> DeskMember:
        """Whoever has that name, by a "token" or a "proxy"."""
        role: Role = "reader" if name in self.readers else "editor" if name in self.editors else self.role
        return DeskMember(name, f"{kind}:{name}", role)

    def trusts(self, address: str | None) -> bool:
        """Whether a proxy at this address is believed."""
        try:
            at = ipaddress.ip_address(address or "")
        except ValueError:
            return False
        mapped = getattr(at, "ipv4_mapped", None) or at
        return any(mapped in network for network in self.networks)

    def by_proxy(self, address: str | None, given: list[str]) -> DeskMember | None:
        """Whom a proxy at this address names with its header (all values of it); nobody where that is not certain."""
        name = given[0].strip() if len(given) == 1 else ""
        if not self.trusts(address) or not name or len(name) > LONGEST or not name.isprintable() or "," in name:
            return None
        return self.person("proxy", name)
